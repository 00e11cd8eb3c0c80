"""Stands for Qt's OpenGL modules in a frozen program: the timeline's library asks for them.

It runs first. Widgets that draw with OpenGL have these classes as parents, and are never made.
"""

import sys
import types


class _Absent(types.ModuleType):
    """A module of which every class is empty."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("_"):
            raise AttributeError(name)
        found = type(name, (), {"__module__": self.__name__})
        setattr(self, name, found)
        return found


for _name in ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"):
    sys.modules[_name] = _Absent(_name)
