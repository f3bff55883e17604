"""Words of objections, disputes and suits."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ppid_core.glossary.term import Term, term
from ppid_core.model import DisputeResult, ObjectionAnswer, ObjectionGround, StageKind

TERMS: Mapping[type[StrEnum], Mapping[StrEnum, Term]] = {
    ObjectionGround: {
        ObjectionGround.A: term(
            "penolakan atas alasan pengecualian",
            "refused as exempt",
            "permohonan ditolak",
            "ditolak",
            "penolakan berdasarkan alasan pengecualian",
            "permohonan informasi ditolak",
            "dikecualikan",
            "penolakan atas permintaan informasi berdasarkan alasan pengecualian",
            "penolakan permintaan informasi berdasarkan alasan pengecualian",
            "penolakan atas permintaan informasi",
            "permohonan informasi ditolak berdasarkan alasan pengecualian",
            "permintaan informasi ditolak",
        ),
        ObjectionGround.B: term(
            "tidak disediakannya informasi berkala",
            "periodic information not provided",
            "informasi berkala tidak disediakan",
            "tidak disediakan informasi berkala",
            "informasi berkala tidak tersedia",
            "tidak tersedianya informasi berkala",
        ),
        ObjectionGround.C: term(
            "tidak ditanggapinya permohonan informasi",
            "request not answered",
            "permohonan tidak ditanggapi",
            "permohonan informasi tidak ditanggapi",
            "tidak ditanggapi",
            "tidak dijawab",
            "permohonan tidak dijawab",
            "tidak ditanggapinya permohonan",
            "permohonan informasi tidak dijawab",
        ),
        ObjectionGround.D: term(
            "permohonan ditanggapi tidak sebagaimana yang diminta",
            "not answered as asked",
            "jawaban tidak sesuai dengan permintaan",
            "jawaban tidak sesuai dengan permohonan",
            "jawaban tidak sesuai dengan permintaan/permohonan",
            "jawaban tidak sesuai",
            "tidak sesuai permintaan",
            "tidak sebagaimana yang diminta",
            "permohonan informasi ditanggapi tidak sebagaimana yang diminta",
            "jawaban tidak sesuai permintaan",
            "permintaan informasi tidak ditanggapi sebagaimana yang diminta",
            "ditanggapi tidak sebagaimana yang diminta",
            "tidak ditanggapi sebagaimana yang diminta",
            "permohonan informasi ditanggapi tidak sesuai permintaan",
        ),
        ObjectionGround.E: term(
            "tidak dipenuhinya permintaan informasi",
            "request not fulfilled",
            "permintaan informasi tidak dipenuhi",
            "tidak dikabulkannya permintaan informasi",
            "tidak dipenuhi",
            "permintaan tidak dipenuhi",
            "tidak dipenuhinya permintaan",
            "tidak dikabulkannya permintaan",
            "permintaan informasi tidak dikabulkan",
        ),
        ObjectionGround.F: term(
            "pengenaan biaya yang tidak wajar",
            "unreasonable cost",
            "biaya tidak wajar",
            "biaya yang dikenakan tidak wajar",
            "pengenaan biaya tidak wajar",
        ),
        ObjectionGround.G: term(
            "penyampaian informasi melebihi waktu",
            "later than the time allowed",
            "melebihi waktu",
            "informasi disampaikan melebihi jangka waktu",
            "informasi disampaikan melebihi waktu",
            "terlambat",
            "penyampaian informasi melebihi waktu yang diatur",
            "melebihi jangka waktu",
            "penyampaian informasi yang melebihi waktu",
            "penyampaian informasi yang melebihi waktu yang diatur dalam undang-undang ini",
            "penyampaian informasi yang melebihi waktu yang diatur dalam undang-undang",
            "penyampaian informasi yang melebihi waktu yang diatur dalam peraturan ini",
            "penyampaian informasi yang melebihi waktu yang diatur dalam peraturan komisi ini",
            "penyampaian informasi yang melebihi jangka waktu yang ditentukan",
            "penyampaian informasi yang melebihi waktu yang ditentukan",
            "informasi disampaikan melebihi jangka waktu yang ditentukan",
            "informasi yang disampaikan melebihi jangka waktu",
            "informasi disampaikan melebihi waktu yang ditentukan",
        ),
        ObjectionGround.OTHER: term("alasan lain", "other ground", "lainnya", "lain-lain"),
    },
    ObjectionAnswer: {
        ObjectionAnswer.ACCEPTED: term(
            "diterima",
            "accepted",
            "keberatan diterima",
            "dikabulkan",
            "dikabulkan seluruhnya",
            "diterima seluruhnya",
            "menerima",
            "mengabulkan",
            "menerima keberatan",
            "mengabulkan keberatan",
            "disetujui",
        ),
        ObjectionAnswer.PARTLY_ACCEPTED: term(
            "diterima sebagian",
            "accepted in part",
            "keberatan diterima sebagian",
            "dikabulkan sebagian",
            "menerima sebagian",
            "mengabulkan sebagian",
        ),
        ObjectionAnswer.REJECTED: term(
            "ditolak",
            "rejected",
            "belum dapat diterima",
            "keberatan informasi belum dapat diterima",
            "keberatan belum dapat diterima",
            "keberatan ditolak",
            "tidak diterima",
            "tidak dapat diterima",
            "menolak",
            "menolak keberatan",
        ),
        ObjectionAnswer.UNANSWERED: term("tidak dijawab", "unanswered", "tidak ditanggapi"),
        ObjectionAnswer.PENDING: term(
            "masih diproses",
            "pending",
            "diproses",
            "dalam proses",
            "proses",
            "sedang diproses",
            "masuk",
            "verifikasi",
            "proses verifikasi",
            "belum dikonfirmasi",
        ),
        ObjectionAnswer.OTHER: term("jawaban lain", "other answer", "lainnya", "lain-lain"),
    },
    DisputeResult: {
        DisputeResult.WITHDRAWN: term(
            "permohonan dicabut",
            "withdrawn",
            "dicabut",
            "mencabut gugatan",
            "pemohon mencabut gugatan",
            "pemohon mencabut permohonan",
            "mencabut permohonan",
            "dicabut pemohon",
            "pencabutan",
            "pencabutan permohonan",
        ),
        DisputeResult.MEDIATED: term(
            "mediasi", "mediated", "mediasi berhasil", "putusan mediasi", "selesai mediasi"
        ),
        DisputeResult.GRANTED: term(
            "dikabulkan",
            "granted by adjudication",
            "dikabulkan seluruhnya",
            "mengabulkan",
            "dimenangkan pemohon",
            "menerima",
            "menerima permohonan",
            "mengabulkan permohonan",
            "mengabulkan seluruhnya",
        ),
        DisputeResult.PARTLY_GRANTED: term(
            "dikabulkan sebagian", "granted in part by adjudication", "mengabulkan sebagian"
        ),
        DisputeResult.REJECTED: term("ditolak", "rejected by adjudication", "menolak", "menolak permohonan"),
        DisputeResult.LAPSED: term("gugur", "lapsed", "digugurkan", "putusan gugur", "permohonan gugur"),
        DisputeResult.DISMISSED: term("tidak dapat diterima", "dismissed", "tidak diterima"),
        DisputeResult.INTERIM: term("putusan sela", "interim decision", "sela"),
        DisputeResult.PENDING: term(
            "masih diproses", "pending", "diproses", "dalam proses", "proses", "sedang diproses"
        ),
        DisputeResult.OTHER: term("hasil lain", "other result", "lainnya", "lain-lain"),
    },
    StageKind: {
        StageKind.MEDIATION: term(
            "mediasi", "mediation", "mediasi gagal", "gagal mediasi", "mediasi tidak berhasil"
        ),
        StageKind.ADJUDICATION: term(
            "ajudikasi", "adjudication", "ajudikasi nonlitigasi", "sidang ajudikasi"
        ),
    },
}
