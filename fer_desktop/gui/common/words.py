"""The expressions in the language of the window, and the sentences that are made of them."""

from PySide6.QtCore import QCoreApplication

from fer_desktop.core.labels import UNCERTAIN
from fer_desktop.core.overlay import OverlayItem, OverlayStyle, overlay_items, percent
from fer_desktop.core.types import AnalyzedFrame, Expression
from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP

_NAMES = {
    "anger": QT_TRANSLATE_NOOP("Words", "anger"),
    "contempt": QT_TRANSLATE_NOOP("Words", "contempt"),
    "disgust": QT_TRANSLATE_NOOP("Words", "disgust"),
    "fear": QT_TRANSLATE_NOOP("Words", "fear"),
    "happiness": QT_TRANSLATE_NOOP("Words", "happiness"),
    "neutral": QT_TRANSLATE_NOOP("Words", "neutral"),
    "sadness": QT_TRANSLATE_NOOP("Words", "sadness"),
    "surprise": QT_TRANSLATE_NOOP("Words", "surprise"),
    UNCERTAIN: QT_TRANSLATE_NOOP("Words", "not sure"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Words", text)


def name_of(label: str) -> str:
    """Return what people call one of the eight expressions, or `uncertain`."""
    return _tr(_NAMES[label])


def short_caption(expression: Expression) -> str:
    """Return the name with its confidence, such as "happiness, 71 %", or "not sure"."""
    if expression.is_uncertain:
        return name_of(UNCERTAIN)
    return _tr("{name}, {percent}").format(
        name=name_of(expression.label), percent=percent(expression.confidence)
    )


def looks_like(expression: Expression, *, with_confidence: bool = True) -> str:
    """Return the result as a sentence's part: "looks like happiness, 71 %", or "not sure"."""
    if expression.is_uncertain:
        return name_of(UNCERTAIN)
    what = short_caption(expression) if with_confidence else name_of(expression.label)
    return _tr("looks like {what}").format(what=what)


def spoken(expression: Expression, number: int, of: int) -> str:
    """Return a result for screen readers: "Face 2 looks like fear"; percentages never stand still.

    Args:
        expression: What the face looks like.
        number: The face's own number.
        of: How many faces there are; the only one needs no number.
    """
    if expression.is_uncertain:
        words = _tr("Not sure") if of == 1 else _tr("Face {number}: not sure")
    else:
        words = _tr("Looks like {name}") if of == 1 else _tr("Face {number} looks like {name}")
    return words.format(number=number, name=name_of(expression.label))


def overlay_words(expression: Expression, style: OverlayStyle) -> tuple[str, ...]:
    """Return what is written over the picture in this style, longest first; "" for nothing."""
    if not style.labels:
        return ("",)
    name = name_of(UNCERTAIN if expression.is_uncertain else expression.label)
    full = looks_like(expression, with_confidence=style.confidence)
    short = short_caption(expression) if style.confidence else name
    return tuple(dict.fromkeys((full, short, name)))


def styled_items(
    analyzed: AnalyzedFrame, style: OverlayStyle, *, smoothed: bool
) -> list[OverlayItem]:
    """Return what is drawn over a frame, with the words of this style in the window's language."""
    return overlay_items(
        analyzed, smoothed=smoothed, words=lambda expression: overlay_words(expression, style)
    )
