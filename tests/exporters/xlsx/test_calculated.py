"""Formulas computed by another program: their known figures are taken away, and come back the same."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
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


def computed(soffice: str, contents: Mapping[str, bytes], folder: Path) -> dict[str, Opened]:
    """Return the workbooks as LibreOffice, started once, writes them after computing every formula."""
    sources = [folder / f"{name}.xlsx" for name in contents]
    for source, content in zip(sources, contents.values(), strict=True):
        source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = folder / "computed"
    command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(target)]
    subprocess.run([*command, *map(str, sources)], check=True, capture_output=True, timeout=240)
    return {source.stem: Opened((target / source.name).read_bytes()) for source in sources}


def figures(book: Opened, places: Opened) -> Iterator[tuple[str, str, object]]:
    """Yield every cell that holds a formula in ``places``, with its figure in ``book``."""
    for number, (name, rows) in enumerate(book.sheets.items()):
        for place in places.formulas(number):
            found = FORMULA_CELL.fullmatch(place)
            assert found is not None
            column = sum((ord(letter) - 64) * 26**at for at, letter in enumerate(reversed(found[1])))
            yield name, place, rows[int(found[2]) - 1][column - 1]


@pytest.mark.slow
def test_every_formula_computes_the_figure_that_was_written(soffice: str, tmp_path: Path) -> None:
    ours = {name: opened(sampled(name)) for name in ("example", "daily")}
    without = {name: unknown(book.content) for name, book in ours.items()}

    theirs = computed(soffice, without, tmp_path)

    for name, book in ours.items():
        written = list(figures(book, book))
        assert len(written) > 10
        assert {""} == {figure for _, _, figure in figures(Opened(without[name]), book)}
        assert written == list(figures(theirs[name], book))
