"""File > Open Recent: what was opened last is opened again; what is gone is told."""

from fer_desktop.system import window_memory
from tests.recorded import write_session


def entries(desk):
    desk.actions.menus["&File"].aboutToShow.emit()
    return [a for a in desk.presenter.recent.menu.actions() if not a.isSeparator()]


def names(desk):
    return [action.toolTip().rpartition("/")[2] for action in entries(desk)[:-1]]


def test_at_first_there_is_nothing(make_desk):
    desk = make_desk()
    assert entries(desk) == []
    assert not desk.presenter.recent.menu.menuAction().isEnabled()


def test_files_folders_videos_and_sessions_are_listed(
    make_desk, quick_analysis, picture_files, video, tmp_path
):
    desk = make_desk()
    desk.open(picture_files[:1])
    desk.open(picture_files[1:])
    desk.window.files_dropped.emit([video])
    desk.wait(lambda: desk.lamp == "Playing: clip.mp4")
    session = write_session(tmp_path / "session")
    desk.window.files_dropped.emit([session])
    assert names(desk) == ["session", "clip.mp4", tmp_path.name, "a.png"]
    entries(desk)[-2].trigger()
    desk.wait(lambda: desk.all_analyzed)
    assert desk.window.filmstrip.paths() == picture_files[:1]
    assert names(desk)[0] == "a.png"


def test_what_is_gone_is_told_and_leaves_the_list(make_desk, tmp_path):
    desk = make_desk()
    window_memory.note_recent("files", str(tmp_path / "gone & lost.png"))
    (action, clear) = entries(desk)
    assert action.text().endswith("gone && lost.png")
    action.trigger()
    assert "is not there any more" in desk.window.banner.text
    assert entries(desk) == []
    del clear


def test_the_list_can_be_cleared(make_desk):
    desk = make_desk()
    window_memory.note_recent("files", "/a.png")
    window_memory.note_recent("streams", "rtsp://a/b")
    found = entries(desk)
    assert [action.toolTip() for action in found[:-1]] == ["/a.png", "rtsp://a/b"]
    found[-1].trigger()
    assert window_memory.recent("files") == window_memory.recent("streams") == []


def test_a_stream_is_opened_again(make_desk, quick_analysis, loopback):
    window_memory.note_recent("streams", loopback.url)
    desk = make_desk()
    entries(desk)[0].trigger()
    desk.wait_for_faces()
    assert desk.lamp.startswith("Stream on: ")
