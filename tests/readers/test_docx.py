"""The Word file read back, as the other formats are in `test_round_trip.py`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from functools import cache

import pytest
from attrs import evolve
from tests.readers.sampled import expected, sampled

from ppid_core import Artifact
from ppid_core.testing.readers.docx import read_docx
from ppid_exporters.docx import DocxExporter


def replaced(artifacts: Iterable[Artifact], old: str, new: str) -> tuple[Artifact, ...]:
    """Return the file with ``old`` replaced once in its text, as an exporter with a fault would write it."""
    return tuple(evolve(one, content=_changed(one.content, old, new)) for one in artifacts)


def _changed(content: bytes, old: str, new: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                assert old in part.decode(), f"{old!r} stands nowhere"
                part = part.decode().replace(old, new, 1).encode()
            target.writestr(name, part)
    return stream.getvalue()


@cache
def word_file(sample: str) -> tuple[Artifact, ...]:
    return tuple(DocxExporter().export(sampled(sample)))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sample", "old", "new"),
    [
        ("example", ">84<", ">85<"),
        ("example", ">84 (delapan puluh empat)<", ">85 (delapan puluh lima)<"),
        ("example", ">84 (delapan puluh empat)<", ">48 (empat puluh delapan)<"),
        ("example", ">43,07%<", ">44,07%<"),
        ("example", ">Rp51.904.000,00 (lima puluh satu", ">Rp50.904.000,00 (lima puluh satu"),
        ("daily", ">Persentil ke-75<", ">Persentil ke-95<"),
        ("daily", ">94,43%<", ">95,43%<"),
    ],
)
def test_wrong_number_is_noticed(sample: str, old: str, new: str) -> None:
    """A figure that differs from the summary, from another place of the document or from its own words."""
    artifacts = replaced(word_file(sample), old, new)

    try:
        figures = read_docx(artifacts)
    except AssertionError:
        return
    assert expected(sampled(sample)) != figures


def test_reader_says_which_measure_contradicts_itself() -> None:
    artifacts = replaced(word_file("example"), ">84<", ">85<")

    with pytest.raises(AssertionError, match=r"requests\.total is 85 in one place and 84 in another"):
        read_docx(artifacts)
