"""The time limits of the procedure: from which event each runs, what is due, and by which parameters."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from ppid_core.language import Bilingual


class DeadlineKind(StrEnum):
    """What can be due (*jenis batas waktu*).

    >>> from ppid_core import DeadlineKind
    >>> DeadlineKind("request")
    <DeadlineKind.REQUEST: 'request'>
    """

    REQUEST = "request"
    REQUEST_COMPLETENESS = "request-completeness"
    REQUEST_REPAIR = "request-repair"
    OBJECTION_FILING = "objection-filing"
    OBJECTION_ANSWER = "objection-answer"
    OBJECTION_ANSWER_REGISTERED = "objection-answer-registered"
    DISPUTE_FILING = "dispute-filing"
    DISPUTE_FILING_AFTER_SILENCE = "dispute-filing-after-silence"
    COMMISSION_START = "commission-start"
    COMMISSION_FINISH = "commission-finish"
    MEDIATION = "mediation"
    COURT_STATEMENT = "court-statement"
    COURT = "court"
    CASSATION = "cassation"
    CASSATION_PERMA = "cassation-perma"
    YEARLY_REPORT = "yearly-report"

    @property
    def limit(self) -> TimeLimit:
        """What the law says of it."""
        return _LIMITS[self]


@frozen(kw_only=True)
class TimeLimit:
    """One time limit of the procedure (*jangka waktu*).

    Attributes:
        parameter: the field of `Lawbook` with its length.
        standard: the field with its length by the standard of service, where that counts from the day the
            request was complete; "" for all else.
        extension: the field with its extension, "" where it cannot be extended.
        before: the field with a time that runs out first: the silence of the superior.
        act: what is due, the beginning of a sentence.
        done: how the sentence goes on, "is due on" or its like; the day follows.
        event: what day zero is, after "sejak".
        convention: what the law leaves open, and how it is read here.
    """

    parameter: str
    standard: str = ""
    extension: str = ""
    before: str = ""
    act: Bilingual
    done: Bilingual
    event: Bilingual
    convention: Bilingual = Bilingual("", "")


_DONE = Bilingual("diselesaikan paling lambat hari", "is due on")
_ENDS = Bilingual("berakhir paling lambat hari", "is due on")
_FILED = Bilingual("diajukan paling lambat hari", "is due on")
_GIVEN = Bilingual("disampaikan paling lambat hari", "is due on")
_STARTS = Bilingual("paling lambat hari", "is due on")

_LIMITS: Mapping[DeadlineKind, TimeLimit] = {
    DeadlineKind.REQUEST: TimeLimit(
        parameter="request_response",
        standard="request_notice",
        extension="request_extension",
        act=Bilingual(
            "Pemberitahuan tertulis atas permohonan informasi", "The written notice on the request"
        ),
        done=_GIVEN,
        event=Bilingual("permohonan diterima", "the receipt of the request"),
    ),
    DeadlineKind.REQUEST_COMPLETENESS: TimeLimit(
        parameter="request_completeness",
        act=Bilingual("Pemeriksaan kelengkapan permohonan", "The check whether the request is complete"),
        done=_DONE,
        event=Bilingual("permohonan dicatat dalam register", "the entry of the request in the register"),
    ),
    DeadlineKind.REQUEST_REPAIR: TimeLimit(
        parameter="request_repair",
        act=Bilingual("Perbaikan permohonan yang tidak lengkap", "The repair of an incomplete request"),
        done=_GIVEN,
        event=Bilingual(
            "surat keterangan tidak lengkap diterima pemohon",
            "the receipt of the letter of incompleteness by the applicant",
        ),
    ),
    DeadlineKind.OBJECTION_FILING: TimeLimit(
        parameter="objection_filing",
        act=Bilingual("Keberatan kepada atasan PPID", "The objection to the superior of the PPID"),
        done=_FILED,
        event=Bilingual("alasan keberatan ditemukan", "the day the ground was found"),
        convention=Bilingual(
            "Undang-undang tidak menentukan kapan alasan ditemukan. Dipakai hari pemberitahuan tertulis"
            " diterima; bila permintaan tidak ditanggapi (huruf c), hari kerja setelah hari terakhir untuk"
            " pemberitahuan itu; untuk informasi berkala (huruf b), hari pemohon mengetahuinya.",
            "The law does not say when a ground is found. Used are: the day the written notice is received;"
            " for a request not answered (letter c) the working day after the last day for the notice; for"
            " periodic information (letter b) the day the applicant notices.",
        ),
    ),
    DeadlineKind.OBJECTION_ANSWER: TimeLimit(
        parameter="objection_answer",
        act=Bilingual("Tanggapan atasan PPID atas keberatan", "The superior's answer to the objection"),
        done=_GIVEN,
        event=Bilingual("keberatan diterima", "the receipt of the objection"),
    ),
    DeadlineKind.OBJECTION_ANSWER_REGISTERED: TimeLimit(
        parameter="objection_answer_registered",
        act=Bilingual(
            "Tanggapan atasan PPID atas keberatan, menurut standar layanan",
            "The superior's answer to the objection by the standard of service",
        ),
        done=_GIVEN,
        event=Bilingual("keberatan dicatat dalam register", "the entry of the objection in the register"),
        convention=Bilingual(
            "Undang-undang menghitung sejak keberatan diterima; keterlambatan dinilai menurut hitungan itu.",
            "The act counts from the receipt of the objection; lateness is judged by that count.",
        ),
    ),
    DeadlineKind.DISPUTE_FILING: TimeLimit(
        parameter="dispute_filing",
        act=Bilingual(
            "Permohonan penyelesaian sengketa kepada Komisi Informasi",
            "The filing of the dispute with the commission",
        ),
        done=_FILED,
        event=Bilingual(
            "tanggapan tertulis atasan PPID diterima pemohon",
            "the receipt of the superior's written answer by the applicant",
        ),
    ),
    DeadlineKind.DISPUTE_FILING_AFTER_SILENCE: TimeLimit(
        parameter="dispute_filing_after_silence",
        before="objection_answer",
        act=Bilingual(
            "Permohonan penyelesaian sengketa kepada Komisi Informasi karena keberatan tidak ditanggapi",
            "The filing of the dispute with the commission over an objection that was not answered",
        ),
        done=_FILED,
        event=Bilingual("keberatan diterima", "the receipt of the objection"),
        convention=Bilingual(
            "Hari terakhir untuk tanggapan atasan PPID menjadi hari nol jangka waktu pengajuan; pengajuan"
            " sampai dengan hari itu masih prematur. Cara membaca ini belum diverifikasi.",
            "The last day for the superior's answer is day zero of the time for filing; up to that day it is"
            " premature. This reading is not verified.",
        ),
    ),
    DeadlineKind.COMMISSION_START: TimeLimit(
        parameter="commission_start",
        act=Bilingual(
            "Komisi Informasi mulai mengupayakan penyelesaian sengketa",
            "The beginning of the dispute at the commission",
        ),
        done=_STARTS,
        event=Bilingual(
            "permohonan sengketa diterima Komisi Informasi", "the receipt of the dispute at the commission"
        ),
    ),
    DeadlineKind.COMMISSION_FINISH: TimeLimit(
        parameter="commission_finish",
        act=Bilingual(
            "Penyelesaian sengketa oleh Komisi Informasi", "The end of the dispute at the commission"
        ),
        done=_ENDS,
        event=Bilingual(
            "permohonan sengketa diterima Komisi Informasi", "the receipt of the dispute at the commission"
        ),
        convention=Bilingual(
            "Undang-undang tidak menyebut dari hari apa jangka waktu ini dihitung; dipakai hari permohonan"
            " diterima Komisi Informasi.",
            "The law does not say from which day this runs; the receipt at the commission is used.",
        ),
    ),
    DeadlineKind.MEDIATION: TimeLimit(
        parameter="mediation",
        extension="mediation_extension",
        act=Bilingual("Penyelesaian sengketa melalui mediasi", "The end of the mediation"),
        done=_ENDS,
        event=Bilingual("sidang mediasi pertama", "the first session of the mediation"),
    ),
    DeadlineKind.COURT_STATEMENT: TimeLimit(
        parameter="court_statement",
        act=Bilingual(
            "Pernyataan tertulis tidak menerima putusan ajudikasi",
            "The written statement that the decision is not accepted",
        ),
        done=_FILED,
        event=Bilingual("salinan putusan ajudikasi diterima", "the receipt of the copy of the decision"),
    ),
    DeadlineKind.COURT: TimeLimit(
        parameter="court_filing",
        act=Bilingual(
            "Gugatan ke pengadilan atas putusan ajudikasi", "The suit against the decision of the commission"
        ),
        done=_FILED,
        event=Bilingual("salinan putusan ajudikasi diterima", "the receipt of the copy of the decision"),
    ),
    DeadlineKind.CASSATION: TimeLimit(
        parameter="cassation_filing",
        act=Bilingual("Permohonan kasasi kepada Mahkamah Agung", "The appeal in cassation"),
        done=_FILED,
        event=Bilingual("putusan pengadilan diterima", "the receipt of the court's decision"),
        convention=Bilingual(
            "Dihitung menurut hari kalender; hari terakhir yang jatuh pada hari libur tidak digeser. PERMA"
            " menghitung lain, menurut hari kerja sejak putusan diucapkan atau diberitahukan"
            " (cassation-perma); hari yang lebih awal adalah yang aman.",
            "Counted in calendar days; a last day that is a holiday is not moved. The court's rule counts"
            " otherwise, in working days from pronouncement or notice (cassation-perma); the earlier day is"
            " the safe one.",
        ),
    ),
    DeadlineKind.CASSATION_PERMA: TimeLimit(
        parameter="cassation_filing_perma",
        act=Bilingual(
            "Permohonan kasasi kepada Mahkamah Agung, menurut PERMA",
            "The appeal in cassation by the court's rule",
        ),
        done=_FILED,
        event=Bilingual(
            "putusan pengadilan diucapkan, atau diberitahukan bila para pihak tidak hadir",
            "the pronouncement of the court's decision, or its notice where the parties were absent",
        ),
        convention=Bilingual(
            "Undang-undang menghitung lain, menurut hari kalender sejak putusan diterima (cassation); hari"
            " yang lebih awal adalah yang aman.",
            "The act counts otherwise, in calendar days from receipt (cassation); the earlier day is the safe"
            " one.",
        ),
    ),
    DeadlineKind.YEARLY_REPORT: TimeLimit(
        parameter="report_due",
        act=Bilingual("Laporan tahunan layanan informasi publik", "The yearly report on public information"),
        done=_GIVEN,
        event=Bilingual("tahun anggaran berakhir", "the end of the fiscal year"),
        convention=Bilingual(
            "Tidak ditemukan aturan yang menggeser tanggal ini bila jatuh pada hari libur.",
            "No text was found that moves this day where it is a holiday.",
        ),
    ),
}
