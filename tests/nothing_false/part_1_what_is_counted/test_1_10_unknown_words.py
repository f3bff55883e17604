"""1.10: words that are in no list stay apart, in every table, and are printed as the clerk wrote them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.nothing_false.work import found, from_files, from_tables, messages, parts

from ppid_core import Dossier, structure, unstructure
from ppid_core.errors import UnknownNameError
from ppid_core.model import Absent, Channel, Coded
from ppid_core.rules import Status

BOX, MANUAL = "Kotak Saran", "Manual/Langsung"


def rows_by(**channels: int) -> list[dict[str, object]]:
    return [{"bulan": "Maret", "jumlah": number, "kanal": word} for word, number in channels.items()]


def lines_of(what: str, along: str, **numbers: int) -> list[dict[str, object]]:
    return [
        {"apa": what, "menurut": along, "nilai": word, "jumlah": number} for word, number in numbers.items()
    ]


def printed(work: Dossier) -> str:
    return "\n".join(block.plain() for block in work.report().blocks())


@pytest.fixture(scope="module")
def same_everywhere() -> Dossier:
    """The register, its totals and the text say the same of two channels that no list holds."""
    numbers = {BOX: 6, MANUAL: 4}
    return from_tables(
        keys={"kanal_ditawarkan": "meja layanan PPID|website"},
        permohonan=rows_by(**numbers, website=3),
        rekap=lines_of("permohonan", "kanal", **numbers, website=3),
        pernyataan=lines_of("permohonan", "kanal", **numbers),
    )


def test_two_words_that_no_list_holds_are_two_categories(same_everywhere: Dossier) -> None:
    breakdown = parts(same_everywhere, "requests.by_channel")

    assert {name: number for name, number in breakdown.items() if number} == {BOX: 6, MANUAL: 4, "website": 3}
    assert same_everywhere.figure(f"requests.by_channel.{BOX}") == 6
    assert same_everywhere.figure("requests.by_channel.other") == 0
    assert unstructure(same_everywhere.summary)["requests"]["by_channel"][MANUAL] == 4


def test_true_claims_and_totals_of_them_contradict_nothing(same_everywhere: Dossier) -> None:
    for code in ("T101", "T105"):
        (run,) = (run for run in same_everywhere.checked.runs if run.code == code)
        assert run.status is Status.PASSED
        assert found(same_everywhere, code) == ()


def test_desk_that_may_be_one_of_them_is_not_called_unused(same_everywhere: Dossier) -> None:
    (run,) = (run for run in same_everywhere.checked.runs if run.code == "K101")

    assert run.status is Status.NOT_APPLICABLE
    assert "belum dikenali" in run.reason.id


def test_known_channels_alone_still_tell_the_unused_one() -> None:
    work = from_tables(keys={"kanal_ditawarkan": "meja layanan PPID"}, permohonan=rows_by(website=3))

    assert [finding.subject for finding in found(work, "K101")] == ["channel:desk"]


def test_words_of_the_clerk_are_printed_and_no_other_channel(same_everywhere: Dossier) -> None:
    report = printed(same_everywhere)

    assert f"{BOX}\t6" in report
    assert f"{MANUAL}\t4" in report
    assert "anal lain" not in report


def test_words_are_noted_once_for_their_column(same_everywhere: Dossier) -> None:
    told = [note for note in messages(same_everywhere) if "belum dikenali" in note]

    assert [note.partition(":")[0] for note in told] == [
        "permohonan, kolom kanal",
        "rekap, kolom nilai",
        "pernyataan, kolom nilai",
    ]
    for note in told:
        assert note.endswith(f': "{BOX}", "{MANUAL}" belum dikenali; dihitung menurut kata yang tertulis.')


def test_false_claim_of_one_of_them_names_it() -> None:
    work = from_tables(
        permohonan=rows_by(**{BOX: 6, MANUAL: 4}),
        pernyataan=lines_of("permohonan", "kanal", **{BOX: 5}),
        rekap=lines_of("permohonan", "kanal", **{BOX: 6, MANUAL: 5}),
    )

    (claim,), (line,) = found(work, "T101"), found(work, "T105")

    assert (claim.provided, claim.expected, claim.subject) == (5, 6, f"requests.by_channel:{BOX}")
    assert "kanal: Kotak Saran" in claim.message()
    assert (line.provided, line.expected, line.subject) == (5, 4, f"requests.by_channel:{MANUAL}")


def test_same_word_in_two_cases_is_one() -> None:
    work = from_tables(
        permohonan=rows_by(**{BOX: 6, "KOTAK  SARAN": 1, "kotak saran": 2}),
        pernyataan=lines_of("permohonan", "kanal", **{"kotak saran": 9}),
        rekap=lines_of("permohonan", "kanal", **{"Kotak saran": 9}),
    )

    assert parts(work, "requests.by_channel")[BOX] == 9
    assert work.figure("requests.by_channel.kotak saran") == 9
    assert not found(work, "T101")
    assert not found(work, "T105")


def test_words_that_only_one_table_uses_accuse_nobody() -> None:
    work = from_tables(
        permohonan=rows_by(**{BOX: 6, "website": 3}),
        rekap=lines_of("permohonan", "kanal", **{"kotak surat": 6, "website": 3}),
        pernyataan=lines_of("permohonan", "kanal", **{"kotak surat": 6}),
    )

    assert not found(work, "T101")
    assert not found(work, "T105")


def test_word_that_spells_the_slug_of_another_category_stays_apart_from_it() -> None:
    work = from_tables(permohonan=rows_by(**{"desk": 2, "meja layanan PPID": 3, "other": 1}))

    breakdown = parts(work, "requests.by_channel")

    assert {name: number for name, number in breakdown.items() if number} == {
        '"desk"': 2,
        "desk": 3,
        '"other"': 1,
    }
    assert "desk\t2" in printed(work)


def test_words_that_mean_other_are_known() -> None:
    work = from_tables(permohonan=rows_by(**{"lainnya": 2, "Lain-lain": 1}))

    assert work.figure("requests.by_channel.other") == 3
    assert not any("belum dikenali" in note for note in messages(work))


def test_every_open_list_keeps_its_words_apart() -> None:
    month = {"bulan": "Maret"}
    work = from_tables(
        permohonan=[
            {**month, "keputusan": "ditolak", "alasan_penolakan": "berkas hilang", "pekerjaan": "Petani"},
            {**month, "keputusan": "ditolak", "alasan_penolakan": "kantor pindah", "pekerjaan": "petani"},
        ],
        keberatan=[
            {**month, "alasan": "petugas cuti", "jawaban": "dirapatkan"},
            {**month, "alasan": "loket tutup", "jawaban": "diundur"},
        ],
        sengketa=[{**month, "hasil": "dilimpahkan"}, {**month, "hasil": "digabung"}],
    )

    for path in (
        "requests.by_refusal_reason",
        "objections.by_ground",
        "objections.by_answer",
        "disputes.by_result",
    ):
        named = {name for name, number in parts(work, path).items() if number}
        assert len(named) == 2, path
    assert work.figure("requests.by_refusal_reason.berkas hilang") == 1
    assert work.figure("requests.by_occupation") == {"Petani": 2}


def test_name_that_no_row_uses_is_no_figure_and_one_of_an_absent_breakdown_may_be() -> None:
    work = from_tables(permohonan=rows_by(**{BOX: 6}))
    blank = from_tables(permohonan=[{"bulan": "Maret", "jumlah": 1}])

    with pytest.raises(UnknownNameError, match="Kotak Saran"):
        work.figure("requests.by_channel.Kotak Surat")
    assert isinstance(blank.figure(f"requests.by_channel.{BOX}"), Absent)


def test_words_survive_json_and_are_written_back_as_typed(tmp_path: Path) -> None:
    work = from_files(
        tmp_path,
        permohonan=f"bulan,jumlah,kanal\nMaret,6,{BOX}\nApril,4,{MANUAL}\nMei,2,desk\n",
        rekap="apa,menurut,nilai,jumlah\npermohonan,kanal,desk,2\n",
        pernyataan=f"apa,menurut,nilai,jumlah\npermohonan,kanal,desk,2\npermohonan,kanal,{BOX},6\n",
    )

    again = structure(unstructure(work.year))

    assert again == work.year
    assert isinstance(work.year.requests, tuple)
    assert work.year.requests[0].channel == Coded(Channel.OTHER, BOX)
    assert work.figure('requests.by_channel."desk"') == 2
    assert not found(work, "T101")
    assert not found(work, "T105")


def test_rows_without_a_channel_leave_the_unused_one_judged() -> None:
    rows = [*rows_by(website=3), {"bulan": "Maret", "jumlah": 2, "kanal": ""}]
    work = from_tables(keys={"kanal_ditawarkan": "meja layanan PPID"}, permohonan=rows)

    assert [finding.subject for finding in found(work, "K101")] == ["channel:desk"]
