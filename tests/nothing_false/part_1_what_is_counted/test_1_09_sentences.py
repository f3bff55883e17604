"""1.9: what a sentence lists adds up to its total, and a share stands beside its own parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.nothing_false.work import from_tables

from ppid_core import Dossier, unstructure
from ppid_core.model import Absent, Reason
from ppid_core.report import Paragraph, Section, Table


def sections_of(work: Dossier) -> Iterator[Section]:
    def walk(sections: tuple[Section, ...]) -> Iterator[Section]:
        for section in sections:
            yield section
            yield from walk(section.sections)

    yield from walk(work.report().sections)


def paragraphs_of(work: Dossier) -> list[str]:
    blocks = (block for section in sections_of(work) for block in section.blocks)
    return [block.plain() for block in blocks if isinstance(block, Paragraph)]


def table_of(work: Dossier, key: str) -> Table | None:
    blocks = (block for section in sections_of(work) for block in section.blocks)
    return next((block for block in blocks if isinstance(block, Table) and block.key == key), None)


def state_of(work: Dossier, content: str) -> str:
    table = table_of(work, "conformity")
    assert table is not None
    (state,) = (row[3] for row in table.rows if content == str(row[0]).partition(". ")[2])
    return str(state)


def requests_of(*outcomes: str) -> list[dict[str, object]]:
    return [
        {"tanggal": f"2023-03-{day:02d}", "keputusan": outcome} for day, outcome in enumerate(outcomes, 1)
    ]


def rekap(*lines: tuple[str, str, str, object]) -> list[dict[str, object]]:
    return [{"apa": a, "menurut": b, "nilai": c, "jumlah": d} for a, b, c, d in lines]


def availability_of(*rows: str) -> Dossier:
    """Return a matrix with one row of signs for each agency."""
    codes = [f"k{number}" for number in range(1, len(rows[0].split()) + 1)]
    return from_tables(
        jenis_informasi=[{"kode": code, "nama": f"Informasi {code}"} for code in codes],
        ketersediaan=[
            {"opd": f"Dinas {place}", **dict(zip(codes, signs.split(), strict=False))}
            for place, signs in enumerate(rows, 1)
        ],
    )


def test_outcomes_of_the_sentence_add_up_to_its_total_and_name_what_is_not_recorded() -> None:
    work = from_tables(permohonan=requests_of("dikabulkan", "dikabulkan", "ditolak", "", ""))

    told = [one for one in paragraphs_of(work) if one.startswith("Dari jumlah itu")]

    assert work.figure("requests.by_outcome.not_recorded") == 2
    assert told
    for sentence in told:
        assert "2 (dua) tidak tercatat keputusannya" in sentence
        assert sum(map(int, re.findall(r"(\d+) \(", sentence))) == work.figure("requests.total") == 5


def test_share_names_the_cells_that_it_is_of_and_those_that_it_leaves_out() -> None:
    signs = "√ √ √ √ √ √ n/a - -"
    work = availability_of(signs, signs)

    (sentence,) = (one for one in paragraphs_of(work) if one.startswith("Matriks ketersediaan memuat"))

    assert "memuat 18 (delapan belas) sel" in sentence
    assert (
        "; 2 (dua) sel tidak berlaku; dari 16 (enam belas) sel selebihnya, 12 (dua belas) tersedia"
        in sentence
    )
    assert sentence.endswith("atau 75,00 persen.")


@pytest.mark.parametrize(
    ("signs", "aside"),
    [
        ("√ √ dikecualikan", "; 2 (dua) sel dikecualikan; dari 4 (empat) sel selebihnya"),
        ("√ n/a dikecualikan", "; 2 (dua) sel tidak berlaku dan 2 (dua) sel dikecualikan; dari 2 (dua) sel"),
        ("√ √ -", " jenis informasi; 4 (empat) di antaranya tersedia."),
    ],
)
def test_every_kind_of_cell_that_no_share_counts_is_named(signs: str, aside: str) -> None:
    work = availability_of(signs, signs)

    (sentence,) = (one for one in paragraphs_of(work) if one.startswith("Matriks ketersediaan memuat"))

    assert aside in sentence
    assert "persen" not in sentence


def test_share_without_blank_rows_names_its_own_cells() -> None:
    signs = "√ √ √ √ √ √ √ √ n/a -"
    work = availability_of(signs, signs, "")

    (sentence,) = (one for one in paragraphs_of(work) if one.startswith("Di luar OPD tanpa isian"))

    assert (
        "dari 18 (delapan belas) sel pada 2 (dua) OPD, 16 (enam belas) tersedia, atau 88,89 persen"
        in sentence
    )


def test_stated_mean_is_said_of_the_mean_alone() -> None:
    claim = [{"apa": "rerata_waktu", "jumlah": "8,48", "satuan": "hari"}]
    work = from_tables(permohonan=requests_of("dikabulkan", "ditolak"), pernyataan=claim)

    assert work.figure("requests.response_time.mean") == Absent(Reason.STATED_ONLY, "8,48 hari")
    for name in ("count", "median", "min", "max", "percentiles.p90", "by_class"):
        figure = work.figure(f"requests.response_time.{name}")
        assert isinstance(figure, Absent)
        assert figure.reason is not Reason.STATED_ONLY
        assert figure.detail == ""
    reasons = unstructure(work.summary)["absent"]
    assert [path for path, why in reasons.items() if "8,48" in str(why)] == ["requests.response_time.mean"]


def test_breakdown_above_its_total_keeps_its_figures_with_a_mark_and_without_shares() -> None:
    lines = rekap(
        ("permohonan", "", "", 80), ("permohonan", "keputusan", "dikabulkan", 60),
        ("permohonan", "keputusan", "ditolak", 30),
    )  # fmt: skip
    work = from_tables(rekap=lines)

    table = table_of(work, "outcomes")

    assert work.figure("requests.total") == 80
    assert work.figure("requests.by_outcome") == {"granted": 60, "refused": 30}
    assert work.summary.exceeds("requests.by_outcome")
    assert table is not None
    assert [column.key for column in table.columns] == ["name", "count"]
    assert table.total == ("Jumlah rincian", 90)
    assert any("melebihi jumlahnya" in note for note in table.notes)
    assert not any(one.startswith("Dari jumlah itu") for one in paragraphs_of(work))
    assert any("melebihi jumlahnya: 60 (enam puluh) dikabulkan" in one for one in paragraphs_of(work))


def test_months_and_reasons_above_their_total_keep_their_figures() -> None:
    months = [
        {"apa": "permohonan", "menurut": "bulan", "bulan": month, "jumlah": 30}
        for month in ("Januari", "Mei")
    ]
    lines = rekap(
        ("permohonan", "", "", 50), ("permohonan", "keputusan", "ditolak", 10),
        ("permohonan", "alasan penolakan", "dikecualikan", 12),
    )  # fmt: skip
    work = from_tables(rekap=[*lines, *months])

    assert work.figure("requests.by_month.1") == work.figure("requests.by_month.5") == 30
    assert isinstance(work.figure("requests.by_month.2"), Absent)
    assert work.figure("requests.by_refusal_reason") == {"exempt": 12}
    for path in ("requests.by_month", "requests.by_refusal_reason"):
        assert work.summary.exceeds(path)
    for key in ("requests_by_month", "refusal_reasons"):
        table = table_of(work, key)
        assert table is not None
        assert table.total is not None
        assert table.total[0] == "Jumlah rincian"
    assert not work.summary.exceeds("requests.by_outcome")


def test_no_balance_is_printed_that_nobody_stated() -> None:
    work = from_tables(permohonan=requests_of("dikabulkan", "ditolak"))

    assert work.figure("requests.balance.opening") == Absent(Reason.NO_OPENING)
    assert work.figure("requests.balance.received") == 2
    assert table_of(work, "balance") is None
    assert any(one.startswith("Saldo permohonan tidak disajikan karena") for one in paragraphs_of(work))


@pytest.mark.parametrize(("number", "opening"), [(3, 3), (0, 0)])
def test_balance_is_printed_where_a_line_says_what_was_carried_over(number: int, opening: int) -> None:
    carried = {"tanggal": "2022-12-20", "bawaan": 2022, "keputusan": "dikabulkan", "jumlah": number}
    rows = [carried, *({**row, "jumlah": 1} for row in requests_of("dikabulkan", "ditolak"))]
    work = from_tables(permohonan=rows)

    assert work.figure("requests.balance.opening") == opening
    assert table_of(work, "balance") is not None


def test_content_is_there_only_where_its_figure_is() -> None:
    work = from_tables(permohonan=requests_of("ditolak", "", ""))

    assert isinstance(work.figure("requests.by_outcome.granted"), Absent)
    assert state_of(work, "jumlah permohonan yang dikabulkan seluruhnya atau sebagian") == "tidak tercatat"
    assert state_of(work, "jumlah permohonan yang ditolak") == "ada"


def test_content_of_which_the_groups_tell_different_totals_is_not_there() -> None:
    lines = rekap(
        ("permohonan", "keputusan", "dikabulkan", 60), ("permohonan", "kanal", "website", 30)
    )  # fmt: skip
    work = from_tables(rekap=lines)

    assert isinstance(work.figure("requests.total"), Absent)
    assert state_of(work, "jumlah permohonan") == "tidak tercatat"


def test_results_of_some_disputes_do_not_say_that_no_suit_is_possible() -> None:
    lines = rekap(("sengketa", "hasil", "mediasi", 1), ("sengketa", "pemohon", "kelompok orang", 10))

    work = from_tables(rekap=lines)

    assert not any(one.startswith("Gugatan tidak berlaku") for one in paragraphs_of(work))


def test_content_whose_cells_could_not_be_read_is_not_called_unrecorded() -> None:
    work = from_tables(permohonan=requests_of("ditolak", "dikabulkann"))

    assert work.figure("requests.by_outcome.unread") == 1
    assert state_of(work, "jumlah permohonan yang ditolak") == "ada"
    assert state_of(work, "jumlah permohonan yang dikabulkan seluruhnya atau sebagian") == (
        "tidak seluruhnya terbaca"
    )
    told = [one for one in paragraphs_of(work) if one.startswith("Dari jumlah itu")]
    assert told
    assert all("1 (satu) ditolak dan 1 (satu) tidak terbaca" in one for one in told)
