"""What is told: prose, lists, constraints, regulations and what the text quotes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError, member, prose, year
from ppid_core.intake.setting import Setting
from ppid_core.intake.spec import Blank, Column, Fault, Row, TableSpec
from ppid_core.intake.tables.case import text_column
from ppid_core.language import Bilingual
from ppid_core.model import (
    Constraint,
    ConstraintKind,
    Entry,
    InstrumentMention,
    MentionKind,
    Passage,
    Recommendation,
    Regulation,
)

PART = text_column("bagian", Blank.REFUSED_AS_COLUMN)
TEXT = Column(name="teks", read=prose)

ENTRY = Column(name="uraian", read=prose, blank=Blank.REFUSED_AS_COLUMN)
ENTRY_DATE = text_column("tanggal")
ENTRY_NOTE = Column(name="keterangan", read=prose)

FOLLOW_UP = Column(name="tindak_lanjut", read=prose)

CONSTRAINT_KIND = Column(name="jenis", read=member(ConstraintKind))

NUMBER = text_column("nomor")
ABOUT = text_column("tentang")
YEAR = Column(name="tahun", read=year)
MENTION_KIND = Column(name="jenis", read=member(MentionKind))
PASSAGE = text_column("bagian")


def part_key(typed: str) -> str:
    """Return the key of a chapter: ``Kata Pengantar`` is ``kata-pengantar``."""
    return spelling(typed).replace(" ", "-")


def _build_passage(row: Row, _: Setting) -> Passage | None:
    text = row.words(TEXT)
    return Passage(part=part_key(row.words(PART)), text=text, source=row.source) if text else None


def _check_passage(row: Row, _: Setting) -> Iterator[Fault]:
    if row[PART] and not part_key(row.words(PART)):
        yield Fault(PART, _nameless())


def _nameless() -> CellError:
    return CellError(
        Bilingual(
            '"{value}" bukan nama bagian. Tulis misalnya kata-pengantar.',
            '"{value}" names no chapter. Write kata-pengantar, for example.',
        ),
        Bilingual("nama bagian", "the name of a chapter"),
    )


def _claims(row: Row, _: Setting) -> Iterator[tuple[Column[Any], str]]:
    yield PART, part_key(row.words(PART))


def _build_entry(row: Row, _: Setting) -> Entry:
    return Entry(
        text=row.words(ENTRY),
        date=row.words(ENTRY_DATE),
        note=row.words(ENTRY_NOTE),
        source=row.source,
    )


def _build_recommendation(row: Row, _: Setting) -> Recommendation:
    return Recommendation(
        text=row.words(ENTRY),
        date=row.words(ENTRY_DATE),
        note=row.words(ENTRY_NOTE),
        follow_up=row.words(FOLLOW_UP),
        source=row.source,
    )


def _build_constraint(row: Row, _: Setting) -> Constraint:
    return Constraint(text=row.words(ENTRY), kind=row[CONSTRAINT_KIND], source=row.source)


def _build_regulation(row: Row, _: Setting) -> Regulation:
    return Regulation(number=row.words(NUMBER), about=row.words(ABOUT), year=row[YEAR], source=row.source)


def _build_mention(row: Row, _: Setting) -> InstrumentMention:
    return InstrumentMention(
        kind=row[MENTION_KIND] or MentionKind.INSTRUMENT,
        text=row.words(NUMBER),
        about=row.words(ABOUT),
        year=row[YEAR],
        passage=row.words(PASSAGE),
        source=row.source,
    )


def _entries(name: str) -> TableSpec[Entry]:
    return TableSpec(name=name, columns=(ENTRY, ENTRY_DATE, ENTRY_NOTE), build=_build_entry)


PASSAGES = TableSpec(
    name="naskah",
    columns=(PART, TEXT),
    build=_build_passage,
    check=_check_passage,
    claims=_claims,
    bearing=(TEXT,),
    totals=False,
)
PRIORITIES = _entries("prioritas")
ACTIVITIES = _entries("kegiatan")
INNOVATIONS = _entries("inovasi")
AWARDS = _entries("penghargaan")
RECOMMENDATIONS = TableSpec(
    name="rekomendasi", columns=(ENTRY, ENTRY_DATE, ENTRY_NOTE, FOLLOW_UP), build=_build_recommendation
)
CONSTRAINTS = TableSpec(name="kendala", columns=(CONSTRAINT_KIND, ENTRY), build=_build_constraint)
REGULATIONS = TableSpec(name="regulasi", columns=(NUMBER, ABOUT, YEAR), build=_build_regulation)
MENTIONS = TableSpec(
    name="kutipan",
    columns=(MENTION_KIND, NUMBER, ABOUT, YEAR, PASSAGE),
    build=_build_mention,
    bearing=(MENTION_KIND, NUMBER),
    totals=False,
)
