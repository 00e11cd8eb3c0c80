"""The commands from end to end: what goes in, what stands on stdout and stderr, the exit code."""

import base64
import csv
import errno
import hashlib
import io
import json
import marshal
import os
import pickle
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from fer_desktop import __version__
from fer_desktop.__main__ import main
from fer_desktop.batch.inputs import FileAnalyzer
from fer_desktop.cli.commands import parsed
from fer_desktop.cli.options import settings_from
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.core.labels import LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.system import paths
from fer_desktop.vision.camera.capture_format import CaptureFormat
from fer_desktop.vision.camera.devices import CameraDevice
from tests.fakes import PATIENCE_S
from tests.vision.camera.test_sources import times_of, with_durations
from tests.vision.detection.test_yunet import network as yunet_network
from tests.vision.detection.test_yunet import white_at
from tests.vision.recognition.test_keras_archive import archive, layer, network

ROOT = Path(__file__).parents[2]

# Libraries write it, below Python.
NATIVE_NOISE = ("INFO: Created TensorFlow Lite", "libpng error:")


def sentences(err):
    return [line for line in err.splitlines() if line and not line.startswith(NATIVE_NOISE)]


@pytest.fixture
def fer(capsys):
    """Return a function that runs the program: exit code, stdout, the lines of stderr."""

    def run(*arguments):
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, sentences(err)

    return run


