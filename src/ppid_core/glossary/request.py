"""Words of requests: outcomes, applicants, channels, reasons."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ppid_core.glossary.term import Term, term
from ppid_core.model import (
    AccessKind,
    ApplicantClass,
    Channel,
    CountUnit,
    Desk,
    Outcome,
    RefusalReason,
)

TERMS: Mapping[type[StrEnum], Mapping[StrEnum, Term]] = {
    Outcome: {
        Outcome.GRANTED: term(
            "dikabulkan seluruhnya",
            "granted in full",
            "dikabulkan",
            "diterima",
            "diberikan",
            "diterima seluruhnya",
            "dikabulkan penuh",
            "diberikan seluruhnya",
        ),
        Outcome.PARTLY_GRANTED: term(
            "dikabulkan sebagian",
            "granted in part",
            "diterima sebagian",
            "diberikan sebagian",
            "diterima sbgn",
            "dikabulkan sbgn",
            "sebagian",
            "ditolak sebagian",
        ),
        Outcome.FULFILLED: term("dipenuhi", "fulfilled", "terpenuhi"),
        Outcome.REFUSED: term("ditolak", "refused", "ditolak seluruhnya", "tolak"),
        Outcome.NOT_HELD: term("tidak dikuasai", "not held", "diteruskan", "bukan kewenangan"),
        Outcome.INCOMPLETE: term("tidak lengkap", "incomplete", "belum lengkap"),
        Outcome.WITHDRAWN: term("dicabut pemohon", "withdrawn", "dicabut", "dibatalkan pemohon"),
        Outcome.UNANSWERED: term(
            "tidak dijawab",
            "unanswered",
            "tidak dijawab ppid pembantu",
            "tidak dijawab oleh ppid pembantu",
            "tidak dijawab oleh ppid pelaksana",
            "tidak dijawab ppid pelaksana",
            "tidak dijawab ppid utama",
            "tidak ditanggapi",
            "tidak direspons",
            "belum dijawab",
        ),
        Outcome.ANSWERED: term("ditanggapi", "answered", "ditindaklanjuti", "dijawab", "dilayani", "selesai"),
        Outcome.PENDING: term("masih diproses", "pending", "diproses", "dalam proses", "proses"),
    },
    Desk: {
        Desk.MAIN: term("PPID Utama", "main desk", "tidak dijawab ppid utama"),
        Desk.AGENCY: term(
            "PPID Pembantu/Pelaksana",
            "agency desk",
            "tidak dijawab ppid pembantu",
            "tidak dijawab oleh ppid pembantu",
            "tidak dijawab oleh ppid pelaksana",
            "tidak dijawab ppid pelaksana",
        ),
    },
    ApplicantClass: {
        ApplicantClass.INDIVIDUAL: term(
            "perorangan", "individual", "individu", "perseorangan", "pribadi", "orang perseorangan"
        ),
        ApplicantClass.GROUP: term("kelompok orang", "group of people", "kelompok", "kelompok masyarakat"),
        ApplicantClass.ORGANISATION: term(
            "badan hukum/lembaga",
            "organisation",
            "lembaga",
            "badan hukum",
            "LSM",
            "perusahaan",
            "organisasi",
            "ormas",
            "badan publik",
            "lembaga/badan hukum",
        ),
    },
    Channel: {
        Channel.DESK: term(
            "meja layanan PPID",
            "PPID desk",
            "desk informasi",
            "meja layanan",
            "desk layanan informasi",
            "datang langsung",
            "langsung",
            "meja informasi",
            "desk layanan",
        ),
        Channel.AGENCY_DESK: term(
            "meja layanan PPID Pembantu/Pelaksana",
            "agency desk",
            "desk informasi PPID pembantu",
            "desk informasi PPID pelaksana",
            "meja layanan PPID pembantu",
            "meja layanan PPID pelaksana",
            "PPID pembantu",
            "PPID pelaksana",
        ),
        Channel.WEBSITE: term("website", "website", "situs web", "laman", "web", "situs", "SIP-PPID"),
        Channel.EMAIL: term("surel", "email", "email", "e-mail", "surat elektronik"),
        Channel.WHATSAPP: term("WhatsApp", "WhatsApp", "WA"),
        Channel.PHONE: term("telepon", "phone", "telp", "telpon"),
        Channel.POST: term("pos", "post", "surat", "surat pos"),
        Channel.SOCIAL_MEDIA: term(
            "media sosial", "social media", "medsos", "instagram", "facebook", "twitter"
        ),
        Channel.SP4N_LAPOR: term("SP4N-LAPOR!", "SP4N-LAPOR!", "sp4n lapor", "lapor"),
        Channel.ONLINE: term("daring", "online", "online", "on line", "dalam jaringan"),
        Channel.OFFLINE: term("luring", "offline", "offline", "off line", "luar jaringan"),
        Channel.OTHER: term("kanal lain", "other channel", "lainnya", "lain-lain"),
    },
    RefusalReason: {
        RefusalReason.EXEMPT: term(
            "dikecualikan",
            "exempt",
            "informasi dikecualikan",
            "informasi yang dikecualikan",
            "rahasia",
            "informasi publik yang dikecualikan",
        ),
        RefusalReason.NOT_HELD: term(
            "tidak dikuasai",
            "not held",
            "data tidak dikuasai",
            "informasi tidak dikuasai",
            "belum dikuasai",
            "tidak menguasai",
            "belum didokumentasikan",
            "data belum dikuasai",
        ),
        RefusalReason.BAD_FAITH: term(
            "tidak beriktikad baik",
            "bad faith",
            "tidak beritikad baik",
            "tidak itikad baik",
            "tidak iktikad baik",
            "itikad tidak baik",
            "iktikad tidak baik",
            "tidak ada itikad baik",
            "tidak ada iktikad baik",
        ),
        RefusalReason.UNCLEAR_IDENTITY: term(
            "identitas tidak jelas",
            "unclear identity",
            "identitas pemohon tidak jelas",
            "tanpa identitas",
            "identitas tidak lengkap",
        ),
        RefusalReason.INCOMPLETE: term(
            "tidak lengkap",
            "incomplete",
            "permohonan tidak lengkap",
            "syarat tidak lengkap",
            "tidak memenuhi syarat",
        ),
        RefusalReason.REPEATED: term("berulang", "repeated", "permohonan berulang", "sudah pernah diberikan"),
        RefusalReason.OTHER: term("alasan lain", "other reason", "lainnya", "lain-lain"),
    },
    CountUnit: {
        CountUnit.REQUEST: term("permohonan", "request"),
        CountUnit.APPLICANT: term("pemohon", "applicant", "orang"),
    },
    AccessKind: {
        AccessKind.SEE: term("melihat", "see", "melihat/mengetahui", "mengetahui", "membaca"),
        AccessKind.COPY: term("salinan", "copy", "mendapatkan salinan", "mendapat salinan", "fotokopi"),
    },
}
