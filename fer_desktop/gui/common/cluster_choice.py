"""Whether pictures go to a Dask cluster, and what that means for them."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from fer_desktop.gui.common.theme import GRID


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


class ClusterChoice(QWidget):
    """Off each time until the user says otherwise: pictures leave this computer then.

    Signals:
        changed: Another choice.
    """

    changed = Signal()

    def __init__(self, address: str) -> None:
        """Offer the address that was used last; "" for none."""
        super().__init__()
        self.on, self.address, self.warning = QCheckBox(), QLineEdit(address), QLabel()
        self.warning.setWordWrap(True)
        self.warning.setObjectName("problem")
        line, whole = QHBoxLayout(), QVBoxLayout(self)
        line.setSpacing(GRID)
        line.addWidget(self.on)
        line.addWidget(self.address, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        whole.addLayout(line)
        whole.addWidget(self.warning)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)  # the warning's words go on in the next line
        self.setSizePolicy(policy)
        self.on.toggled.connect(self._refresh)
        self.address.textChanged.connect(self._refresh)
        self.retranslate()

    @property
    def chosen(self) -> str:
        """The scheduler's address; "" for this computer."""
        return self.address.text().strip() if self.on.isChecked() else ""

    @property
    def missing(self) -> str:
        """What is to be done first, as a sentence, where an address is wanted and there is none."""
        is_complete = bool(self.chosen) or not self.on.isChecked()
        return "" if is_complete else _tr("Write the address of the cluster's scheduler first.")

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.on.setText(_tr("On a Dask &cluster:"))
        self.address.setPlaceholderText("tcp://192.168.0.10:8786")
        self.address.setAccessibleName(_tr("Address of the scheduler"))
        self.warning.setText(
            _tr(
                "Pictures then leave this computer for the cluster's machines, which must see the "
                "folder under the same path and have the same version of this program. A scheduler "
                "runs whatever anyone sends it: use it in a network that you trust."
            )
        )
        self._refresh()

    def _refresh(self) -> None:
        for part in (self.address, self.warning):
            part.setVisible(self.on.isChecked())
        self.changed.emit()
