"""Says of actions on what is shown when there is nothing to do them with."""

from PySide6.QtCore import QCoreApplication, QObject

from fer_desktop.gui.common.reasons import allow
from fer_desktop.gui.pictures.picture_mode import PictureMode
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow

_NEED_PICTURE = (
    *("snapshot", "copy_picture", "save_picture"),
    *("zoom_fit", "zoom_actual", "zoom_in", "zoom_out"),
)
_NEED_PICTURES = ("analyze_again", "face_table")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Possible", text)


class Possible(QObject):
    """Greys what needs a picture or a face where there is none."""

    def __init__(self, window: MainWindow, live: LiveMode, pictures: PictureMode) -> None:
        super().__init__(window)
        self._window, self._live, self._pictures = window, live, pictures
        for news in (window.view.filled, live.changed, pictures.changed, window.retranslated):
            news.connect(self.refresh)
        window.filmstrip.chosen.connect(self.refresh)
        pictures.progressed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Look at what there is."""
        actions, view = self._window.actions_.by_name(), self._window.view
        no_picture = "" if view.has_picture else _tr("There is no picture yet.")
        for name in _NEED_PICTURE:
            allow(actions[name], no_picture)
        no_face = "" if view.items else _tr("There is no face in the picture.")
        allow(actions["next_face"], no_face)
        not_live = "" if self._live.is_running else _tr("Start the camera first.")
        allow(actions["set_neutral"], not_live or no_face)
        allow(actions["forget_neutral"], not_live)
        is_active = self._pictures.is_active
        none_open = "" if is_active else _tr("No pictures are open.")
        for name in _NEED_PICTURES:
            allow(actions[name], none_open)
        strip = self._window.filmstrip
        row, n = strip.current_row, strip.n_shown
        current = self._pictures.current if is_active else None
        is_pasted = current is not None and self._pictures.pasted.holds(current)
        no_file = _tr("This picture has no file.") if is_pasted else ""
        allow(actions["show_file"], none_open or no_file)
        allow(actions["remove_picture"], none_open)
        none_done = "" if self._pictures.n_done else _tr("No picture is analyzed yet.")
        allow(actions["save_table"], none_open or none_done)
        is_first, is_last = _tr("This is the first picture."), _tr("This is the last picture.")
        allow(actions["previous_picture"], none_open or ("" if row > 0 else is_first))
        allow(actions["next_picture"], none_open or ("" if 0 <= row < n - 1 else is_last))
        is_busy = is_active and not self._pictures.is_done
        allow(actions["stop_pictures"], "" if is_busy else _tr("Nothing is analyzed just now."))
