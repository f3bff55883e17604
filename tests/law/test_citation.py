from __future__ import annotations

import pytest

from ppid_core.language import Lang
from ppid_core.law import Citation, Confidence, cite

ACT = Citation(instrument="UU 14/2008", article="Pasal 22 ayat (7)")


def test_a_citation_reads_as_lawyers_write_it() -> None:
    assert str(ACT) == "UU 14/2008 Pasal 22 ayat (7)"


def test_an_instrument_without_an_article_ends_without_a_blank() -> None:
    assert str(Citation(instrument="Perki 1/2021")) == "Perki 1/2021"


@pytest.mark.parametrize(
    ("confidence", "lang", "printed"),
    [
        (Confidence.CONFIRMED, "id", "UU 14/2008 Pasal 22 ayat (7)"),
        (Confidence.SECONDARY, "id", "UU 14/2008 Pasal 22 ayat (7)"),
        (Confidence.UNCONFIRMED, "id", "UU 14/2008 Pasal 22 ayat (7) (belum diverifikasi)"),
        (Confidence.UNCONFIRMED, "en", "UU 14/2008 Pasal 22 ayat (7) (not verified)"),
    ],
)
def test_only_an_unconfirmed_citation_says_so(confidence: Confidence, lang: Lang, printed: str) -> None:
    assert cite([ACT], confidence, lang) == printed


def test_several_citations_are_joined_by_commas() -> None:
    also = Citation(instrument="UU 14/2008", article="Pasal 6 ayat (3)")

    assert cite([also, ACT], Confidence.CONFIRMED) == (
        "UU 14/2008 Pasal 6 ayat (3), UU 14/2008 Pasal 22 ayat (7)"
    )


def test_each_confidence_has_a_label_in_both_languages() -> None:
    assert all(member.label.id and member.label.en for member in Confidence)
