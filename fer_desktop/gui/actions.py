"""Menus, their actions and keys. What an action does is connected by the presenter."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from fer_desktop.core.settings import Search, Theme
from fer_desktop.vision.devices import CameraDevice

_Key = QKeySequence.StandardKey


Key = TypeVar("Key", Theme, Search)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


@dataclass(frozen=True)
class Actions:
    """Everything that the menus offer.

    `cameras` holds the menu whose upper part lists the cameras; `themes` the actions by theme,
    `searches` those by how thoroughly faces are looked for.
    """

    open_images: QAction
    open_video: QAction
    save_picture: QAction
    back_to_live: QAction
    leave: QAction
    start_stop: QAction
    refresh: QAction
    demo: QAction
    mirror: QAction
    full_screen: QAction
    model_card: QAction
    doctor: QAction
    about: QAction
    themes: dict[Theme, QAction]
    searches: dict[Search, QAction]
    cameras: QMenu
    camera_group: QActionGroup


def build_actions(window: QMainWindow) -> Actions:
    """Return the actions, in menus on the window's menu bar."""

    def make(text: str, key: QKeySequence | _Key | str = "", *, checkable: bool = False) -> QAction:
        action = QAction(text, window)
        if key:
            action.setShortcut(key)
        action.setCheckable(checkable)
        return action

    bar = window.menuBar()
    files, cameras, view, helps = (
        bar.addMenu(_tr(title)) for title in ("&File", "&Camera", "&View", "&Help")
    )
    themes, searches = _theme_actions(window), _search_actions(window)
    actions = Actions(
        open_images=make(_tr("&Open Images…"), _Key.Open),
        open_video=make(_tr("Open &Video…"), "Ctrl+Shift+O"),
        save_picture=make(_tr("&Save Picture…"), _Key.Save),
        back_to_live=make(_tr("&Close Pictures"), _Key.Close),
        leave=make(_tr("&Quit"), _Key.Quit),
        start_stop=make(_tr("&Stop"), "Space"),
        refresh=make(_tr("&Refresh List"), _Key.Refresh),
        demo=make(_tr("&Demo"), checkable=True),
        mirror=make(_tr("&Mirror Camera"), "M", checkable=True),
        full_screen=make(_tr("&Full Screen"), _Key.FullScreen, checkable=True),
        model_card=make(_tr("&Model Card…")),
        doctor=make(_tr("&Doctor Report…")),
        about=make(_tr("&About FER Desktop")),
        themes=themes,
        searches=searches,
        cameras=cameras,
        camera_group=QActionGroup(window),
    )
    actions.leave.setMenuRole(QAction.MenuRole.QuitRole)
    actions.about.setMenuRole(QAction.MenuRole.AboutRole)
    actions.camera_group.addAction(actions.demo)
    files.addActions([actions.open_images, actions.open_video])
    files.addSeparator()
    files.addActions([actions.save_picture, actions.back_to_live])
    files.addSeparator()
    files.addAction(actions.leave)
    view.addAction(actions.mirror)
    view.addMenu(_tr("&Search for Faces")).addActions(list(searches.values()))
    view.addMenu(_tr("&Theme")).addActions(list(themes.values()))
    view.addSeparator()
    view.addAction(actions.full_screen)
    helps.addActions([actions.model_card, actions.doctor, actions.about])
    fill_cameras(actions, None, "")
    return actions


def fill_cameras(actions: Actions, cameras: list[CameraDevice] | None, current: str) -> None:
    """List the cameras by name; None while they are looked for.

    Args:
        actions: The actions of the window.
        cameras: What there is.
        current: Identity of the camera in use, "demo", or "".
    """
    menu, group = actions.cameras, actions.camera_group
    for action in group.actions():
        if action is not actions.demo:
            group.removeAction(action)
            action.deleteLater()
    menu.clear()
    for camera in cameras or []:
        action = QAction(camera.name.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(camera.identity == current)
        action.setData(camera.identity)
        group.addAction(action)
        menu.addAction(action)
    if not cameras:
        words = _tr("Looking for cameras…") if cameras is None else _tr("No camera found")
        menu.addAction(words).setEnabled(False)
    actions.demo.setChecked(current == "demo")
    menu.addAction(actions.demo)
    menu.addSeparator()
    menu.addActions([actions.start_stop, actions.refresh])


def _theme_actions(window: QMainWindow) -> dict[Theme, QAction]:
    return _choice(
        window, {"system": _tr("As the &System"), "light": _tr("&Light"), "dark": _tr("&Dark")}
    )


def _search_actions(window: QMainWindow) -> dict[Search, QAction]:
    return _choice(
        window,
        {
            "fast": _tr("&Fast: Upright Heads, near the Camera"),
            "balanced": _tr("&Balanced"),
            "thorough": _tr("&Thorough: Small Faces Too, Slower"),
        },
    )


def _choice(window: QMainWindow, words: dict[Key, str]) -> dict[Key, QAction]:
    """Return actions of which one is chosen."""
    group = QActionGroup(window)
    actions: dict[Key, QAction] = {}
    for key, text in words.items():
        action = QAction(text, group)
        action.setCheckable(True)
        actions[key] = action
    return actions
