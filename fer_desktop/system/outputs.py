"""Outputs that one run writes alone: a second one into the same file or folder is told so."""

import contextlib
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fer_desktop.system.files import Draft, drafts_of
from fer_desktop.system.locks import HeldError, hold

_TRIES: Final = 5
_PAUSE_S: Final = 0.02
_FOLDER_LOCK: Final = ".fer-desktop.lock"
"""Windows holds no folder; there a file in it is held, and is gone with the last who has it."""


@contextlib.contextmanager
def only_writer(draft: Draft) -> Iterator[None]:
    """Hold a draft and what it is to replace, for as long as the context lasts.

    Leave the context before the draft is committed: Windows renames nothing that is open.

    Raises:
        HeldError: Somebody else writes the same file, as a draft or in its place.
    """
    with contextlib.ExitStack() as stack:
        # Two that begin in the same moment see each other: who is quicker at the next try goes on.
        for left in range(_TRIES - 1, -1, -1):
            try:
                with contextlib.ExitStack() as held:
                    _hold_draft(draft, held)
                    stack.push(held.pop_all())
                break
            except HeldError:
                if not left:
                    raise
                time.sleep(_PAUSE_S * random.uniform(0.2, 1))
        yield


def is_drafted(target: Path, but: Path | None = None) -> bool:
    """Return whether somebody holds a draft of a file, other than that one."""
    return any(_is_held(path) for path in drafts_of(target) if path != but)


@contextlib.contextmanager
def folder_for(folder: Path) -> Iterator[None]:
    """Make a folder, and those that it lies in; what is still empty in the end was not needed.

    Raises:
        OSError: It can't be made.
    """
    made = _made(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    finally:
        _remove_empty(made)


@contextlib.contextmanager
def only_writer_in(folder: Path) -> Iterator[None]:
    """Hold a folder for as long as the context lasts; one that is made for it goes if it is empty.

    What can't be made or held is not held: whoever writes there is told why.

    Raises:
        HeldError: Somebody else writes there.
    """
    made = _made(folder)
    try:
        opened = _opened(folder)
        try:
            if opened is not None:
                hold(opened)
            yield
        finally:
            if opened is not None:
                os.close(opened)
    finally:
        _remove_empty(made)


def _remove_empty(folders: list[Path]) -> None:
    for each in folders:
        with contextlib.suppress(OSError):
            each.rmdir()


def _hold_draft(draft: Draft, stack: contextlib.ExitStack) -> None:
    if draft.is_special:
        return
    hold(stack.enter_context(draft.path.open("r+b")).fileno())
    if is_drafted(draft.target, but=draft.path):
        raise HeldError
    with contextlib.suppress(OSError):  # nothing is there yet, or nothing that may be read
        if draft.target.is_file():
            hold(stack.enter_context(draft.target.open("rb")).fileno())


def _is_held(path: Path) -> bool:
    try:
        if path.is_symlink() or not path.is_file():
            return False
        with path.open("rb") as file:
            hold(file.fileno())
    except HeldError:
        return True
    except OSError:
        return False
    return False


def _made(folder: Path) -> list[Path]:
    """Make a folder and those that it lies in; return the new ones, the innermost first."""
    missing = []
    for each in (folder, *folder.parents):
        if os.path.lexists(each):
            break
        missing.append(each)
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return missing


def _opened(folder: Path) -> int | None:
    """Return the folder opened to be held; None where it can't be."""
    flags = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
    path = folder
    if os.name == "nt":
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_TEMPORARY", 0)
        path = folder / _FOLDER_LOCK
    try:
        return os.open(path, flags)
    except OSError:
        return None
