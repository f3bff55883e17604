"""A value that the law sets, changes and repeals: dated, and never without its citation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Generic, TypeVar

from attrs import field, frozen

from ppid_core.argument import refuse_moment
from ppid_core.errors import NotInForceError
from ppid_core.language import Bilingual, Lang
from ppid_core.law.citation import Citation, Confidence, cite
from ppid_core.law.structure import build, gather, parse, record

TITLES: Mapping[str, Bilingual] = MappingProxyType(
    {
        "request_response": Bilingual("batas waktu menjawab permohonan", "the time for answering requests"),
        "request_notice": Bilingual(
            "batas waktu pemberitahuan menurut standar layanan",
            "the time for the notice by the standard of service",
        ),
        "request_refusal": Bilingual(
            "batas waktu pemberitahuan penolakan menurut standar layanan",
            "the time for the notice of a refusal by the standard of service",
        ),
        "request_clock": Bilingual(
            "hari awal batas waktu permohonan menurut standar layanan",
            "the day from which the standard of service lets the time for answering run",
        ),
        "request_extension": Bilingual(
            "perpanjangan waktu menjawab", "the extension of the time for answering"
        ),
        "extension_grounds": Bilingual("alasan perpanjangan", "the grounds of an extension"),
        "request_completeness": Bilingual(
            "waktu memeriksa kelengkapan permohonan", "the time for checking that a request is complete"
        ),
        "request_repair": Bilingual(
            "waktu melengkapi permohonan", "the time for completing an incomplete request"
        ),
        "unrepaired_request": Bilingual(
            "permohonan yang tidak dilengkapi", "a request that is not completed"
        ),
        "exemption_letters": Bilingual("huruf pengecualian informasi", "the letters of exemption"),
        "consequence_test": Bilingual(
            "uji konsekuensi sebelum pengecualian", "the consequence test before an exemption"
        ),
        "classification_decree": Bilingual(
            "surat penetapan klasifikasi informasi", "the decree that classifies information"
        ),
        "refusal_grounds": Bilingual("alasan penolakan", "the grounds of refusal"),
        "other_lawful_reasons": Bilingual(
            "alasan lain untuk tidak memberikan informasi", "other lawful reasons not to give information"
        ),
        "objection_grounds": Bilingual("alasan keberatan", "the grounds of objection"),
        "objection_filing": Bilingual("batas waktu mengajukan keberatan", "the time for objecting"),
        "objection_answer": Bilingual("batas waktu menjawab keberatan", "the time for answering objections"),
        "objection_answer_registered": Bilingual(
            "batas waktu menjawab keberatan menurut standar layanan",
            "the time for answering objections by the standard of service",
        ),
        "dispute_filing": Bilingual("batas waktu mengajukan sengketa", "the time for filing a dispute"),
        "dispute_filing_after_silence": Bilingual(
            "batas waktu mengajukan sengketa bila keberatan tidak dijawab",
            "the time for filing a dispute where an objection was not answered",
        ),
        "commission_start": Bilingual(
            "batas waktu Komisi Informasi memulai penyelesaian sengketa",
            "the time for the commission to start on a dispute",
        ),
        "commission_finish": Bilingual(
            "batas waktu Komisi Informasi menyelesaikan sengketa",
            "the time for the commission to finish a dispute",
        ),
        "mediation": Bilingual("jangka waktu mediasi", "the time for mediation"),
        "mediation_extension": Bilingual("perpanjangan waktu mediasi", "the extension of mediation"),
        "mediation_grounds": Bilingual(
            "alasan keberatan yang dapat dimediasi", "the grounds of objection that can be mediated"
        ),
        "court_statement": Bilingual(
            "batas waktu menyatakan tidak menerima putusan ajudikasi",
            "the time for stating that the decision is not accepted",
        ),
        "court_filing": Bilingual(
            "batas waktu mengajukan gugatan ke pengadilan", "the time for going to court"
        ),
        "cassation_filing": Bilingual("batas waktu mengajukan kasasi", "the time for cassation"),
        "cassation_filing_perma": Bilingual(
            "batas waktu mengajukan kasasi menurut PERMA", "the time for cassation by the court's rule"
        ),
        "report_due": Bilingual("batas waktu penyampaian laporan", "the day by which the report is due"),
        "report_standard": Bilingual("standar laporan", "the standard of the report"),
        "required_contents": Bilingual("isi minimum laporan", "the required contents of the report"),
        "periodic_information": Bilingual(
            "jangka waktu mengumumkan informasi berkala", "the time for announcing periodic information"
        ),
        "public_list_renewal": Bilingual(
            "jangka waktu memutakhirkan daftar informasi publik",
            "the time for renewing the list of public information",
        ),
        "public_categories": Bilingual("kelompok informasi publik", "the categories of public information"),
        "exemption_durations": Bilingual("masa pengecualian informasi", "how long an exemption may last"),
        "exemption_end_notice": Bilingual(
            "waktu menyatakan informasi terbuka sebelum masa pengecualiannya berakhir",
            "the time by which information is declared public before its exemption ends",
        ),
        "own_standards": Bilingual(
            "badan publik dengan standar layanan sendiri", "bodies with a standard of service of their own"
        ),
        "service_standards": Bilingual(
            "standar layanan yang wajib ada", "the standards of service that a body must have"
        ),
        "charter_contents": Bilingual("isi maklumat pelayanan", "the contents of the charter of service"),
        "charter_places": Bilingual("tempat mengumumkan maklumat", "where the charter is announced"),
        "register_columns": Bilingual(
            "kolom register dan daftar informasi", "the columns of registers and lists of information"
        ),
        "personal_data": Bilingual("data pribadi yang bersifat umum", "general personal data"),
        "personal_data_bases": Bilingual(
            "dasar pemrosesan data pribadi", "the bases of processing personal data"
        ),
        "personal_data_masked": Bilingual(
            "penyamaran data pribadi dalam dokumen yang diumumkan",
            "masking personal data in what is published",
        ),
        "monev_bands": Bilingual(
            "golongan nilai monitoring dan evaluasi", "the grades of the commission's yearly evaluation"
        ),
        "monev_categories": Bilingual(
            "kategori monitoring dan evaluasi", "what the commission's yearly evaluation looks at"
        ),
        "instruments": Bilingual("peraturan yang dipakai", "the instruments themselves"),
    }
)
"""By the name of the field of `Lawbook`, in its order."""


T = TypeVar("T")
V = TypeVar("V")


class Unit(StrEnum):
    """What a number of the law counts (*satuan*)."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"

    @property
    def label(self) -> Bilingual:
        """The words that a reader sees."""
        return _UNIT_LABELS[self]


