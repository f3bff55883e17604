"""What is told of files: what cannot be opened, whose table nobody knows, what stands twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from ppid_core.errors import ExtraMissingError
from ppid_core.intake.cells import CellError
from ppid_core.intake.files.json_text import twice as named_twice
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.nearest import ask_nearest
from ppid_core.intake.recognition import UNLIKE, Likeness
from ppid_core.intake.rows.veil import looks_like_data
from ppid_core.intake.tables import TABLES, known_tables
from ppid_core.language import Bilingual
from ppid_core.source import Source

_REGISTERS = frozenset(spec.name for spec in TABLES if spec.cases)
_MOST_TITLES = 8


def twice(table: str, other: Source, here: Source) -> CellError:
    """Return the error for a second file, sheet or name of a table."""
    if other.file == here.file and not here.is_in_workbook:
        return named_twice(table)
    return CellError(
        Bilingual(
            f"tabel ini sudah ada di {other}. Hapus salah satu.", f"this table is there in {other} already."
        ),
        Bilingual("satu berkas untuk satu tabel", "one file for one table"),
    )


def goes_on(place: Source, first: Source) -> Bilingual:
    """Return the note on a second file of a register."""
    return Bilingual(
        f"{place} dibaca sebagai lanjutan {first}; baris yang sama persis, nomornya pun, dihitung satu kali.",
        f"{place} is read as more of {first}; rows of one number that say exactly the same are counted once.",
    )


def unopened() -> CellError:
    """Return the error for a file that cannot be opened."""
    return CellError(
        Bilingual(
            "berkas ini tidak dapat dibuka. Tutup program yang memakainya, atau periksa hak aksesnya.",
            "this file cannot be opened. Close the program that uses it, or check its permissions.",
        ),
        Bilingual("berkas yang dapat dibuka", "a file that can be opened"),
    )


def recognised(place: Source, table: str) -> Bilingual:
    """Return the note on a table that was known by its heading."""
    noun, name = _noun(table), _name(place)
    return Bilingual(
        f"{place} tampak seperti {noun.id}, menurut judul kolomnya, dan dibaca demikian. Bila bukan: "
        f"--table {name}=TABEL.",
        f"{place} looks like {noun.en}, by its heading, and is read as that. If it is not: "
        f"--table {name}=TABLE.",
    )


def alike_beside(place: Source, table: str, other: Source) -> Bilingual:
    """Return the note on what looks like a table that another file, or sheet, bears the name of."""
    noun = _noun(table)
    return Bilingual(
        f"{place} tidak dibaca: tampak seperti {noun.id}, tetapi yang bernama demikian {other}.",
        f"{place} is not read: it looks like {noun.en}, but what bears that name is {other}.",
    )


def left_out(place: Source) -> Bilingual:
    """Return the note on what is passed over because it was said so."""
    return Bilingual(f"{place} tidak dibaca, sesuai --table.", f"{place} is not read, as --table says.")


def several(table: str, first: Source, others: Iterable[Source]) -> CellError:
    """Return the error for several tables that look like the same one."""
    noun, listed = _noun(table), ", ".join(map(str, others))
    return CellError(
        Bilingual(
            f"tampak seperti {noun.id}, dan begitu pula {listed}. Yang dimaksud: {_how(first, table).id}",
            f"looks like {noun.en}, and so does {listed}. The one that is meant: {_how(first, table).en}",
        ),
        Bilingual(f"satu {noun.id}", f"one {noun.en}"),
    )


def either(place: Source, tables: Sequence[str]) -> CellError:
    """Return the error for a table that may be one of several."""
    listed, english, how = " atau ".join(tables), " or ".join(tables), _how(place, tables[0])
    return CellError(
        Bilingual(
            f"menurut judul kolomnya tabel ini dapat berarti {listed}. Agar jelas: {how.id}",
            f"by its heading this table may be {english}. To say which: {how.en}",
        ),
        Bilingual(f"nama tabel: {listed}", f"the name of the table: {english}"),
    )


def unknown(place: Source, titles: Sequence[str], alike: Sequence[str]) -> CellError:
    """Return the error for the only table there is, which is none of ours.

    A first row that may be a case, and name a person, is not quoted.
    """
    listed = ", ".join(titles[:_MOST_TITLES]) + (", …" if len(titles) > _MOST_TITLES else "")
    said = Bilingual(f"Judul kolom yang terbaca: {listed}.", f"The heading is: {listed}.")
    if not titles or looks_like_data(titles):
        said = Bilingual("Baris pertamanya bukan judul kolom.", "Its first row is no heading.")
    near = Bilingual("", "")
    if alike:
        tables = ", ".join(alike)
        near = Bilingual(f" Sebagian cocok dengan tabel {tables}.", f" Some of them fit {tables}.")
    how = _how(place, alike[0] if alike else "permohonan")
    return CellError(
        Bilingual(
            f"tidak dikenali sebagai tabel laporan. {said.id}{near.id} Bila memang tabel laporan: {how.id}",
            f"is not recognised as a table of the report. {said.en}{near.en} If it is one: {how.en}",
        ),
        Bilingual(
            "register permohonan, keberatan, sengketa, atau gugatan, atau tabel lain di PETUNJUK.txt",
            "a register of requests, objections, disputes or suits, or another table of PETUNJUK.txt",
        ),
    )


READABLE = Bilingual("berkas berisi tabel yang dapat dibaca", "a file that holds a table and can be read")


def of_draft(name: str, mark: str) -> Bilingual:
    """Return the note that data are those of a draft: what its makers could not read is not in them."""
    return Bilingual(
        f"{name}: data ini dari sebuah draf ({mark}).", f"{name}: these are the data of a draft ({mark})."
    )


def says_all_itself() -> CellError:
    """Return the error for what was said beside a file that says its year and body itself."""
    return CellError(
        Bilingual(
            "berkas ini sudah memuat tahun dan badannya. --year, --set KUNCI=ISI, dan --table hanya untuk "
            "register dan tabel.",
            "this file says its year and body itself. --year, --set KEY=VALUE and --table are for registers "
            "and tables alone.",
        ),
        Bilingual("berkas tabel, atau tanpa pilihan itu", "a file of tables, or none of these options"),
    )


def no_tables() -> CellError:
    """Return the error for a file that holds no table, whatever its name ends in."""
    return CellError(Bilingual("berkas ini tidak memuat tabel.", "this file holds no table."), READABLE)


def note_own_report(ledger: Ledger, file: str, report: str) -> None:
    """Tell that a file has a *laporan* of its own, so that it is no part of the folder's report."""
    ledger.note(
        Bilingual(
            f"{file} tidak dibaca: di dalamnya ada tabel laporan sendiri, dan folder ini memakai {report}.",
            f"{file} is not read: it has a table laporan of its own, and this folder has {report}.",
        ),
        Source(file=file),
    )


