"""Formulas computed by another program: their known figures are taken away, and come back the same."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.exporters.xlsx.opened import Opened, opened
from tests.readers.sampled import sampled

KNOWN = re.compile(rb"(</f>)<v>[^<]*</v>")
FORMULA_CELL = re.compile(r"([A-Z]+)(\d+)")


@pytest.fixture(scope="module")
def soffice() -> str:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not installed")
    return found


def unknown(content: bytes) -> bytes:
    """Return a workbook whose formulas do not know their figures."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            new.writestr(name, KNOWN.sub(rb"\1", old.read(name)))
    return written.getvalue()


def computed(soffice: str, content: bytes, folder: Path) -> Opened:
    """Return the workbook as LibreOffice writes it after computing every formula."""
    source, target = folder / "unknown.xlsx", folder / "computed"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return Opened((target / source.name).read_bytes())


def figures(book: Opened, places: Opened) -> Iterator[tuple[str, str, object]]:
    """Yield every cell that holds a formula in ``places``, with its figure in ``book``."""
    for number, (name, rows) in enumerate(book.sheets.items()):
        for place in places.formulas(number):
            found = FORMULA_CELL.fullmatch(place)
            assert found is not None
            column = sum((ord(letter) - 64) * 26**at for at, letter in enumerate(reversed(found[1])))
            yield name, place, rows[int(found[2]) - 1][column - 1]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["example", "daily"])
def test_every_formula_computes_the_figure_that_was_written(soffice: str, name: str, tmp_path: Path) -> None:
    ours = opened(sampled(name))
    without = unknown(ours.content)

    theirs = computed(soffice, without, tmp_path)

    written = list(figures(ours, ours))
    assert len(written) > 10
    assert {""} == {figure for _, _, figure in figures(Opened(without), ours)}
    assert written == list(figures(theirs, ours))
