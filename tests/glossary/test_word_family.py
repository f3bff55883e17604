"""A heading is read by its parts in any order, and never where one word is more or two columns are meant."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.glossary.heading import bare_parts
from ppid_core.glossary.word_family import FAMILIES, parts, words_of
from ppid_core.intake.affix import column_named, named_by_parts
from ppid_core.intake.tables import TABLES
from ppid_core.intake.tables.spec import TableSpec

REGISTERS: dict[str, TableSpec[Any]] = {spec.name: spec for spec in TABLES if spec.cases}
SPELT = [(spec, text) for spec in REGISTERS.values() for text in spec.accepted]
FOREIGN = st.sampled_from(["zzz", "sapi", "gudang", "xray", "kwitansi"])


def column(title: str, table: str = "permohonan") -> str | None:
    return column_named(title, REGISTERS[table])


def test_no_word_is_of_two_families() -> None:
    words = [word for family, words in FAMILIES.items() for word in {family, *words.split()}]

    assert sorted(words) == sorted(set(words))


@given(st.sampled_from(SPELT), st.randoms())
def test_the_order_of_words_says_nothing(spelt: tuple[TableSpec[Any], str], random: Any) -> None:  # noqa: ANN401  as hypothesis has it
    words = list(words_of(spelt[1]))
    random.shuffle(words)

    assert bare_parts(" ".join(words), spelt[0].name) == bare_parts(
        " ".join(words_of(spelt[1])), spelt[0].name
    )


@given(st.sampled_from(SPELT))
def test_no_spelling_of_a_column_is_another_one_by_its_parts(spelt: tuple[TableSpec[Any], str]) -> None:
    spec, text = spelt

    assert spec.accepted.by_parts(text, spec.name) in {None, spec.accepted[text]}


@given(st.sampled_from(SPELT), FOREIGN, st.sampled_from(["{0} {1}", "{1} {0}"]))
def test_one_word_more_makes_it_another_heading(
    spelt: tuple[TableSpec[Any], str], word: str, order: str
) -> None:
    spec, text = spelt

    assert named_by_parts(order.format(word, text), spec) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Submitted At", "tanggal"),
        ("registration_number", "nomor"),
        ("reg_no", "nomor"),
        ("ApplicantName", "nama"),
        ("phone_number", "kontak"),
        ("no_ktp_pemohon", "nik"),
        ("tipe_pemohon", "pemohon"),
        ("requested_information", "informasi"),
        ("purpose", "tujuan"),
        ("metode_perolehan", "jenis"),
        ("delivery_method", "cara_mendapatkan_salinan"),
        ("reject_reason", "alasan_penolakan"),
        ("verified_at", "tanggal_verifikasi"),
        ("tglrespon", "tanggal_pemberitahuan"),
    ],
)
def test_programs_head_a_column_in_many_ways(title: str, expected: str) -> None:
    assert column(title) == expected


@pytest.mark.parametrize(
    "title",
    [
        *("no", "kategori", "tipe", "number", "reason", "sumber", "metode"),
        *("tanggal_surat", "nomor_surat", "nomor_pemohon", "kode_informasi", "nama_informasi", "nomor_rumah"),
        *("approved_at", "rejected_at", "closed_at", "email_verified_at", "tanggal_unggah", "tanggal_butuh"),
        *("catatan_penolakan", "status_id", "alamat_ip", "user_name", "is_rejected", "tanggal_lahir"),
        *("jumlah_salinan", "cara_upload", "status_keberatan", "tanggal_sengketa", "nilai_informasi"),
    ],
)
def test_what_is_another_thing_is_no_column_of_a_request(title: str) -> None:
    assert column(title) is None


@pytest.mark.parametrize("title", ["tanggapan_keberatan", "response", "tanggapan_ppid", "surat_keputusan"])
def test_an_answer_in_prose_is_not_what_the_applicant_says_of_it(title: str) -> None:
    assert column(title, "keberatan") is None


def test_words_written_together_count_apart_where_it_is_so_in_one_way() -> None:
    assert parts("kodepermohonan") == {"kode", "permohonan"}
    assert parts("caramendapatkansalinan") == {"cara", "dapat", "salinan"}
    assert parts("pekerjaan") == {"pekerjaan"}
