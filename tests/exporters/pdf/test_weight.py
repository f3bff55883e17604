"""The limit of size: pictures are scaled down, text never, and what cannot be reached is told."""

from __future__ import annotations

import io
from random import Random

import pytest
from PIL import Image
from tests.exporters.pdf.opened import exported, of, reader_of, tree

from ppid_core.errors import OptionError
from ppid_core.report import Paragraph, Picture, Report
from ppid_exporters.pdf import PdfExporter
from ppid_exporters.pdf.document import most_bytes


def noise(side: int = 1600) -> bytes:
    """Return a picture that no method makes much smaller."""
    chance = Random(1)  # noqa: S311  no secret
    image = Image.frombytes("RGB", (side, side), chance.randbytes(side * side * 3))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=95)
    return file.getvalue()


@pytest.fixture(scope="module")
def pictured() -> Report:
    return of(Paragraph(content=("Isi.",)), Picture(number="1", caption="Ruang", content=noise()))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", None),
        ("2MB", 2_000_000),
        ("2 mb", 2_000_000),
        ("1,5 MB", 1_500_000),
        ("800KB", 800_000),
        ("5000", 5000),
    ],
)
def test_sizes_are_read(written: str, expected: int | None) -> None:
    assert expected == most_bytes(written)


@pytest.mark.parametrize("written", ["dua", "2M", "-1MB", "MB", "2MB lagi"])
def test_what_is_no_size_is_told(written: str) -> None:
    with pytest.raises(OptionError, match="2MB"):
        most_bytes(written)


def test_pictures_are_scaled_until_the_file_is_small_enough(pictured: Report) -> None:
    whole, small = exported(pictured), exported(pictured, PdfExporter(max_size="400KB"))

    assert len(whole.content) > 400_000 >= len(small.content)
    assert () == whole.notes
    assert "piksel" in small.notes[0]
    assert tree(whole).text == tree(small).text


def test_picture_has_the_same_place_at_every_size(pictured: Report) -> None:
    whole, small = (reader_of(exported(pictured, PdfExporter(max_size=size))) for size in ("", "400KB"))

    assert len(whole.pages) == len(small.pages)


def test_limit_that_cannot_be_reached_is_told(pictured: Report) -> None:
    artifact = exported(pictured, PdfExporter(max_size="5KB"))

    assert "di atas batas 5 KB" in artifact.notes[0]
    assert "Isi." in tree(artifact).text


def test_metadata_of_pictures_are_left_behind() -> None:
    image, file = Image.new("RGB", (40, 30), "#123B5D"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "lokasi rahasia"
    image.save(file, "JPEG", exif=exif)

    artifact = exported(of(Picture(caption="Ruang", content=file.getvalue())))

    assert b"lokasi rahasia" in file.getvalue()
    (page, *_) = (page for page in reader_of(artifact).pages if page.images)
    assert b"lokasi rahasia" not in page.images[0].data
    assert b"lokasi rahasia" not in artifact.content
