"""Reads what was typed; what is wrong is one sentence that says what to try."""

import argparse
import difflib
import sys
from pathlib import Path
from typing import Any, Final, NoReturn

from fer_desktop.core.inert import inert, without_secrets
from fer_desktop.system.terminal import USAGE

_MOST_SECONDS: Final = 1e6


class Parser(argparse.ArgumentParser):
    """Repeats what it was given such that it drives no terminal, and tells a full disk."""

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong, and end; the whole usage would hide it."""
        self.exit(USAGE, f"{self.prog}: {message}; {self.prog} --help says more.\n")

    def parse_known_args(  # type: ignore[override]
        self,
        args: Any = None,  # noqa: ANN401
        namespace: Any = None,  # noqa: ANN401
    ) -> tuple[argparse.Namespace, list[str]]:
        """Read what was typed; a command tells itself what it does not know."""
        found, rest = super().parse_known_args(args, namespace)
        if rest:
            options = [each for each in self._option_string_actions if each.startswith("--")]
            near = difflib.get_close_matches(rest[0], options, 1)
            hint = f"; did you mean {near[0]}" if near else ""
            self.error(f"unrecognized arguments: {' '.join(rest)}{hint}")
        return found, rest

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ANN401
        if message:
            (file or sys.stderr).write(inert(without_secrets(message), keep="\n"))

    def _check_value(self, action: argparse.Action, value: Any) -> None:  # noqa: ANN401
        choices = [] if action.choices is None else [str(each) for each in action.choices]
        if action.choices is None or value in action.choices:
            return
        near = difflib.get_close_matches(str(value).casefold(), choices, 1)
        if near:
            hint = f"did you mean {near[0]}"
        elif action.metavar == "COMMAND" and Path(value).exists():
            hint = f"did you mean {self.prog} analyze {value}, or --source {value} for the window"
        else:
            hint = f"it is one of {', '.join(choices)}"
        if action.metavar == "COMMAND":
            self.error(f"there is no COMMAND {value!r}; {hint}")
        raise argparse.ArgumentError(action, f"{value!r} is none; {hint}")


def seconds(text: str) -> float:
    """Read a length of time in s.

    Raises:
        argparse.ArgumentTypeError: It is none.
    """
    value = _number(text)
    if value is None or not 0 < value <= _MOST_SECONDS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds above 0")
    return value


def probability(text: str) -> float:
    """Read a probability.

    Raises:
        argparse.ArgumentTypeError: It is none.
    """
    value = _number(text)
    if value is None or not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 1, such as 0.5")
    return value


def count(text: str) -> int:
    """Read a whole number from 1.

    Raises:
        argparse.ArgumentTypeError: It is none.
    """
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1")
    return value


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
