"""Tables and sentences of the model card that are there for every bundled model."""

from typing import Any

from fer_desktop.core.labels import LABELS
from model.set_figures import PREFIX

MODELS = ("se-resnet", "seed")
MEASURED_ON = {
    "valid-crops": "FER+ Valid, crops",
    "person-crops": "person-test, crops",
    "person-detector": "person-test, detector",
    "seed-crops": "seed-test, crops",
}


def with_interval(report: dict[str, Any], key: str) -> str:
    """Return a figure with its 95 % confidence interval."""
    low, high = report["intervals"][key]
    return f"{report[key]:.3f} [{low:.3f}, {high:.3f}]"


def pair(report: dict[str, Any]) -> str:
    """Return accuracy and balanced accuracy in short."""
    return f"{report['accuracy']:.3f}, {report['balanced_accuracy']:.3f}"


def identity(model: str, report: dict[str, Any]) -> str:
    """Return which model was measured."""
    return f"{model} version {report['version']}, {report['sha256'][:16]}…"


def looks_sentence(report: dict[str, Any]) -> str:
    """Return how a model does on colour pictures and on gray ones."""
    colour, gray = (report["looks"][name] for name in ("colour", "gray"))
    return (
        f"Of the {colour['n']} colour pictures of seed-test, nearly all film stills, it names "
        f"{colour['accuracy']:.1%} rightly, of the {gray['n']:,} gray ones {gray['accuracy']:.1%}."
    )


