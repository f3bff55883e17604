"""Each ground of an objection is known in the words of the Act and of forms; one cell may hold several."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.nothing_false.work import OURS, found, from_tables

from ppid_core import Dossier, Report
from ppid_core.intake import from_rows
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import Absent, Coded, Objection, ObjectionGround, ReportingPeriod, ServiceYear
from ppid_core.report.blocks import Table

OF_THE_ACT = {
    "a": "penolakan atas permintaan informasi berdasarkan alasan pengecualian sebagaimana dimaksud dalam"
    " Pasal 17",
    "b": "tidak disediakannya informasi berkala sebagaimana dimaksud dalam Pasal 9",
    "c": "tidak ditanggapinya permintaan informasi",
    "d": "permintaan informasi ditanggapi tidak sebagaimana yang diminta",
    "e": "tidak dipenuhinya permintaan informasi",
    "f": "pengenaan biaya yang tidak wajar",
    "g": "penyampaian informasi yang melebihi waktu yang diatur dalam Undang-Undang ini",
}
OF_FORMS = {
    "a": "Permohonan Informasi Publik ditolak",
    "b": "Informasi berkala tidak disediakan",
    "c": "Permintaan informasi publik tidak ditanggapi",
    "d": "Permohonan informasi publik ditanggapi tidak sebagaimana yang diminta",
    "e": "Permintaan informasi tidak dipenuhi",
    "f": "Biaya yang dikenakan tidak wajar",
    "g": "Informasi yang disampaikan melebihi jangka waktu yang ditentukan",
}


def objected(*rows: Mapping[str, object], **tables_: object) -> Dossier:
    filed = [
        {"nomor": f"K-{place}", "tanggal": "2023-05-02", **row} for place, row in enumerate(rows, start=1)
    ]
    return from_tables(keberatan=filed, **tables_)  # type: ignore[arg-type]


def only(work: Dossier) -> Objection:
    assert not work.problems
    assert not isinstance(work.year.objections, Absent)
    (row,) = work.year.objections
    return row


def letters(row: Objection) -> str:
    return ",".join(ground.removeprefix("ground_") for ground in row.grounds)


@pytest.mark.parametrize("letter", "abcdefg")
@pytest.mark.parametrize("book", [OF_THE_ACT, OF_FORMS])
@pytest.mark.parametrize("form", ["{words}", "{letter}. {words}", "huruf {letter}: {words}", "{WORDS}."])
def test_the_phrases_of_the_act_and_of_forms_are_known(letter: str, book: dict[str, str], form: str) -> None:
    typed = form.format(letter=letter, words=book[letter], WORDS=book[letter].upper())
    assert letters(only(objected({"alasan": typed}))) == letter


@pytest.mark.parametrize("letter", "cde")
def test_permohonan_and_permintaan_are_one_word(letter: str) -> None:
    typed = OF_THE_ACT[letter].replace("permintaan", "permohonan")
    assert letters(only(objected({"alasan": typed}))) == letter


@pytest.mark.parametrize("column", ["huruf", "alasan"])
@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("c,d", "c,d"),
        ("e, g", "e,g"),
        ("c dan d", "c,d"),
        ("huruf c dan huruf d", "c,d"),
        ("a/b", "a,b"),
        ("Pasal 35 ayat (1) huruf c, d, dan g UU KIP", "c,d,g"),
    ],
)
def test_several_letters_in_a_cell_are_several_grounds(column: str, typed: str, named: str) -> None:
    assert letters(only(objected({column: typed}))) == named


@pytest.mark.parametrize(
    "typed",
    [
        f"c. {OF_THE_ACT['c']}; g. {OF_THE_ACT['g']}",
        f"{OF_FORMS['c']} | {OF_FORMS['g']}",
        f"{OF_FORMS['c']}, {OF_FORMS['g']}",
        f"{OF_FORMS['c']} dan {OF_FORMS['g']}",
    ],
)
def test_several_wordings_in_a_cell_are_several_grounds(typed: str) -> None:
    assert letters(only(objected({"alasan": typed}))) == "c,g"


def test_words_that_are_none_stay_words_and_are_noted_once() -> None:
    work = objected({"alasan": "petugas tidak ramah"}, {"alasan": "petugas tidak ramah"})
    assert work.figure("objections.by_ground.petugas tidak ramah") == 2
    assert sum("petugas tidak ramah" in note.message.id for note in work.notes) == 1
    both = only(objected({"alasan": f"{OF_FORMS['c']}; petugas tidak ramah"}))
    assert both.grounds == (ObjectionGround.C, ObjectionGround.OTHER)


@pytest.mark.parametrize("row", [{"huruf": "c, g"}, {"alasan": f"{OF_FORMS['c']}; {OF_FORMS['g']}"}])
def test_several_grounds_are_written_back_as_they_were_read(row: dict[str, str]) -> None:
    year = objected(row).year
    again = from_rows(typed_tables(year)).year
    assert not isinstance(year.objections, Absent)
    assert not isinstance(again.objections, Absent)
    assert [one.grounds for one in again.objections] == [one.grounds for one in year.objections]


def test_each_ground_counts_and_what_names_none_is_told() -> None:
    work = objected({"huruf": "c,d"}, {"huruf": "d"}, {})
    assert work.figure("objections.total") == 3
    assert work.figure("objections.by_ground") == {"ground_c": 1, "ground_d": 2, "not_recorded": 1}
    assert not work.summary.exceeds("objections.by_ground")


def test_a_dispute_of_two_stages_counts_in_both() -> None:
    rows = [{"nomor": "S-1", "tahap": "mediasi|ajudikasi"}, {"nomor": "S-2", "tahap": "mediasi"}]
    work = from_tables(sengketa=rows)
    assert work.figure("disputes.by_stage") == {"mediation": 2, "adjudication": 1}
    assert work.figure("disputes.total") == 2


def rekap(register: str, along: str, total: int, **parts: int) -> list[dict[str, object]]:
    lines = [
        {"apa": register, "menurut": along, "nilai": part, "jumlah": count} for part, count in parts.items()
    ]
    return [{"apa": register, "menurut": "", "nilai": "", "jumlah": total}, *lines]


def test_t104_adds_no_grounds_and_no_stages() -> None:
    lines = [
        *rekap("keberatan", "alasan", 10, c=8, d=7),
        *rekap("sengketa", "tahap", 3, mediasi=3, ajudikasi=2),
    ]
    work = from_tables(rekap=lines)
    assert not found(work, "T104")
    assert work.figure("objections.by_ground") == {"ground_c": 8, "ground_d": 7}
    assert work.figure("disputes.by_stage") == {"mediation": 3, "adjudication": 2}


def test_t104_tells_a_ground_that_is_more_than_all_objections() -> None:
    (finding,) = found(from_tables(rekap=rekap("keberatan", "alasan", 3, c=4, d=1)), "T104")
    assert (finding.subject, finding.provided, finding.expected) == ("objections.by_ground.ground_c", 4, 3)


def test_grounds_alone_do_not_say_how_many_objections_there_were() -> None:
    work = from_tables(rekap=rekap("keberatan", "alasan", 3, c=2, d=2)[1:])
    assert isinstance(work.figure("objections.total"), Absent)
    assert work.figure("objections.by_ground.ground_c") == 2


def test_t105_compares_grounds_line_by_line() -> None:
    rows = [{"nomor": "K-1", "huruf": "c,d"}, {"nomor": "K-2", "huruf": "d"}]
    right, wrong = rekap("keberatan", "alasan", 2, c=1, d=2), rekap("keberatan", "alasan", 2, c=1, d=1)
    assert not found(from_tables(keberatan=rows, rekap=right), "T105")
    (finding,) = found(from_tables(keberatan=rows, rekap=wrong), "T105")
    assert (finding.provided, finding.expected) == (1, 2)
    assert finding.message().endswith("rekap menyebut 1, register berjumlah 2 (selisih 1).")


def test_t105_compares_stages_line_by_line() -> None:
    rows = [{"nomor": "S-1", "tahap": "mediasi|ajudikasi"}, {"nomor": "S-2", "tahap": "mediasi"}]
    right = rekap("sengketa", "tahap", 2, mediasi=2, ajudikasi=1)
    wrong = rekap("sengketa", "tahap", 2, mediasi=1, ajudikasi=1)
    assert not found(from_tables(sengketa=rows, rekap=right), "T105")
    assert [one.expected for one in found(from_tables(sengketa=rows, rekap=wrong), "T105")] == [2]


def grounds_table(report: Report) -> Table:
    def inside(section: object) -> Table | None:
        for block in getattr(section, "blocks", ()):
            if isinstance(block, Table) and block.key == "objection_grounds":
                return block
        return next(filter(None, map(inside, getattr(section, "sections", ()))), None)

    return next(filter(None, map(inside, report.sections)))


def test_the_table_says_that_grounds_overlap_and_adds_nothing() -> None:
    table = grounds_table(objected({"huruf": "c,d"}, {"huruf": "d"}).report())
    assert table.total is None
    assert not any(column.summed for column in table.columns)
    assert "Satu keberatan dapat memuat beberapa alasan." in table.notes
    assert not any("melebihi" in note for note in table.notes)


CHAIN = {
    "permohonan": [
        {"nomor": "P-1", "tanggal": "2023-03-01", "keputusan": "ditolak", "alasan_penolakan": "h"}
    ],
    "sengketa": [{"nomor": "S-1", "nomor_keberatan": "K-1", "tanggal": "2023-08-01", "tahap": "mediasi"}],
}


@pytest.mark.parametrize(("grounds", "told"), [("a", True), ("a,d", False), ("d", False)])
def test_mediation_is_open_to_an_objection_that_names_any_ground_for_it(grounds: str, *, told: bool) -> None:
    work = objected({"huruf": grounds, "nomor_permohonan": "P-1"}, **CHAIN)
    assert bool(found(work, "C301")) is told


def test_each_ground_is_compared_with_its_request() -> None:
    granted = [{"nomor": "P-1", "tanggal": "2023-03-01", "keputusan": "dikabulkan seluruhnya"}]
    (finding,) = found(objected({"huruf": "d, a", "nomor_permohonan": "P-1"}, permohonan=granted), "C310")
    assert finding.provided == "a"


def test_two_objections_on_different_grounds_are_not_one_recorded_twice() -> None:
    same = {"nomor_permohonan": "P-1"}
    assert not found(objected({**same, "huruf": "c"}, {**same, "huruf": "c,d"}), "C404")
    assert found(objected({**same, "huruf": "c,d"}, {**same, "huruf": "d,c"}), "C404")


def test_objections_of_several_grounds_count_once_beside_requests() -> None:
    requests = [{"nomor": f"P-{place}", "keputusan": "ditolak", "alasan_penolakan": "h"} for place in (1, 2)]
    assert not found(objected({"huruf": "a,d"}, {"huruf": "a,d"}, permohonan=requests), "C401")


def test_letter_and_wording_differ_only_where_no_letter_is_the_wordings() -> None:
    assert not found(objected({"huruf": "c,d", "alasan": OF_FORMS["d"]}), "S104")
    assert found(objected({"huruf": "c,e", "alasan": OF_FORMS["d"]}), "S104")


@pytest.mark.parametrize(
    "row",
    [
        Objection(number="K-1", ground=Coded(ObjectionGround.A)),
        Objection(number="K-1", ground=Coded(ObjectionGround.A, "sebab lain")),
        Objection(number="K-1", ground=Coded(ObjectionGround.C), further_grounds=(ObjectionGround.G,)),
    ],
)
def test_grounds_that_no_words_name_are_written_as_letters(row: Objection) -> None:
    year = ServiceYear(period=ReportingPeriod(2023), objections=(row,))
    assert letters(only(Dossier.from_rows(typed_tables(year), plugins=OURS))) == letters(row)
