"""A user's own typed script passes `mypy --strict` against the package, and its mistakes do not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes import PATIENCE_S

ROOT = Path(__file__).parents[2]
SCRIPT = '''
"""What a user may write; each ignored line is a mistake that the types must show."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fer_desktop import (
    LABELS,
    UNCERTAIN,
    AnalyzedFrame,
    Analyzer,
    BoundingBox,
    Expression,
    Face,
    FerError,
    Frame,
    ImageError,
    LiveOutput,
    RecognizedFace,
    draw,
    to_pandas,
    to_supervision,
)


def smiles(files: list[Path], analyzer: Analyzer) -> dict[str, float]:
    """Pictures by their paths, a list of them, arrays, Pillow pictures, crops, given boxes."""
    found: dict[str, float] = {}
    try:
        for path, faces in zip(files, analyzer.analyze(files, search="fast")):
            found[path.name] = max((face.valence for face in faces), default=0.0)
    except ImageError as error:
        print(str(error))
    one: list[RecognizedFace] = analyzer.analyze("a.jpg")
    picture: NDArray[np.uint8] = np.zeros((9, 9, 3), np.uint8)
    given: list[RecognizedFace] = analyzer.analyze(picture, color="rgb", boxes=[(1, 2, 3, 4.5)])
    read = cv2.imread("a.jpg")
    if read is not None:
        given += analyzer.analyze(read) + analyzer.analyze_crops([read[2:4, 3:9]])
        cv2.imwrite("b.jpg", draw(read, given))
    given += analyzer.analyze([picture, picture], boxes=[None, [(1, 2, 3, 4)]])[0]
    given += analyzer.analyze(np.asarray(Image.open("a.jpg")), color="rgb")
    opened = analyzer.analyze(Image.open("a.jpg"))
    crops = analyzer.analyze_crops([picture])
    drawn: NDArray[np.uint8] = draw(picture, one + given + opened + crops)
    print(drawn.shape, to_pandas(one, path="a.jpg"), to_supervision(one))
    return found


def told(face: RecognizedFace) -> str:
    """What a result holds."""
    box: BoundingBox = face.box
    raw: Expression = face.raw
    where: Face = face.face
    values: NDArray[np.float32] = face.probability_array
    share: float = face.probabilities["happiness"]
    number: int | None = face.track_id
    label: str = UNCERTAIN if face.label == LABELS[0] else face.label
    quality: object = face.quality
    return f"{box.width} {raw} {where} {values} {share} {number} {label} {quality}"


def labels(path: str | Path) -> Iterator[list[str]]:
    """Videos and cameras."""
    with Analyzer(model="seed", min_confidence=0.5) as analyzer, LiveOutput("osc") as output:
        for analyzed in analyzer.analyze_video(path, every=2):
            frame: Frame = analyzed.frame
            print(frame.index, frame.time_s, frame.image.shape)
            yield list(analyzed.labels)
        for live in analyzer.analyze_live(0, patience_s=1.0):
            shown: AnalyzedFrame = live
            output.put(shown)
            output.mark("a text")
            break


def wrong(analyzer: Analyzer, face: RecognizedFace) -> None:
    """Mistakes."""
    analyzer.analyze("a.jpg", search="quick")  # type: ignore[call-overload]
    analyzer.analyze(3)  # type: ignore[call-overload]
    analyzer.analyze_video(3)  # type: ignore[arg-type]
    print(face.emotion)  # type: ignore[attr-defined]
    Analyzer(engine="torch")  # type: ignore[arg-type]
    boxes: list[RecognizedFace] = analyzer.analyze(["a.jpg"])  # type: ignore[assignment]
    print(boxes, FerError)
'''


@pytest.mark.timeout(600)
def test_a_typed_script_passes_strictly_and_its_mistakes_are_found(tmp_path):
    pytest.importorskip("mypy", reason="mypy is not installed")
    pytest.importorskip("PIL", reason="Pillow is not installed")
    (tmp_path / "script.py").write_text(SCRIPT, encoding="utf-8")
    # From elsewhere, so that the package is one that is installed, whose types count by `py.typed`.
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "script.py"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=PATIENCE_S,
        check=False,
    )
    assert (done.stdout.splitlines()[-1], done.returncode) == (
        "Success: no issues found in 1 source file",
        0,
    ), done.stdout + done.stderr
