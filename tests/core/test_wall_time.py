"""The time of day in files is one that every program reads."""

from datetime import UTC, datetime

from fer_desktop.core.wall_time import utc


def test_milliseconds_and_a_z():
    assert utc(0) == "1970-01-01T00:00:00.000Z"
    assert utc(1764079402.5) == "2025-11-25T14:03:22.500Z"


def test_it_is_read_back():
    now = datetime(2026, 11, 25, 14, 3, 22, 123000, UTC)
    assert datetime.fromisoformat(utc(now.timestamp())) == now
