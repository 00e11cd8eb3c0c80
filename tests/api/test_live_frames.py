"""Live results for a loop in Python: the newest frame wins, and the camera is always closed."""

import threading

import pytest

from fer_desktop.api.live_frames import live_frames
from fer_desktop.core.errors import CameraError, ModelError, SourceError
from fer_desktop.core.settings import Settings
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzer import FrameAnalyzer
from tests.fakes import (
    PATIENCE_S,
    FixedClassifier,
    FixedDetector,
    ScriptedSource,
    picture,
    wait_until,
)


@pytest.fixture
def live(monkeypatch):
    """Return a function that starts to read a source with a made-up analyzer."""

    def analyzer(settings):
        return FrameAnalyzer(FixedDetector((5, 5, 40, 40)), FixedClassifier("fear"), threshold=0.4)

    monkeypatch.setattr(assembly, "live_analyzer", analyzer)

    def start(source, patience_s=PATIENCE_S):
        monkeypatch.setattr(assembly, "source", lambda text, settings: source)
        return live_frames("camera", Settings(), patience_s)

    return start


def camera(*script, **options):
    return ScriptedSource([*script], **{"repeats": True, "comes_back": True, **options})


def test_frames_come_one_after_the_other_with_their_faces(live):
    frames = live(camera(picture(), 0.01))
    indices = []
    for _ in range(5):
        analyzed = next(frames)
        indices.append(analyzed.frame.index)
        assert [face.label for face in analyzed.faces] == ["fear"]
    frames.close()
    assert indices == sorted(set(indices))


def test_a_busy_loop_gets_the_newest_frame_and_misses_the_others(live):
    source = camera(picture(), 0.005)
    frames = live(source)
    first = next(frames).frame.index
    wait_until(lambda: source._index > first + 20)
    next(frames)  # was waiting since
    assert next(frames).frame.index > first + 15
    frames.close()


def test_nothing_is_opened_before_the_first_step(live):
    source = camera(picture())
    live(source)
    assert source.n_opened == 0


def test_a_loop_that_is_left_closes_the_camera(live):
    source = camera(picture(), 0.005)
    for _ in live(source):
        break
    assert source.n_closed >= 1
    assert not [t for t in threading.enumerate() if t.name.startswith(("capture", "analysis"))]


def test_an_error_in_the_loop_closes_the_camera(live):
    source = camera(picture(), 0.005)

    def loop():
        for _ in live(source):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        loop()
    assert source.n_closed >= 1


def test_a_file_ends_by_itself_with_its_last_frame(live):
    source = ScriptedSource([picture()] * 5, live=False)
    frames = [analyzed.frame.index for analyzed in live(source)]
    assert frames[-1] == 4
    assert source.n_closed >= 1


def test_a_camera_that_cannot_be_opened_is_told_at_once(live):
    source = camera(picture())
    source.open_error = CameraError("No camera was found.")
    with pytest.raises(CameraError, match="No camera was found"):
        next(live(source))


def test_a_camera_that_comes_back_goes_on(live):
    script = [picture(), 0.02, picture(), 0.02, CameraError("The camera is gone."), picture(), 0.02]
    frames = live(ScriptedSource(script, comes_back=True, repeats=True))
    seen = [next(frames).frame.index for _ in range(8)]
    frames.close()
    assert max(seen) >= 3, "beyond the loss"


def test_a_camera_that_stays_away_ends_the_loop(live):
    source = camera(picture(), 0.02)

    def unplug():
        source.open_error = CameraError("The camera is gone.")
        raise source.open_error

    source.script.append(unplug)
    with pytest.raises(CameraError, match="gone"):
        for _ in live(source, patience_s=0.1):
            pass
    assert source.n_closed >= 1


def test_a_file_that_is_damaged_is_told(live):
    script = [picture(), picture(), SourceError("a.mp4: damaged.")]
    source = ScriptedSource(script, live=False)
    frames = live(source)
    with pytest.raises(SourceError, match=r"a\.mp4: damaged"):
        for _ in frames:
            pass


def test_a_model_that_cannot_be_loaded_is_told(live, monkeypatch):
    def fail(settings):
        raise ModelError("The model is damaged.")

    frames = live(camera(picture(), 0.01))
    monkeypatch.setattr(assembly, "live_analyzer", fail)
    with pytest.raises(ModelError, match="damaged"):
        for _ in frames:
            pass
