"""Part 3, line 1: a public edition lets no personal data out, and what is not internal is public."""

from __future__ import annotations

import pytest
from tests.nothing_false.work import OURS, from_tables

from ppid_core import Dossier, compose, compose_findings, export, redact
from ppid_core.errors import UnknownNameError
from ppid_core.intake import Intake
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import Request
from ppid_core.report import Meta, Report
from ppid_core.summary import listed

REDACTION_CHOICES = {
    "edition": ("internal", "public"),
    "form": ("brief", "full", "letter"),
    "lang": ("en", "id"),
}


def redaction_named(**keys: object) -> Dossier:
    """Return the work of a register in which one person asks, and is named in the words of others."""
    rows = [
        {
            "nomor": "1",
            "tanggal": "2 Januari 2023",
            "nama": "Budi Santoso",
            "alamat": "Jl. Melati No. 5 RT 02",
            "kontak": "0254-771234",
            "pemohon": "perorangan",
            "informasi": "Salinan APBD untuk Budi Santoso",
            "keputusan": "dikabulkan seluruhnya",
        }
    ]
    return from_tables(keys=keys, permohonan=rows)


def redaction_requests(report: Report) -> tuple[Request, ...]:
    """Return the register that a report carries."""
    assert report.year is not None
    return listed(report.year.requests)


def test_only_exactly_internal_is_composed_with_applicants() -> None:
    work = redaction_named()

    (shown,) = redaction_requests(work.report(edition="internal"))
    (hidden,) = redaction_requests(work.report(edition="public"))

    assert shown.applicant is not None
    assert hidden.applicant is None


@pytest.mark.parametrize("wrong", ["Internal", "INTERNAL", "internal ", "semi", "", None])
@pytest.mark.parametrize("choice", REDACTION_CHOICES)
def test_unknown_edition_form_or_language_raises_and_names_those_there_are(choice: str, wrong: str) -> None:
    work = redaction_named()
    taken = {choice: wrong}

    for make in (
        lambda: work.report(**taken),  # type: ignore[arg-type]
        lambda: compose(work.year, work.summary, work.checked, work.law, **taken),  # type: ignore[arg-type]
        lambda: export(Report(meta=Meta(title="Laporan", **taken)), "json", OURS),  # type: ignore[arg-type]
    ):
        with pytest.raises(UnknownNameError) as told:
            make()
        assert told.value.known == REDACTION_CHOICES[choice]


def test_findings_refuse_a_language_that_there_is_not() -> None:
    work = redaction_named()

    with pytest.raises(UnknownNameError, match="Bahasa"):
        compose_findings(Intake(year=work.year), work.checked, lang="fr")  # type: ignore[arg-type]


REDACTION_ROW = {"tanggal": "2 Januari 2023", "keputusan": "dikabulkan seluruhnya"}
REDACTION_OTHERS = [
    REDACTION_ROW | {"nomor": f"x{number}", "nama": f"Orang Lain{number}"} for number in range(9)
]


def redaction_subject(
    words: str, *, name: str = "Budi Santoso", column: str = "informasi", **cells: str
) -> str:
    """Return what the public edition makes of ``words`` in another row than that of the person named."""
    rows = [
        *REDACTION_OTHERS,
        REDACTION_ROW | {"nomor": "1", "nama": name} | cells,
        REDACTION_ROW | {"nomor": "2", "nama": "Orang Kedua", column: words},
    ]
    shown = redaction_requests(from_tables(permohonan=rows).report())[-1]
    return {"informasi": shown.subject, "tujuan": shown.purpose, "nomor": shown.number}[column]


