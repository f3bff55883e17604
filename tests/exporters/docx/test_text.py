from __future__ import annotations

import json
import re
from xml.etree.ElementTree import fromstring

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exporters import hostile, sample
from tests.exporters.docx.opening import exported, of, opened, part, said, styled

from ppid_core.report import Paragraph
from ppid_core.testing import samples
from ppid_exporters.json import carried
from ppid_exporters.layout.character import printable

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="60" height="40"></svg>'


@pytest.mark.parametrize("words", hostile.CASES)
def test_hostile_text_is_opened_and_read_back_whole(words: str) -> None:
    content = exported(hostile.report(words, hostile.kind_in_turn(words)))
    texts = {
        said(one) for one in styled(content, "BodyText", "ListBullet", "TableText", "TableNote", "Subtitle")
    }

    assert opened(content).paragraphs
    expected = printable(words)
    assert expected in texts
    assert f"{expected} lagi" in texts


@pytest.mark.parametrize("words", hostile.TEXTS[:-1])
def test_no_code_of_a_field_comes_from_text(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One picture stands for all charts, which take most of the time and hold no fields."""
    monkeypatch.setattr("ppid_exporters.chart.svg._picture", lambda _: PICTURE)
    content = exported(hostile.report(f"{words} PAGEREF INCLUDETEXT"))
    codes = re.findall(rb"<w:instrText[^>]*>([^<]*)<", part(content, "word/document.xml"))

    assert codes
    assert not any(b"INCLUDETEXT" in code for code in codes)


@settings(deadline=None, max_examples=30)
@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_read_back(words: str) -> None:
    (paragraph,) = styled(exported(of(Paragraph(content=(words,)))), "BodyText")

    assert said(paragraph) == printable(words)


@pytest.mark.slow
def test_file_carries_the_public_data_character_by_character() -> None:
    report = samples.composed(samples.small(), edition="internal")
    root = fromstring(part(exported(report), "customXml/item1.xml"))  # noqa: S314  our own bytes

    assert root.tag == "{urn:ppid-core:laporan}data"
    assert (root.text or "").encode() == carried(report)


def test_data_survive_what_xml_cannot_hold() -> None:
    report = sample.report()
    report = evolve(report, meta=evolve(report.meta, title="a\x00\uffff\ufffe\ud800]]>&<b> \u2028"))
    root = fromstring(part(exported(report), "customXml/item1.xml"))  # noqa: S314  our own bytes

    assert json.loads(root.text or "") == json.loads(carried(report))