_UNIT_LABELS = {
    Unit.WORKING_DAY: Bilingual("hari kerja", "working days"),
    Unit.CALENDAR_DAY: Bilingual("hari kalender", "calendar days"),
    Unit.MONTH: Bilingual("bulan", "months"),
}


@frozen(kw_only=True)
class Provision(Generic[T]):
    """What the law says from one day on (*ketentuan*).

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> provision = Lawbook.load().request_response.at(date(2024, 1, 1))
    >>> provision.value, provision.unit.value, provision.cite()
    (10, 'working_day', 'UU 14/2008 Pasal 22 ayat (7)')

    Attributes:
        value: what it sets.
        unit: what ``value`` counts, None where it counts nothing.
        since: the first day on which it applies.
        citation: where it stands.
        confidence: how sure we are of the value.
        since_confidence: how sure we are of the day, where that differs.
        checked_on: the day on which it was last compared with what its ``confidence`` rests on.
        note: what a reader must know besides, in Indonesian.
    """

    value: T
    unit: Unit | None = None
    since: date
    citation: Citation
    confidence: Confidence
    since_confidence: Confidence | None = None
    checked_on: date
    note: str = ""

    def cite(self, lang: Lang = "id") -> str:
        """Return the citation as printed; an unconfirmed one says so."""
        return cite([self.citation], self.confidence, lang)


