"""Where memory ends, what can be made is made, and the rest is told in one sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks import registers
from tests.written import contents

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds what a process maps of its own"),
]

REQUESTS, MEMORY = 1_500, 700 * 2**20
"""Of fifty requests the PDF is made in it, of these the pages alone take more, as those of 10,000 do."""
BOUND = f"import resource; resource.setrlimit(resource.RLIMIT_DATA, ({MEMORY}, {MEMORY})); "
COMMAND = "from ppid_core.cli import main; main()"


def test_register_that_memory_cannot_hold_as_pages_is_written_in_all_other_formats(tmp_path: Path) -> None:
    folder = registers.write_folder(tmp_path / "laporan", registers.tables(REQUESTS))
    arguments = ["report", str(folder), "--set", "pdf.baris=semua", "--to", "markdown,pdf,csv"]

    done = subprocess.run(
        [sys.executable, "-c", BOUND + COMMAND, *arguments], capture_output=True, text=True, check=False
    )

    assert done.returncode == 3, done.stderr
    (told,) = (line for line in " ".join(done.stderr.split()).split("Format ") if line.startswith('"pdf"'))
    assert told == (
        '"pdf" tidak dapat dibuat: memori tidak cukup. Buat tanpa pilihan yang membesarkannya (--set), atau '
        "di komputer yang memorinya lebih besar. "
    )
    assert done.stderr.rstrip().endswith("Format lain tetap dibuat.")
    written = contents(folder / "hasil")
    assert "laporan.pdf" not in written
    assert f"{REQUESTS:06}/PPID" in written["laporan.md"].decode()
    assert f"{REQUESTS:06}/PPID" in written["permohonan.csv"].decode("utf-8-sig")
