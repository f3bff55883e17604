"""``SHA256SUMS`` beside the documents of a report: what `sha256sum -c` says of them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.exporters import invented

from ppid_core import Dossier
from ppid_core.output.manifest import SUMS, Imprint
from ppid_core.output.writer import deposit
from ppid_core.plugins import Artifact

needs_sha256sum = pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")


@pytest.fixture(scope="module")
def work() -> Dossier:
    return Dossier.from_rows(invented.rows())


def listed(folder: Path) -> list[str]:
    return [line.split("  ", 1)[1] for line in (folder / SUMS).read_text("utf-8").splitlines()]


def verdict(folder: Path) -> subprocess.CompletedProcess[str]:
    command = ["sha256sum", "--check", "--strict", SUMS]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@needs_sha256sum
def test_every_file_that_was_written_is_listed_and_found_whole(work: Dossier, tmp_path: Path) -> None:
    """Formats are written one after the other: the last list knows the files of all."""
    paths = work.write(tmp_path, formats=["csv", "html", "markdown"])

    checked = verdict(tmp_path)

    assert sorted(path.relative_to(tmp_path).as_posix() for path in paths) == listed(tmp_path)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.count(": OK\n") == len(paths)


@needs_sha256sum
def test_a_changed_file_is_seen_and_left_out_of_the_next_list(work: Dossier, tmp_path: Path) -> None:
    work.write(tmp_path, formats=["html", "markdown"])
    (tmp_path / "laporan.md").write_text("disunting", "utf-8")
    assert verdict(tmp_path).returncode == 1

    work.write(tmp_path, formats=["html"])

    assert listed(tmp_path) == ["laporan.html"]
    assert verdict(tmp_path).returncode == 0


def test_a_list_that_somebody_edited_is_kept_under_its_day(work: Dossier, tmp_path: Path) -> None:
    work.write(tmp_path, formats=["markdown"])
    (tmp_path / SUMS).write_text("catatan saya", "utf-8")

    work.write(tmp_path, formats=["markdown"])

    (kept,) = tmp_path.glob(f"{SUMS} (diubah *)")
    assert kept.read_text("utf-8") == "catatan saya"
    assert listed(tmp_path) == ["laporan.md"]


def test_what_a_run_takes_away_leaves_the_list(tmp_path: Path) -> None:
    run = Imprint(format="csv", stem="laporan", edition="public")
    for name in ("a.csv", "b.csv"):
        deposit([Artifact(name=name, media_type="text/csv", content=b"x")], tmp_path, run)

    assert listed(tmp_path) == ["data/b.csv"]


def test_the_same_files_give_the_same_list(work: Dossier, tmp_path: Path) -> None:
    for name, formats in (("satu", ["html", "markdown"]), ("dua", ["markdown", "html"])):
        work.write(tmp_path / name, formats=formats)

    assert (tmp_path / "satu" / SUMS).read_bytes() == (tmp_path / "dua" / SUMS).read_bytes()
