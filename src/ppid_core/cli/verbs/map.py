"""``ppid map``: the table *peta* for registers of another program: drafted, or of a program that is known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

import click

from ppid_core.cli import choices, completion
from ppid_core.cli.console import show, show_json, tell, typed
from ppid_core.cli.screen.problems import problem_lines
from ppid_core.cli.usage import FINE, UNUSABLE, CommandRefused
from ppid_core.errors import InputError
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.files.csv_tables import table_bytes
from ppid_core.intake.files.opened_tables import opened_tables
from ppid_core.intake.map_draft import draft_map
from ppid_core.intake.program_map import program_map, program_maps
from ppid_core.intake.tables.translation import TRANSLATIONS, UNDECIDED
from ppid_core.language import Bilingual, Lang
from ppid_core.output.writer import lay_out
from ppid_core.plugins import Artifact
from ppid_core.writing import format_number


@click.command("map", short_help="Padankan judul dan kode program lain (peta).")
@click.argument("source", metavar="[BERKAS]", required=False, shell_complete=completion.files)
@click.option(
    "--dari",
    "program",
    shell_complete=completion.program,
    metavar="NAMA",
    help="Peta bawaan untuk program yang dikenal.",
)
@click.option("--daftar", "lists", is_flag=True, help="Daftar program yang dikenal.")
@click.option(
    "--out",
    shell_complete=completion.files,
    metavar="PETA.csv",
    help="Tulis ke berkas ini; tanpa ini ditampilkan.",
)
@choices.output
@choices.lang
def command(
    *, source: str | None, program: str | None, lists: bool, out: str | None, output: str, lang: Lang
) -> int:
    """Susun tabel peta untuk BERKAS (folder, buku kerja, atau CSV) dari program lain.

    Tanda ? berarti belum diputuskan: ganti dengan kolom atau isi yang dimaksud, atau abaikan.
    """
    if lists:
        if output == "json":
            show_json("maps", _json(lang))
        else:
            show(_programs(lang))
        return FINE
    if (source is None) == (program is None):
        raise CommandRefused(_ONE_OF(lang))
    if program is not None:
        return _write(_known(program), out, lang)
    try:
        lines = draft_map(opened_tables(Path(source or "")), lang)
    except InputError as error:
        tell(problem_lines(error.problems, lang))
        return UNUSABLE
    if not lines:
        tell([_NOTHING(lang).format(source=source)])
        return FINE
    ending = _write(lines, out, lang)
    undecided = sum(str(line[name]).endswith(UNDECIDED) for line in lines for name in ("kolom", "nilai"))
    numbers = {"lines": format_number(len(lines), lang), "undecided": format_number(undecided, lang)}
    tell([_DRAFTED(lang).format(**numbers), _NEXT(lang).format(source=typed(source or ""))])
    return ending


class MapJson(TypedDict):
    """The map of a program, and where its headings were read."""

    name: str
    label: str
    origin: str


class MapsJson(TypedDict):
    """The programs whose registers are known."""

    maps: list[MapJson]


def _json(lang: Lang) -> MapsJson:
    return {
        "maps": [
            {"name": one.name, "label": one.label, "origin": one.origin(lang)}
            for one in program_maps().values()
        ]
    }


def _programs(lang: Lang) -> Sequence[str]:
    """Return a line for each program that is known."""
    maps = program_maps().values()
    wide = max(len(one.name) for one in maps)
    return [f"{one.name:<{wide}}  {one.label}\n{'':<{wide}}  {one.origin(lang)}" for one in maps]


def _known(program: str) -> Sequence[Cells]:
    """Return the lines of a program; the first says where they are from."""
    known = program_map(program)
    first, *others = known.lines
    return [{**first, "keterangan": known.origin.id}, *others]


def _write(lines: Sequence[Cells], out: str | None, lang: Lang) -> int:
    content = table_bytes(TRANSLATIONS.name, lines)
    if out is None:
        show([content.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")])
        return FINE
    place = Path(out)
    if place.exists():
        raise CommandRefused(_THERE(lang).format(place=place))
    lay_out([Artifact(name=place.name, media_type="text/csv", content=content)], place.parent)
    tell([_WRITTEN(lang).format(place=place)])
    return FINE


_ONE_OF = Bilingual(
    "Sebutkan berkas program lain, atau --dari NAMA untuk program yang dikenal (--daftar).",
    "Name a file of another program, or --dari NAME for one that is known (--daftar).",
)
_NOTHING = Bilingual(
    "{source} tidak memerlukan peta: semua judul dan kodenya dikenal.",
    "{source} needs no peta: all of its headings and codes are known.",
)
_DRAFTED = Bilingual(
    "Rancangan peta: {lines} baris, {undecided} belum diputuskan (tanda ?).",
    "A draft of peta: lines {lines}, not decided yet {undecided} (?).",
)
_NEXT = Bilingual(
    "Langkah berikut: simpan sebagai peta.csv di folder laporan (atau lembar peta), ganti setiap ?, lalu"
    " ppid periksa {source}",
    "Next: keep it as peta.csv in the report folder (or a sheet peta), decide each ?, then"
    " ppid check {source}",
)
_WRITTEN = Bilingual("Peta ditulis ke {place}.", "The map was written to {place}.")
_THERE = Bilingual(
    'Tidak ada yang ditulis: "{place}" sudah ada. Pilih nama lain.',
    'Nothing was written: "{place}" is there already. Choose another name.',
)
