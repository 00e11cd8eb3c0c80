; Makes the installer for Windows with Inno Setup 6, from the frozen program:
;   iscc /DVersion=0.1.0 packaging\windows\fer-desktop.iss
; It installs for the one user who runs it, without asking for an administrator, or for all with one.

#ifndef Version
  #error Give the version: /DVersion=1.2.3
#endif

[Setup]
AppId={{6E1C5A0B-8C1F-4B60-9A2D-6C7B1B8E4F21}
AppName=FER Desktop
AppVersion={#Version}
AppPublisher=The FER Desktop authors
DefaultDirName={autopf}\FER Desktop
DefaultGroupName=FER Desktop
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=fer-desktop-{#Version}-windows-x64-setup
SetupIconFile=..\..\build\made\fer-desktop.ico
UninstallDisplayIcon={app}\fer-desktop-window.exe
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
; Signs installer and uninstaller where a tool of that name is set up; see docs/packaging.md.
#ifdef SignTool
SignTool={#SignTool}
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; An older version's libraries beside the new ones would be loaded instead.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\fer-desktop\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{autoprograms}\FER Desktop"; Filename: "{app}\fer-desktop-window.exe"
Name: "{autodesktop}\FER Desktop"; Filename: "{app}\fer-desktop-window.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\fer-desktop-window.exe"; Description: "{cm:LaunchProgram,FER Desktop}"; Flags: nowait postinstall skipifsilent
