"""What the View menu does: parts of the overlay, zoom, panel, small view, full screen, theme."""

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from fer_desktop.core.overlay import style_of
from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.theme import apply_theme
from fer_desktop.gui.common.translation import install_language
from fer_desktop.gui.shell.action_table import CHOICES, OVERLAY
from fer_desktop.gui.shell.main_window import MainWindow

_SWITCHES = (*OVERLAY, "mirror", "show_panel")
"""Settings that an action of the same name switches on and off."""


_MENU = (
    ("freeze", "snapshot", "copy_picture", "save_picture"),
    ("zoom_fit", "zoom_actual"),
    ("show_panel", "mini_view", "full_screen"),
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ViewOptions", text)


class ViewOptions(QObject):
    """Connects the actions of the View menu, and all choices of one among several."""

    def __init__(self, window: MainWindow, chosen: Chosen) -> None:
        super().__init__(window)
        self._window, self._chosen = window, chosen
        self._normal_size = QSize()
        actions, view = window.actions_, window.view
        # Before anything is connected: showing a choice is no new choice to keep.
        self._show(chosen.settings)
        for name in _SWITCHES:
            action = actions.by_name()[name]
            action.toggled.connect(lambda on, name=name: chosen.change(**{name: on}))
        for setting, choice in actions.choices.items():
            for value, action in choice.items():
                action.triggered.connect(
                    lambda _=False, setting=setting, value=value: chosen.change(**{setting: value})
                )
        actions.zoom_fit.triggered.connect(view.zoom_to_fit)
        actions.zoom_actual.triggered.connect(view.zoom_to_actual)
        actions.zoom_in.triggered.connect(lambda: view.zoom_by_steps(1))
        actions.zoom_out.triggered.connect(lambda: view.zoom_by_steps(-1))
        actions.mini_view.toggled.connect(self._set_mini)
        actions.full_screen.toggled.connect(self._set_full_screen)
        window.escaped.connect(self._leave_special_views)
        view.double_clicked.connect(self._on_double_click)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        window.panel.timeline.span_changed.connect(lambda span: chosen.change(timeline_s=span))
        chosen.changed.connect(self._on_changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _show(self, settings: Settings) -> None:
        """Let actions and view say what the settings are."""
        actions = self._window.actions_
        for name in _SWITCHES:
            actions.by_name()[name].setChecked(getattr(settings, name))
        for setting in CHOICES:
            actions.choices[setting][getattr(settings, setting)].setChecked(True)
        self._window.view.style_ = style_of(settings)
        self._window.view.update()
        timeline = self._window.panel.timeline
        timeline.set_span(settings.timeline_s)
        timeline.set_reduced_motion(settings.reduced_motion)
        self._show_panel()

    def _on_changed(self, before: Settings, now: Settings) -> None:
        self._show(now)
        if before.theme != now.theme:
            self._follow_system()
        application = QApplication.instance()
        if before.language != now.language and application is not None:
            install_language(application, now.language)

    def _follow_system(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, self._chosen.settings.theme)

    def _show_panel(self) -> None:
        actions = self._window.actions_
        is_special = actions.mini_view.isChecked() or actions.full_screen.isChecked()
        self._window.panel.setVisible(self._chosen.settings.show_panel and not is_special)

    def _set_full_screen(self, on: bool) -> None:
        window = self._window
        if on and window.actions_.mini_view.isChecked():
            window.actions_.mini_view.setChecked(False)
        window.show_frame(not on)
        self._show_panel()
        window.setWindowState(
            Qt.WindowState.WindowFullScreen if on else Qt.WindowState.WindowNoState
        )

    def _set_mini(self, on: bool) -> None:
        window = self._window
        if on:
            window.actions_.full_screen.setChecked(False)
            self._normal_size = window.size()
        window.show_frame(not on)
        for banner in (window.note, window.banner):
            banner.set_compact(on)
        self._show_panel()
        # A window that changes its kind is hidden by Qt and has to be shown again.
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, on)
        window.show()
        for part in (window.centralWidget(), window):
            layout = part.layout() if part is not None else None
            if layout is not None:
                layout.activate()  # or the parts that are hidden now would still ask for room
        window.resize(QSize(400, 300) if on else self._normal_size)

    def _on_double_click(self) -> None:
        """Fill the screen with the picture, or leave whatever has it alone."""
        actions = self._window.actions_
        if actions.mini_view.isChecked() or actions.full_screen.isChecked():
            self._leave_special_views()
        else:
            actions.full_screen.setChecked(True)

    def _show_menu(self, place: QPoint) -> None:
        self.menu().popup(self._window.view.mapToGlobal(place))

    def menu(self) -> QMenu:
        """Return the menu of the picture; in the small view and on the full screen the way out."""
        actions, menu = self._window.actions_, QMenu(self._window)
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        if actions.mini_view.isChecked() or actions.full_screen.isChecked():
            is_mini = actions.mini_view.isChecked()
            leave = _tr("Leave Mini View") if is_mini else _tr("Leave Full Screen")
            menu.addAction(leave).triggered.connect(self._leave_special_views)
            menu.addSeparator()
        for group in _MENU:
            menu.addActions([actions.by_name()[name] for name in group])
            menu.addSeparator()
        return menu

    def _leave_special_views(self) -> None:
        self._window.actions_.full_screen.setChecked(False)
        self._window.actions_.mini_view.setChecked(False)
