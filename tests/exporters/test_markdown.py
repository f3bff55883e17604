from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.exporters import hostile, small

from ppid_core.report import Column, Cover, Items, Meta, Paragraph, Report, Section, Table
from ppid_exporters.layout.character import one_line
from ppid_exporters.markdown import MarkdownExporter

GOLDEN = Path(__file__).parent / "golden" / "laporan.md"
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OWN_MARKUP = re.compile(r'<a id="[\w.-]+">|</a>')


def exported(report: Report) -> str:
    (artifact,) = MarkdownExporter().export(report)
    assert ("laporan.md", "text/markdown") == (artifact.name, artifact.media_type)
    return artifact.content.decode()


def of(*blocks: Paragraph | Items | Table) -> Report:
    return Report(meta=Meta(title="Judul"), sections=(Section(key="s", title="Bagian", blocks=blocks),))


def shown(token: Token) -> str:
    """Return the characters that an inline token shows."""
    parts = {"text": token.content, "softbreak": "\n", "hardbreak": "\n", "code_inline": token.content}
    return parts.get(token.type, "") + "".join(map(shown, token.children or ()))


def texts(page: str, opening: str) -> Iterator[str]:
    """Yield what stands in each element of a kind, on one line."""
    tokens = PARSER.parse(page)
    for token, following in itertools.pairwise(tokens):
        if token.type == opening:
            yield " ".join(shown(following).split())


def every(page: str) -> Iterator[Token]:
    for token in PARSER.parse(page):
        yield token
        yield from token.children or ()


def test_bytes_are_those_that_were_approved() -> None:
    assert GOLDEN.read_text(encoding="utf-8") == exported(small.report())


@pytest.mark.parametrize("words", hostile.TEXTS)
def test_hostile_text_is_never_markup(words: str) -> None:
    tokens = list(every(exported(hostile.report(words))))

    markup = [token.content for token in tokens if token.type.startswith("html")]
    assert [] == [piece for piece in markup if not OWN_MARKUP.fullmatch(piece.strip())]
    assert all(str(token.attrs["href"]).startswith("#") for token in tokens if token.type == "link_open")
    assert {"code_inline", "code_block", "fence", "image", "s_open", "em_open", "hr"}.isdisjoint(
        token.type for token in tokens
    )


@pytest.mark.parametrize("words", hostile.TEXTS)
def test_hostile_text_is_shown_in_headings_cells_and_lists(words: str) -> None:
    page, line = exported(hostile.report(words)), one_line(words)

    assert f"{line} {line}" in list(texts(page, "heading_open"))
    assert line in list(texts(page, "td_open"))
    assert line in list(texts(page, "th_open"))
    assert line in list(texts(page, "paragraph_open"))


@given(st.text())
def test_any_text_of_a_paragraph_is_shown_as_it_is(words: str) -> None:
    paragraphs = list(texts(exported(of(Paragraph(content=(words,)))), "paragraph_open"))

    assert ([one_line(words)] if one_line(words) else []) == paragraphs


@given(st.text())
def test_any_text_of_a_list_or_cell_is_shown_as_it_is(words: str) -> None:
    table = Table(key="t", columns=(Column(key="a", title="a"),), rows=((words,), ("akhir",)))
    page = exported(of(Items(items=((f"x{words}",), ("y",))), table))

    assert one_line(f"x{words}") in list(texts(page, "paragraph_open"))
    assert [one_line(words), "akhir"] == list(texts(page, "td_open"))


def test_links_of_the_contents_lead_to_anchors() -> None:
    page = exported(small.report())

    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= set(re.findall(r'<a id="([^"]+)">', page))


def test_internal_edition_and_draft_are_marked() -> None:
    page = exported(Report(meta=Meta(title="Judul", edition="internal", draft="DRAF")))

    assert "> EDISI INTERNAL: memuat data pribadi, tidak untuk diumumkan\n>\n> DRAF" in page


def test_letter_begins_with_its_head_and_sets_its_numbers_as_lines() -> None:
    numbers = Table(
        key="letter_head",
        columns=tuple(Column(key=key, title="") for key in "abc"),
        rows=(("Nomor", ":", "1/2020"), ("Hal", ":", "Laporan | akhir")),
    )
    letter = Report(
        meta=Meta(title="Surat Pengantar", form="letter"),
        cover=Cover(lines=("Badan Contoh", "Jalan Contoh 1")),
        sections=(Section(key="letter", title="Surat Pengantar", blocks=(numbers,)),),
    )

    assert exported(letter) == (
        "**Badan Contoh**\\\nJalan Contoh 1\n\nNomor : 1/2020\\\nHal : Laporan \\| akhir\n"
    )