def several_reports(files: Sequence[str]) -> CellError:
    """Return the error for several files of which each is a report: copies of a workbook stay there."""
    named = ", ".join(files)
    return CellError(
        Bilingual(
            f"ada {len(files)} berkas yang masing-masing memuat satu laporan: {named}. Sebut yang dimaksud, "
            f'misalnya ppid periksa "{files[0]}", atau pindahkan yang lain ke folder lain.',
            f"{len(files)} files hold a report each: {named}. Name the one that is meant, such as "
            f'ppid check "{files[0]}", or move the others to another folder.',
        ),
        Bilingual("satu laporan dalam satu folder", "one report in a folder"),
    )


def beside(name: str) -> Bilingual:
    """Return the note on *laporan* that lies beside the one file that is read."""
    return Bilingual(
        f"{name} di folder yang sama ikut dibaca untuk tahun dan nama badannya.",
        f"{name} in the same folder was read, too, for the year and the body.",
    )


def map_beside(name: str) -> Bilingual:
    """Return the note on *peta* that lies beside the one file that is read."""
    return Bilingual(
        f"{name} di folder yang sama ikut dibaca sebagai peta judul kolom dan kode.",
        f"{name} in the same folder was read, too, as the map of headings and codes.",
    )


def reason(error: CellError | ExtraMissingError) -> Bilingual:
    """Return why something cannot be read."""
    return error.message if isinstance(error, CellError) else error.told


def note_unknown(
    ledger: Ledger, place: Source, *, like: Likeness = UNLIKE, why: Bilingual | None = None
) -> None:
    """Tell that a file, a sheet or a name in JSON is not read: why, else what it is like or near to."""
    if why is not None:
        more = Bilingual(f": {why.id}", f": {why.en}")
    elif like.alike:
        tables = ", ".join(like.alike)
        more = Bilingual(
            f". Sebagian judul kolomnya cocok dengan tabel {tables}; bila memang itu, beri nama demikian.",
            f". Some of its heading fits {tables}; if it is that, call it so.",
        )
    else:
        name = place.sheet or PurePath(place.file).stem
        nearest = ask_nearest(name, known_tables(), len(ledger.notes) + 1)
        more = Bilingual(f". {nearest.id}", f". {nearest.en}")
    subject = _subject(place)
    ledger.note(Bilingual(f"{subject.id} tidak dibaca{more.id}", f"{subject.en} is not read{more.en}"), place)


def _subject(place: Source) -> Bilingual:
    if place.is_in_workbook:
        return Bilingual(f'Lembar "{place.sheet}"', f'The sheet "{place.sheet}"')
    if place.sheet:
        return Bilingual(f"{place.file}: tabel {place.sheet}", f"{place.file}: {place.sheet}")
    return Bilingual.both(place.file)


def _noun(table: str) -> Bilingual:
    if table in _REGISTERS:
        return Bilingual(f"register {table}", f"the register {table}")
    return Bilingual(f"tabel {table}", f"the table {table}")


def _name(place: Source) -> str:
    """Return what the option calls a table by, in quotation marks where a shell wants them."""
    name = place.sheet or place.file
    return name if name.replace(".", "").replace("-", "").replace("_", "").isalnum() else f'"{name}"'


def _how(place: Source, table: str) -> Bilingual:
    """Return the sentence that says how to say which table it is."""
    said, ending = f"--table {_name(place)}={table}", PurePath(place.file).suffix
    if place.is_in_workbook:
        return Bilingual(
            f'beri lembar itu nama tabelnya, misalnya "{table}", atau sebutkan {said}.',
            f'call the sheet after its table, such as "{table}", or say {said}.',
        )
    return Bilingual(
        f"beri berkas itu nama tabelnya, misalnya {table}{ending}, atau sebutkan {said}.",
        f"call the file after its table, such as {table}{ending}, or say {said}.",
    )
