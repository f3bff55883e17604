"""Must be seen: `ppid rollup` of two dozen bodies is stopped, or its disk is full; nothing half is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from benchmarks.many_bodies import bodies, write
from tests.written import contents

from ppid_core.rollup import Regions

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("rollup_at_size"),
    pytest.mark.skipif(os.name == "nt", reason="Windows has neither these signals nor such limits"),
]
NUMBER = 24
LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
from ppid_core.cli import main
main()
"""
KNOWN = f"Simpanan: {{}} dari {NUMBER} laporan tidak perlu dibaca lagi.\n"
COMMAND = (sys.executable, "-m", "ppid_core")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which two dozen bodies reported, and the roll-up of an undisturbed run."""
    home = tmp_path_factory.mktemp("banyak")
    codes = [one.code for one in Regions.load().listed if one.until is None and not one.is_province]
    made = (one for one in bodies(codes[::5], (2023,), seed=5, median=2) if one.standing == "whole")
    for one, _ in zip(made, range(NUMBER), strict=False):
        write(one, home / "masuk")
    ended = subprocess.run(
        rollup(home, "utuh", "--cache", "dibaca"), cwd=home, check=True, capture_output=True, timeout=600
    )
    assert ended.stderr.decode() == KNOWN.format(0)
    return home


def rollup(home: Path, out: str, *more: str, command: tuple[str, ...] = COMMAND) -> list[str]:
    assert len(list((home / "masuk").iterdir())) == NUMBER
    return [*command, "rollup", "masuk", "--to", "json,html,csv", "-o", out, *more]


def test_stopped_run_leaves_nothing_half_and_the_next_one_goes_on(home: Path) -> None:
    stopped = subprocess.Popen(
        rollup(home, "hasil", "--cache", "simpanan"),
        cwd=home,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while len(list(home.glob("simpanan/*.json"))) < 5:
        assert stopped.poll() is None
        time.sleep(0.01)

    os.killpg(stopped.pid, signal.SIGINT)
    _, told = stopped.communicate(timeout=60)
    read = len(list(home.glob("simpanan/*.json")))

    assert stopped.returncode == 130
    assert told.splitlines()[-1].startswith("Dihentikan sebelum selesai.")
    assert 5 <= read < NUMBER
    assert not (home / "hasil").exists()
    with pytest.raises(ProcessLookupError):
        os.killpg(stopped.pid, 0)  # no process of it goes on

    again = subprocess.run(
        rollup(home, "hasil", "--cache", "simpanan"), cwd=home, capture_output=True, text=True, check=True
    )

    assert again.stderr == KNOWN.format(read)
    assert contents(home / "hasil") == contents(home / "utuh")


def test_full_disk_is_told_once_and_leaves_no_half_file(home: Path) -> None:
    """Where all that came is known from the run before, so that writing is what is asked."""
    command = rollup(home, "penuh", "--cache", "dibaca", command=(sys.executable, "-c", LIMITED))

    ended = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False, timeout=600)

    assert ended.returncode == 3
    known = KNOWN.format(NUMBER)
    assert ended.stderr.startswith(known)
    assert " ".join(ended.stderr.removeprefix(known).split()) == (
        'Tidak dapat menulis ke folder "penuh": ruang penyimpanan penuh. Kosongkan sebagian, lalu jalankan '
        "lagi. Berkas lama tidak berubah."
    )
    assert contents(home / "penuh").items() <= contents(home / "utuh").items()
    assert not list((home / "penuh").glob(".ppid-*/**"))
