"""Whatever is read as a breakdown is counted, compared and printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pytest

from ppid_core import Dossier, export, load_plugins
from ppid_core.glossary import label
from ppid_core.law import Lawbook
from ppid_core.model import (
    BREAKDOWNS,
    Absent,
    Breakdown,
    Dimension,
    Reason,
)
from ppid_core.report import Items, Report, Section, Table, sentence
from ppid_core.report.parts.breakdowns import caption_of, table_key
from ppid_core.rules import Finding
from ppid_core.rules.casebook.aggregate_lines import part_subject

Row = Mapping[str, str | int]

LAPORAN = {"tahun": "2023", "badan.nama": "Kota Contoh", "badan.tingkat": "kota"}
TYPED = {Dimension.AGENCY: "Dinas Sosial", Dimension.TIME: "11-17"}
TOTAL, PART, MORE = 12, 9, 20
ids = pytest.mark.parametrize("one", BREAKDOWNS, ids=lambda one: f"{one.register} {one.dimension}")


def dossier(*lines: Row, **tables: list[Row]) -> Dossier:
    keys: list[Row] = [{"kunci": key, "isi": value} for key, value in LAPORAN.items()]
    work = Dossier.from_rows(
        {"laporan": keys, "rekap": list(lines), **tables}, plugins=load_plugins(entry_points=[])
    )
    assert work.problems == ()
    return work


def word(one: Breakdown) -> str:
    """Return how a part is typed: the first word of its list, else any."""
    return TYPED.get(one.dimension) or (label(next(iter(one.vocabulary))) if one.vocabulary else "Petani")


def category(one: Breakdown) -> str:
    """Return the key of the same part."""
    if one.dimension is Dimension.MONTH:
        return "2"
    if one.dimension is Dimension.TIME:
        return next(span.slug for span in Lawbook.load().response_classes(Lawbook.load().classes_since)[1:])
    return str(next(iter(one.vocabulary))) if one.vocabulary else word(one)


def whole(one: Breakdown, number: int | str = TOTAL) -> Row:
    return {"apa": label(one.register), "jumlah": number}


def told(one: Breakdown) -> int:
    """Return how many the part has: months that leave some cases out are not told."""
    return TOTAL if one.dimension is Dimension.MONTH else PART


def part(one: Breakdown, number: int | None = None) -> Row:
    """Return the line of one part."""
    named = {"bulan": "Februari"} if one.dimension is Dimension.MONTH else {"nilai": word(one)}
    counted = told(one) if number is None else number
    return {"apa": label(one.register), "menurut": label(one.dimension), **named, "jumlah": counted}


def of_outcome(one: Breakdown) -> list[Row]:
    """Return the line that says how many had the outcome that a breakdown divides."""
    if one.of is None:
        return []
    return [{"apa": label(one.register), "menurut": "keputusan", "nilai": label(one.of), "jumlah": TOTAL}]


def tables(report: Report) -> dict[str, Table]:
    def walk(sections: Iterable[Section]) -> Iterator[Table]:
        for section in sections:
            yield from (block for block in section.blocks if isinstance(block, Table))
            yield from walk(section.sections)

    return {table.key: table for table in walk(report.sections)}


def items(report: Report) -> list[str]:
    """Return what stands in lists."""
    lists = (block for block in report.blocks() if isinstance(block, Items))
    return [sentence(item) for block in lists for item in block.items]


def found(work: Dossier, code: str) -> list[Finding]:
    return [finding for finding in work.findings if finding.code == code]


@ids
def test_each_is_counted(one: Breakdown) -> None:
    work = dossier(whole(one), *of_outcome(one), part(one))

    assert work.figure(f"{one.path}.{category(one)}") == told(one)


@ids
def test_each_is_compared_with_what_it_divides(one: Breakdown) -> None:
    work = dossier(whole(one), *of_outcome(one), part(one, MORE))

    (finding,) = found(work, "T104")
    assert MORE in {finding.provided, finding.expected}
    assert finding.subject.startswith(f"{one.register}.by_{one.dimension}")


@ids
def test_each_is_printed_once(one: Breakdown) -> None:
    work = dossier(whole(one), *of_outcome(one), part(one))

    report = work.report(edition="internal")

    printed = tables(report)
    key = "requests_by_month" if one.path == "requests.by_month" else table_key(one)
    sentences = [said for said in items(report) if said.startswith(f"{caption_of(one, 'id')}: ")]
    rows = [row for row in printed[key].rows if told(one) in row] if key in printed else []
    assert len(rows) + len(sentences) == 1
    assert all(printed[key].notes[0].startswith("Sumber: rekapitulasi") for _ in rows)
    assert all(said.endswith(f" Februari, 12 (dua belas) {label(one.register)}.") for said in sentences)


def test_a_part_that_is_all_of_it_is_a_sentence_and_no_table_of_one_row() -> None:
    rows: list[Row] = [
        {
            "nomor": number,
            "tanggal": f"2023-0{1 + number % 2}-03",
            "alasan": "tidak ditanggapi",
            "jawaban": one,
        }
        for number, one in enumerate(("diterima", "ditolak", "diterima"))
    ]
    report = dossier(keberatan=rows).report()

    assert {
        "Keberatan menurut alasan: seluruhnya tidak ditanggapinya permohonan informasi, 3 (tiga) keberatan.",
        "Keberatan menurut bulan: Januari 2 dan Februari 1.",
    } <= set(items(report))
    assert "objection_answers" in tables(report)
    assert {"objection_grounds", "objections_by_month"}.isdisjoint(tables(report))


def test_one_part_that_exceeds_its_whole_or_leaves_some_out_keeps_its_table() -> None:
    line: Row = {"apa": "keberatan", "menurut": "jawaban", "nilai": "ditolak", "jumlah": 5}

    for number in (4, 6):
        report = dossier({"apa": "keberatan", "jumlah": number}, line).report()
        assert "objection_answers" in tables(report)


@ids
def test_each_is_claimed_and_the_claim_compared(one: Breakdown) -> None:
    said = "Februari" if one.dimension is Dimension.MONTH else word(one)
    claim: Row = {
        "apa": label(one.register),
        "menurut": label(one.dimension),
        "nilai": said,
        "jumlah": told(one) - 1,
    }
    work = dossier(whole(one), *of_outcome(one), part(one), pernyataan=[claim])

    assert [finding.subject for finding in found(work, "T101")] == [part_subject(one.path, category(one))]


@pytest.mark.parametrize("name", ["csv", "html", "json", "markdown"])
def test_every_format_prints_them(name: str) -> None:
    sexes: list[Row] = [
        {"apa": "pemohon", "menurut": "jenis_kelamin", "nilai": sex, "jumlah": number}
        for sex, number in (("perempuan", 7), ("laki-laki", 5))
    ]
    work = dossier({"apa": "pemohon", "jumlah": TOTAL}, *sexes)

    artifacts = export(work.report(edition="internal"), name, load_plugins())

    assert any("perempuan" in artifact.content.decode() for artifact in artifacts)


def test_what_is_typed_of_other_years_is_printed_as_it_was_typed_and_never_counted() -> None:
    work = dossier(
        {"apa": "permohonan", "jumlah": TOTAL},
        {"apa": "permohonan", "tahun": 2021, "jumlah": 61},
        {"apa": "permohonan", "menurut": "pekerjaan", "nilai": "Petani", "tahun": 2022, "jumlah": 40},
        {"apa": "permohonan", "bulan": "Mei", "tahun": 2021, "jumlah": 3},
        {"apa": "pengaduan", "tahun": 2021, "jumlah": 2},
    )

    printed = tables(work.report())

    compared = printed["requests_of_other_years"]
    assert compared.rows == (
        ("2022", "", "Pekerjaan", "Petani", 40),
        ("2021", "Mei", "", "", 3),
    )
    assert compared.caption == "Permohonan tahun lain (pembanding)"
    assert compared.notes == ("Sumber: rekapitulasi permohonan, 2 baris; tidak ikut dihitung.",)
    assert printed["complaints_of_other_years"].rows == (("2021", "Seluruhnya", 2),)
    assert printed["years"].rows[0][:2] == ("2021", 61)
    assert work.figure("requests.total") == TOTAL
    assert work.figure("requests.by_occupation") == Absent(Reason.NO_CATEGORY)


def test_agencies_are_told_in_the_order_of_their_list() -> None:
    agencies: list[Row] = [
        {"kode": str(number), "nama": name} for number, name in enumerate(("Setda", "Dinas Sosial"))
    ]
    lines: list[Row] = [
        {"apa": "pengaduan", "menurut": "OPD", "nilai": name, "jumlah": number}
        for name, number in (("Dinas Sosial", 8), ("Setda", 4))
    ]
    work = dossier(*lines, opd=agencies)

    table = tables(work.report())["complaints_by_agency"]

    assert [row[:2] for row in table.rows] == [("Setda", 4), ("Dinas Sosial", 8)]
    assert table.caption == "Pengaduan menurut OPD"


def test_a_stage_says_that_one_dispute_may_go_through_several() -> None:
    disputes: list[Row] = [{"nomor": 1, "tahap": "mediasi|ajudikasi"}, {"nomor": 2, "tahap": "mediasi"}]
    table = tables(dossier(sengketa=disputes).report())["disputes_by_stage"]

    assert table.rows == (("Mediasi", 2), ("Ajudikasi", 1))
    assert table.total is None
    assert table.notes == (
        "Sumber: register sengketa, 2 baris.",
        "Satu sengketa dapat melalui beberapa tahap.",
    )


def test_a_breakdown_that_only_lines_tell_is_not_said_to_come_from_the_register() -> None:
    rows: list[Row] = [{"nomor": number, "kanal": way} for number, way in ((1, "website"), (2, "surel"))]
    lines: list[Row] = [
        {"apa": "permohonan", "menurut": "topik", "nilai": topic, "jumlah": 1} for topic in ("APBD", "APBN")
    ]
    printed = tables(dossier(*lines, permohonan=rows).report())

    assert printed["channels"].notes[0] == "Sumber: register permohonan, 2 baris."
    assert printed["requests_by_topic"].notes[0] == "Sumber: rekapitulasi permohonan."


def test_applicants_that_rows_count_are_not_told_twice() -> None:
    rows: list[Row] = [{"nomor": 1, "jumlah_pemohon": 12, "pemohon": "perorangan", "kanal": "website"}]
    sexes: list[Row] = [
        {"apa": "pemohon", "menurut": "jenis_kelamin", "nilai": sex, "jumlah": 6}
        for sex in ("perempuan", "laki-laki")
    ]
    work = dossier(*sexes, permohonan=rows)

    assert work.figure("applicants.by_sex") == {"laki-laki": 6, "perempuan": 6}
    printed = tables(work.report())
    assert "applicants_by_sex" in printed
    assert {"applicants_by_applicant", "applicants_by_channel"}.isdisjoint(printed)


def test_time_of_objections_is_not_compared_with_that_of_requests() -> None:
    answered: Row = {
        "nomor": 1,
        "tanggal": "2023-03-01",
        "keputusan": "ditolak",
        "tanggal_pemberitahuan": "2023-03-06",
    }
    objection: Row = {"nomor": 1, "tanggal": "2023-04-03"}
    line: Row = {"apa": "keberatan", "menurut": "waktu", "nilai": "11-17", "jumlah": 1}
    work = dossier(line, permohonan=[answered], keberatan=[objection])

    assert found(work, "T105") == []
    assert work.figure("objections.by_time") == {"11-17": 1}
