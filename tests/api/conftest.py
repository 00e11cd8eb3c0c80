"""The fixtures of the commands."""

from tests.command_fixtures import fake_analyzer, session_folder

__all__ = ["fake_analyzer", "session_folder"]
