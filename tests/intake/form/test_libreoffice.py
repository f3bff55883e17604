"""The workbook filled in and saved by LibreOffice is the folder it was made from."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from ppid_core.intake import load
from ppid_core.intake.files.form import form
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import Absent

EXAMPLES = Path(__file__).parents[3] / "examples"
SOFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]


def saved_again(path: Path, ending: str) -> Path:
    """Open a workbook in LibreOffice and save it as ``ending``."""
    home = path.parent / "tersimpan"
    profile = f"-env:UserInstallation={(path.parent / 'profil').as_uri()}"
    subprocess.run(
        [str(SOFFICE), profile, "--headless", "--convert-to", ending, "--outdir", str(home), str(path)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return home / f"{path.stem}.{ending}"


@pytest.mark.parametrize("name", ["kota-serang-2020", "kabupaten-contoh-2024"])
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_what_libreoffice_saves_is_the_same_year(name: str, ending: str, tmp_path: Path) -> None:
    year = load(EXAMPLES / name).year
    types = () if isinstance(year.matrix, Absent) else year.matrix.types
    (tmp_path / "register.xlsx").write_bytes(form(typed_tables(year), types))

    intake = load(saved_again(tmp_path / "register.xlsx", ending))

    assert intake.problems == ()
    assert intake.year == year


def test_an_empty_workbook_saved_again_is_still_empty(tmp_path: Path) -> None:
    (tmp_path / "register.xlsx").write_bytes(form({"laporan": ({"kunci": "tahun", "isi": 2026},)}))

    intake = load(saved_again(tmp_path / "register.xlsx", "xlsx"))

    assert intake.problems == ()
    assert intake.is_empty
