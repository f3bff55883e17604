"""I301–I303: standards of service, as a commissioner would look at them."""

from __future__ import annotations

from typing import Any

import pytest

from ppid_core import from_rows
from ppid_core.model import ServiceYear
from ppid_core.rules import Status
from ppid_core.testing.judgement import judged

WHOLE = (
    "dasar hukum|sistem, mekanisme, dan prosedur|jangka waktu penyelesaian|biaya/tarif|jaminan pelayanan"
    "|evaluasi kinerja pelaksana"
)
SEVEN = ("pengumuman", "permintaan", "keberatan", "DIP", "pendokumentasian", "maklumat", "uji konsekuensi")


def kept(*rows: dict[str, str], year: int = 2024) -> ServiceYear:
    tables: dict[str, Any] = {"laporan": [{"kunci": "tahun", "isi": str(year)}]}
    return from_rows({**tables, "standar": list(rows)} if rows else tables).year


def subjects(year: ServiceYear, code: str) -> list[str]:
    return [finding.subject for finding in judged(year, code).findings]


def test_i301_fires_for_each_standard_that_the_table_does_not_hold() -> None:
    year = kept(*({"apa": apa} for apa in SEVEN if apa != "keberatan"))

    (finding,) = judged(year, "I301").findings

    assert (finding.subject, finding.provided) == ("standard:objections", 0)
    assert [place.row for place in finding.places] == [2]
    assert finding.basis[0].id == "Perki 1/2021 Pasal 23 ayat (2)"
    assert finding.message("id") == "Standar keberatan: tidak ada di tabel standar (6 baris)."


@pytest.mark.parametrize("words", ["SOP penanganan keberatan", "Pengelolaan keberatan"])
def test_i301_passes_where_a_procedure_says_of_what_it_is(words: str) -> None:
    rows = [{"apa": apa} for apa in SEVEN if apa != "keberatan"]

    assert subjects(kept(*rows, {"apa": "SOP", "isi": words}), "I301") == []
    assert subjects(kept(*rows, {"apa": words}), "I301") == []
    assert subjects(kept(*rows, {"apa": "SOP", "isi": "SOP kebersihan"}), "I301") == ["standard:objections"]


def test_i302_fires_for_each_content_that_the_charter_does_not_name() -> None:
    year = kept({"apa": "maklumat", "isi": "dasar hukum|jaminan pelayanan|prosedur|jangka waktu"})

    findings = judged(year, "I302").findings

    assert [(one.subject, one.provided) for one in findings] == [
        ("charter:fee", 0),
        ("charter:evaluation", 0),
    ]
    assert subjects(kept({"apa": "maklumat", "isi": WHOLE}), "I302") == []


def test_i302_passes_where_several_rows_tell_of_one_charter() -> None:
    half, rest = WHOLE.split("|biaya")
    year = kept({"apa": "maklumat", "isi": half}, {"apa": "maklumat pelayanan", "isi": f"biaya{rest}"})

    assert subjects(year, "I302") == []


def test_i303_fires_where_other_standards_have_a_place_and_the_charter_has_none() -> None:
    year = kept({"apa": "maklumat", "isi": WHOLE}, {"apa": "SOP", "tempat_diumumkan": "laman"})

    (finding,) = judged(year, "I303").findings

    assert (finding.subject, finding.provided) == ("charter:announced", 0)
    assert [place.row for place in finding.places] == [2]


def test_i303_passes_where_the_charter_has_a_place() -> None:
    assert subjects(kept({"apa": "maklumat", "tempat_diumumkan": "papan"}), "I303") == []


@pytest.mark.parametrize(
    ("code", "year", "why"),
    [
        ("I301", kept(), "tidak tercatat"),
        ("I301", kept({"apa": "NIHIL"}), "tabel standar belum berisi"),
        ("I301", kept({"apa": "SOP"}, year=2020), "belum ada aturan tentang standar layanan pada masa itu"),
        ("I302", kept({"apa": "SOP"}), "tidak ada baris maklumat (tabel standar, kolom apa)"),
        (
            "I302",
            kept({"apa": "maklumat", "isi": "Kami siap melayani"}),
            "pokok isi maklumat tidak dicatat (tabel standar, kolom isi)",
        ),
        ("I302", kept({"apa": "maklumat", "isi": WHOLE[:11]}, year=2019), "belum ada aturan"),
        (
            "I303",
            kept({"apa": "maklumat", "isi": WHOLE}),
            "tempat pengumuman tidak dicatat (tabel standar, kolom tempat_diumumkan)",
        ),
    ],
)
def test_i301_i302_i303_are_not_applicable_where_no_table_says(
    code: str, year: ServiceYear, why: str
) -> None:
    run = judged(year, code).run(code)

    assert run.status is Status.NOT_APPLICABLE
    assert why in run.reason.id
