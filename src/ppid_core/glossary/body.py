"""Words of the public body, its matrix and its report."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ppid_core.glossary.term import Term, term
from ppid_core.model import (
    BodyKind,
    BodyLevel,
    CellState,
    ConstraintKind,
    InformationCategory,
    MentionKind,
    Outline,
    PersonalData,
    Reason,
    YearPart,
    Zone,
)
from ppid_core.model.redaction import Identifier

TERMS: Mapping[type[StrEnum], Mapping[StrEnum, Term]] = {
    BodyKind: {
        BodyKind.REGIONAL_GOVERNMENT: term(
            "pemerintah daerah", "regional government", "pemda", "pemkot", "pemkab"
        ),
        BodyKind.MINISTRY: term("kementerian", "ministry"),
        BodyKind.STATE_INSTITUTION: term("lembaga", "state institution", "lembaga negara"),
        BodyKind.VERTICAL_AGENCY: term("lembaga vertikal", "vertical agency", "instansi vertikal"),
        BodyKind.ELECTION_BODY: term("penyelenggara pemilu", "election body", "KPU", "Bawaslu"),
        BodyKind.HOSPITAL: term("rumah sakit", "hospital", "RSUD"),
        BodyKind.BUMN: term("BUMN", "state-owned enterprise"),
        BodyKind.BUMD: term("BUMD", "region-owned enterprise"),
        BodyKind.VILLAGE: term("desa", "village"),
        BodyKind.POLITICAL_PARTY: term("partai politik", "political party", "parpol"),
        BodyKind.UNIVERSITY: term("perguruan tinggi", "university", "universitas", "institut", "politeknik"),
        BodyKind.COURT: term("lembaga peradilan", "court", "pengadilan"),
        BodyKind.NON_GOVERNMENT: term("organisasi nonpemerintah", "non-government organisation", "ornop"),
        BodyKind.OTHER: term("lainnya", "other"),
    },
    BodyLevel: {
        BodyLevel.NATIONAL: term("pusat", "national", "nasional"),
        BodyLevel.PROVINCE: term("provinsi", "province"),
        BodyLevel.REGENCY: term("kabupaten", "regency"),
        BodyLevel.CITY: term("kota", "city"),
        BodyLevel.VILLAGE: term("desa", "village"),
    },
    Zone: {
        Zone.WIB: term("WIB", "western Indonesian time", "waktu Indonesia barat", "GMT+7", "UTC+7"),
        Zone.WITA: term("WITA", "central Indonesian time", "waktu Indonesia tengah", "GMT+8", "UTC+8"),
        Zone.WIT: term("WIT", "eastern Indonesian time", "waktu Indonesia timur", "GMT+9", "UTC+9"),
    },
    InformationCategory: {
        InformationCategory.PERIODIC: term(
            *("berkala", "periodic", "informasi berkala", "informasi publik berkala"),
            *("diumumkan berkala", "diumumkan secara berkala", "wajib diumumkan secara berkala"),
            *("wajib disediakan dan diumumkan secara berkala", "secara berkala"),
            "informasi yang wajib disediakan dan diumumkan secara berkala",
        ),
        InformationCategory.IMMEDIATE: term(
            *("serta-merta", "immediate", "serta merta", "informasi serta merta"),
            *("diumumkan secara serta merta", "wajib diumumkan secara serta merta", "secara serta merta"),
            "informasi yang wajib diumumkan secara serta merta",
        ),
        InformationCategory.AT_ALL_TIMES: term(
            *("setiap saat", "available at all times", "tersedia setiap saat", "informasi setiap saat"),
            *("wajib tersedia setiap saat", "informasi tersedia setiap saat"),
            "informasi yang wajib tersedia setiap saat",
        ),
        InformationCategory.EXEMPT: term(
            "dikecualikan", "exempt", "informasi dikecualikan", "informasi yang dikecualikan"
        ),
    },
    CellState: {
        CellState.DISCLOSED: term("tersedia", "available"),
        CellState.NOT_DISCLOSED: term("tidak tersedia", "not available"),
        CellState.NOT_APPLICABLE: term("tidak berlaku", "not applicable"),
        CellState.EXEMPT: term("dikecualikan", "exempt"),
        CellState.NOT_REPORTED: term("tanpa isian", "not filled in"),
    },
    ConstraintKind: {
        ConstraintKind.INTERNAL: term("internal", "internal"),
        ConstraintKind.EXTERNAL: term("eksternal", "external"),
    },
    MentionKind: {
        MentionKind.INSTRUMENT: term("peraturan", "instrument"),
        MentionKind.BODY: term("badan", "public body"),
        MentionKind.DATE: term("tanggal", "date"),
    },
    Outline: {
        Outline.PERKI: term("perki", "order of the Perki"),
        Outline.SEVEN_PARTS: term("tujuh-bagian", "seven parts"),
    },
    Identifier: {
        Identifier.NIK: term("NIK", "NIK", "nomor induk kependudukan"),
        Identifier.PHONE: term("nomor telepon", "phone number"),
        Identifier.EMAIL: term("alamat surel", "address of mail"),
    },
    PersonalData: {
        PersonalData.BLURRED: term("samar", "blurred", "disamarkan"),
        PersonalData.SHOWN: term("tampil", "shown", "ditampilkan"),
    },
    YearPart: {
        YearPart.YEAR: term("tahun", "year"),
        YearPart.SEMESTER_1: term("semester-1", "first half-year", "semester I"),
        YearPart.SEMESTER_2: term("semester-2", "second half-year", "semester II"),
        YearPart.QUARTER_1: term("triwulan-1", "first quarter", "triwulan I"),
        YearPart.QUARTER_2: term("triwulan-2", "second quarter", "triwulan II"),
        YearPart.QUARTER_3: term("triwulan-3", "third quarter", "triwulan III"),
        YearPart.QUARTER_4: term("triwulan-4", "fourth quarter", "triwulan IV"),
        YearPart.FIRST_MONTH: term("Januari", "January", "sampai Januari"),
        YearPart.FIRST_2_MONTHS: term("Januari–Februari", "January–February", "sampai Februari"),
        YearPart.FIRST_4_MONTHS: term("Januari–April", "January–April", "sampai April"),
        YearPart.FIRST_5_MONTHS: term("Januari–Mei", "January–May", "sampai Mei"),
        YearPart.FIRST_7_MONTHS: term("Januari–Juli", "January–July", "sampai Juli"),
        YearPart.FIRST_8_MONTHS: term("Januari–Agustus", "January–August", "sampai Agustus"),
        YearPart.FIRST_9_MONTHS: term("Januari–September", "January–September", "sampai September"),
        YearPart.FIRST_10_MONTHS: term("Januari–Oktober", "January–October", "sampai Oktober"),
        YearPart.FIRST_11_MONTHS: term("Januari–November", "January–November", "sampai November"),
    },
    Reason: {
        Reason.NOT_KEPT: term("tidak tercatat", "not recorded"),
        Reason.NO_DATES: term(
            "tanggal penerimaan dan pemberitahuan tertulis belum dicatat per permohonan",
            "dates of receipt and written notice are not recorded for each request",
        ),
        Reason.NO_DAYS: term("hari kerja tidak tercatat", "working days are not recorded"),
        Reason.NO_ROWS: term(
            "hanya jumlah yang tercatat, bukan baris register", "only totals are kept, no rows"
        ),
        Reason.NO_CATEGORY: term("rinciannya tidak tercatat", "the breakdown is not recorded"),
        Reason.PART_OF_ROWS: term("sebagian baris tidak mencatatnya", "part of the rows does not record it"),
        Reason.EXCEEDS_TOTAL: term(
            "rinciannya melebihi jumlahnya", "the breakdown adds up to more than its total"
        ),
        Reason.NOTHING_TO_SHARE: term("tidak ada yang dapat dihitung", "there is nothing to count it from"),
        Reason.STATED_ONLY: term("hanya dinyatakan", "stated only"),
        Reason.UNCOUNTED_UNIT: term(
            "register menghitung permohonan, bukan pemohon", "the register counts requests, not applicants"
        ),
        Reason.NO_CALENDAR: term(
            "kalender hari kerja tahun itu belum tersedia", "no working calendar is known for that year"
        ),
        Reason.TOTALS_DIFFER: term("jumlah antarkelompok berbeda", "the totals of the groups differ"),
        Reason.NOT_ASKED: term("tidak berlaku", "not applicable"),
        Reason.NO_COUNT: term("jumlahnya tidak tercatat", "the count is not recorded"),
        Reason.NO_OPENING: term(
            "perkara bawaan dari tahun sebelumnya tidak tercatat",
            "cases carried over from earlier years are not recorded",
        ),
        Reason.NO_BASE: term("tidak ada pembanding", "there is nothing to compare it with"),
        Reason.SMALL_BASE: term("pembanding di bawah 10", "the base is under 10"),
        Reason.UNREAD: term("tidak seluruhnya terbaca", "not wholly read"),
        Reason.UNREADABLE: term("tidak terbaca", "could not be read"),
    },
}
