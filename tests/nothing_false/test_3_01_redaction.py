"""Part 3, line 1: a public edition lets no personal data out, and what is not internal is public."""

from __future__ import annotations

import pytest
from tests.nothing_false.work import OURS, from_tables

from ppid_core import Dossier, compose, compose_findings, export
from ppid_core.errors import UnknownNameError
from ppid_core.intake import Intake
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
