"""The registers of disputes (*sengketa*) and suits (*gugatan*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ppid_core.glossary import label, recognise
from ppid_core.intake.cells import TimeFrame, cell, coded, stages
from ppid_core.intake.cells.cell import Cells, term
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.applicant import applicant_column, name_columns
from ppid_core.intake.tables.case import PERIOD, check_period, count_columns, opening_column, received_columns
from ppid_core.intake.tables.column import agency_column, day_column, prose_column, text_column
from ppid_core.intake.tables.spec import Choice, Composite, Row, TableColumn, TableSpec
from ppid_core.language import Bilingual
from ppid_core.model import Coded, CourtCase, Dispute, DisputeResult, Stage, StageKind


def _read_stages(text: str) -> tuple[Stage, ...]:
    return tuple(Stage(kind=kind) for kind in stages(text))


def _write_stages(passed: tuple[Stage, ...]) -> str:
    return cell.several(label(stage.kind) for stage in passed)


_STAGES = TableColumn(
    name="tahap",
    field="stages",
    told='mediasi, ajudikasi, atau keduanya dipisah tanda "|" = tahapan = tahap penyelesaian',
    read=_read_stages,
    several=True,
    write=_write_stages,
    otherwise=(),
    offers=Choice("tahap_sengketa", StageKind, is_open=True),
    example=("ajudikasi",),
)


def _read_result(text: str) -> Coded[DisputeResult] | StageKind:
    """Return the result, or the stage where no more than that is said: mediation that failed ends nothing."""
    stage = recognise(StageKind, text) if recognise(DisputeResult, text) is None else None
    return stage or coded(DisputeResult)(text)


def _stage_as_result(text: str, _: TimeFrame) -> Bilingual | None:
    """Return how a stage was read that stands in place of a result."""
    if not isinstance(stage := _read_result(text), StageKind):
        return None
    return Bilingual(
        f"adalah tahap, bukan hasil: dibaca sebagai tahap {label(stage)}, dan hasilnya belum tercatat",
        f"is a stage and no result: read as the stage {label(stage, 'en')}, the result is not recorded",
    )


_RESULT: TableColumn[Coded[DisputeResult] | StageKind] = TableColumn(
    name="hasil",
    field="result",
    told="hasil sengketa = hasil sengketa = putusan = hasil penyelesaian = hasil putusan",
    read=_read_result,
    write=term,
    coded=True,
    remark=_stage_as_result,
    offers=Choice("hasil", DisputeResult, is_open=True),
    example=("ditolak",),
)


def _read_ending(row: Row, _: Setting) -> Mapping[str, Any]:
    passed, said = row[_STAGES] or (), row[_RESULT]
    if not isinstance(said, StageKind):
        return {"stages": passed, "result": said}
    is_new = said not in {stage.kind for stage in passed}
    return {"stages": (*passed, Stage(kind=said)) if is_new else passed, "result": None}


def _write_ending(dispute: Dispute, _: int) -> Cells:
    return {_STAGES.name: _write_stages(dispute.stages), _RESULT.name: term(dispute.result)}


_ENDED = Composite(columns=(_STAGES, _RESULT), read=_read_ending, write=_write_ending)

_FILED = received_columns(
    "filed",
    "tanggal sengketa diajukan = tanggal pengajuan = tgl pengajuan = tgl = tanggal sengketa",
    "bulan diajukan, bila tanggalnya tidak dicatat = bln",
    example=("17 Juli 2023",),
)
_DISPUTES_COUNTED = count_columns(
    "banyaknya sengketa pada baris ini; tanpa kolom ini berarti 1 = jumlah sengketa = jml"
)
_APPLICANT = name_columns()

DISPUTES = TableSpec(
    name="sengketa",
    rows=("disputes",),
    told="Sengketa informasi di Komisi Informasi = sengketa informasi",
    holds=Dispute,
    cases=True,
    columns=(
        text_column(
            "nomor",
            "number",
            "nomor register sengketa = nomor register = nomor sengketa = nomor registrasi = nomor perkara"
            " = nomor register sengketa = nomor registrasi sengketa",
            example=("012/VII/KI-CR/2023",),
        ),
        text_column(
            "nomor_keberatan",
            "objection_number",
            "nomor keberatan asalnya = no keberatan",
            example=("K-001",),
        ),
        text_column(
            "nomor_permohonan",
            "request_number",
            "nomor permohonan asalnya = no permohonan",
            example=("P-003",),
        ),
        *_FILED.columns,
        *_DISPUTES_COUNTED.columns,
        opening_column("tahun diajukan, bila berasal dari tahun sebelumnya = tahun bawaan"),
        day_column(
            "tanggal_diterima",
            "received_on",
            "tanggal diterima Komisi Informasi = tgl diterima",
            example=("18 Juli 2023",),
        ),
        day_column(
            "tanggal_register",
            "registered_on",
            "tanggal diregister = tgl register = tanggal registrasi",
            example=("20 Juli 2023",),
        ),
        day_column(
            "tanggal_sidang",
            "first_session_on",
            "tanggal sidang pertama = tgl sidang = tanggal sidang pertama",
            example=("7 Agustus 2023",),
        ),
        *_APPLICANT.columns,
        applicant_column(" = pemohon sengketa", example=("perorangan",)),
        text_column(
            "alasan",
            "subject",
            "pokok sengketa = alasan sengketa = pokok sengketa",
            example=("jawaban keberatan tidak diterima",),
        ),
        agency_column(
            "OPD yang terkait = opd terkait = perangkat daerah = unit kerja = termohon = skpd",
            example=("Dinkes",),
        ),
        *_ENDED.columns,
        text_column(
            "nomor_putusan", "decision_number", "nomor putusan = no putusan", example=("012/PTS-A/2023",)
        ),
        day_column(
            "tanggal_putusan", "decided_on", "tanggal putusan = tgl putusan", example=("4 September 2023",)
        ),
        day_column(
            "tanggal_terima_putusan",
            "decision_received_on",
            "tanggal putusan diterima = tgl terima putusan = tanggal putusan diterima",
            example=("6 September 2023",),
        ),
        text_column(
            "pelaksanaan",
            "execution",
            "cara hasil dilaksanakan = pelaksanaan putusan = pelaksanaan hasil",
            example=("putusan diumumkan",),
        ),
        prose_column("keterangan", "note", "keterangan lain = ket", example=()),
    ),
    composites=(_FILED, _DISPUTES_COUNTED, _APPLICANT, _ENDED),
    check=check_period,
    checked=PERIOD,
)

_SUITS_COUNTED = count_columns(
    "banyaknya gugatan pada baris ini; tanpa kolom ini berarti 1 = jumlah gugatan = jml"
)

SUITS = TableSpec(
    name="gugatan",
    rows=("suits",),
    told="Gugatan ke pengadilan atas putusan Komisi Informasi",
    holds=CourtCase,
    cases=True,
    columns=(
        text_column(
            "nomor_sengketa",
            "dispute_number",
            "nomor sengketa asalnya = no sengketa",
            example=("012/VII/KI-CR/2023",),
        ),
        *_SUITS_COUNTED.columns,
        text_column("pengadilan", "court", "nama pengadilan = nama pengadilan", example=("PTUN Contoh",)),
        day_column(
            "tanggal_pernyataan",
            "statement_on",
            "tanggal pernyataan tertulis tidak menerima putusan = tgl pernyataan",
            example=("13 September 2023",),
        ),
        day_column(
            "tanggal",
            "filed_on",
            "tanggal gugatan diajukan = tanggal gugatan = tgl gugatan = tgl",
            example=("20 September 2023",),
        ),
        text_column(
            "putusan", "decision", "isi putusan = hasil", example=("menguatkan putusan Komisi Informasi",)
        ),
        day_column(
            "tanggal_putusan", "decided_on", "tanggal putusan = tgl putusan", example=("23 November 2023",)
        ),
        day_column(
            "tanggal_terima_putusan",
            "received_on",
            "tanggal putusan diterima = tgl terima putusan = tanggal putusan diterima",
            example=("27 November 2023",),
        ),
        day_column("tanggal_kasasi", "cassation_on", "tanggal kasasi diajukan = tgl kasasi", example=()),
        text_column("putusan_kasasi", "cassation_decision", "isi putusan kasasi = hasil kasasi", example=()),
        text_column(
            "pelaksanaan",
            "execution",
            "cara putusan dilaksanakan = pelaksanaan putusan",
            example=("tidak ada yang perlu dilaksanakan",),
        ),
    ),
    composites=(_SUITS_COUNTED,),
)