@pytest.mark.parametrize(
    ("typed", "name", "printed"),
    [
        ("Surat Budi Santoso tentang APBD", "Budi Santoso", "Surat [disamarkan] tentang APBD"),
        ("surat BUDI  SANTOSO", "Budi Santoso", "surat [disamarkan]"),
        (
            "a.n. budi santoso; juga Budi_Santoso.pdf",
            "Budi Santoso",
            "a.n. [disamarkan]; juga [disamarkan].pdf",
        ),
        ("Bu\u200bdi Santoso", "Budi Santoso", "[disamarkan]"),
        ("Re\u0301my Martin", "Rémy Martin", "[disamarkan]"),
        ("Ma’ruf Amin", "Ma'ruf Amin", "[disamarkan]"),
        ("Budi Santoso meminta", "Drs. H. Budi Santoso, M.Si.", "[disamarkan] meminta"),
        ("Siti Aminah meminta", "Budi Santoso dan Siti Aminah", "[disamarkan] meminta"),
        ("Budi Santoso meminta", "Budi Santoso (LSM Lentera)", "[disamarkan] meminta"),
        ("Anggaran budidaya, santoso saja", "Budi Santoso", "Anggaran budidaya, santoso saja"),
        ("Budi meminta", "Budi Santoso", "Budi meminta"),
        ("Suharto meminta", "Suharto", "Suharto meminta"),
        ("tidak disebutkan", "Tidak disebutkan", "tidak disebutkan"),
    ],
)
def test_whole_names_are_blanked_on_the_borders_of_words(typed: str, name: str, printed: str) -> None:
    assert redaction_subject(typed, name=name) == printed


def test_name_of_one_word_is_blanked_in_its_own_row_only() -> None:
    rows = [
        REDACTION_ROW | {"nomor": "1", "nama": "Sdr. Suharto", "informasi": "Salinan untuk Suharto"},
        REDACTION_ROW | {"nomor": "2", "nama": "Siti Aminah", "informasi": "Pidato Suharto"},
    ]

    first, second = redaction_requests(from_tables(permohonan=rows).report())

    assert (first.subject, second.subject) == ("Salinan untuk [disamarkan]", "Pidato Suharto")


def test_names_of_body_agencies_officials_and_organisations_stay_whole() -> None:
    told = "RSUD Raden Kartini, Yayasan Raden Kartini, PT Raden Kartini, dr. Raden Kartini, Sp.A."
    work = from_tables(
        keys={"penandatangan.nama": "dr. Raden Kartini, Sp.A.", "badan.ppid": "Pojok Raden Kartini"},
        opd=[{"kode": "1", "nama": "RSUD Raden Kartini"}],
        permohonan=[
            REDACTION_ROW | {"nomor": "1", "nama": "Raden Kartini", "opd": "RSUD Raden Kartini"},
            REDACTION_ROW | {"nomor": "2", "nama": "Yayasan Raden Kartini", "pemohon": "lembaga"},
        ],
        keberatan=[
            {"nomor": "1", "nama_atasan": "Raden Kartini Putra", "pelaksanaan": "Raden Kartini Putra"}
        ],
        naskah=[{"bagian": "penutup", "teks": f"{told} Pojok Raden Kartini. Raden Kartini."}],
    )

    year = work.report().year

    assert year is not None
    assert year.narrative.passages[0].text == f"{told} Pojok Raden Kartini. [disamarkan]."
    assert [row.agency and row.agency.typed for row in listed(year.requests)] == ["RSUD Raden Kartini", None]
    (objection,) = listed(year.objections)
    assert (objection.superior_name, objection.execution) == ("Raden Kartini Putra", "Raden Kartini Putra")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("NIK 3673014503900001.", "NIK [disamarkan]."),
        ("NIK 36.73.01.450390.0001", "NIK [disamarkan]"),
        ("NIK 3673 0145 0390 0001", "NIK [disamarkan]"),
        ("hubungi 081234567890 atau 0812-3456-7890", "hubungi [disamarkan] atau [disamarkan]"),
        ("WA +62 812 3456 7890, telp (+62) 254 200123", "WA [disamarkan], telp ([disamarkan]"),
        ("kirim ke budi.santoso@gmail.com.", "kirim ke [disamarkan]."),
        ("rekening 3673019903900001", "rekening 3673019903900001"),
        ("kode 3673014513900001", "kode 3673014513900001"),
        ("NIP 198001012005011001", "NIP 198001012005011001"),
        ("NIP 19800101 200501 1 001", "NIP 19800101 200501 1 001"),
        ("kirim ke ppid@contoh.go.id, a@b.desa.id", "kirim ke ppid@contoh.go.id, a@b.desa.id"),
        (
            "08-01-2023 pukul 08.30-15.30, Rp1.081.234.567.890",
            "08-01-2023 pukul 08.30-15.30, Rp1.081.234.567.890",
        ),
    ],
)
def test_nik_phone_and_mail_are_masked_in_free_text(typed: str, printed: str) -> None:
    assert redaction_subject(typed) == printed


