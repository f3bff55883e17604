"""A dimension is added by its name, its entry and its words: then it is read, counted and all the rest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

SRC = Path(__file__).parents[1] / "src"
ADDED = {
    "ppid_core/model/breakdown.py": {
        "from enum import StrEnum\n": "from ppid_core.model.request import AccessKind\n",
        '    TOPIC = "topic"\n': '    STAY = "stay"\n    ACCESS = "access"\n',
        "    *_along(Dimension.TOPIC, is_open_ended=True),\n": (
            "    *_along(Dimension.STAY, is_of_person=True),\n"
            '    *_along(Dimension.ACCESS, AccessKind, "access"),\n'
        ),
    },
    "ppid_core/glossary/figure.py": {
        '        Dimension.TOPIC: term("topik", "topic"),\n': (
            '        Dimension.STAY: term("lama tinggal", "stay", "lama tinggal di kota"),\n'
            '        Dimension.ACCESS: term("cara memperoleh", "access"),\n'
        ),
    },
}
"""What `ARCHITECTURE.md` says to touch, and nothing else: the line behind which each stands."""
USED = """
from hypothesis import find, settings

from ppid_core import Dossier, export, load_plugins
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import Dimension, Register
from ppid_core.testing.strategies import aggregates, stated_figures

def counted(what, number, **cells):
    return {"apa": what, "jumlah": number, **cells}

def work(*lines, **tables):
    keys = [{"kunci": "tahun", "isi": 2023}]
    said = [counted("pemohon", 8, menurut="lama tinggal", nilai="26-40")]
    return Dossier.from_rows({"laporan": keys, "rekap": list(lines), "pernyataan": said, **tables})

YOUNG = counted("pemohon", 9, menurut="lama tinggal", nilai="17-25")
OLDER = counted("pemohon", 7, menurut="lama tinggal di kota", nilai="26-40")
LAST = counted("pemohon", 5, menurut="lama tinggal", nilai="17-25", tahun=2022)
one = work(counted("pemohon", 16), YOUNG, OLDER, LAST)

assert one.problems == (), one.problems
assert one.year.aggregates[1].dimension is Dimension.STAY
assert one.figure("applicants.by_stay") == {"17-25": 9, "26-40": 7}
assert one.figure("applicants.by_stay.17-25") == 9
assert {(found.code, found.subject) for found in one.findings if found.code[0] == "T"} == {
    ("T101", "applicants.by_stay:26-40")
}
over = work(counted("pemohon", 15), YOUNG, OLDER)
assert "applicants.by_stay" in {found.subject for found in over.findings if found.code == "T104"}
few = work(counted("pemohon", 11), YOUNG, counted("pemohon", 2, menurut="lama tinggal", nilai="> 80"))
assert "> 80" not in repr(few.report().summary), "few share it"

plugins = load_plugins()
for lang, said in (("id", "Pemohon menurut lama tinggal"), ("en", "Applicants by stay")):
    (page,) = export(one.report(lang=lang), "markdown", plugins)
    text = page.content.decode()
    assert said in text and "| 17-25 | 9 |" in text, text
    along = "Lama tinggal" if lang == "id" else "Stay"
    assert f"| 2022 | {along} | 17-25 | 5 |" in text, text
(figures,) = (file for file in export(one.report(), "csv", plugins) if file.name == "angka.csv")
assert b"applicants.total,stay,17-25,,,9," in figures.content, figures.content.decode()

rows = [{"nomor": at, "jenis": kind} for at, kind in enumerate(("salinan", "salinan", "melihat", "?"))]
told = (("melihat", 3), ("salinan", 2))
ways = [counted("permohonan", n, menurut="cara memperoleh", nilai=way) for way, n in told]
seen = work(*ways, permohonan=rows)
kinds = seen.figure("requests.by_access")
assert kinds == {"see": 1, "copy": 2, "unread": 1}, kinds
assert [found.subject for found in seen.findings if found.code == "T105"] == ["requests.by_access.see"]
(page,) = export(seen.report(), "markdown", plugins)
assert "Permohonan menurut cara memperoleh" in page.content.decode()

assert typed_tables(one.year)["rekap"][1]["menurut"] is Dimension.STAY
patient = settings(max_examples=5_000)  # one of many dimensions, and of several registers
stayed = lambda one: one.dimension is Dimension.STAY
find(aggregates(), lambda line: stayed(line) and line.register is Register.SUITS, settings=patient)
find(stated_figures(), stayed, settings=patient)
"""
"""What comes of it, asked in the copy."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    src = tmp_path_factory.mktemp("copy") / "src"
    copytree(SRC, src, ignore=ignore_patterns("*.pyc.*"))  # what another process compiles at this moment
    for name, changes in ADDED.items():
        file = src / name
        text = file.read_text(encoding="utf-8")
        for behind, added in changes.items():
            assert text.count(behind) == 1, behind
            text = text.replace(behind, behind + added)
        file.write_text(text, encoding="utf-8")
    return src


@pytest.mark.slow
def test_a_new_dimension_is_read_counted_compared_printed_and_generated(copy: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-W", "error", "-c", USED],
        env={**os.environ, "PYTHONPATH": str(copy)},
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (told.stderr, told.returncode) == ("", 0)


def test_nothing_else_names_a_dimension_that_only_lines_tell() -> None:
    """What is said of topics stands where the test adds a dimension: in the list, and in its words."""
    named = {
        file.relative_to(SRC).as_posix()
        for file in SRC.rglob("*.py")
        if "Dimension.TOPIC" in file.read_text(encoding="utf-8")
    }

    assert named == ADDED.keys()
