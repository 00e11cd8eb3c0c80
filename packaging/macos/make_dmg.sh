#!/usr/bin/env bash
# Makes the disk image for the Mac from dist/FER Desktop.app, with the tools that every Mac has:
#
#   packaging/macos/make_dmg.sh VERSION
#
# With SIGN_AS (a "Developer ID Application" identity) it is signed; with NOTARY_PROFILE as well
# (a profile that "xcrun notarytool store-credentials" has kept) Apple notarizes it, and the answer
# is stapled to it. Without them the program is signed ad hoc, and a Mac asks before it starts it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
version=${1:?usage: packaging/macos/make_dmg.sh VERSION}
app="dist/FER Desktop.app"
image="dist/fer-desktop-$version-macos-$(uname -m).dmg"
[[ -d $app ]] || {
  echo "make_dmg.sh: $app is missing; first run: python3 dev.py package frozen" >&2
  exit 1
}

options=(--force --deep --entitlements packaging/macos/entitlements.plist)
if [[ -n ${SIGN_AS:-} ]]; then
  codesign "${options[@]}" --options runtime --timestamp --sign "$SIGN_AS" "$app"
else
  codesign "${options[@]}" --sign - "$app"
fi
codesign --verify --deep --strict "$app"

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
rm -f "$image"
hdiutil create -volname "FER Desktop" -srcfolder "$staging" -format ULMO -ov "$image"

if [[ -n ${SIGN_AS:-} ]]; then
  codesign --timestamp --sign "$SIGN_AS" "$image"
fi
if [[ -n ${NOTARY_PROFILE:-} ]]; then
  xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
  xcrun stapler staple "$image"
fi
echo "$image"
