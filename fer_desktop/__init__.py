"""FER Desktop: reads facial expressions live from a webcam, on this computer alone."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fer_desktop.app.api import Analyzer

__version__ = "0.1.0"
__all__ = ["Analyzer", "__version__"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the signature that PEP 562 asks for
    # Lazy, so that `import fer_desktop` costs nothing and loads neither Qt nor TensorFlow.
    if name == "Analyzer":
        from fer_desktop.app.api import Analyzer

        return Analyzer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
