"""Check rows of a casework database: bad cells are problems, contradictions between rows are findings."""

from __future__ import annotations

from datetime import date

from ppid_core import Dossier

ROWS: dict[str, list[dict[str, object]]] = {
    "laporan": [{"kunci": "tahun", "isi": 2023}, {"kunci": "badan.nama", "isi": "Pemerintah Kota Contoh"}],
    "permohonan": [
        {
            "nomor": "1",
            "tanggal": date(2023, 4, 10),
            "keputusan": "dikabulkan",
            "tanggal_pemberitahuan": "2/5/2023",
        },
        {
            "nomor": "1",
            "tanggal": date(2023, 4, 11),
            "keputusan": "ditolak",
            "alasan_penolakan": "tidak dikuasai",
        },
        {"nomor": "3", "tanggal": "31 Februari 2023", "keputusan": "dikabulkan"},
    ],
    "pernyataan": [{"apa": "permohonan", "jumlah": 4, "bagian": "Bagian III"}],
}


def main() -> None:
    """Print every problem, then every finding."""
    work = Dossier.from_rows(ROWS)
    for problem in work.problems:
        print(f"{problem.source}, {problem.source.column}: {problem.message.en}")
    for finding in work.check(select=["T", "S"]).findings:
        print(f"{finding.code} {finding.message('en')}")


if __name__ == "__main__":
    main()
