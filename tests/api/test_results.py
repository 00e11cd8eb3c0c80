"""What is given back to the package: faces, one face, frames; anything else is told."""

import copy
import pickle

import numpy as np
import pytest

import fer_desktop
from fer_desktop import AnalyzedFrame, Analyzer, Expression, Frame, LiveOutput
from fer_desktop.api.arguments import source_text
from fer_desktop.api.results import each_result, faces_in
from tests.api.test_pandas_table import analyzed, face
from tests.fakes import picture


def test_one_face_some_and_a_frame_are_faces():
    one = face()
    assert faces_in(one, "draw") == faces_in([one], "draw") == (one,)
    assert faces_in(analyzed(0, one, one), "draw") == (one, one)
    frames = [analyzed(0, one), analyzed(1)]
    assert list(each_result(frames, "to_pandas")) == frames


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, "draw takes what analyze or analyze_video gave, not None"),
        ("a.jpg", "not 'a.jpg'"),
        ([[face()], []], "draw takes the faces of one picture at a time: call it for each"),
        ([analyzed(0)], "draw takes one frame at a time"),
    ],
)
def test_anything_else_is_told(given, words):
    with pytest.raises(TypeError, match=words):
        faces_in(given, "draw")


def test_wrong_arguments_say_what_is_right():
    with Analyzer(model="seed") as analyzer:
        assert repr(analyzer) == "Analyzer(model='seed', engine='litert')"
        for source in (None, -1, 1.5, True):
            with pytest.raises(TypeError, match="a source is a camera's number from 0"):
                analyzer.analyze_live(source)
        with pytest.raises(TypeError, match="cameras are for analyze_live"):
            analyzer.analyze_video(0)
        with pytest.raises(ValueError, match=r"whole number from 1, not 1\.5"):
            analyzer.analyze_video("clip.mp4", every=1.5)
        with pytest.raises(fer_desktop.ImageError, match="this is an address"):
            analyzer.analyze("https://example.org/a.jpg")
    with pytest.raises(ValueError, match=r"an array of \(8,\) probabilities, got list"):
        Expression([1.0] + [0.0] * 7)
    with LiveOutput() as output, pytest.raises(TypeError, match="as analyze_live gives it"):
        output.put(face())
    output.put(AnalyzedFrame(Frame(picture()), ()))
    with pytest.raises(fer_desktop.SettingsError, match="None is no place for live results"):
        LiveOutput(None)


def test_a_name_that_is_wrong_by_a_letter_is_found():
    with pytest.raises(AttributeError) as caught:
        _ = fer_desktop.Analyser
    assert (caught.value.name, caught.value.obj) == ("Analyser", fer_desktop)


def test_numbers_of_numpy_are_numbers():
    with Analyzer(model="seed") as analyzer:
        with pytest.raises(fer_desktop.SourceError, match=r"clip\.mp4: there is no such file"):
            analyzer.analyze_video("clip.mp4", every=np.int64(2))
        for every in (True, np.int64(0), np.float64(2)):
            with pytest.raises(ValueError, match="whole number from 1"):
                analyzer.analyze_video("clip.mp4", every=every)
        assert source_text(np.int64(1)) == "camera:1"
        for patience_s in ("x", -1, float("nan"), None, True):
            with pytest.raises(ValueError, match="patience_s is a number of seconds from 0"):
                analyzer.analyze_live("demo", patience_s=patience_s)


def test_nobody_writes_into_a_result():
    given = np.full(8, 0.125, np.float32)
    seen = Expression(given)
    given[0] = 1  # the caller's own
    for one in (seen, copy.deepcopy(seen), pickle.loads(pickle.dumps(seen))):
        assert one.probabilities[0] == 0.125
        with pytest.raises(ValueError, match="read-only"):
            one.probabilities[0] = 1
    frame = Frame(picture(), 3, 0.1)
    for one in (copy.deepcopy(frame), pickle.loads(pickle.dumps(frame))):
        assert one == frame
        assert not one.image.flags.writeable


def test_a_closed_analyzer_opens_no_block():
    analyzer = Analyzer(model="seed")
    analyzer.close()
    with pytest.raises(ValueError, match="closed"), analyzer:
        pass


def test_a_model_is_a_name_or_a_path():
    with pytest.raises(TypeError, match="a model is a name or a path, not None"):
        Analyzer(model=None)
