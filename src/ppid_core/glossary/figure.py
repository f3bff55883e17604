"""Words of figures: measures, registers, dimensions and units."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ppid_core.glossary.term import Term, term
from ppid_core.model import Bound, Dimension, FigureUnit, Measure, Register

TERMS: Mapping[type[StrEnum], Mapping[StrEnum, Term]] = {
    Register: {
        Register.REQUESTS: term("permohonan", "requests", "permohonan informasi"),
        Register.APPLICANTS: term("pemohon", "applicants"),
        Register.COMPLAINTS: term("pengaduan", "complaints"),
        Register.OBJECTIONS: term("keberatan", "objections"),
        Register.DISPUTES: term("sengketa", "disputes", "sengketa informasi"),
        Register.SUITS: term("gugatan", "suits"),
    },
    Dimension: {
        Dimension.MONTH: term("bulan", "month"),
        Dimension.OUTCOME: term("keputusan", "outcome"),
        Dimension.APPLICANT: term("pemohon", "applicant", "jenis pemohon"),
        Dimension.OCCUPATION: term("pekerjaan", "occupation"),
        Dimension.CHANNEL: term("kanal", "channel", "sarana", "sarana permohonan"),
        Dimension.AGENCY: term("OPD", "agency"),
        Dimension.REFUSAL_REASON: term("alasan penolakan", "reason of refusal"),
        Dimension.PARTIAL_REASON: term("alasan pengabulan sebagian", "reason of a partial grant"),
        Dimension.TIME: term("waktu", "time"),
        Dimension.SEX: term("jenis kelamin", "sex", "kelamin"),
        Dimension.AGE: term("usia", "age", "kelompok usia", "umur", "kelompok umur", "rentang usia"),
        Dimension.EDUCATION: term("pendidikan", "education", "pendidikan terakhir", "tingkat pendidikan"),
        Dimension.PROVINCE: term("provinsi", "province", "asal provinsi", "provinsi asal"),
        Dimension.CITY: term(
            *("kabupaten/kota", "regency or city", "kabupaten", "kota", "kab/kota", "asal kabupaten/kota"),
            *("kota/kabupaten", "kabupaten kota asal"),
        ),
        Dimension.PURPOSE: term("tujuan", "purpose"),
        Dimension.TOPIC: term("topik", "topic"),
        Dimension.INFORMATION: term(
            *("kelompok informasi", "kind of information", "jenis informasi", "klasifikasi informasi"),
            *("kategori informasi", "jenis informasi diminta", "kelompok informasi diminta"),
        ),
        Dimension.WORK_STAGE: term(
            *("tahap permohonan", "stage of work", "tahap pengerjaan", "posisi permohonan", "progres"),
            *("status proses", "tahapan"),
        ),
        Dimension.DELIVERY: term(
            *("cara mendapatkan salinan", "delivery of copies", "cara mendapatkan salinan informasi"),
            *("cara pengiriman", "cara penyampaian", "pengiriman"),
        ),
        Dimension.SATISFACTION: term(
            *("nilai kepuasan", "satisfaction", "kepuasan", "indeks kepuasan", "tingkat kepuasan"),
            *("penilaian", "rating"),
        ),
        Dimension.GROUND: term("alasan", "ground", "alasan keberatan"),
        Dimension.ANSWER: term("jawaban", "answer"),
        Dimension.RESULT: term("hasil", "result"),
        Dimension.STAGE: term("tahap", "stage"),
        Dimension.DECISION: term("putusan", "decision"),
    },
    FigureUnit: {
        FigureUnit.CASES: term("perkara", "cases", "permohonan", "keberatan", "sengketa", "kasus", "buah"),
        FigureUnit.PERCENT: term("persen", "percent", "%"),
        FigureUnit.DAYS: term("hari", "days"),
        FigureUnit.WORKING_DAYS: term("hari kerja", "working days"),
        FigureUnit.RUPIAH: term("rupiah", "rupiah", "Rp"),
        FigureUnit.PERSONS: term("orang", "persons"),
        FigureUnit.OTHER: term("satuan lain", "other unit"),
    },
    Bound: {
        Bound.MORE: term("lebih dari", "more than", "di atas", "melebihi", "melampaui", "lebih banyak dari"),
        Bound.LESS: term("kurang dari", "less than", "di bawah", "tidak sampai", "belum mencapai"),
        Bound.AT_LEAST: term(
            *("paling sedikit", "at least", "minimal", "sedikitnya", "sekurang-kurangnya", "setidaknya"),
            *("setidak-tidaknya", "tidak kurang dari", "paling kurang", "paling tidak"),
        ),
        Bound.AT_MOST: term(
            *("paling banyak", "at most", "maksimal", "sebanyak-banyaknya", "tidak lebih dari"),
            *("paling lama", "paling tinggi"),
        ),
        Bound.ABOUT: term(
            *("sekitar", "about", "kurang lebih", "lebih kurang", "kira-kira", "sekira", "lk", "kl"),
            "berkisar",
        ),
        Bound.ALMOST: term("hampir", "almost", "mendekati", "nyaris"),
        Bound.OVER: term("lebih", "and some"),
    },
    Measure: {
        Measure.REQUESTS_TOTAL: term("jumlah permohonan", "requests", "permohonan"),
        Measure.REQUESTS_GRANTED: term("permohonan dikabulkan seluruhnya", "requests granted in full"),
        Measure.REQUESTS_PARTLY_GRANTED: term("permohonan dikabulkan sebagian", "requests granted in part"),
        Measure.REQUESTS_FULFILLED: term("permohonan dipenuhi", "requests fulfilled"),
        Measure.REQUESTS_REFUSED: term("permohonan ditolak", "requests refused"),
        Measure.REQUESTS_NOT_HELD: term("permohonan tidak dikuasai", "requests not held"),
        Measure.REQUESTS_INCOMPLETE: term("permohonan tidak lengkap", "requests incomplete"),
        Measure.REQUESTS_WITHDRAWN: term("permohonan dicabut pemohon", "requests withdrawn"),
        Measure.REQUESTS_LAPSED: term("permohonan gugur", "requests lapsed"),
        Measure.REQUESTS_UNANSWERED: term("permohonan tidak dijawab", "requests unanswered"),
        Measure.REQUESTS_ANSWERED: term("permohonan ditanggapi", "requests answered"),
        Measure.REQUESTS_PENDING: term("permohonan masih diproses", "requests pending"),
        Measure.REQUESTS_OUTCOME_UNREAD: term(
            "permohonan yang keputusannya tidak terbaca", "requests whose outcome could not be read"
        ),
        Measure.REQUESTS_OUTCOME_NOT_RECORDED: term(
            "permohonan yang keputusannya tidak tercatat", "requests whose outcome is not recorded"
        ),
        Measure.REQUESTS_CARRIED_OVER: term("permohonan bawaan tahun sebelumnya", "requests carried over"),
        Measure.REQUESTS_OUTSIDE_PERIOD: term(
            "permohonan di luar periode laporan", "requests outside the period"
        ),
        Measure.RESPONSE_COUNT: term(
            "permohonan dengan waktu pemenuhan tercatat", "requests whose response time is recorded"
        ),
        Measure.RESPONSE_MEAN: term(
            "rata-rata waktu pemenuhan (hari kerja)", "mean response time (working days)", "rerata waktu"
        ),
        Measure.RESPONSE_MEDIAN: term(
            "median waktu pemenuhan (hari kerja)", "median response time (working days)"
        ),
        Measure.RESPONSE_MIN: term(
            "waktu pemenuhan tersingkat (hari kerja)", "shortest response time (working days)"
        ),
        Measure.RESPONSE_MAX: term(
            "waktu pemenuhan terlama (hari kerja)", "longest response time (working days)"
        ),
        Measure.RESPONSE_P25: term(
            "persentil ke-25 waktu pemenuhan (hari kerja)", "25th percentile of response time (working days)"
        ),
        Measure.RESPONSE_P75: term(
            "persentil ke-75 waktu pemenuhan (hari kerja)", "75th percentile of response time (working days)"
        ),
        Measure.RESPONSE_P90: term(
            "persentil ke-90 waktu pemenuhan (hari kerja)", "90th percentile of response time (working days)"
        ),
        Measure.RESPONSE_P95: term(
            "persentil ke-95 waktu pemenuhan (hari kerja)", "95th percentile of response time (working days)"
        ),
        Measure.STANDARD_COUNT: term(
            "permohonan yang waktunya dihitung menurut Perki, sejak lengkap",
            "requests timed by the standard of service, from completeness",
        ),
        Measure.STANDARD_MEAN: term(
            "rata-rata waktu menurut hitungan Perki, sejak lengkap (hari kerja)",
            "mean time by the standard of service, from completeness (working days)",
        ),
        Measure.STANDARD_IN_TIME: term(
            "permohonan selesai tepat waktu menurut hitungan Perki",
            "requests closed in time by the standard of service",
        ),
        Measure.CLOSED_IN_TIME: term("permohonan selesai tepat waktu", "requests closed in time"),
        Measure.CLOSED_LATE: term("permohonan selesai lewat waktu", "requests closed late"),
        Measure.OPEN_IN_TIME: term("permohonan terbuka, belum lewat waktu", "requests open, in time"),
        Measure.OPEN_LATE: term("permohonan terbuka, lewat waktu", "requests open, late"),
        Measure.TIMELINESS_UNKNOWN: term(
            "permohonan tanpa tanggal untuk dinilai", "requests without dates to judge"
        ),
        Measure.UNTIMED_UNREAD: term(
            "permohonan yang waktunya belum terbaca", "requests whose time could not be read"
        ),
        Measure.REQUESTS_JUDGED: term(
            "permohonan yang ketepatan waktunya dapat dinilai", "requests whose timeliness can be judged"
        ),
        Measure.SHARE_IN_TIME: term(
            "bagian permohonan yang selesai tepat waktu", "share of requests closed in time", "tepat waktu"
        ),
        Measure.BALANCE_OPENING: term("saldo awal permohonan", "opening balance of requests"),
        Measure.BALANCE_RECEIVED: term("permohonan diterima pada periode laporan", "requests received"),
        Measure.BALANCE_CLOSED: term("permohonan selesai", "requests closed"),
        Measure.BALANCE_CLOSING: term("saldo akhir permohonan", "closing balance of requests"),
        Measure.APPLICANTS_TOTAL: term("jumlah pemohon", "applicants", "pemohon"),
        Measure.COMPLAINTS_TOTAL: term("jumlah pengaduan", "complaints", "pengaduan"),
        Measure.OBJECTIONS_TOTAL: term("jumlah keberatan", "objections", "keberatan"),
        Measure.DISPUTES_TOTAL: term("jumlah sengketa", "disputes", "sengketa"),
        Measure.SUITS_TOTAL: term("jumlah gugatan", "suits", "gugatan"),
        Measure.AGENCIES: term("jumlah OPD", "agencies", "OPD"),
        Measure.REPORTING_AGENCIES: term("OPD yang mengisi", "agencies that filled in", "unit melapor"),
        Measure.TYPES: term("jumlah jenis informasi", "types of information", "jenis informasi"),
        Measure.CELLS: term("sel ketersediaan", "cells of the matrix"),
        Measure.DISCLOSED: term("informasi tersedia", "information available", "ketersediaan"),
        Measure.NOT_DISCLOSED: term("informasi tidak tersedia", "information not available"),
        Measure.NOT_APPLICABLE: term("informasi tidak berlaku", "information not applicable"),
        Measure.EXEMPT: term("informasi dikecualikan", "information exempt"),
        Measure.NOT_REPORTED: term("sel tanpa isian", "cells not filled in"),
        Measure.DENOMINATOR: term("sel yang dapat memuat informasi", "cells that could hold information"),
        Measure.DENOMINATOR_OF_REPORTING: term(
            "sel yang dapat memuat informasi, di luar OPD tanpa isian",
            "cells that could hold information, agencies without entries left out",
        ),
        Measure.SHARE: term("bagian informasi tersedia", "share of information available"),
        Measure.SHARE_OF_REPORTING: term(
            "bagian informasi tersedia, di luar OPD tanpa isian",
            "share available, agencies without entries left out",
        ),
        Measure.PUBLIC_ENTRIES: term("entri daftar informasi publik", "entries of the public list", "DIP"),
        Measure.EXEMPT_ENTRIES: term(
            "entri daftar informasi yang dikecualikan", "entries of the exempt list", "DIK"
        ),
        Measure.EXEMPT_EXPIRED: term(
            "pengecualian yang masanya sudah berakhir", "exemptions that have ended"
        ),
        Measure.EXEMPT_UNTESTED: term(
            "pengecualian tanpa uji konsekuensi tercatat", "exemptions without a recorded consequence test"
        ),
        Measure.ALLOCATED: term("alokasi anggaran (rupiah)", "budget allocated (rupiah)", "anggaran"),
        Measure.REALISED: term("realisasi anggaran (rupiah)", "budget realised (rupiah)", "realisasi"),
        Measure.ABSORPTION: term("serapan anggaran", "budget absorption"),
        Measure.STAFF: term("jumlah petugas", "staff", "staf"),
        Measure.VISITS: term("jumlah kunjungan", "visits", "kunjungan"),
        Measure.OTHER: term("lainnya", "other"),
    },
}
