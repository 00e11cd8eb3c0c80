"""Pictures from the clipboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from fer_desktop.core.errors import ImageError
from fer_desktop.gui.pictures.pasting import PastedPictures, can_be_pasted


def image_data(color="#102030"):
    image = QImage(40, 30, QImage.Format.Format_ARGB32)
    image.fill(QColor(color))
    data = QMimeData()
    data.setImageData(image)
    return data


def url_data(*urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def text_data():
    data = QMimeData()
    data.setText("words")
    return data


@pytest.mark.parametrize(
    ("make", "can"),
    [
        (image_data, True),
        (lambda: url_data("file:///a.png"), True),
        (lambda: url_data("https://example.org/a.png"), False),
        (text_data, False),
        (lambda: None, False),
    ],
)
def test_what_can_be_pasted(qapp, make, can):
    data = make()
    assert can_be_pasted(data) == can
    assert bool(PastedPictures().take(data)) == can


def test_files_are_given_as_they_are(qapp):
    data = url_data("file:///b/a.png", "https://example.org/a.png", "file:///b/c.png")
    assert PastedPictures().take(data) == [Path("/b/a.png"), Path("/b/c.png")]


def test_pictures_are_kept_under_names_of_their_own(qapp):
    pasted = PastedPictures()
    (first,), (second,) = pasted.take(image_data()), pasted.take(image_data("#ff0000"))
    assert (first.name, second.name) == ("Pasted picture", "Pasted picture 2")
    assert pasted.holds(first)
    assert pasted.read(first).shape == (30, 40, 3)
    assert pasted.read(first)[0, 0].tolist() == [0x30, 0x20, 0x10]
    assert pasted.read(second)[0, 0].tolist() == [0, 0, 255]


def test_what_is_not_pasted_is_read_from_its_file(qapp, portrait, tmp_path):
    pasted = PastedPictures()
    assert pasted.read(portrait).shape == (512, 512, 3)
    with pytest.raises(ImageError, match="no such file"):
        pasted.read(tmp_path / "gone.png")


def test_forgotten_pictures_are_gone(qapp):
    pasted = PastedPictures()
    (name,) = pasted.take(image_data())
    pasted.clear()
    assert not pasted.holds(name)
    assert pasted.take(image_data()) == [name]