def main_table(reports: dict[str, dict[str, dict[str, Any]]]) -> str:
    """Return the table of the main figures, both models side by side.

    Args:
        reports: By model, then by the name of the report.
    """
    lines = [
        "| measured on | n | model | found | accuracy | balanced accuracy | macro-F1 | ECE |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, where in MEASURED_ON.items():
        for model in MODELS:
            r = reports[model][name]
            lines.append(
                f"| {where} | {r['n']:,} | {model} | {r['detected']:.3f} | "
                f"{with_interval(r, 'accuracy')} | {with_interval(r, 'balanced_accuracy')} | "
                f"{with_interval(r, 'macro_f1')} | {r['ece']:.3f} |"
            )
    return "\n".join(lines)


def plain_table(reports: dict[str, dict[str, Any]]) -> str:
    """Return the main figures of one model, without intervals."""
    lines = [
        "| measured on | accuracy | balanced accuracy | macro-F1 | ECE |",
        "|---|---|---|---|---|",
    ]
    for name, r in reports.items():
        where = MEASURED_ON.get(name, name.removeprefix(PREFIX))
        figures = (r["accuracy"], r["balanced_accuracy"], r["macro_f1"], r["ece"])
        lines.append(f"| {where} | " + " | ".join(f"{value:.3f}" for value in figures) + " |")
    return "\n".join(lines)


def recall_table(reports: dict[str, dict[str, dict[str, Any]]]) -> str:
    """Return each class's recall, both models side by side, on every measured part."""
    columns = [(name, model) for name in MEASURED_ON for model in MODELS]
    heads = [f"{MEASURED_ON[name]}: {model}" for name, model in columns]
    lines = ["| class | " + " | ".join(heads) + " |", "|---" * (len(columns) + 1) + "|"]
    for label in LABELS:
        cells = []
        for name, model in columns:
            f = reports[model][name]["per_class"][label]
            cells.append(f"{_two(f['recall'])} of {f['n']:,}")
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def uncertain_table(reports: dict[str, dict[str, dict[str, Any]]]) -> str:
    """Return what the threshold does: how many answers are left, and how many of them are right."""
    lines = [
        "| measured on | model | not sure below | answered | right of those | right of all |",
        "|---|---|---|---|---|---|",
    ]
    for name, where in MEASURED_ON.items():
        for model in MODELS:
            r = reports[model][name]
            if "uncertain" in r:
                u = r["uncertain"]
                lines.append(
                    f"| {where} | {model} | {u['below']:.2f} | {u['coverage']:.1%} | "
                    f"{u['accuracy']:.1%} | {r['accuracy']:.1%} |"
                )
    return "\n".join(lines)


def steadiness_table(report: dict[str, Any]) -> str:
    """Return how calm the live label is before a noisy camera, and how soon a change shows."""
    still = report["still"]
    lines = [
        "| figure | value |",
        "|---|---|",
        f"| still faces that were found | {still['n'] - still['not_found']} of {still['n']} |",
        f"| of those, with at most one change | {still['at_most_one_change']:.0%} |",
        f"| changes of a face: median, most | {still['changes']['median']:.0f}, "
        f"{still['changes']['max']:.0f} |",
        f"| the same of the raw label | {still['raw_changes']['median']:.0f}, "
        f"{still['raw_changes']['max']:.0f} |",
    ]
    for rate, reaction in report["reaction"].items():
        slowest = reaction["seconds"]["max"]
        lines.append(
            f"| changes of expression shown in time, at {rate} frames a second | "
            f"{reaction['in_time']:.0%} of {reaction['n']}, the slowest "
            f"{'never' if slowest is None else f'after {slowest:.2f} s'} |"
        )
    return "\n".join(lines + talking_rows(report))


def talking_rows(report: dict[str, Any]) -> list[str]:
    """Return rows on faces that talk and on quick expressions; none of a report without them."""
    lines = []
    for rate, talking in report.get("talking", {}).items():
        shown, raw = talking["changes_a_minute"], talking["raw_changes_a_minute"]
        lines.append(
            f"| changes a minute of {talking['n']} talking faces, at {rate}: mean, median, 95th "
            f"percentile | {shown['mean']:.0f}, {shown['median']:.0f}, {shown['p95']:.0f}; of the "
            f"raw label {raw['mean']:.0f}, {raw['median']:.0f}, {raw['p95']:.0f} |"
        )
    for rate, quick in report.get("quick", {}).items():
        lines.append(
            f"| expressions of {quick['lasting_s'][0]:g} to {quick['lasting_s'][-1]:g} s that are "
            f"shown, at {rate} | {quick['shown']:.0%} of {quick['n']} |"
        )
    for rate, change in report.get("talking_changes", {}).items():
        middle = change["seconds"]["median"]
        lines.append(
            f"| changes of expression shown in time on talking faces, at {rate} | "
            f"{change['in_time']:.0%} of {change['n']}, the middle one "
            f"{'never' if middle is None else f'after {middle:.2f} s'} |"
        )
    return lines


def speed_table(report: dict[str, Any]) -> str:
    """Return how long the models take for a face, the teacher among them."""
    lines = ["| model | live, ms a face | in a picture, ms a face |", "|---|---|---|"]
    for model in report["models"]:
        live, picture = (report["models"][model][kind] for kind in ("live", "picture"))
        lines.append(
            f"| {model} | {live['median_ms']:.1f} (95th percentile {live['p95_ms']:.1f}) | "
            f"{picture['median_ms']:.1f} ({picture['p95_ms']:.1f}) |"
        )
    return "\n".join(lines)


def class_table(report: dict[str, Any]) -> str:
    """Return precision, recall (with its 95 % interval) and F1 of each class."""
    lines = ["| class | n | precision | recall | F1 |", "|---|---|---|---|---|"]
    for label in LABELS:
        f, interval = report["per_class"][label], report["intervals"]["per_class"][label]
        low, high = interval["recall"]
        recall = _two(f["recall"]) + (f" [{low:.2f}, {high:.2f}]" if f["n"] else "")
        precision, f1 = _two(f["precision"]), _two(f["f1"])
        lines.append(f"| {label} | {f['n']:,} | {precision} | {recall} | {f1} |")
    return "\n".join(lines)


def _two(value: float | None) -> str:
    """Return a figure with two digits; "-" for that of a class without pictures."""
    return "-" if value is None else f"{value:.2f}"


def confusion_table(report: dict[str, Any]) -> str:
    """Return the confusion matrix: rows are the true classes."""
    lines = ["| true, named | " + " | ".join(LABELS) + " |", "|---" * (len(LABELS) + 1) + "|"]
    for label, row in zip(LABELS, report["confusion"], strict=True):
        lines.append(f"| {label} | " + " | ".join(f"{n:,}" for n in row) + " |")
    return "\n".join(lines)


def rates_table(reports: list[dict[str, Any]]) -> str:
    """Return every recipe that was tried, measured on person-test as crops."""
    lines = [
        "| rate | warm-up | clip | epsilon | average | balance | changes | epochs | accuracy | "
        "balanced | macro-F1 |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for report in reports:
        r = report["recipe"]
        lines.append(
            f"| {r['learning_rate']:g} | {r['warmup_epochs']:g} | {r['clip_norm'] or 'none'} | "
            f"{r['adam_epsilon']:g} | {r.get('average', 0):g} | "
            f"{r['balance']:g} | {r['augment']} | "
            f"{report['best_epoch']} of {report['epoch']} | {report['accuracy']:.3f} | "
            f"{report['balanced_accuracy']:.3f} | {report['macro_f1']:.3f} |"
        )
    return "\n".join(lines)


def circumstances(report: dict[str, Any]) -> str:
    """Return when, where and with what a report was measured."""
    measured = report["measured"]
    versions = ", ".join(f"{name} {version}" for name, version in measured["versions"].items())
    return f"{measured['date']}, {measured['processor']}, Python {measured['python']}, {versions}."


def model_part(name: str, reports: dict[str, dict[str, Any]]) -> list[str]:
    """Return the sections about one model, a table for each part that was measured on."""
    parts = []
    for report_name, where in MEASURED_ON.items():
        report = reports[report_name]
        parts += [f"\n## {name}: {where}\n", class_table(report), "\n", confusion_table(report)]
    return parts
