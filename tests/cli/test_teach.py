"""Teaching from the command line: what is refused and why, and a model that is made."""

import json
from types import SimpleNamespace

import cv2
import numpy as np
import pytest

from fer_desktop.cli import teach
from fer_desktop.cli.commands import parsed, run
from fer_desktop.core.labels import INDEX
from fer_desktop.system import paths


def faces(root, n_each, n_classes=2):
    random = np.random.default_rng(0)
    for label in ("anger", "happiness", "sadness")[:n_classes]:
        (root / label).mkdir(parents=True)
        for number in range(n_each):
            picture = random.integers(0, 255, (48, 48, 3)).astype(np.uint8)
            cv2.imwrite(str(root / label / f"p{number}_0001.png"), picture)
    return root


def teach_with(*arguments):
    return run(parsed(["teach", "--model", "seed", "--crops", *map(str, arguments)]))


@pytest.mark.parametrize(
    ("n_each", "n_classes", "why"),
    [(3, 3, "20 faces are needed (found: 9)"), (24, 1, "at least two expressions")],
)
def test_too_little_is_refused_with_the_reason(tmp_path, capfd, n_each, n_classes, why):
    assert teach_with(faces(tmp_path, n_each, n_classes), "--json") == 1
    found = json.loads(capfd.readouterr().out)
    assert found["model"] is None
    assert found["refused"].startswith(why)
    assert not paths.taught_directory().exists()


def test_a_model_is_made_and_told(tmp_path, capfd, monkeypatch):
    figures = SimpleNamespace(
        per_class={label: SimpleNamespace(n=9, recall=0.5) for label in INDEX}
    )
    answers = SimpleNamespace(figures=lambda: figures)
    outcome = SimpleNamespace(
        layer=1, refusal=None, before=answers, after=answers, changes={"anger": 0.1}, gain=None
    )
    asked = []
    monkeypatch.setattr(teach, "taught", lambda *given: asked.append(given) or ("net", outcome))
    monkeypatch.setattr(teach, "save_taught", lambda *given, **named: asked.append((given, named)))
    folder = faces(tmp_path / "mine", 2)
    assert teach_with(folder, "--focus", "anger", "--name", "ours") == 0
    assert asked[0][4] == INDEX["anger"]
    made = paths.taught_directory() / "ours"
    assert asked[1][0][3] == made
    assert asked[1][1] == {"data": "mine", "focus": INDEX["anger"]}
    out = capfd.readouterr().out
    assert "recall of anger" in out
    assert f'fer-desktop --model "{made}"' in out


def test_without_corrections_a_folder_is_asked_for_and_names_are_names(tmp_path, capfd):
    assert teach_with() != 0
    assert "no corrections on this computer" in capfd.readouterr().err
    assert teach_with(tmp_path, "--name", "../x") == 2
