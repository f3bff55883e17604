"""An invented city: thirty requests, three objections, a dispute, twelve agencies by six kinds."""

from __future__ import annotations

from datetime import date, timedelta

_BODY = {
    "tahun": "2023",
    "badan.nama": "Pemerintah Kota Rekaan",
    "badan.jenis": "pemerintah daerah",
    "badan.tingkat": "kota",
    "badan.alamat": "Jalan Rekaan Nomor 1",
    "badan.ppid": "PPID Utama Kota Rekaan",
    "badan.atasan_ppid": "Sekretaris Daerah Kota Rekaan",
    "penandatangan.jabatan": "Kepala Dinas Komunikasi dan Informatika Kota Rekaan",
    "penandatangan.tempat": "Rekaan",
    "penandatangan.tanggal": "12 Februari 2024",
}
_FIRST = date(2023, 1, 9)
_OUTCOMES = ("dikabulkan seluruhnya", "dikabulkan seluruhnya", "dikabulkan sebagian", "ditolak")


def rows() -> dict[str, list[dict[str, object]]]:
    """Return the tables of its year."""
    agencies, kinds = range(1, 13), range(1, 7)
    return {
        "laporan": [{"kunci": key, "isi": words} for key, words in _BODY.items()],
        "opd": [
            {"kode": f"{n:02}", "nama": f"Dinas Contoh {n} Kota Rekaan", "singkatan": f"Dinas {n}"}
            for n in agencies
        ],
        "jenis_informasi": [
            {"kode": f"j{n}", "nama": f"Jenis informasi nomor {n}", "singkatan": f"Jenis {n}"} for n in kinds
        ],
        "ketersediaan": [
            {"opd": f"Dinas {n}", **{f"j{kind}": "√" if (n * kind) % 5 else "-" for kind in kinds}}
            for n in agencies
        ],
        "permohonan": [_request(at) for at in range(30)],
        "keberatan": [_objection(at) for at in range(3)],
        "sengketa": [
            {
                "nomor": "011/VII/KI-REKAAN/2023",
                "nomor_keberatan": "002/KB/2023",
                "tanggal": "2023-06-20",
                "alasan": "Keberatan ditolak",
                "opd": "Dinas 8",
                "tahap": "mediasi",
                "hasil": "mediasi",
                "nomor_putusan": "011/PTS-M/2023",
                "tanggal_putusan": "2023-08-01",
            }
        ],
    }


def _request(at: int) -> dict[str, object]:
    day = _FIRST + timedelta(days=11 * at)
    outcome = _OUTCOMES[at % 4]
    refused = {"alasan_penolakan": "dikecualikan", "pasal_pengecualian": "h"}
    return {
        "nomor": f"{at + 1:03}/PPID/2023",
        "tanggal": day.isoformat(),
        "pemohon": ("perorangan", "badan hukum/lembaga")[at % 2],
        "pekerjaan": ("mahasiswa", "wartawan", "LSM")[at % 3],
        "kanal": ("website", "meja layanan PPID", "surel")[at % 3],
        "informasi": f"Dokumen pelaksanaan anggaran kegiatan nomor {at + 1} beserta lampirannya",
        "opd": f"Dinas {at % 12 + 1}",
        "keputusan": outcome,
        "tanggal_pemberitahuan": (day + timedelta(days=7)).isoformat(),
        **(refused if outcome in _OUTCOMES[2:] else {}),
    }


def _objection(at: int) -> dict[str, object]:
    return {
        "nomor": f"{at + 1:03}/KB/2023",
        "nomor_permohonan": f"{4 * at + 4:03}/PPID/2023",
        "tanggal": f"2023-{4 + at:02}-20",
        "alasan": "penolakan atas alasan pengecualian",
        "huruf": "a",
        "opd": f"Dinas {4 * at + 4}",
        "jawaban": "ditolak" if at else "diterima",
        "tanggal_jawaban": f"2023-{5 + at:02}-10",
    }
