"""The field for the file of an export: a name that nothing has yet, or what the user wants."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from fer_desktop.export.formats import Format
from fer_desktop.export.session_export import free_path
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.gui.export.words import title_of


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


class ExportTarget(Retranslated, QWidget):
    """A path that is written or chosen.

    Signals:
        changed: `path` may be another.
    """

    changed = Signal()

    def __init__(
        self, form: Format, folder: Path, stem: str, parent: QWidget | None = None
    ) -> None:
        """Suggest a file.

        Args:
            form: Its format.
            folder: Where it goes unless the user says otherwise.
            stem: What it is called, without a suffix.
            parent: The dialog.
        """
        super().__init__(parent)
        self._form, self._folder, self._stem = form, folder, stem
        self._suggested = ""
        self.line, self.browse = QLineEdit(), PushButton()
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse)
        self.show_format(form)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the words in the language of now."""
        self.line.setAccessibleName(_tr("File"))
        self.browse.setText(_tr("&Browse…"))

    @property
    def path(self) -> Path | None:
        """The file; None where it has no name."""
        text = self.line.text().strip()
        path = self._folder / text
        if not text or path.name in ("", ".."):
            return None
        return path if path.suffix else path.with_name(path.name + self._form.suffix)

    def show_format(self, form: Format) -> None:
        """Suggest a file of another format; what the user wrote gets its suffix only."""
        text = self.line.text()
        if text == self._suggested:
            text = self._suggested = str(free_path(form, self._folder, self._stem))
        else:
            text = text.removesuffix(self._form.suffix) + form.suffix
        self._form = form
        self.line.setText(text)

    def _browse(self) -> None:
        form = self._form
        # Whether files may be replaced is asked when they are written, for all of them at once.
        found, _ = QFileDialog.getSaveFileName(
            self,
            _tr("Export"),
            str(self.path or self._folder),
            f"{title_of(form)} (*{form.suffix});;" + _tr("All files (*)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if found:
            self.line.setText(str(Path(found)))
