"""What holds for any folder: order and writing of headings do not matter, one bad cell is one problem."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sized
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from attrs import asdict
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid_core.intake import InputError, Intake, from_rows, load
from ppid_core.intake.cells import PRIVATE
from ppid_core.model import Absent, ServiceYear

FOLDER = Path(__file__).parents[2] / "examples" / "kota-serang-2020"
Table = list[list[str]]

TYPED = {
    "permohonan": {"bulan", "jumlah_pemohon", "pemohon", "keputusan"},
    "keberatan": {"bulan", "jumlah", "pemohon"},
    "sengketa": {"pemohon", "tahap"},
    "kunjungan": {"bulan", "kunjungan"},
    "anggaran": {"alokasi", "realisasi"},
    "sdm": {"jumlah"},
    "sarana_prasarana": {"jumlah"},
    "jam_layanan": {"hari", "buka", "tutup"},
    "pernyataan": {"apa", "jumlah"},
    "regulasi": {"tahun"},
    "kutipan": {"jenis", "tahun"},
    "kendala": {"jenis"},
    "jenis_informasi": {"kelompok"},
    "peringkat_opd": {"nilai"},
}
"""Columns of the example in which rubbish cannot be words."""
DECIDING = {("kutipan", "jenis"), ("pernyataan", "apa"), ("pernyataan", "jumlah")}
"""Those without which a row says nothing: it is no value."""
OF_PERSONS = {"permohonan", "keberatan", "sengketa"}
"""Tables in which a word that no list holds may be a name, and is not quoted."""


def tables() -> dict[str, Table]:
    found = {}
    for path in sorted(FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            found[path.stem] = list(csv.reader(stream))
    return found


EXAMPLE = tables()
READ = load(FOLDER)
YEAR = READ.year


def encoded(table: Table, delimiter: str, *, mark: bool) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(table)
    return stream.getvalue().encode("utf-8-sig" if mark else "utf-8")


def loaded(files: dict[str, bytes]) -> Intake:
    with TemporaryDirectory() as name:
        for table, content in files.items():
            (Path(name) / f"{table}.csv").write_bytes(content)
        return load(name)


@st.composite
def mangled(draw: st.DrawFn) -> dict[str, bytes]:
    """Return the example with its columns, headings, delimiters and marks written in another way."""
    files = {}
    for name, table in EXAMPLE.items():
        order = draw(st.permutations(range(len(table[0]))))
        heading, *rows = [[row[at] for at in order] for row in table]
        write = draw(
            st.sampled_from((str.upper, str.title, lambda text: f"  {text.replace('_', ' ')} ", str))
        )
        pad = draw(st.sampled_from(("", " ", "\u00a0")))
        padded = [[f"{pad}{cell}{pad}" for cell in row] for row in rows]
        content = [
            [write(title) for title in heading],
            *padded,
            *draw(st.sampled_from(([], [[""] * len(order)]))),
        ]
        files[name] = encoded(content, draw(st.sampled_from(",;\t")), mark=draw(st.booleans()))
    return files


@pytest.mark.slow
@settings(deadline=None, max_examples=20)
@given(mangled())
def test_order_case_spaces_delimiter_and_mark_do_not_matter(files: dict[str, bytes]) -> None:
    intake = loaded(files)

    assert intake.problems == ()
    assert intake.year == YEAR


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, int, int]:
    """Return a table of the example, with the row and column of a cell to overwrite."""
    table = draw(st.sampled_from(sorted(TYPED)))
    heading, *rows = EXAMPLE[table]
    column = draw(st.sampled_from([at for at, title in enumerate(heading) if title in TYPED[table]]))
    return table, draw(st.integers(1, len(rows))), column


@pytest.mark.slow
@settings(deadline=None, max_examples=40)
@given(spoiled(), st.sampled_from(("#REF!", "¿?", "32 Foo 2020", "Rp-", "x;y;z", "=A1")))
def test_one_spoiled_cell_is_one_problem_and_costs_no_row_but_one_that_says_nothing_without_it(
    place: tuple[str, int, int], rubbish: str
) -> None:
    table, row, column = place
    files = {name: encoded(rows, ",", mark=False) for name, rows in EXAMPLE.items()}
    changed = [list(cells) for cells in EXAMPLE[table]]
    changed[row][column] = rubbish

    intake = loaded({**files, table: encoded(changed, ",", mark=False)})

    (problem,) = intake.problems
    title = EXAMPLE[table][0][column]
    is_veiled = table in OF_PERSONS and "Foo" in rubbish
    expected = (f"{table}.csv", row + 1, title, PRIVATE.id if is_veiled else rubbish)
    assert expected == (problem.source.file, problem.source.row, problem.source.column, problem.value)
    lost = int((table, title) in DECIDING)
    assert intake.rejected_counts == {name: lost * (name == table) for name in intake.read}
    assert intake.read == READ.read


cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ("NIHIL", "JUMLAH", "Mei", "13", "1", "-1", "2020", "√", "?", "7/1/2020", "permohonan", "ditolak", '"')
)


VALUES: dict[str, Callable[[ServiceYear], Sized | Absent]] = {
    "permohonan": lambda year: year.requests,
    "keberatan": lambda year: year.objections,
    "sengketa": lambda year: year.disputes,
    "opd": lambda year: year.agencies,
    "jenis_informasi": lambda year: year.information_types,
    "kunjungan": lambda year: year.service.visits,
    "sdm": lambda year: year.service.staff,
    "jam_layanan": lambda year: year.service.hours,
    "gambar": lambda year: year.service.pictures,
    "kendala": lambda year: year.narrative.constraints,
    "kutipan": lambda year: year.narrative.mentions,
    "peringkat_opd": lambda year: year.activity.ranking,
}
"""Tables of which each accepted row is one value."""


@pytest.mark.slow
@settings(deadline=None, max_examples=75)
@given(
    st.sampled_from(sorted(VALUES)),
    st.lists(st.lists(cells, min_size=1, max_size=8), max_size=6),
    st.sampled_from(",;\t"),
)
def test_whatever_is_typed_every_row_is_a_value_or_is_rejected_with_a_problem(
    table: str, rows: Table, delimiter: str
) -> None:
    content = encoded([EXAMPLE[table][0], *rows], delimiter, mark=False)

    intake = loaded({"laporan": b"kunci,isi\ntahun,2020\n", table: content})

    values = VALUES[table](intake.year)
    accepted = 0 if isinstance(values, Absent) else len(values)
    assert intake.read.get(table, 0) == accepted + len(intake.rejected)
    assert {one.source.row for one in intake.rejected} <= {one.source.row for one in intake.problems}


def attempted(files: dict[str, bytes]) -> Intake | InputError:
    try:
        return loaded(files)
    except InputError as error:
        return error


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(st.sampled_from(("permohonan", "rekap", "opd", "laporan")), st.binary(max_size=60)))
def test_any_bytes_are_told_without_a_traceback(files: dict[str, bytes]) -> None:
    read = attempted({"laporan": b"kunci,isi\ntahun,2020\n", **files})

    assert isinstance(read, Intake) or read.problems


def test_rows_from_memory_are_read_as_the_folder_is() -> None:
    rows = {
        name: [dict(zip(heading, cells, strict=True)) for cells in body]
        for name, (heading, *body) in EXAMPLE.items()
    }

    intake = from_rows(rows)

    assert intake.problems == ()
    assert intake.year == YEAR
    assert intake.read == READ.read


def test_the_same_folder_gives_the_same_intake_sources_included() -> None:
    assert asdict(load(FOLDER)) == asdict(load(FOLDER))
