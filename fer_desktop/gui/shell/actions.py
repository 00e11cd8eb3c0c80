"""The menus, made from the table of actions. What an action does is connected elsewhere."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.reasons import allow
from fer_desktop.gui.shell.action_table import (
    ACTIONS,
    CAMERA_MENU,
    CHOICES,
    MENUS,
    MODEL_MENU,
    NO_CAMERA,
    SEARCHING,
    SEPARATOR,
    SUBMENU_ACTIONS,
    SUBMENUS,
    WHY_NO_CAMERA,
    WHY_SEARCHING,
    Keys,
    translated,
)
from fer_desktop.vision.camera.devices import CameraDevice

_CAMERAS, _MODELS = "&Camera", "&Model"


class Actions:
    """Everything that the menus offer: each action of the table by its name, as an attribute.

    Attributes:
        choices: Actions of which one is chosen, by setting and value.
        camera_group: The listed cameras and the demo, of which one is checked.
        model_group: The listed models, of which one is checked.
        menus: The menus by their English titles.
    """

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions = {name: self._make(name) for name in ACTIONS}
        self.choices = {setting: self._make_choice(setting) for setting in CHOICES}
        self.camera_group, self.model_group = QActionGroup(window), QActionGroup(window)
        self.camera_group.addAction(self.demo)
        bar = window.menuBar()
        self.menus = {title: bar.addMenu(translated(title)) for title in MENUS}
        for menu in self.menus.values():
            menu.setToolTipsVisible(True)  # of what is greyed, they say why
        self._submenus: dict[str, QMenu] = {}
        for title, entries in MENUS.items():
            self._fill(self.menus[title], entries)
        self.leave.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self._cameras: tuple[list[CameraDevice] | None, str] = (None, "")
        self._models: tuple[Sequence[tuple[str, str]], str] = ((), "")
        self.fill_cameras(None, "")
        self.fill_models((), "")

    def __getattr__(self, name: str) -> QAction:
        """Return the action of this name in the table."""
        try:
            actions: dict[str, QAction] = self.__dict__["_actions"]
            return actions[name]
        except KeyError:
            raise AttributeError(name) from None

    def by_name(self) -> dict[str, QAction]:
        """Return all actions of the table by their names."""
        return dict(self._actions)

    def all(self) -> list[QAction]:
        """Return all actions, those of the choices too."""
        chosen = [action for choice in self.choices.values() for action in choice.values()]
        return [*self._actions.values(), *chosen]

    def fill_cameras(self, cameras: list[CameraDevice] | None, current: str) -> None:
        """List the cameras by name; None while they are looked for.

        Args:
            cameras: What there is.
            current: Identity of the camera in use, "demo", or "".
        """
        self._cameras = (cameras, current)
        menu = self.menus[_CAMERAS]
        _empty(menu, self.camera_group, keep=self.demo)
        for camera in cameras or []:
            _add_choice(menu, self.camera_group, camera.name, camera.identity, current)
        if not cameras:
            is_asked = cameras is None
            words, why = (SEARCHING, WHY_SEARCHING) if is_asked else (NO_CAMERA, WHY_NO_CAMERA)
            allow(menu.addAction(translated(words)), translated(why))
        self.demo.setChecked(current == "demo")
        menu.addAction(self.demo)
        self._fill(menu, CAMERA_MENU)

    def fill_models(self, models: Sequence[tuple[str, str]], current: str) -> None:
        """List the models: what each is called by the settings, and by people."""
        self._models = (models, current)
        menu = self.menus[_MODELS]
        _empty(menu, self.model_group)
        for value, name in models:
            _add_choice(menu, self.model_group, name, value, current)
        self._fill(menu, MODEL_MENU)

    def model_menus(self) -> list[QMenu]:
        """Return the menus that list models and engines."""
        return [self.menus[_MODELS], self._submenu("engine")]

    def recording_menu(self) -> QMenu:
        """Return the menu that says what is recorded."""
        return self._submenu("recording")

    def recent_menu(self) -> QMenu:
        """Return the menu of what was opened last."""
        return self._submenu("recent")

    def retranslate(self) -> None:
        """Write everything in the language that the application has now."""
        for name, action in self._actions.items():
            action.setText(translated(ACTIONS[name].text))
        for setting, choice in self.choices.items():
            for value, action in choice.items():
                action.setText(translated(CHOICES[setting][value]))
        for title, menu in self.menus.items():
            menu.setTitle(translated(title))
        for name, menu in self._submenus.items():
            menu.setTitle(translated(SUBMENUS[name][0]))
        self.fill_cameras(*self._cameras)
        self.fill_models(*self._models)

    def _make(self, name: str) -> QAction:
        spec = ACTIONS[name]
        action = QAction(translated(spec.text), self._window)
        action.setObjectName(name)
        action.setShortcuts(_sequences(spec.keys))
        action.setCheckable(spec.is_checkable)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        # Also where the menu bar is hidden: in the small view and on the full screen.
        self._window.addAction(action)
        return action

    def _make_choice(self, setting: str) -> dict[str | int, QAction]:
        group = QActionGroup(self._window)
        actions: dict[str | int, QAction] = {}
        for value, text in CHOICES[setting].items():
            action = QAction(translated(text), group)
            action.setCheckable(True)
            actions[value] = action
        return actions

    def _fill(self, menu: QMenu, entries: Iterable[str]) -> None:
        for entry in entries:
            if entry == SEPARATOR:
                menu.addSeparator()
            elif entry in SUBMENUS:
                menu.addMenu(self._submenu(entry))
            else:
                menu.addAction(self._actions[entry])

    def _submenu(self, name: str) -> QMenu:
        if name not in self._submenus:
            title, picture = SUBMENUS[name]
            menu = QMenu(translated(title), self._window)
            if picture:
                menu.setIcon(icon(picture))
            self._submenus[name] = menu
            menu.setToolTipsVisible(True)
            if name in SUBMENU_ACTIONS:
                self._fill(menu, SUBMENU_ACTIONS[name])
            elif name in self.choices:  # what was opened last is filled in by others
                menu.addActions(list(self.choices[name].values()))
        return self._submenus[name]


def _sequences(keys: Keys) -> list[QKeySequence]:
    """Return the keys, each once; a standard key is none at all on some systems."""
    found: dict[str, QKeySequence] = {}
    for key in keys if isinstance(keys, tuple) else (keys,):
        if isinstance(key, QKeySequence.StandardKey):
            bound = QKeySequence.keyBindings(key)
        else:
            bound = [QKeySequence(key)] if key else []
        found.update({each.toString(): each for each in bound})
    return list(found.values())


def _empty(menu: QMenu, group: QActionGroup, keep: QAction | None = None) -> None:
    for action in group.actions():
        if action is not keep:
            group.removeAction(action)
            action.deleteLater()
    menu.clear()


def _add_choice(menu: QMenu, group: QActionGroup, name: str, value: str, current: str) -> None:
    action = QAction(name.replace("&", "&&"), menu)
    action.setCheckable(True)
    action.setChecked(value == current)
    action.setData(value)
    group.addAction(action)
    menu.addAction(action)
