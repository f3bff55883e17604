"""The files of the open data, column by column, and what of an Indonesian register answers each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Self

from attrs import frozen

from ppid_core import Absent, DeadlineKind, Lawbook, PpidError, ServiceYear, WorkdayCalendar, deadline
from ppid_core.language import Bilingual
from ppid_core.model import (
    AgencyRef,
    BodyLevel,
    Channel,
    CountUnit,
    Objection,
    ObjectionAnswer,
    Outcome,
    RefusalReason,
    Request,
)
from ppid_core.summary import Scope

Row = Request | Objection


@frozen(kw_only=True, slots=False)
class Told:
    """A year, and the law and calendar by which its report was counted; None where they are not ours."""

    year: ServiceYear
    as_of: date
    rules: tuple[Lawbook, WorkdayCalendar] | None

    @classmethod
    def of(cls, year: ServiceYear, scope: Scope) -> Self:
        """Return what is told of a year on the day of its report."""
        try:
            law, workdays = Lawbook.load(), WorkdayCalendar.of(year)
        except PpidError:
            return cls(year=year, as_of=scope.as_of, rules=None)
        is_ours = (scope.law, scope.calendar) == (law.version, workdays.version)
        return cls(year=year, as_of=scope.as_of, rules=(law, workdays) if is_ours else None)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each request among the rows, by its register number where that names one alone."""
        rows = () if isinstance(self.year.requests, Absent) else self.year.requests
        kept = [row for row in rows if not self.why_no_row(row)]
        often = Counter(row.number for row in kept)
        return {
            row.number: place
            for place, row in enumerate(kept, start=1)
            if often[row.number] == 1 and row.number
        }

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The place of each row that is written, by its identity."""
        registers = (self.year.requests, self.year.objections)
        kept = (
            [row for row in rows if not self.why_no_row(row)]
            for rows in registers
            if not isinstance(rows, Absent)
        )
        return {id(row): place for rows in kept for place, row in enumerate(rows, start=1)}

    @cached_property
    def keeps_extensions(self) -> bool:
        """Whether the register names any extension, so that a request without one had none."""
        rows = self.year.requests
        return not isinstance(rows, Absent) and any(row.extended_on for row in rows)

    def why_no_row(self, row: Row) -> Bilingual | None:
        """Return why a line of a register is no row of the open data, None where it is one."""
        if isinstance(row, Request) and row.unit is CountUnit.APPLICANT:
            return _APPLICANTS
        if row.opening is not None:
            return _CARRIED_OVER
        if row.period is not None and not self.year.period.may_hold(row.period):
            return _OUTSIDE
        return None if row.count == 1 and "count" not in row.unread else _SEVERAL

    def due_on(self, kind: DeadlineKind, row: Row) -> str:
        """Return the last day of a request or an objection, "" where it cannot be told."""
        received = None if row.period is None else row.period.exact
        if received is None or self.rules is None:
            return ""
        extended = isinstance(row, Request) and row.extended_on is not None
        try:
            return _day(deadline(kind, received, *self.rules, extended=extended).due_on)
        except PpidError:
            return ""

    def answered_on(self, row: Row) -> date | None:
        """Return the day of the answer, as far as it was given by the day of the report."""
        day = row.notice_on if isinstance(row, Request) else row.answered_on
        return day if day is not None and day <= self.as_of else None

    def addressee(self, agency: AgencyRef | None) -> str:
        """Return who was asked: the agency by its official name, else as typed, else the body."""
        if agency is None:
            return self.year.body.name
        known = () if isinstance(self.year.agencies, Absent) else self.year.agencies
        return next((one.name for one in known if one.code == agency.code), agency.typed)


@frozen(kw_only=True)
class Column:
    """A column of a file.

    Attributes:
        name: its heading.
        read: what answers it; None where nothing of an Indonesian register does.
        lack: why it is blank in every row, or may be.
        longest: characters that the dictionary of the data allows; a longer text is left out.
    """

    name: str
    read: Callable[[Any, Told], str] | None = None
    lack: Bilingual | None = None
    longest: int = 250

    def cell(self, row: Row, told: Told) -> str:
        """Return the text of a cell, "" where it is unknown."""
        text = "" if self.read is None else self.read(row, told)
        return text if len(text) <= self.longest else ""


def _day(day: date | None) -> str:
    return "" if day is None else f"{day.day:02}/{day.month:02}/{day.year:04}"


def _registered(row: Row, _: Told) -> str:
    return _day(None if row.period is None else row.period.exact)


def _request_of(row: Objection, told: Told) -> str:
    return str(told.numbers.get(row.request_number, ""))


def _situation(row: Request, told: Told) -> str:
    if row.outcome is None:
        return ""
    is_later = row.notice_on is not None and told.answered_on(row) is None
    return "Em Tramitação" if is_later or row.outcome in _OPEN else "Concluída"


def _decision(row: Request, told: Told) -> str:
    if row.outcome is None or _situation(row, told) != "Concluída":
        return ""
    if row.outcome is Outcome.REFUSED and row.reason is not None:
        return _REFUSALS.get(row.reason.slug, _DECISIONS[Outcome.REFUSED])
    return _DECISIONS.get(row.outcome, "")


def _appeal_situation(row: Objection, told: Told) -> str:
    if row.answer is None:
        return ""
    is_later = row.answered_on is not None and told.answered_on(row) is None
    return "Em Tramitação" if is_later or row.answer.slug in _OPEN_ANSWERS else "Respondido"


def _appeal_answer(row: Objection, told: Told) -> str:
    is_answered = row.answer is not None and _appeal_situation(row, told) == "Respondido"
    return _ANSWERS.get(row.answer.slug, "") if is_answered and row.answer else ""


def _extended(row: Request, told: Told) -> str:
    if not told.keeps_extensions:
        return ""
    return "Sim" if row.extended_on else "Não"


def _origin(row: Request, _: Told) -> str:
    return "" if row.channel is None else _ORIGINS.get(row.channel.slug, "")


def _sphere(_: Row, told: Told) -> str:
    return _SPHERES.get(told.year.body.level, "") if told.year.body.level else ""


_OPEN = frozenset({Outcome.UNANSWERED, Outcome.PENDING})
_OPEN_ANSWERS = frozenset({ObjectionAnswer.UNANSWERED, ObjectionAnswer.PENDING})
_DECISIONS = {
    Outcome.GRANTED: "Acesso Concedido",
    Outcome.PARTLY_GRANTED: "Acesso Parcialmente Concedido",
    Outcome.REFUSED: "Acesso Negado",
    Outcome.NOT_HELD: "Informação Inexistente",
}
_REFUSALS = {
    RefusalReason.NOT_HELD: "Informação Inexistente",
    RefusalReason.REPEATED: "Pergunta Duplicada/Repetida",
}
_ANSWERS = {
    ObjectionAnswer.ACCEPTED: "Deferido",
    ObjectionAnswer.PARTLY_ACCEPTED: "Parcialmente deferido",
    ObjectionAnswer.REJECTED: "Indeferido",
}
_ORIGINS = {
    **dict.fromkeys((Channel.DESK, Channel.AGENCY_DESK), "Balcão SIC"),
    **dict.fromkeys((Channel.WEBSITE, Channel.EMAIL, Channel.ONLINE), "Internet"),
}
_SPHERES = {
    BodyLevel.NATIONAL: "Federal",
    BodyLevel.PROVINCE: "Estadual",
    BodyLevel.REGENCY: "Municipal",
    BodyLevel.CITY: "Municipal",
}

_APPLICANTS = Bilingual("menghitung pemohon, bukan permohonan", "counts applicants, not requests")
_CARRIED_OVER = Bilingual(
    "bawaan: terdaftar dalam berkas tahun sebelumnya",
    "carried over: registered in the file of an earlier year",
)
_OUTSIDE = Bilingual("di luar tahun laporan", "outside the year of the report")
_SEVERAL = Bilingual("satu baris bukan untuk tepat satu perkara", "a line that is not of exactly one case")
_NOT_BRAZIL = Bilingual("kode dan nama wilayah Brasil", "codes and names of places in Brazil")
_NO_PERSON = Bilingual(
    "tidak diketahui permohonan mana yang berasal dari orang yang sama",
    "nobody knows which requests came from the same person",
)
_NO_LIST = Bilingual(
    "daftar isinya milik e-SIC dan tidak sepadan dengan register Indonesia",
    "its list belongs to the e-SIC and has no equal in Indonesian registers",
)
_FORWARDED = Bilingual(
    "register mencatat penerusan di dalam badan publik saja, bukan ke badan publik lain",
    "the register tells what was forwarded within the body, not to another one",
)
_FIRST_ONLY = Bilingual(
    "keberatan kepada atasan PPID adalah tingkat pertama", "objections to the superior are of first instance"
)
_NO_CHANNEL = Bilingual(
    "register keberatan tidak mencatat kanal", "the register of objections keeps no channel"
)

REQUESTS = (
    Column(name="IdPedido", read=lambda row, told: str(told.places[id(row)])),
    Column(name="ProtocoloPedido", read=lambda row, _: row.number, longest=17),
    Column(name="Esfera", read=_sphere),
    Column(name="UF", lack=_NOT_BRAZIL),
    Column(name="Municipio", lack=_NOT_BRAZIL),
    Column(name="OrgaoDestinatario", read=lambda row, told: told.addressee(row.agency)),
    Column(name="Situacao", read=_situation),
    Column(name="DataRegistro", read=_registered),
    Column(name="PrazoAtendimento", read=lambda row, told: told.due_on(DeadlineKind.REQUEST, row)),
    Column(name="FoiProrrogado", read=_extended),
    Column(name="FoiReencaminhado", lack=_FORWARDED),
    Column(name="FormaResposta", lack=_NO_LIST),
    Column(name="OrigemSolicitacao", read=_origin),
    Column(name="IdSolicitante", lack=_NO_PERSON),
    Column(name="AssuntoPedido", lack=_NO_LIST),
    Column(name="SubAssuntoPedido", lack=_NO_LIST),
    Column(name="Tag", lack=_NO_LIST),
    Column(name="DataResposta", read=lambda row, told: _day(told.answered_on(row))),
    Column(name="Decisao", read=_decision),
    Column(name="EspecificacaoDecisao", lack=_NO_LIST),
)
APPEALS = (
    Column(name="IdRecurso", read=lambda row, told: str(told.places[id(row)])),
    Column(name="IdRecursoPrecedente", lack=_FIRST_ONLY),
    Column(name="IdPedido", read=_request_of),
    Column(name="IdSolicitante", lack=_NO_PERSON),
    Column(name="ProtocoloPedido", read=lambda row, _: row.request_number, longest=17),
    Column(name="Esfera", read=_sphere),
    Column(name="UF", lack=_NOT_BRAZIL),
    Column(name="Municipio", lack=_NOT_BRAZIL),
    Column(name="OrgaoDestinatario", read=lambda row, told: told.addressee(row.agency)),
    Column(name="Instancia", read=lambda *_: "Primeira Instância"),
    Column(name="Situacao", read=_appeal_situation),
    Column(name="DataRegistro", read=_registered),
    Column(name="PrazoAtendimento", read=lambda row, told: told.due_on(DeadlineKind.OBJECTION_ANSWER, row)),
    Column(name="OrigemSolicitacao", lack=_NO_CHANNEL),
    Column(name="TipoRecurso", lack=_NO_LIST),
    Column(name="DataResposta", read=lambda row, told: _day(told.answered_on(row))),
    Column(name="TipoResposta", read=_appeal_answer),
)
TABLES = (("requests", "Pedidos", REQUESTS), ("objections", "Recursos_Reclamacoes", APPEALS))
"""The register, the name of its file, and its columns in the order of the published files."""
PLACED = {
    "permohonan": frozenset(
        {
            "nomor",
            "tanggal",
            "bawaan",
            "jumlah",
            "jumlah_pemohon",
            "opd",
            "kanal",
            "keputusan",
            "tanggal_perpanjangan",
            "tanggal_pemberitahuan",
        }
    ),
    "keberatan": frozenset(
        {"nomor_permohonan", "tanggal", "bawaan", "jumlah", "opd", "jawaban", "tanggal_jawaban"}
    ),
}
"""The tables of a report that have a place, and their columns that have one."""
