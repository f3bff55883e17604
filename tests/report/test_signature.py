"""Who signs: under the foreword and at the end, with a place for the superior of the PPID."""

from __future__ import annotations

from tests.exporters import invented
from tests.exporters.docx.opening import W, exported, said, styled

from ppid_core import Dossier
from ppid_core.report import Report, Signature


def report(**foreword: object) -> Report:
    rows = invented.rows()
    if foreword:
        rows["naskah"] = [{"bagian": "kata-pengantar", "isi": "Puji syukur."}]
    return Dossier.from_rows(rows).report()


def signed(made: Report) -> dict[str, list[Signature]]:
    found = {
        section.key: [block for block in section.blocks if isinstance(block, Signature)]
        for _, section in made.walk()
    }
    return {key: some for key, some in found.items() if some}


def test_the_end_is_signed_and_the_superior_has_a_place_below() -> None:
    (mine, superior) = signed(report())["end"]

    assert mine.above() == ("Rekaan, 12 Februari 2024", "Kepala Dinas Komunikasi dan Informatika Kota Rekaan")
    assert superior.above() == ("Mengetahui,", "Sekretaris Daerah Kota Rekaan")


def test_a_foreword_is_signed_and_one_that_is_not_written_is_not() -> None:
    assert "foreword" not in signed(report())
    assert signed(report(written=True))["foreword"] == signed(report())["end"][:1]


def test_each_signature_has_a_framed_place_that_stays_with_it() -> None:
    content = exported(report())
    places = list(styled(content, "SealPlace"))

    assert [said(one) for one in places] == ["Tempat tanda tangan elektronik dan kode QR"] * 2
    assert all(one.find(f"{W}pPr/{W}spacing") is not None for one in places)
