"""The wheel alone, in a clean environment, does what the README promises."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
import zipfile
from pathlib import Path

import pytest
from tests.plugins import venv

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "kota-serang-2020"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel built from a copy of the sources."""
    return venv.wheel(tmp_path_factory.getbasetemp())


@pytest.mark.slow
def test_wheel_holds_both_packages_their_data_and_their_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    for wanted in (
        "ppid_core/py.typed",
        "ppid_exporters/py.typed",
        "ppid_core/law/request.toml",
        "ppid_core/law/calendar/2020.toml",
        "ppid_core/law/snapshot.json",
        "ppid_core/law/calendar/snapshot.json",
        "ppid_exporters/hooks.py",
    ):
        assert wanted in names
    assert any(name.startswith("ppid_exporters/html/templates/") for name in names)
    assert not any(name.startswith(("tests/", "examples/", "src/")) for name in names)


@pytest.mark.slow
def test_wheel_names_every_licence_and_brings_its_text(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    said = archive.read(metadata).decode()

    assert "License-Expression: MIT AND OFL-1.1 AND Bitstream-Vera\n" in said
    brought = {name.rpartition("/")[2] for name in archive.namelist() if "/licenses/" in name}
    assert brought == {"LICENSE", "LICENSE-DejaVuSans.txt", "LICENSE-LiberationSans.txt"}


@pytest.mark.slow
def test_long_description_leads_to_no_file_that_a_package_index_lacks(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    described = archive.read(metadata).decode().partition("\n\n")[2]

    assert "Every public body in Indonesia has a PPID" in described
    assert re.findall(r"!?\[[^\]]*\]\((?!https?:)[^)]*\)", described) == []
    assert "![" not in described


@pytest.mark.slow
def test_command_of_the_wheel_writes_the_report_in_a_clean_environment(wheel: Path, tmp_path: Path) -> None:
    clean = venv.Venv.made(tmp_path / "venv")
    clean.install(f"{wheel}[html]")
    out = tmp_path / "hasil"

    done = subprocess.run(
        [str(clean.programs / "ppid"), "report", str(EXAMPLE), "-o", str(out)],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
    )

    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stdout + done.stderr
    written = {file.name for file in out.rglob("*")}
    assert {"laporan.html", "laporan.md", "laporan.json", "permohonan.csv"} <= written


def test_lowest_versions_are_the_lower_bounds_that_are_promised() -> None:
    """What ``tests/lowest.txt`` pins, and the suite runs on, is what pyproject.toml says is enough."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    used = [bounds for name, bounds in extras.items() if name not in {"all", "dev", "engines"}]
    every = (*project["dependencies"], *(bound for some in used for bound in some))
    bounds = [bound.partition(";")[0] for bound in every]
    promised = {bound.split(">=")[0]: bound.split(">=")[1] for bound in bounds}

    pinned = dict(line.split("==") for line in (ROOT / "tests" / "lowest.txt").read_text("utf-8").split())

    assert {name: _release(version) for name, version in promised.items()} == {
        name: _release(version) for name, version in pinned.items()
    }


def _release(version: str) -> tuple[int, ...]:
    """Return a version without trailing zeros: 23.2 and 23.2.0 are one."""
    parts = [int(part) for part in version.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)
