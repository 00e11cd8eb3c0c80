"""What came of teaching, in words."""

from PySide6.QtCore import QCoreApplication

from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.teaching.tables import share
from fer_desktop.teaching.lesson import Outcome, Refusal
from fer_desktop.teaching.whole_network import WholeOutcome, WhyNot


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


def refusal_words(why: Refusal, *, is_whole: bool = False) -> str:
    """Return why no model was made, and what to try; a whole network knows no other persons."""
    label = name_of(why.label) if why.label else ""
    if why.reason == "few":
        words = _tr("No model was made: {needed} faces are needed (found: {found}).")
    elif why.reason == "classes":
        words = _tr(
            "No model was made: at least two expressions need five faces each. Name faces that the "
            "model gets right too, so that it does not forget them."
        )
    elif why.reason == "focus":
        words = _tr("No model was made: {needed} faces of {label} are needed (found: {found}).")
    elif why.reason == "groups":
        words = _tr(
            "No model was made: faces of {needed} persons or sources are needed to judge it on "
            "others (found: {found})."
        )
    elif why.reason == "worse":
        words = _tr(
            "No model was made: {label} would be found less often by {fall}. More faces of it, "
            "those that are right too, may help."
        )
    elif is_whole:
        words = _tr(
            "No model was made: it would not be better on the pictures that were kept aside. More "
            "pictures may help."
        )
    elif label:
        words = _tr(
            "No model was made: {label} would not be found more often on other persons. Faces of "
            "more persons may help."
        )
    else:
        words = _tr(
            "No model was made: it would not be better on other persons. Faces of more persons may "
            "help."
        )
    counts = {"found": int(why.found), "needed": int(why.needed)}
    return words.format(label=label, fall=share(why.found), **counts)


def success_words(outcome: Outcome) -> str:
    """Return how much better the new layer is."""
    before, after = outcome.before.figures(), outcome.after.figures()
    words = _tr(
        "On persons that were held back, the mean over the expressions goes from {before} to "
        "{after}: a change of {change} (95 % interval {low} to {high}), with {n} faces of {groups} "
        "persons or sources."
    )
    low, high = outcome.gain or (0.0, 0.0)
    return words.format(
        before=share(before.balanced_accuracy),
        after=share(after.balanced_accuracy),
        change=change_words(after.balanced_accuracy - before.balanced_accuracy),
        low=change_words(low),
        high=change_words(high),
        n=before.n,
        groups=outcome.n_groups,
    )


def whole_words(outcome: WholeOutcome) -> str:
    """Return how much better a model is of which all layers were taught."""
    words = _tr(
        "On {n} pictures that were kept aside, the mean over the expressions goes from {before} "
        "to {after}."
    )
    before, after = (each["balanced_accuracy"] for each in (outcome.before, outcome.after))
    return words.format(n=outcome.after["n"], before=share(before), after=share(after))


def why_not_words(why: WhyNot, name: str) -> str:
    """Return why a whole network can't be taught here, and what to do; "" where it can."""
    if why == "package":
        return _tr(
            "The whole network is taught by the training workshop, which is only in a checkout of "
            "the program's source, and this program is installed without it. The last layer can "
            "be taught here."
        )
    if why == "keras":
        return _tr(
            "The whole network is taught with TensorFlow and Keras, which are not installed: the "
            "extra 'keras' brings them. The last layer can be taught without."
        )
    if why == "base":
        words = _tr("{name} has no model.keras: only its last layer can be taught.")
        return words.format(name=name)
    return ""


def change_words(change: float) -> str:
    """Return a change in points of a percentage with its sign, a true minus, and no "-0"."""
    points = round(change * 100) + 0
    return f"{points:+d}".replace("-", "\u2212") if points else "0"
