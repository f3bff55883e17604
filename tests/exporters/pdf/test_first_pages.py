"""Pages 1 to 3 answer what a commission asks first, or say why they cannot."""

from __future__ import annotations

import pytest
from tests.exporters.pdf.opened import exported, reader_of

from ppid_core import Dossier

ANSWERS = {
    "kabupaten-contoh-2024": {
        "how many": ["menerima 45 (empat puluh lima) permohonan", "4 (empat) ditolak"],
        "refused under which letter, tested when": [
            "Pasal 17 huruf a – ditolak 1; uji konsekuensi: Berita acara uji konsekuensi 006/UK/2024,",
            "Pasal 17 huruf b – ditolak 1 dan dikabulkan sebagian 1",
        ],
        "how fast": ["median 7 hari kerja", "89,36 persen"],
        "which agency is late": ["menurut OPD: Sekretariat Daerah Kabupaten Contoh 2, Badan Perencanaan"],
        "last year's recommendations": ["(disebut untuk 2 dari 3)", "Pelatihan diadakan pada 17 Juli 2024"],
    },
    "kota-serang-2020": {
        "how many": ["menerima 84 (delapan puluh empat) permohonan", "53 (lima puluh tiga) ditolak"],
        "refused under which letter, tested when": [
            "Tidak ada permohonan yang ditolak sebagai informasi yang dikecualikan",
            "tidak beriktikad baik (ditolak 42)",
        ],
        "how fast": ["Waktu pemenuhan permohonan tidak disajikan karena tanggal pemberitahuan tertulis"],
        "which agency is late": ["OPD yang lewat waktu tidak disajikan karena tanggal penerimaan"],
        "last year's recommendations": ["Tindak lanjut rekomendasi tahun lalu tidak disajikan karena belum"],
    },
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ANSWERS)
def test_five_questions_are_answered_on_the_first_three_pages(name: str) -> None:
    report = Dossier.open(f"examples/{name}").report()

    pages = reader_of(exported(report)).pages[:3]

    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    unanswered = {
        question: said
        for question, answers in ANSWERS[name].items()
        if (said := [answer for answer in answers if answer not in text])
    }
    assert unanswered == {}
