"""P101 and P102: personal data in free text, offices of persons, traits that few share."""

from __future__ import annotations

import pytest
from attrs import evolve

from ppid_core.model import (
    Aggregate,
    Applicant,
    ApplicantClass,
    Dimension,
    Narrative,
    Passage,
    PersonalData,
    Presentation,
    PublicBody,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
    Signatory,
    redact,
)
from ppid_core.model.redaction import MASK
from ppid_core.plugins.loans import lent_evidence
from ppid_core.rules import Status, check
from ppid_core.rules.privacy.identifier import P101
from ppid_core.source import Source
from ppid_core.testing.judgement import evidence_of, judged

EMPTY = ServiceYear(period=ReportingPeriod(2024))
NIK, PHONE, MAIL = "3673014503900001", "0812-3456-7890", "budi@gmail.com"


def place(row: int) -> Source:
    return Source(file="permohonan.csv", row=row)


def asking(*rows: Request) -> ServiceYear:
    placed = tuple(evolve(row, source=place(at)) for at, row in enumerate(rows, start=2))
    return evolve(EMPTY, requests=placed)


def people(*occupations: str, **cells: object) -> ServiceYear:
    return asking(*(Request(occupation=one, **cells) for one in occupations))  # type: ignore[arg-type]


def test_p101_fires_on_each_row_once_with_what_it_holds() -> None:
    year = asking(
        Request(number="1", subject=f"data {NIK}", purpose=f"{PHONE}, {MAIL}"), Request(subject="APBD")
    )

    checked = judged(year, "P101")

    (finding,) = checked.findings
    assert finding.subject == "request:1"
    assert finding.places == (place(2),)
    assert "NIK, nomor telepon, dan alamat surel" in finding.message()
    assert not [secret for secret in (NIK, PHONE, MAIL) if secret in repr(finding) + finding.message()]


def test_p101_looks_into_every_text_and_tells_the_passage() -> None:
    passage = Passage(part="penutup", text=f"hubungi {PHONE}", source=Source(file="naskah.csv", row=3))
    year = evolve(EMPTY, narrative=Narrative(passages=(passage,)))

    (finding,) = judged(year, "P101").findings

    assert finding.subject == "passage:naskah.csv#3"


def test_p101_passes_register_numbers_officials_and_applicants() -> None:
    year = evolve(
        asking(Request(number=NIK, applicant=Applicant(name="Budi Santoso", contact=PHONE), subject="APBD")),
        body=PublicBody(name="Kota", phone=PHONE, email=MAIL),
        signatory=Signatory(name="Siti", nip="198001012005011001"),
        narrative=Narrative(passages=(Passage(part="penutup", text=f"{PHONE}, {MAIL}, a@b.go.id"),)),
    )

    assert judged(year, "P101").run("P101").status is Status.PASSED


def test_p101_is_told_of_a_year_that_is_lent_without_personal_data() -> None:
    evidence = evidence_of(asking(Request(subject=f"data {NIK}")))
    lent = lent_evidence(evidence)

    assert NIK not in repr(lent)
    assert check(lent, [P101]).findings == check(evidence, [P101]).findings


def test_p101_finds_nothing_in_what_is_redacted_already() -> None:
    assert not judged(redact(asking(Request(subject=f"data {NIK}"))), "P101").findings


def test_p102_fires_once_a_table_of_traits_that_few_share() -> None:
    lines = tuple(
        Aggregate(register=Register.REQUESTS, dimension=Dimension.SEX, category=sex, typed=sex, count=count)
        for sex, count in (("perempuan", 3), ("laki-laki", 40))
    )
    year = evolve(people(*["petani"] * 6, *["dokter"] * 4, "notaris"), aggregates=lines)

    rows, groups = judged(year, "P102").findings

    assert (rows.subject, rows.provided, rows.places) == ("traits:permohonan", 2, (place(8),))
    assert (groups.subject, groups.provided) == ("traits:rekap", 1)
    assert rows.message() == (
        "Tabel permohonan: 2 isian tentang pemohon (pekerjaan, jenis kelamin) berlaku bagi kurang dari 5"
        " orang. Edisi publik menyamarkannya."
    )


def test_p102_counts_what_few_applicants_share_though_rules_are_shown_no_applicant() -> None:
    alike = [Request(occupation="Mahasiswa", applicant=Applicant(education="S1"))] * 5
    alone = Request(occupation="Mahasiswa", applicant=Applicant(education="S3"))

    (finding,) = judged(asking(*alike, alone), "P102").findings

    assert (finding.subject, finding.provided) == ("traits:permohonan", 1)
    assert judged(asking(*alike), "P102").run("P102").status is Status.PASSED


def test_p102_passes_where_five_share_each_trait() -> None:
    assert judged(people(*["petani"] * 5), "P102").run("P102").status is Status.PASSED


def test_p102_leaves_out_organisations_for_they_are_no_persons() -> None:
    year = people("LSM", applicant_class=ApplicantClass.ORGANISATION)

    assert not judged(year, "P102").findings


@pytest.mark.parametrize(
    ("cells", "number"),
    [({"occupation": "Kepala Desa Sukamaju"}, 2), ({"purpose": "untuk Ketua RT 05"}, 1)],
)
def test_p102_tells_the_office_of_a_person(cells: dict[str, str], number: int) -> None:
    """An occupation is shared by one, too: it is told twice what it may say."""
    rows = [Request(occupation="petani", count=5), Request(**cells)]  # type: ignore[arg-type]

    (finding,) = judged(asking(*rows), "P102").findings

    assert "1 baris menyebut jabatan seseorang" in finding.message()
    assert finding.provided == number


@pytest.mark.parametrize(
    ("dimension", "category"),
    [(Dimension.OCCUPATION, "Kepala Desa Sukamaju"), (Dimension.PURPOSE, "untuk Ketua RT 05")],
)
def test_p102_tells_the_office_that_an_aggregate_line_names(dimension: Dimension, category: str) -> None:
    line = Aggregate(
        register=Register.REQUESTS, dimension=dimension, category=category, typed=category, count=7
    )

    (finding,) = judged(evolve(asking(), aggregates=(line,)), "P102").findings

    assert (finding.subject, finding.provided) == ("traits:rekap", 1)
    assert "1 baris menyebut jabatan seseorang" in finding.message()


def test_p102_says_that_the_body_chose_to_show_them() -> None:
    shown = Presentation(personal_data=PersonalData.SHOWN)

    (finding,) = judged(evolve(people("dokter"), presentation=shown), "P102").findings

    assert "menampilkannya" in finding.message()


def test_p102_is_not_applicable_where_no_trait_is_recorded() -> None:
    assert judged(asking(Request(subject="APBD")), "P102").run("P102").status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("dimension", "category"), [(Dimension.CHANNEL, "website"), (Dimension.OCCUPATION, MASK)]
)
def test_p102_is_not_applicable_to_lines_of_no_trait_or_of_a_hidden_one(
    dimension: Dimension, category: str
) -> None:
    line = Aggregate(register=Register.REQUESTS, dimension=dimension, category=category, count=2)
    run = judged(evolve(EMPTY, aggregates=(line,)), "P102").run("P102")

    assert run.status is Status.NOT_APPLICABLE


def test_p101_is_not_applicable_where_nothing_is_written() -> None:
    assert judged(EMPTY, "P101").run("P101").status is Status.NOT_APPLICABLE
