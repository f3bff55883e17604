from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.writing import InstrumentName, read_instrument, same_number

KINDS = (
    "undang-undang",
    "peraturan pemerintah",
    "peraturan presiden",
    "peraturan menteri dalam negeri",
    "peraturan komisi informasi",
    "peraturan daerah",
    "keputusan bupati",
    "peraturan wali kota",
    "surat edaran menteri dalam negeri",
    "",
)
names = st.builds(
    InstrumentName,
    kind=st.sampled_from(KINDS),
    number=st.integers(min_value=1, max_value=9999).map(str),
    year=st.integers(min_value=1945, max_value=2099),
)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Perwal No 24 Tahun 2011",
            "Perwal No 24 tahun 2011",
            "Peraturan Walikota No 24 Tahun 2011",
            "Perwal 24/2011",
        ),
        *(
            "Peraturan Wali Kota Serang Nomor 24 Tahun 2011",
            "PERATURAN WALI KOTA SERANG NOMOR : 24  TAHUN 2011",
        ),
        *(
            "Peraturan Walikota (Perwal) Serang No.24 Thn. 2011",
            "Perwali No. 024/2011",
            "Perwal Tahun 2011 Nomor 24",
        ),
        "Peraturan Walikota No 24 Tahun 2011 tentang Pedoman Pengelolaan Pelayanan Informasi Nomor Satu",
        "Perwal Serang\u00a0No 24\nTahun 2011 sebagaimana diubah dengan Perwal Nomor 5 Tahun 2014",
    ],
)
def test_every_spelling_of_a_regulation_is_one_name(text: str) -> None:
    assert InstrumentName(kind="peraturan wali kota", number="24", year=2011) == read_instrument(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kepwal No 042/Kep.289-Huk/2019",
        "Keputusan Walikota Serang Nomor 042/Kep.289-Huk/2019",
        "SK Wali Kota Serang Nomor: 042 / Kep. 289 – Huk / 2019",
        "Surat Keputusan Walikota No. 042/KEP.289-HUK/2019 tentang PPID",
    ],
)
def test_a_long_number_keeps_its_parts_and_tells_the_year(text: str) -> None:
    expected = InstrumentName(kind="keputusan wali kota", number="042/kep.289-huk/2019", year=2019)

    assert expected == read_instrument(text)


@pytest.mark.parametrize(
    ("text", "kind", "number", "year"),
    [
        ("UU No. 14 Th 2008", "undang-undang", "14", 2008),
        ("UU RI 14/2008", "undang-undang", "14", 2008),
        ("Undang Undang Republik Indonesia Nomor 14 Tahun 2008", "undang-undang", "14", 2008),
        ("PP 61 Tahun 2010", "peraturan pemerintah", "61", 2010),
        ("Perppu 1/2020", "peraturan pemerintah pengganti undang-undang", "1", 2020),
        ("Perpres No 1 Tahun 2020", "peraturan presiden", "1", 2020),
        ("Keppres 8/2021", "keputusan presiden", "8", 2021),
        ("Permendagri 35/2010", "peraturan menteri dalam negeri", "35", 2010),
        ("Peraturan Mendagri No. 35 Tahun 2010", "peraturan menteri dalam negeri", "35", 2010),
        ("Perki 1/2021", "peraturan komisi informasi", "1", 2021),
        ("Peraturan Komisi Informasi Pusat RI No 1 Tahun 2021", "peraturan komisi informasi", "1", 2021),
        ("Perda Kota Serang No 5 Tahun 2011", "peraturan daerah", "5", 2011),
        ("Perbup 7/2015", "peraturan bupati", "7", 2015),
        ("Peraturan Gubernur Banten Nomor 7A Tahun 2015", "peraturan gubernur", "7a", 2015),
        ("Kepbup 188.45/12/2016", "keputusan bupati", "188.45/12/2016", 2016),
        ("Kepgub No 5 Tahun 2016", "keputusan gubernur", "5", 2016),
        ("SKB 3 Menteri Nomor 855 Tahun 2023", "keputusan bersama", "855", 2023),
        ("SE Mendagri No 5 Tahun 2016", "surat edaran menteri dalam negeri", "5", 2016),
        ("Petunjuk  Teknis KIP No 5", "petunjuk teknis kip", "5", None),
        ("042/Kep.280-Huk/2019", "", "042/kep.280-huk/2019", 2019),
        ("24 Tahun 2011", "", "24", 2011),
        ("24", "", "24", None),
        ("Perwal No Tahun 2011", "peraturan wali kota", "", 2011),
        ("Perwal tentang PPID 2011", "peraturan wali kota", "", None),
        ("", "", "", None),
        ("tentang", "", "", None),
    ],
)
def test_parts_of_a_name(text: str, kind: str, number: str, year: int | None) -> None:
    assert InstrumentName(kind=kind, number=number, year=year) == read_instrument(text)


def test_a_regency_and_a_city_are_told_apart() -> None:
    assert read_instrument("Perbup 24/2011") != read_instrument("Perwal 24/2011")


def test_the_year_of_its_own_column_serves_where_the_text_has_none() -> None:
    assert read_instrument("Perwal No 24", 2011) == read_instrument("Perwal 24/2011")
    assert read_instrument("Perwal 24/2011", 2020) == read_instrument("Perwal 24/2011")


@given(names)
def test_a_name_written_out_reads_back(name: InstrumentName) -> None:
    assert name == read_instrument(f"{name.kind} nomor {name.number} tahun {name.year}")
    assert name == read_instrument(f"{name.kind.upper()} NO. {name.number}/{name.year} TENTANG X")


@given(st.text(), st.none() | st.integers())
def test_any_text_has_a_name_with_a_number_or_none(text: str, year: int | None) -> None:
    name = read_instrument(text, year)

    assert name.number == "" or any(figure in name.number for figure in "0123456789")
    assert not set(" \n\t\u00a0") & set(name.number)
    assert name.kind == " ".join(name.kind.split())


def test_same_number_looks_through_the_spelling() -> None:
    assert same_number("Kepwal No 042/Kep.289-Huk/2019", "042/KEP. 289-Huk/2019")
    assert same_number("Perwal 24/2011", "24 Tahun 2011")
    assert same_number("Perwal 24/2011", "24")


def test_same_number_tells_numbers_and_years_apart() -> None:
    assert not same_number("042/Kep.280-Huk/2019", "042/Kep.289-Huk/2019")
    assert not same_number("Perwal 24/2011", "Perwal 24/2012")
    assert not same_number("", "")
