"""Chapters typed as text files in *naskah/*, beside those of the table."""

from __future__ import annotations

from attrs import frozen

from ppid_core.intake.cells import CellError, prose, refuse_control
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.result import RejectedRow
from ppid_core.intake.tables.narrative import PASSAGES, part_key
from ppid_core.intake.text_file import decode
from ppid_core.language import Bilingual
from ppid_core.model import Absent, Passage
from ppid_core.source import Source


@frozen(kw_only=True)
class ProseFile:
    """A text file: its path relative to the folder, the chapter it is named after, its bytes."""

    file: str
    part: str
    content: bytes


def read_prose(
    table: tuple[Passage, ...] | Absent, files: tuple[ProseFile, ...], ledger: Ledger
) -> tuple[Passage, ...]:
    """Return the chapters of the table and of the files; one chapter may stand in one place only."""
    passages = {} if isinstance(table, Absent) else {passage.part: passage for passage in table}
    for file in files:
        ledger.read[PASSAGES.name] = ledger.read.get(PASSAGES.name, 0) + 1
        try:
            text = _text(file, passages)
        except CellError as error:
            source = Source(file=file.file)
            ledger.refuse(source, error, file.part)
            ledger.rejected.append(RejectedRow(table=PASSAGES.name, source=source, cells=(file.part,)))
            continue
        if text:
            part = part_key(file.part)
            passages[part] = Passage(part=part, text=text, source=Source(file=file.file))
        else:
            ledger.untyped.append(file.file)
    return tuple(passages.values())


def _text(file: ProseFile, passages: dict[str, Passage]) -> str:
    text = prose(decode(file.content))
    refuse_control(text)
    twin = passages.get(part_key(file.part))
    if twin is not None:
        where = Bilingual.both("") if twin.source is None else twin.source.told
        raise CellError(
            Bilingual(
                f'bagian "{{value}}" sudah ada di {where.id}. Hapus salah satu.',
                f'the chapter "{{value}}" is there already in {where.en}. Delete one of them.',
            ),
            Bilingual("satu naskah untuk satu bagian", "one text for one chapter"),
        )
    return text
