"""A release is made of a clean checkout of that version; builds that differ are told."""

import subprocess

import pytest
import release
import sbom


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """Return a clean git checkout in the place of ours."""
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@x", "-C", str(tmp_path)]
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## 1.2.3 - 2026-01-01\n")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True)
    monkeypatch.setattr(release, "ROOT", tmp_path)
    monkeypatch.setattr(release, "__version__", "1.2.3")
    return tmp_path


def test_a_clean_checkout_of_the_version_may_be_released(checkout):
    assert release.why_not("1.2.3") == ""


def test_another_version_is_refused(checkout, capsys):
    assert "says version 1.2.3, not 2.0.0" in release.why_not("2.0.0")
    assert release.main(["2.0.0"]) == 1
    assert "not 2.0.0" in capsys.readouterr().err


def test_a_changelog_that_does_not_know_it_is_refused(checkout):
    (checkout / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n")
    assert "no heading '## 1.2.3'" in release.why_not("1.2.3")


def test_changes_that_are_not_committed_are_refused(checkout):
    (checkout / "more.py").write_text("x = 1\n")
    assert "more.py" in release.why_not("1.2.3")


def test_what_differs_between_two_builds_is_named(tmp_path):
    for folder, content in (("first", "1"), ("second", "2")):
        (tmp_path / folder / "sub").mkdir(parents=True)
        (tmp_path / folder / "same").write_text("x")
        (tmp_path / folder / "sub" / "other").write_text(content)
    (tmp_path / "second" / "more").write_text("x")
    found = release.differences(tmp_path / "first", tmp_path / "second")
    assert found == ["more", "sub/other"]


def test_the_bill_lists_what_the_program_needs_and_no_tools():
    bill = {
        "components": [
            {"bom-ref": f"{name}==1", "name": name, "properties": [1], "externalReferences": [kind]}
            for name, kind in (
                ("Qt_Base", {"type": "website"}),
                ("shiboken", {"type": "distribution"}),
                ("tool", {"type": "vcs"}),
                ("fer-desktop", {"type": "vcs"}),
            )
        ],
        "dependencies": [
            {"ref": "Qt_Base==1", "dependsOn": ["shiboken==1", "tool==1"]},
            {"ref": "shiboken==1"},
            {"ref": "tool==1", "dependsOn": ["Qt_Base==1"]},
        ],
    }
    needs = {
        "fer-desktop": [
            "Qt.Base>=6",
            "elsewhere; sys_platform == 'none'",
            "keras; extra == 'keras'",
        ],
        "qt-base": ["shiboken", "tool; extra == 'dev'"],
    }
    names = sbom.required("fer-desktop", needs.get)
    assert names == {"fer-desktop", "qt-base", "shiboken"}
    sbom._keep_what_is_needed(bill, names)
    assert [part["name"] for part in bill["components"]] == ["Qt_Base", "shiboken"]
    assert bill["components"][1]["externalReferences"] == []
    assert "properties" not in bill["components"][0]
    assert {"ref": "Qt_Base==1", "dependsOn": ["shiboken==1"]} in bill["dependencies"]
    whole = {"ref": "root-component", "dependsOn": ["Qt_Base==1", "shiboken==1"]}
    assert whole in bill["dependencies"]


def test_the_bill_has_checksums_of_libraries_and_models(frozen):
    files = {entry["name"]: entry for entry in sbom._files(frozen)}
    assert {"libfirst.so.1", "fer_desktop/resources/models/tiny/model.json"} <= set(files)
    assert len(files["libfirst.so.1"]["hashes"][0]["content"]) == 64