def test_what_the_body_says_of_itself_and_numbers_of_registers_stay() -> None:
    keys = {
        "badan.telepon": "0811-2345-6789",
        "badan.surel": "ppid.contoh@gmail.com",
        "badan.laman": "https://www.contohkota.id/ppid",
        "penandatangan.nip": "198001012005011001",
        "penandatangan.nama": "Budi Santoso",
    }
    told = "Hubungi 0811 2345 6789, ppid.contoh@gmail.com, info@contohkota.id."
    row = REDACTION_ROW | {"nomor": "3673014503900001", "nama": "Siti Aminah"}
    report = from_tables(keys=keys, permohonan=[row], naskah=[{"bagian": "penutup", "teks": told}]).report()

    assert report.year is not None
    assert report.year.signatory is not None
    assert (report.year.signatory.name, report.year.signatory.nip) == ("Budi Santoso", "198001012005011001")
    assert report.year.body.phone == "0811-2345-6789"
    assert report.year.narrative.passages[0].text == told
    assert redaction_requests(report)[0].number == "3673014503900001"


def test_numbers_that_hold_names_stay_apart_and_lead_to_each_other() -> None:
    names = ("Budi Santoso", "Siti Aminah")
    work = from_tables(
        permohonan=[REDACTION_ROW | {"nomor": f"1/{name}", "nama": name} for name in names],
        keberatan=[{"nomor": "9", "nomor_permohonan": f"1/{name}", "nama": name} for name in names],
    )

    year = work.report().year

    assert year is not None
    numbers = [row.number for row in listed(year.requests)]
    assert len(set(numbers)) == len(names)
    assert numbers == [row.request_number for row in listed(year.objections)]
    assert not [
        finding for finding in work.findings if finding.code in {"S102", "S103"} and "1/" in finding.message()
    ]


def test_contacts_of_the_register_are_known_again_in_free_text() -> None:
    cells = {"kontak": "0254-771234 / budi@dinas.go.id", "alamat": "Jl. Melati No. 5 RT 02"}

    assert redaction_subject("ke Jl Melati no 5 RT 02", **cells) == "ke [disamarkan]"
    assert (
        redaction_subject("telp 0254 771234, budi@dinas.go.id", **cells) == "telp [disamarkan], [disamarkan]"
    )


@pytest.mark.slow
def test_search_takes_time_in_proportion_to_the_words_however_many_share_a_first_name() -> None:
    rows = [REDACTION_ROW | {"nomor": str(at), "nama": f"Muhammad Orang{at}"} for at in range(4000)]
    rows[0]["informasi"] = "Muhammad " * 4000 + "Muhammad Orang3999"

    shown = redaction_requests(from_tables(permohonan=rows).report())

    assert shown[0].subject == "Muhammad " * 4000 + "[disamarkan]"


def test_internal_edition_and_the_year_itself_keep_every_word() -> None:
    work = redaction_named()
    report = work.report(edition="internal")

    assert report.year == work.year
    assert redaction_requests(report)[0].subject == "Salinan APBD untuk Budi Santoso"


def redaction_traits(chosen: str = "") -> Dossier:
    """Return the work of a register with occupations, few of them shared."""
    rows = [
        REDACTION_ROW | {"nomor": f"{at}", "pemohon": "perorangan", "pekerjaan": work, "tujuan": purpose}
        for at, (work, purpose) in enumerate(
            [
                *[("petani", "penelitian")] * 7,
                *[("mahasiswa", "tugas Ketua RT 05 Kelurahan Cipare")] * 6,
                ("dokter", "pengawasan"),
                ("notaris", "kepala desa tidak menjawab"),
                ("Kepala Desa Sukamaju", "ditanyakan warga"),
            ]
        )
    ]
    lines = [
        {"apa": "pemohon", "menurut": "jenis_kelamin", "nilai": sex, "jumlah": count}
        for sex, count in (("perempuan", 3), ("laki-laki", 40))
    ]
    keys = {"tampilan.data_pribadi": chosen} if chosen else {}
    return from_tables(keys=keys, permohonan=rows, rekap=lines)


