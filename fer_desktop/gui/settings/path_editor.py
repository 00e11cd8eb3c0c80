"""The editor for a setting that is a file or a folder."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit

from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.gui.settings.editors import Editor
from fer_desktop.gui.settings.fields import FieldSpec, without_mnemonic, words


class PathEditor(Editor):
    """A file or folder, written or chosen."""

    def __init__(self, name: str, spec: FieldSpec, usual: str) -> None:
        """Edit a setting; `usual` is what "" stands for."""
        line, button = QLineEdit(), PushButton()
        super().__init__(name, spec, line, button)
        self._line, self._button = line, button
        self._line.setPlaceholderText(usual)
        self._line.setClearButtonEnabled(True)
        self._line.editingFinished.connect(self._on_line)
        self._button.clicked.connect(self._choose)
        self._shown = ""

    def show_value(self, value: str) -> None:
        """Show a path."""
        self._shown = value
        self._line.setText(value)
        self._line.setToolTip(value)

    def retranslate(self) -> None:
        """Write the words of the button."""
        super().retranslate()
        label = without_mnemonic(words(self.spec.label)).rstrip(":\uff1a\u00a0 ")
        self._button.setText(self.tr("Choose…"))
        self._button.setAccessibleName(self.tr("Choose: {what}").format(what=label))

    def _on_line(self) -> None:
        text = self._line.text().strip()
        if text != self._shown:
            self._shown = text
            self.edited.emit(text)

    def _choose(self) -> None:
        title = without_mnemonic(words(self.spec.label)).rstrip(":\uff1a\u00a0 ")
        start = self._line.text() or self._line.placeholderText() or str(Path.home())
        if self.spec.kind == "folder":
            found = QFileDialog.getExistingDirectory(self, title, start)
        else:
            patterns = self.tr("ONNX files (*.onnx)") + ";;" + self.tr("All files (*)")
            found, _ = QFileDialog.getOpenFileName(self, title, start, patterns)
        if found:
            self._line.setText(str(Path(found)))
            self._on_line()
