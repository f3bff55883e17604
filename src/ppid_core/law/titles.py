"""What each parameter of the law book is called, for whoever prints it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ppid_core.language import Bilingual

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
        "exemption_durations": Bilingual("masa pengecualian informasi", "how long an exemption may last"),
        "exemption_end_notice": Bilingual(
            "waktu menyatakan informasi terbuka sebelum masa pengecualiannya berakhir",
            "the time by which information is declared public before its exemption ends",
        ),
        "own_standards": Bilingual(
            "badan publik dengan standar layanan sendiri", "bodies with a standard of service of their own"
        ),
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
        "instruments": Bilingual("peraturan yang dipakai", "the instruments themselves"),
    }
)
"""By the name of the field of `Lawbook`, in its order."""
