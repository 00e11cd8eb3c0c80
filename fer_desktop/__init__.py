"""FER Desktop: reads facial expressions live from a webcam, on this computer alone."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fer_desktop.api.analyzer import Analyzer
    from fer_desktop.api.pandas_table import to_pandas

__version__ = "0.1.0"
__all__ = ["Analyzer", "__version__", "to_pandas"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the signature that PEP 562 asks for
    # Lazy, so that `import fer_desktop` costs nothing and loads neither Qt nor TensorFlow.
    if name == "Analyzer":
        from fer_desktop.api.analyzer import Analyzer

        return Analyzer
    if name == "to_pandas":
        from fer_desktop.api.pandas_table import to_pandas

        return to_pandas
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
