"""Numbers on the screen are written as the language of the window writes them."""

import pytest
from PySide6.QtCore import QLocale

from fer_desktop.gui.common import numbers
from fer_desktop.gui.common.session_words import clock, seconds, share, signed


@pytest.fixture
def locale():
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("en", ("12.5", "7.5", "+0.98", "\u22120.30", "1,234", "1:02.3", "12.5 %", "1.25 s")),
        ("de", ("12,5", "7,5", "+0,98", "\u22120,30", "1.234", "1:02,3", "12,5 %", "1,25 s")),
        ("zh_CN", ("12.5", "7.5", "+0.98", "\u22120.30", "1,234", "1:02.3", "12.5 %", "1.25 s")),
    ],
)
def test_every_kind(locale, name, expected):
    locale(name)
    found = (
        numbers.decimal(12.5, 1),
        numbers.short(7.5),
        numbers.signed(0.98),
        signed(-0.3),
        numbers.count(1234),
        clock(62.3),
        share(0.125),
        seconds(1.25),
    )
    assert found == expected


def test_nothing_has_a_sign_of_its_own(locale):
    locale("de")
    assert numbers.signed(-0.001) == "0,00"
    assert numbers.short(30.0) == "30"
