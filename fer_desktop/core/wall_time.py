"""The time of day as it stands in files."""

from datetime import UTC, datetime


def utc(seconds: float) -> str:
    """Return seconds since 1970 as ISO 8601 with milliseconds and "Z"."""
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