def run_program(*arguments, stdout=subprocess.PIPE, **environment):
    """Run the program in a process of its own: exit code, stdout, the lines of stderr."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        [sys.executable, "-m", "fer_desktop", *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**kept, **environment},
        cwd=ROOT,
        timeout=PATIENCE_S,
        check=False,
    )
    out = (done.stdout or b"").decode("utf-8", "replace")
    return done.returncode, out, sentences(done.stderr.decode("utf-8", "replace"))


# --- every kind of input, in one run: one bad file must not stop the others


def jpeg(image):
    return cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 92])[1].tobytes()


def png(image):
    return cv2.imencode(".png", image)[1].tobytes()


def turned(upright, orientation, turns):
    """Return a JPEG whose pixels lie turned, with the EXIF mark that says how to turn them back."""
    entry = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 1) + entry + b"\0\0\0\0"
    data = jpeg(np.ascontiguousarray(np.rot90(upright, turns)))
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:]


def cmyk(image):
    pillow = pytest.importorskip("PIL.Image")
    file = io.BytesIO()
    pillow.fromarray(image[:, :, ::-1]).convert("CMYK").save(file, "JPEG", quality=92)
    return file.getvalue()


def huge(image):
    """Return a JPEG of 96 megapixels with the portrait in its lower right quarter."""
    gray = np.full((9_800, 9_800), 128, np.uint8)
    portrait = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    gray[4900:, 4900:] = cv2.resize(portrait, (4900, 4900))
    return jpeg(gray)


def bomb():
    """Return a PNG of some 60 KB that would unpack to 1.2 GB."""

    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    size = 20_000
    header = struct.pack(">IIBBBBB", size, size, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((size // 8 + 1) * size), 1)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


GOOD = {
    "portrait.png": png,
    "gray.png": lambda image: png(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)),
    "alpha.png": lambda image: png(cv2.cvtColor(image, cv2.COLOR_BGR2BGRA)),
    "16 bit.png": lambda image: png(image.astype(np.uint16) * 257),
    "16 bit gray.png": lambda image: png(
        cv2.cvtColor(image, cv2.COLOR_BGR2GRAY).astype(np.uint16) * 257
    ),
    "cmyk.jpg": cmyk,
    "turned right.jpg": lambda image: turned(image, 6, 1),
    "upside down.jpg": lambda image: turned(image, 3, 2),
    "Gesicht für später - 宇宙飛行士.jpg": jpeg,
    "no suffix": jpeg,
}
WITHOUT_FACE = {
    "1x1.png": lambda image: png(image[:1, :1]),
    "narrow.png": lambda image: png(image[:, :1]),
    "plain.jpg": lambda image: jpeg(image * 0 + 90),
}
BAD = {
    "empty.png": (lambda image: b"", "empty"),
    "cut.jpg": (lambda image: jpeg(image)[:9000], "cut short"),
    "cut.png": (lambda image: png(image)[:90_000], "cut short"),
    "damaged.png": (lambda image: png(image)[:9000] + png(image)[-12:], "damaged"),
    "text.jpg": (lambda image: b"Dear reader, this is no picture.", "not a picture"),
    "page.html": (lambda image: b"<html><img src='a.png'></html>", "not a picture"),
    "phone.heic": (lambda image: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
    "bomb.png": (lambda image: bomb(), "megapixels"),
    "empty.mp4": (lambda image: b"", "empty"),
    "text.mp4": (lambda image: b"Dear reader, this is no video.", "not a video"),
    "missing.png": (None, "no such file"),
    "missing.mp4": (None, "no such file"),
    "no pictures here": (None, "no pictures"),
}


@pytest.fixture(scope="module")
def upright(astronaut):
    """Return the face, wider than high, so that a turned copy shows."""
    return np.ascontiguousarray(astronaut[20:260, 80:360])


@pytest.fixture(scope="module")
def all_kinds(upright, astronaut, tmp_path_factory):
    """Analyze every kind of input in one run; return exit code, inputs by name, stderr."""
    folder = tmp_path_factory.mktemp("all kinds ü 写真")
    makers = {**GOOD, **WITHOUT_FACE, **{name: maker for name, (maker, _) in BAD.items()}}
    for name, make in makers.items():
        if make is not None:
            (folder / name).write_bytes(make(upright))
    (folder / "no pictures here").mkdir()
    (folder / "huge.jpg").write_bytes(huge(astronaut))
    # Mixed, so that good ones stand behind bad ones.
    given = sorted([*makers, "huge.jpg"], key=lambda name: zlib.crc32(name.encode()))
    code, out, err = run_program(
        "analyze", "--format", "json", *(str(folder / name) for name in given)
    )
    inputs = json.loads(out)["inputs"]
    assert [entry["path"] for entry in inputs] == [str(folder / name) for name in given]
    return code, dict(zip(given, inputs, strict=True)), err


def only_face(entry):
    assert entry["error"] is None
    ((face,),) = [frame["faces"] for frame in entry["frames"]]
    return face


@pytest.mark.parametrize("name", GOOD)
def test_a_readable_picture_has_its_one_happy_face_where_it_is(all_kinds, name):
    entry = all_kinds[1][name]
    face = only_face(entry)
    assert (entry["kind"], entry["width"], entry["height"]) == ("image", 280, 240)
    assert iou(BoundingBox(*face["box"]), BoundingBox(97, 46, 193, 142)) > 0.7
    assert face["label"] == "happiness"


def test_a_huge_picture_has_its_face_where_it_is(all_kinds):
    entry = all_kinds[1]["huge.jpg"]
    x1, y1, x2, y2 = only_face(entry)["box"]
    center = 4900 + 225 / 512 * 4900, 4900 + 114 / 512 * 4900
    assert (entry["width"], entry["height"]) == (9_800, 9_800)
    assert (x1 + x2) / 2 == pytest.approx(center[0], abs=200)
    assert (y1 + y2) / 2 == pytest.approx(center[1], abs=200)


@pytest.mark.parametrize("name", WITHOUT_FACE)
def test_a_picture_without_a_face_is_no_error(all_kinds, name):
    entry = all_kinds[1][name]
    assert entry["error"] is None
    assert [frame["faces"] for frame in entry["frames"]] == [[]]


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_one_sentence_that_names_it(all_kinds, name):
    _, inputs, err = all_kinds
    entry = inputs[name]
    assert entry["frames"] == []
    assert entry["kind"] == ("video" if name.endswith(".mp4") else "image")
    told = [line for line in err if f"{os.sep}{name}:" in line]
    assert told == [entry["error"]]
    assert told[0].endswith(".")
    assert BAD[name][1] in told[0]


def test_some_bad_inputs_among_good_ones_end_with_1_and_a_sentence_each(all_kinds):
    code, _, err = all_kinds
    assert code == 1
    assert len(err) == len(BAD)


def test_only_bad_inputs_end_with_5(fer, tmp_path):
    code, out, err = fer("analyze", tmp_path / "missing.png", tmp_path)
    assert code == 5
    assert len(err) == 2
    assert out.count("could not be read") == 2


# --- analyze


def test_analyze_names_the_portrait_happy(fer, portrait):
    code, out, err = fer("analyze", portrait)
    assert (code, err) == (0, [])
    path, line = out.splitlines()
    assert path == str(portrait)
    assert "happiness" in line


def test_yunet_needs_its_file_and_a_file_that_is_one(fer, portrait):
    code, out, err = fer("analyze", portrait, "--detector", "yunet")
    assert (code, out) == (2, "")
    assert err == [
        "YuNet needs its file: give it with --detector-model FILE (in Python, detector_model). "
        "The program brings none and fetches none."
    ]
    code, out, (sentence,) = fer(
        "analyze", portrait, "--detector", "yunet", "--detector-model", portrait
    )
    assert (code, out) == (4, "")
    assert "this is no YuNet file" in sentence


def test_yunet_finds_the_faces_where_it_is_chosen(fer, tmp_path):
    pytest.importorskip("onnx", reason="onnx makes the network")
    picture = tmp_path / "white.png"
    cv2.imwrite(str(picture), white_at((4, 3)))
    options = "--detector", "yunet", "--detector-model", yunet_network(tmp_path / "yunet.onnx")
    code, out, err = fer("analyze", picture, "--format", "json", *options)
    assert (code, err) == (0, [])
    (face,) = json.loads(out)["inputs"][0]["frames"][0]["faces"]
    assert (face["box"][0] + face["box"][2]) / 2 == pytest.approx(4.5 * 32, abs=1)


def test_how_thoroughly_a_video_is_looked_at_can_be_said(fer, portrait, tmp_path):
    clip, wide = tmp_path / "clip.avi", np.full((720, 1280, 3), 120, np.uint8)
    wide[200:600, 300:700] = cv2.resize(cv2.imread(str(portrait)), (400, 400))
    writer = cv2.VideoWriter(str(clip), cv2.VideoWriter.fourcc(*"MJPG"), 30, (1280, 720))
    for _ in range(2):
        writer.write(wide)
    writer.release()
    n_faces = {}
    for options in ((), ("--search", "thorough"), ("--search", "fast")):
        code, out, _ = fer("analyze", clip, "--format", "json", *options)
        frames = json.loads(out)["inputs"][0]["frames"]
        n_faces[options] = [len(frame["faces"]) for frame in frames]
        assert code == 0
    assert list(n_faces.values()) == [[1, 1], [1, 1], [0, 0]]


def test_analyze_json_is_the_contracts_object(fer, portrait, seed_spec):
    code, out, err = fer("analyze", portrait, "--format", "json", "--model", "seed")
    assert (code, err) == (0, [])
    parsed = json.loads(out)
    assert parsed["schema"] == 1
    assert parsed["model"] == {
        "name": "seed",
        "version": seed_spec.version,
        "sha256": seed_spec.sha256["model.tflite"],
        "engine": "litert",
    }
    face = only_face(parsed["inputs"][0])
    assert set(face) == {
        "box",
        "detection_score",
        "track_id",
        "label",
        "confidence",
        "uncertain",
        "valence",
        "probabilities",
    }
    assert list(face["probabilities"]) == list(LABELS)
    assert sum(face["probabilities"].values()) == pytest.approx(1, abs=1e-3)
    assert face["confidence"] == max(face["probabilities"].values())
    assert 0 < face["detection_score"] <= 1


def test_analyze_a_video_every_tenth_frame(fer, video):
    code, out, _ = fer("analyze", video, "--format", "jsonl", "--every", 10)
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(line["index"], line["kind"]) for line in lines] == [
        (0, "video"),
        (10, "video"),
        (20, "video"),
    ]
    assert all(line["faces"][0]["track_id"] is not None for line in lines)


def test_a_video_that_is_cut_short_is_told(fer, video, portrait, tmp_path):
    (tmp_path / "cut.mp4").write_bytes(video.read_bytes()[:4000])
    code, _, err = fer("analyze", tmp_path / "cut.mp4", portrait)
    assert code == 1
    assert len(err) == 1
    assert "cut.mp4" in err[0]


def test_results_go_to_the_output_file_in_a_new_folder(fer, portrait, tmp_path):
    file = tmp_path / "new" / "results.csv"
    code, out, err = fer("analyze", portrait, "--format", "csv", "--output", file)
    assert (code, out, err) == (0, "", [])
    (row,) = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8")))
    assert (row["path"], row["label"]) == (str(portrait), "happiness")


def test_an_output_file_that_cannot_be_written_is_named(fer, portrait, tmp_path):
    code, out, err = fer("analyze", portrait, "--output", tmp_path)
    assert (code, out, len(err)) == (2, "", 1)
    assert str(tmp_path) in err[0]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_sentence(fer, portrait):
    code, _, err = fer("analyze", portrait, "--output", "/dev/full")
    assert code != 0
    assert len(err) == 1
    assert "/dev/full" in err[0]


def test_annotated_copies_are_saved(fer, portrait, video, tmp_path):
    folder = tmp_path / "annotated"
    code, _, err = fer("analyze", portrait, video, "--annotate", folder, "--every", 15)
    assert (code, err) == (0, [])
    assert sorted(path.name for path in folder.iterdir()) == [
        "astronaut-annotated.png",
        "clip-annotated.mp4",
    ]
    image = cv2.imread(str(folder / "astronaut-annotated.png"))
    assert (image != cv2.imread(str(portrait))).any()


def test_an_annotated_video_keeps_the_time_of_each_frame(fer, video, tmp_path):
    path = tmp_path / "uneven.mp4"
    path.write_bytes(with_durations(video.read_bytes(), (10, 1), (20, 5)))
    given = ("--annotate", tmp_path, "--model", "seed", "--search", "fast")
    code, _, err = fer("analyze", path, *given)
    assert (code, err) == (0, [])
    assert times_of(tmp_path / "uneven-annotated.mp4") == pytest.approx(times_of(path), abs=1e-4)


def interrupted_after(n, monkeypatch):
    """Make Ctrl+C come after so many frames of a video."""
    real = FileAnalyzer.frames

    def frames(*arguments):
        for number, analyzed in enumerate(real(*arguments), start=1):
            yield analyzed
            if number == n:
                raise KeyboardInterrupt

    monkeypatch.setattr(FileAnalyzer, "frames", frames)


def test_ctrl_c_leaves_an_annotated_video_that_plays(fer, video, tmp_path, monkeypatch):
    interrupted_after(7, monkeypatch)
    code, _, err = fer("analyze", video, "--annotate", tmp_path, "--model", "seed")
    assert (code, err) == (130, [])
    times = times_of(tmp_path / "clip-annotated.mp4")
    assert times == pytest.approx([n / 15 for n in range(7)], abs=1e-4)


def test_a_terminal_is_told_how_far_a_video_is(video, monkeypatch):
    monkeypatch.setattr(sys, "stderr", terminal := io.StringIO())
    terminal.isatty = lambda: True
    arguments = ("--every", "30", "--model", "seed", "--output", os.devnull)
    assert main(["analyze", str(video), *arguments]) == 0
    words = terminal.getvalue()
    assert "\rclip.mp4: 1 of 30 frames" in words
    assert words.endswith(" \r1 of 1 done\n"), "the line is taken away"


@pytest.mark.parametrize("every", [1000, 10], ids=["one frame", "three frames"])
def test_an_annotated_copy_that_fails_does_not_stop_the_others(
    fer, portrait, video, tmp_path, every, monkeypatch
):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("fer_desktop.vision.media.mp4_writer.VideoWriter.write", full)
    arguments = ("--annotate", tmp_path, "--every", every, "--format", "json")
    code, out, err = fer("analyze", video, portrait, *arguments)
    first, second = json.loads(out)["inputs"]
    assert code == 1
    assert [first["error"]] == err
    assert "clip-annotated.mp4" in err[0]
    assert only_face(second)["label"] == "happiness"


def test_below_the_least_confidence_a_face_is_uncertain(fer, portrait):
    _, out, _ = fer("analyze", portrait, "--format", "json", "--min-confidence", 1)
    face = only_face(json.loads(out)["inputs"][0])
    assert (face["label"], face["uncertain"]) == ("uncertain", True)


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_several_processes_print_what_one_prints(fer, portrait, video, tmp_path, form):
    (tmp_path / "empty.png").touch()
    inputs = [str(path) for path in (portrait, tmp_path / "empty.png", video, "gone.png")]
    given = ("analyze", *inputs, "--format", form, "--every", "10")
    # A program of its own for one of them: what it prints is the same.
    one = fer(*given, "--workers", "1")
    two = (run_program if form == "jsonl" else fer)(*given, "--workers", "2")
    assert one == two
    assert one[0] == 1
    assert len(one[2]) == 2


def test_resume_without_a_file_is_refused(fer, portrait):
    code, out, err = fer("analyze", portrait, "--resume")
    assert (code, out) == (2, "")
    assert err == ["--resume needs --output FILE, and --format csv or jsonl."]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names that are no UTF-8")
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_a_name_that_is_no_utf8_is_analyzed(fer, portrait, tmp_path, form):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.png")
    shutil.copy(portrait, path)
    code, _, err = fer("analyze", path, "--format", form, "--output", tmp_path / "out")
    assert (code, err) == (0, [])
    assert b"happiness" in (tmp_path / "out").read_bytes()


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_console_that_lacks_a_letter_gets_all_the_rest(tmp_path, portrait, form):
    # A pipe or file on Windows has the code page of the system.
    path = tmp_path / "日本.png"
    shutil.copy(portrait, path)
    code, out, err = run_program("analyze", str(path), "--format", form, PYTHONIOENCODING="cp1252")
    assert (code, err) == (0, [])
    assert "happiness" in out


def test_a_reader_that_has_gone_is_no_error():
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        code, _, err = run_program("models", "--json", stdout=write_end)
    finally:
        os.close(write_end)
    assert (code, err) == (0, [])


# --- export


def test_a_video_is_exported_with_the_very_numbers_of_analyze(fer, video, tmp_path):
    given = (video, "--every", 10, "--model", "seed")
    code, out, err = fer("export", *given, "--format", "csv", "--output", tmp_path / "a.csv")
    assert (code, out) == (0, "")
    assert err == [f"{tmp_path / 'a.csv'} is written."]
    exported = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text("utf-8"))))
    _, out, _ = fer("analyze", *given, "--format", "csv")
    analyzed = list(csv.DictReader(io.StringIO(out)))
    assert len(exported) == len(analyzed) == 3
    assert exported == analyzed
    for row in exported:
        assert all(row[f"s_{label}"] == row[f"p_{label}"] for label in LABELS)
    told = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert told["model"]["name"] == "seed"
    assert told["settings"]["every"] == 10


def test_export_of_a_folder_of_pictures_goes_on_after_a_bad_one(fer, portrait, tmp_path):
    shutil.copy(portrait, tmp_path / "a.png")
    (tmp_path / "b.png").write_bytes(b"no picture")
    report = tmp_path / "out" / "report.html"
    code, _, err = fer(
        "export", tmp_path, "--model", "seed", "--format", "html", "--output", report
    )
    assert code == 1
    assert len(err) == 2
    assert "All faces" in report.read_text(encoding="utf-8")


def test_export_says_what_does_not_fit(fer, portrait, tmp_path):
    code, _, err = fer("export", portrait, "--model", "seed", "--format", "srt")
    assert (code, len(err)) == (2, 1)
    assert "tells of times" in err[0]
    (tmp_path / "session.json").write_text("{")
    code, _, err = fer("export", tmp_path, "--format", "csv")
    assert (code, len(err)) == (5, 1)
    assert "damaged" in err[0]


# --- models


def test_an_unknown_model_is_refused_with_the_known_ones(fer, portrait):
    code, out, err = fer("analyze", portrait, "--model", "missing")
    assert (code, out, len(err)) == (4, "", 1)
    assert "'missing'" in err[0]
    assert all(name in err[0] for name in paths.bundled_models())


@pytest.fixture
def own_model(tmp_path, seed_spec):
    """Return a function that makes a model directory of the seed model with changes."""
    folder = tmp_path / "own model"
    folder.mkdir()
    values = json.loads((seed_spec.directory / "model.json").read_text(encoding="utf-8"))

    def make(content=None, **changes):
        if content is not None:
            (folder / "model.tflite").write_bytes(content)
        values.update(changes)
        (folder / "model.json").write_text(json.dumps(values), encoding="utf-8")
        return folder

    return make


def test_an_own_model_is_taken_from_its_directory(fer, portrait, own_model, seed_spec):
    content = (seed_spec.directory / "model.tflite").read_bytes()
    folder = own_model(content, name="mine", version="7")
    code, out, _ = fer("analyze", portrait, "--model", folder, "--format", "json")
    assert code == 0
    parsed = json.loads(out)
    assert (parsed["model"]["name"], parsed["model"]["version"]) == ("mine", "7")
    assert only_face(parsed["inputs"][0])["label"] == "happiness"


def refused_model(fer, portrait, folder, engine="litert"):
    code, out, err = fer("analyze", portrait, "--model", folder, "--engine", engine)
    assert (code, out, len(err)) == (4, "", 1)
    assert str(folder) in err[0]
    return err[0]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\0", "[" * 100_000], ids=lambda t: t[:2])
def test_a_model_json_that_is_no_object_is_refused(fer, portrait, own_model, text):
    folder = own_model()
    (folder / "model.json").write_text(text)
    assert "model.json" in refused_model(fer, portrait, folder)


@pytest.mark.parametrize(
    ("engine", "content", "words"),
    [
        ("litert", b"hello", "this is no LiteRT file"),
        ("litert", b"\x1c\0\0\0TFL3" + bytes(1000), "LiteRT can't load it"),
        ("keras", pickle.dumps({"weights": 1}), "Python pickle"),
        ("keras", b"\x89HDF\r\n\x1a\n" + bytes(1000), "old HDF5 model"),
    ],
)
def test_a_hostile_file_with_the_right_checksum_is_refused(
    fer, portrait, own_model, engine, content, words
):
    name = {"litert": "model.tflite", "keras": "model.keras"}[engine]
    sums = {"model.tflite": "0" * 64, name: hashlib.sha256(content).hexdigest()}
    folder = own_model(sha256=sums)
    (folder / name).write_bytes(content)
    assert words in refused_model(fer, portrait, folder, engine)


def test_a_keras_file_with_code_in_it_is_refused_and_the_code_never_runs(
    fer, portrait, own_model, tmp_path
):
    mark = tmp_path / "written"
    code = marshal.dumps(compile(f"open({str(mark)!r}, 'w')", "x", "exec"))
    function = {"class_name": "__lambda__", "config": {"code": base64.b64encode(code).decode()}}
    content = archive(network(layer("Lambda", function=function)))
    sums = {"model.tflite": "0" * 64, "model.keras": hashlib.sha256(content).hexdigest()}
    folder = own_model(sha256=sums)
    (folder / "model.keras").write_bytes(content)
    text = refused_model(fer, portrait, folder, "keras")
    assert "Lambda" in text
    assert not mark.exists()


def test_a_directory_without_a_model_json_is_refused(fer, portrait, tmp_path):
    assert "model.json" in refused_model(fer, portrait, tmp_path)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"schema": 2}, "schema: expected 1, found 2"),
        ({"labels": ["joy"]}, "contempt, disgust, fear, happiness"),
        ({"labels": ["joy"]}, "found ['joy']"),
        ({"labels": list(reversed(LABELS))}, "found ['surprise', 'sadness'"),
        ({"temperature": 0}, "temperature: expected a number from 0.05 to 20, found 0"),
        ({"temperature": 10**400}, "temperature: expected a number from 0.05 to 20"),
        ({"temperature": "warm"}, "temperature: expected a number from 0.05 to 20, found 'warm'"),
        ({"crop_margin": 7}, "crop_margin: expected a number from -0.25 to 1, found 7"),
        ({"input": {}}, "channels is missing"),
        ({"sha256": {"model.tflite": "abc"}}, "expected 64 hexadecimal digits, found 'abc'"),
        ({"sha256": {}}, "expected a checksum for model.tflite"),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, dict) else "",
)
def test_a_broken_value_in_model_json_is_refused_with_what_is_expected_and_found(
    fer, portrait, own_model, changes, expected
):
    text = refused_model(fer, portrait, own_model(**changes))
    assert "model.json" in text
    assert expected in text


def test_a_network_that_is_not_the_one_of_model_json_is_refused_with_both_checksums(
    fer, portrait, own_model, seed_spec
):
    content = bytearray((seed_spec.directory / "model.tflite").read_bytes())
    content[len(content) // 2] ^= 1
    text = refused_model(fer, portrait, own_model(bytes(content)))
    assert "model.tflite" in text
    assert seed_spec.sha256["model.tflite"] in text
    assert hashlib.sha256(content).hexdigest() in text


def test_a_missing_network_is_refused(fer, portrait, own_model):
    assert "model.tflite" in refused_model(fer, portrait, own_model())


@pytest.mark.parametrize("content", [b"", b"no network at all"], ids=["empty", "text"])
def test_a_file_that_is_no_network_is_refused(fer, portrait, own_model, content):
    digest = hashlib.sha256(content).hexdigest()
    folder = own_model(content, sha256={"model.tflite": digest})
    assert "model.tflite" in refused_model(fer, portrait, folder)


def test_a_network_of_another_input_size_is_refused_with_both_sizes(
    fer, portrait, own_model, seed_spec
):
    content = (seed_spec.directory / "model.tflite").read_bytes()
    side = seed_spec.chip_format.height
    given = {"height": 32, "width": 32, "channels": 3, "color_order": "rgb", "low": 0, "high": 1}
    text = refused_model(fer, portrait, own_model(content, input=given))
    assert "(1, 32, 32, 3)" in text
    assert f"{side}, {side}" in text


def test_models_are_listed(fer):
    code, out, err = fer("models", "--json")
    assert (code, err) == (0, [])
    models = {model["name"]: model for model in json.loads(out)["models"]}
    assert [model["default"] for model in models.values()].count(True) == 1
    assert models["seed"]["sha256"]["model.tflite"]
    assert models["seed"]["licence"]
    assert models["seed"]["metrics"]["FERPlus"]["Valid"]["accuracy"] > 0
    assert any("facial_expressions" in data for data in models["seed"]["training_data"])
    assert {weak["label"] for weak in models["seed"]["not_to_be_trusted"]} <= set(LABELS)
    code, out, _ = fer("models")
    assert code == 0
    assert all(f"{name} " in out for name in models)
    assert out.count("(default)") == 1


# --- evaluate


@pytest.fixture
def labelled(tmp_path, astronaut):
    """Return a data folder: the portrait as happiness, a plain picture as neutral."""
    for label, image in (("happiness", astronaut), ("neutral", astronaut * 0 + 90)):
        (tmp_path / "data" / label).mkdir(parents=True)
        cv2.imwrite(str(tmp_path / "data" / label / "a.png"), image)
    return tmp_path / "data"


def test_evaluate_json_is_the_contracts_object(fer, labelled):
    code, out, err = fer("evaluate", labelled, "--json")
    assert (code, err) == (0, [])
    figures = json.loads(out)
    assert (figures["n"], figures["accuracy"], figures["detected"]) == (2, 0.5, 0.5)
    assert figures["balanced_accuracy"] == 0.5
    assert figures["per_class"]["happiness"] == {"n": 1, "precision": 1, "recall": 1, "f1": 1}
    happiness = LABELS.index("happiness")
    assert figures["confusion"][happiness][happiness] == 1
    assert sum(map(sum, figures["confusion"])) == 1, "no answer without a face"
    assert figures["labels"] == list(LABELS)
    assert 0 <= figures["ece"] <= 1
    low, high = figures["intervals"]["accuracy"]
    assert low < 0.5 < high
    assert figures["intervals"]["per_class"]["fear"]["recall"] is None
    assert sum(row["n"] for row in figures["calibration"]) == 1
    assert figures["answered"] in (0, 0.5)
    assert figures["right_of_answered"] == 2 * figures["answered"], "the one face is right"


def test_evaluate_crops_uses_no_detector(fer, labelled):
    code, out, _ = fer("evaluate", labelled, "--json", "--crops", "--layout", "folders")
    assert code == 0
    assert json.loads(out)["detected"] == 1


def test_evaluate_for_people_has_macro_f1_beside_accuracy(fer, labelled):
    code, out, _ = fer("evaluate", labelled)
    assert code == 0
    assert all(word in out for word in ("accuracy", "balanced accuracy", "macro-F1", *LABELS))
    assert "0.5000" in out
    assert "95 % interval" in out
    assert out.count("few pictures") == 2


def test_evaluate_draws_its_plots_beside_the_figures(fer, labelled, tmp_path):
    pytest.importorskip("matplotlib", reason="the extra 'plots' is not installed")
    folder = tmp_path / "new" / "plots"
    code, out, err = fer("evaluate", labelled, "--crops", "--json", "--plots", folder)
    assert (code, err) == (0, [])
    assert json.loads(out)["n"] == 2
    assert sorted(path.name for path in folder.iterdir()) == ["calibration.png", "confusion.png"]


@pytest.mark.parametrize("missing", [True, False], ids=["no matplotlib", "no folder"])
def test_evaluate_that_can_not_draw_says_so_before_it_measures(
    fer, labelled, tmp_path, monkeypatch, missing
):
    if missing:
        monkeypatch.setitem(sys.modules, "matplotlib", None)
        monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    else:
        pytest.importorskip("matplotlib", reason="the extra 'plots' is not installed")
        (tmp_path / "plots").touch()
    monkeypatch.setattr(
        "fer_desktop.cli.evaluate.classify_samples", lambda *_: pytest.fail("measured")
    )
    code, out, err = fer("evaluate", labelled, "--plots", tmp_path / "plots")
    assert (code, out, len(err)) == (2, "", 1)
    assert ("fer-desktop[plots]" if missing else str(tmp_path / "plots")) in err[0]


@pytest.mark.parametrize("layout", ["auto", "legend", "ferplus", "folders"])
def test_evaluate_refuses_a_missing_folder(fer, tmp_path, layout):
    code, out, err = fer("evaluate", tmp_path / "missing", "--layout", layout)
    assert (code, out, len(err)) == (5, "", 1)
    assert str(tmp_path / "missing") in err[0]


def test_evaluate_refuses_a_damaged_picture_and_an_unknown_split(fer, labelled):
    (labelled / "neutral" / "b.png").write_bytes(b"no picture")
    code, out, err = fer("evaluate", labelled, "--crops")
    assert (code, out, len(err)) == (5, "", 1)
    assert "b.png" in err[0]
    code, _, err = fer("evaluate", labelled, "--split", "Valid")
    assert (code, len(err)) == (5, 1)
    assert "Valid" in err[0]


# --- cameras, doctor


def test_benchmark_json_is_the_contracts_object(fer, video):
    code, out, err = fer("benchmark", "--source", video, "--frames", "5", "--json")
    assert (code, err) == (0, [])
    figures = json.loads(out)
    assert (figures["source"], figures["frames"], figures["dropped"]) == (str(video), 5, 0)
    assert set(figures["stages"]) == {"read", "detect", "track", "classify", "total"}
    for stage in figures["stages"].values():
        assert set(stage) == {"median_ms", "p95_ms"}
    for key in ("frames_per_second", "cpu_percent", "peak_rss_mb", "first_result_s"):
        assert figures[key] > 0
    assert figures["machine"]["cores"] == os.cpu_count()
    assert figures["versions"]["fer-desktop"] == __version__


def test_benchmark_for_people_is_a_table(fer):
    code, out, _ = fer("benchmark", "--source", "demo", "--frames", "3")
    assert code == 0
    first, second, *_ = out.splitlines()
    assert first.split()[:3] == ["source", "read", "ms"]
    assert second.startswith("demo ")


def test_benchmark_of_a_missing_file_ends_with_5(fer, tmp_path):
    code, out, err = fer("benchmark", "--source", tmp_path / "gone.mp4")
    assert (code, out, len(err)) == (5, "", 1)
    assert "gone.mp4" in err[0]


def test_cameras_are_listed(fer, monkeypatch):
    cameras = [CameraDevice(n, f"Cam {n}", n, 0, f"Cam {n}|1:2|x") for n in range(2)]
    monkeypatch.setattr("fer_desktop.cli.cameras.list_cameras", lambda: cameras)
    offered = CaptureFormat(640, 480, 30.0)
    monkeypatch.setattr("fer_desktop.cli.cameras.offered_formats", lambda camera: (offered,))
    formats = [{"width": 640, "height": 480, "rate": 30.0}]
    code, out, err = fer("cameras", "--json")
    assert (code, err) == (0, [])
    assert json.loads(out) == {
        "cameras": [
            {"number": n, "name": f"Cam {n}", "identity": f"Cam {n}|1:2|x", "formats": formats}
            for n in range(2)
        ]
    }
    assert fer("cameras")[1].splitlines() == ["camera:0  Cam 0", "camera:1  Cam 1"]


def test_no_camera_is_told_and_the_json_is_an_empty_list(fer, monkeypatch):
    monkeypatch.setattr("fer_desktop.cli.cameras.list_cameras", list)
    code, out, err = fer("cameras", "--json")
    assert (code, json.loads(out), len(err)) == (0, {"cameras": []}, 1)


def test_the_doctor_says_whether_all_is_well(fer):
    code, out, err = fer("doctor", "--json")
    assert (code, err) == (0, [])
    report = json.loads(out)
    assert report["ok"] is True
    assert report["versions"]["fer-desktop"] == __version__
    assert report["machine"]["cores"] >= 1
    assert {"name", "ok", "needed", "text"} == set(report["checks"][0])


def test_the_doctor_says_what_is_wrong_and_ends_with_1(fer, monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "face_cascade", lambda: tmp_path / "gone.xml")
    code, out, _ = fer("doctor")
    assert code == 1
    assert "PROBLEM  analysis" in out
    assert "gone.xml" in out


# --- usage


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["analyze"],
        ["analyze", "a.png", "--format", "xml"],
        ["analyze", "a.png", "--every", "0"],
        ["analyze", "a.png", "--every", "1.5"],
        ["analyze", "a.png", "--min-confidence", "1.1"],
        ["analyze", "a.png", "--min-confidence", "nan"],
        ["analyze", "a.png", "--engine", "torch"],
        ["analyze", "a.png", "--detector", "dlib"],
        ["evaluate"],
        ["evaluate", ".", "--layout", "imagenet"],
        ["benchmark", "--frames", "0"],
        ["--run-for", "0"],
        ["--run-for", "soon"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    out, err = capsys.readouterr()
    assert caught.value.code == 2
    assert out == ""
    assert err.startswith("fer-desktop")
    assert err.count("\n") == 1
    assert "--help says more" in err
    assert not arguments[1:] or arguments[-1] in err


@pytest.mark.parametrize(
    ("command", "options"),
    [
        (
            "analyze",
            "--format --output --annotate --every --min-confidence --model --engine "
            "--detector --detector-model --search",
        ),
        ("evaluate", "--layout --split --crops --json --plots"),
        ("benchmark", "--source --frames --json --model --engine"),
        ("cameras", "--json"),
        ("models", "--json"),
        ("doctor", "--json"),
        ("", "--source --model --engine --run-for --screenshot --version"),
    ],
    ids=lambda text: text.partition(" ")[0] or "window",
)
def test_help_knows_every_option_of_the_contract(command, options, capsys):
    with pytest.raises(SystemExit) as caught:
        main([*command.split(), "--help"])
    out = capsys.readouterr().out
    assert caught.value.code == 0
    assert [
        option for option in options.split() if f"{option}" not in out.split("\n\n", 1)[1]
    ] == []


# --- live output


def test_a_place_for_live_results_that_is_none_is_told():
    options = parsed(["--send", "udp", "--no-window"])
    with pytest.raises(SettingsError, match="'udp' is no place for live results"):
        settings_from(options, Settings())
    options = parsed(["--send", "osc", "--send", "ws://0.0.0.0"])
    told = settings_from(options, Settings()).send
    assert told == "osc://127.0.0.1:9000 ws://0.0.0.0:8765"
