"""A user's own model is tried in another process, which may crash, hang or take all memory."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.settings import Settings
from fer_desktop.system import paths
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision import assembly
from fer_desktop.vision.recognition import trial
from fer_desktop.vision.recognition.model_spec import LITERT_FILE, load_spec

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")


@pytest.fixture(autouse=True)
def nothing_was_tried():
    trial._try.cache_clear()


@pytest.fixture
def own(tmp_path, seed_spec):
    """Return a copy of the seed model's directory, without its large Keras file."""
    for name in (SPEC_FILE, LITERT_FILE):
        shutil.copy(seed_spec.directory / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def stand_in(monkeypatch):
    """Return a function that puts a script in the place of the program."""

    def replace(script):
        monkeypatch.setattr(trial, "_program", lambda: [sys.executable, "-c", script])

    return replace


def refusal(folder):
    """Return the one sentence that a model is refused with."""
    with pytest.raises(ModelError) as caught:
        assembly.make_classifier(Settings(model=str(folder)))
    text = str(caught.value)
    assert str(folder) in text
    assert text.isprintable()
    assert text.endswith(".")
    return text


def test_a_good_model_is_tried_once_and_loaded(own, monkeypatch):
    calls = []
    real = trial._run
    monkeypatch.setattr(trial, "_run", lambda *a: calls.append(a) or real(*a))
    for _ in range(2):
        classifier = assembly.make_classifier(Settings(model=str(own)))
        assert classifier.spec.directory == own
    assert len(calls) == 1
    values = json.loads((own / SPEC_FILE).read_text(encoding="utf-8"))
    values["sha256"]["labels.txt"] = "0" * 64
    (own / SPEC_FILE).write_text(json.dumps(values), encoding="utf-8")
    assembly.make_classifier(Settings(model=str(own)))
    assert len(calls) == 2, "other checksums are another model"


@pytest.mark.parametrize("name", paths.bundled_models())
def test_what_came_with_the_program_is_not_tried(name, monkeypatch):
    monkeypatch.setattr(trial, "try_model", None)
    assembly.make_classifier(Settings(model=name))
    assembly.make_classifier(Settings(model=str(paths.model_directory(name))))


def test_what_the_other_process_found_wrong_is_told(own):
    (own / LITERT_FILE).write_bytes((own / LITERT_FILE).read_bytes()[:-1])
    assert "expected sha256" in refusal(own)
    assert not trial._try.cache_info().currsize


@needs_signals
@pytest.mark.parametrize("number", [6, 9, 11])
def test_a_crash_of_the_other_process_is_a_sentence_in_this_one(own, stand_in, number):
    stand_in(f"import os; os.kill(os.getpid(), {number})")
    assert refusal(own) == (
        f"{own}: not loaded, its network crashed (-{number}) on the engine litert."
    )


def test_words_of_a_process_that_crashed_are_not_believed(own, stand_in):
    stand_in("print('fine'); raise SystemExit(9)")
    assert "crashed (9)" in refusal(own)


def test_a_network_that_never_answers(own, stand_in, monkeypatch):
    monkeypatch.setitem(trial.CPU_LIMIT_S, "litert", 1)
    monkeypatch.setattr(trial, "_WAIT_FACTOR", 2)
    stand_in("import time; time.sleep(60)")
    assert "gave no answer in 1 s" in refusal(own)


def test_without_a_python_to_start(own, monkeypatch):
    monkeypatch.setattr(trial, "_program", lambda: [str(own / "missing")])
    assert "could not be tried (No such file" in refusal(own)


@needs_signals
def test_computing_and_memory_have_limits(tmp_path):
    script = (
        "from fer_desktop.vision.recognition import trial\n"
        "from fer_desktop.system.limits import limit_this_process\n"
        "limit_this_process(1, trial.MEMORY_LIMIT)\n"
        "try:\n    bytearray(trial.MEMORY_LIMIT)\n"
        "except MemoryError:\n    print('no memory', flush=True)\n"
        "while True:\n    pass\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", script],
        env=trial._environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "no memory\n"
    assert done.returncode == -signal.SIGXCPU


def test_the_working_directory_is_not_trusted(own, monkeypatch):
    for name in ("numpy", "cv2", "json", "fer_desktop"):
        (own / f"{name}.py").write_text("open('ran', 'w')", encoding="utf-8")
    monkeypatch.chdir(own)
    trial.try_model(load_spec(own), "litert")
    assert not (own / "ran").exists()


def test_in_a_frozen_app_the_app_itself_is_started(monkeypatch):
    assert trial._program()[1:] == ["-P", "-m", "fer_desktop"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    for window, console in (("fer-desktop-window", "fer-desktop"), ("w.exe", "fer-desktop.exe")):
        monkeypatch.setattr(sys, "executable", str(Path("folder", window)))
        assert trial._program() == [str(Path("folder", console))]


@pytest.mark.keras
@needs_signals
def test_a_network_whose_loop_never_ends(needs_keras, own, monkeypatch):
    """It is a valid file with the right checksum, and would hang whatever loads it."""
    import tensorflow as tf

    from tests.vision.recognition.test_classifier import converter_of, resigned

    @tf.function(input_signature=[tf.TensorSpec((1, 100, 100, 3), tf.float32)])
    def call(chip):
        start = tf.reduce_max(chip)
        end = tf.while_loop(lambda x: x < start + 2, lambda x: [x * 0 + start], [start])[0]
        return tf.fill((1, 8), 0.125) + 0 * end

    spec = resigned(own, LITERT_FILE, converter_of(call).convert())
    monkeypatch.setitem(trial.CPU_LIMIT_S, "litert", 3)
    monkeypatch.setattr(trial, "_WAIT_FACTOR", 100)
    with pytest.raises(ModelError, match="gave no answer in 3 s on the engine litert"):
        trial.try_model(spec, "litert")


@pytest.mark.keras
@needs_signals
def test_a_network_larger_than_the_memory(needs_keras, own):
    from tests.vision.recognition.test_classifier import resigned
    from tests.vision.recognition.test_keras_archive import archive, layer, network

    huge = network(
        layer("InputLayer", batch_shape=[None, 100, 100, 3], dtype="float32", name="chip"),
        layer("Flatten", name="flat"),
        layer("Dense", name="huge", units=1_000_000_000, activation="relu"),
        layer("Dense", name="end", units=8, activation="softmax"),
    )
    spec = resigned(own, "model.keras", archive(huge))
    with pytest.raises(ModelError, match=r"Keras can't load it|crashed|too much memory"):
        trial.try_model(spec, "keras")


def test_it_answers_a_good_model_with_nothing(own, monkeypatch, capsys):
    monkeypatch.setattr(trial, "limit_this_process", lambda *_: None)
    assert trial.answer(str(own), "litert", 9) == 0
    (own / LITERT_FILE).write_bytes(b"x")
    assert trial.answer(str(own), "litert", 9) == 4
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert "expected sha256" in out