@frozen(kw_only=True)
class Repeal:
    """The day from which a parameter has no value any more (*pencabutan*).

    >>> from ppid_core import Lawbook
    >>> from ppid_core.law import Repeal
    >>> [isinstance(one, Repeal) for one in Lawbook.load().request_response.provisions]
    [False]
    """

    repealed: bool = field(default=True)
    since: date
    citation: Citation
    confidence: Confidence
    since_confidence: Confidence | None = None
    checked_on: date
    note: str = ""

    @repealed.validator
    def _is_true(self, _: object, repealed: object) -> None:
        if not repealed:
            raise ValueError("repealed hanya dapat true")


@frozen(kw_only=True)
class Parameter(Generic[T]):
    """One value of the law through time (*parameter hukum*).

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> Lawbook.load().request_response.at(date(2024, 1, 1)).value
    10

    Attributes:
        name: the name of its array of tables in the file.
        provisions: its dated entries, oldest first.
    """

    name: str
    provisions: tuple[Provision[T] | Repeal, ...] = field()

    @provisions.validator
    def _ascending(self, _: object, provisions: tuple[Provision[T] | Repeal, ...]) -> None:
        days = [provision.since for provision in provisions]
        if not days or days != sorted(set(days)):
            raise ValueError("harus ada entri, urut menurut since, tanpa hari yang sama")

    @property
    def title(self) -> Bilingual:
        """What it is called; a parameter that is not ours is called by its name."""
        return TITLES.get(self.name, Bilingual.both(self.name))

    @property
    def since(self) -> date:
        """The first day on which it has a value, as far as is known."""
        return self.provisions[0].since

    def at(self, day: date) -> Provision[T]:
        """Return what applied on ``day``: an act is judged by the law of its day.

        Raises:
            ArgumentError: ``day`` is a text or a moment.
            NotInForceError: before the first entry, and from a repeal on.
        """
        try:
            past = [provision for provision in self.provisions if provision.since <= day]
        except TypeError:
            refuse_moment("day", day)
            raise
        if not past:
            raise NotInForceError(_NOT_YET.fill(name=self.name, day=day))
        latest = past[-1]
        if isinstance(latest, Repeal):
            raise NotInForceError(
                _REPEALED.fill(name=self.name, since=latest.since, citation=latest.citation)
            )
        return latest

    @classmethod
    def from_toml(cls, text_or_path: str | Path, name: str, value_type: type[V]) -> Parameter[V]:
        """Read the parameter ``name`` from a file of its own: a regional rule pack brings its own law.

        Args:
            text_or_path: the TOML text, or the path of a file.
            name: its array of tables, ``[[name]]``.
            value_type: the type of ``value``: int, str, an attrs class, ``tuple[X, ...]``.

        Raises:
            LawFileError: with every fault and its place.
        """
        if isinstance(text_or_path, str):
            file, text = "teks TOML", text_or_path
        else:
            file, text = text_or_path.name, text_or_path.read_text(encoding="utf-8")
        return Parameter[V].from_entries(parse(text, file).get(name, []), name, value_type, file)

    @classmethod
    def from_entries(cls, entries: object, name: str, value_type: object, file: str) -> Parameter[T]:
        """Structure the parsed array of tables ``[[name]]``; ``file`` is what the faults call it.

        Raises:
            LawFileError: with every fault and its place.
        """
        place = f"{file}: [[{name}]]"
        listed = entries if isinstance(entries, list) else [entries]
        provisions = gather(
            partial(_provision, raw, value_type, f"{place} ke-{number}")
            for number, raw in enumerate(listed, start=1)
        )
        return build(cls, {"name": name, "provisions": provisions}, place)


def _provision(raw: object, value_type: object, place: str) -> Provision[object] | Repeal:
    if isinstance(raw, dict) and "repealed" in raw:
        return record(raw, Repeal, place)
    return record(raw, Provision, place, {"value": value_type})


_NOT_YET = Bilingual("{name}: belum berlaku pada {day}", "{name}: not yet in force on {day}")
_REPEALED = Bilingual(
    "{name}: dicabut sejak {since} ({citation})", "{name}: repealed since {since} ({citation})"
)