def test_offices_and_small_cells_are_blurred_in_rows_and_figures_by_default() -> None:
    report = redaction_traits().report()
    rows = redaction_requests(report)

    assert report.year is not None
    assert report.summary is not None
    assert {row.occupation for row in rows} == {"petani", "mahasiswa", "[disamarkan]"}
    assert {row.purpose for row in rows} == {
        *("penelitian", "tugas [disamarkan]", "pengawasan", "kepala desa tidak menjawab", "ditanyakan warga")
    }
    figures = report.summary.figure("requests.by_occupation")
    assert figures == {"petani": 7, "mahasiswa": 6, "[disamarkan]": 3}
    assert [(line.typed, line.count) for line in report.year.aggregates] == [
        ("[disamarkan]", 3),
        ("[disamarkan]", 40),
    ], "with two sexes, the other would tell the one"


def test_offices_in_totals_are_blurred_too_now_that_these_are_printed() -> None:
    """A reader of *menurut pekerjaan* sees no office of one person, however often it stands there."""
    lines = [
        {"apa": "permohonan", "menurut": along, "nilai": value, "jumlah": 7}
        for along, value in (("pekerjaan", "Kepala Desa Sukamaju"), ("tujuan", "tugas Ketua RT 05 Cipare"))
    ]
    report = from_tables(rekap=lines).report()

    assert report.summary is not None
    assert report.summary.figure("requests.by_occupation") == {"[disamarkan]": 7}
    assert report.summary.figure("requests.by_purpose") == {"tugas [disamarkan]": 7}
    assert "Sukamaju" not in repr(report)
    assert "RT 05" not in repr(report)


def test_traits_that_few_shared_in_another_year_are_blurred_in_its_comparison() -> None:
    lines = [
        {"apa": "permohonan", "menurut": "pekerjaan", "nilai": work, "tahun": 2022, "jumlah": count}
        for work, count in (("petani", 9), ("notaris", 1), ("dokter", 2))
    ]
    report = from_tables(rekap=lines).report()

    assert "petani" in repr(report.sections)
    assert not {"notaris", "dokter"} & set(repr(report.sections).split("'"))


@pytest.mark.parametrize("chosen", ["samar", "disamarkan"])
def test_laporan_may_say_so_too(chosen: str) -> None:
    assert redaction_traits(chosen).report().year == redaction_traits(chosen).report(edition="public").year
    assert "dokter" not in repr(redaction_traits(chosen).report().year)


def test_laporan_may_choose_to_show_them_and_names_stay_hidden() -> None:
    work = redaction_traits("tampil")
    report = work.report()

    assert [row.occupation for row in redaction_requests(report)] == [
        row.occupation for row in listed(work.year.requests)
    ]
    assert report.summary == work.summary
    assert redaction_subject("Surat Budi Santoso") == "Surat [disamarkan]"


def test_choice_is_told_before_publishing_in_one_info_a_table() -> None:
    for chosen, told in (("samar", "menyamarkannya"), ("tampil", "menampilkannya")):
        found = [finding for finding in redaction_traits(chosen).findings if finding.code == "P102"]

        assert [finding.subject for finding in found] == ["traits:permohonan", "traits:rekap"]
        assert all(told in finding.message() for finding in found)


def test_rules_see_no_person_and_compare_claims_of_traits_all_the_same() -> None:
    claims = [{"apa": "permohonan", "menurut": "pekerjaan", "nilai": "dokter", "jumlah": "2"}]
    rows = [REDACTION_ROW | {"nomor": "1", "nama": "Budi Santoso", "pekerjaan": "dokter"}]
    work = from_tables(permohonan=rows, pernyataan=claims)

    (finding,) = (finding for finding in work.findings if finding.code == "T101")

    assert (finding.provided, finding.expected) == (2, 1)


def test_converting_back_keeps_every_word_of_the_year() -> None:
    work = redaction_named()

    assert Dossier.from_rows(typed_tables(work.year), plugins=OURS).year == work.year


def test_words_are_looked_at_behind_a_list_of_words_too() -> None:
    """Copies of a report are words in a tuple; what stands in other tables is no less looked at."""
    told = "hubungi 081299887766"
    work = from_tables(
        keys={"penyampaian.tanggal": "2024-03-01", "penyampaian.tembusan": "Bupati | Sekretaris Daerah"},
        permohonan=[{"kanal": "email", "informasi": told}],
        gambar=[{"judul": told, "berkas": told}],
    )
    public = redact(work.year)

    assert told not in repr(public)
