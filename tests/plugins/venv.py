"""A fresh environment outside the repository, into which our wheel and plugins are installed by pip."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path
from zipfile import ZipFile

from attrs import field, frozen

ROOT = Path(__file__).parents[2]
UNWANTED = ("PYTHONPATH", "PYTHONHOME", "PPID_LANG", "PYTEST_ADDOPTS", "VIRTUAL_ENV")
QUIETLY = ("--quiet", "--disable-pip-version-check", "--no-compile")
PURE = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
MODULE = re.compile(r"^(?!\.\.|/|__pycache__)([^/,\n]+)(?<!-info)(?<!\.pth)[/,]", re.MULTILINE)
"""What stands first in a line of RECORD: a package, or a module; no program, no metadata, no path."""

Done = subprocess.CompletedProcess[str]


@cache
def wheel(base: Path) -> Path:
    """Return our wheel, built once below ``base`` (the temporary folder of the session)."""
    folder = base / "our-wheel"
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@cache
def lent(base: Path) -> Path:
    """Return a folder with a wheel of each package that the tests have, by which its modules are lent.

    As an editable wheel does, each brings its metadata, and a path to a folder of links to its modules: pip
    resolves and installs as ever, and what it was not asked for is not found, but nothing is loaded, unpacked
    or compiled anew.
    """
    folder, links = base / "lent", base / "links"
    folder.mkdir()
    found = {f"{re.sub('[-_.]+', '_', one.name).lower()}-{one.version}": one for one in distributions()}
    for name, one in found.items():
        if one.name == "ppid-core":  # ours is built
            continue
        if modules := set(MODULE.findall(one.read_text("RECORD") or "")):
            (links / name).mkdir(parents=True)
            for module in modules:
                (links / name / module).symlink_to(str(one.locate_file(module)))
            _write_wheel(folder, name, one, links / name)
    return folder


def lending(base: Path) -> Mapping[str, str]:
    """Return the variables by which pip finds our wheel and what is lent, and no index."""
    places = f"{wheel(base).parent} {lent(base)}"
    return {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": places, "PIP_COMPILE": "0"}


def _write_wheel(folder: Path, name: str, one: Distribution, path: Path) -> None:
    headers = (one.read_text("METADATA") or "").partition("\n\n")[0]  # pip parses the description, too
    told = {"METADATA": headers, "WHEEL": PURE, "entry_points.txt": one.read_text("entry_points.txt") or ""}
    files = {f"{name}.pth": f"{path}\n"} | {f"{name}.dist-info/{key}": text for key, text in told.items()}
    with ZipFile(folder / f"{name}-py3-none-any.whl", "w") as archive:
        for file, text in {**files, f"{name}.dist-info/RECORD": ",,\n".join((*files, ""))}.items():
            archive.writestr(file, text)


@frozen(kw_only=True)
class Venv:
    """An environment of its own: nothing of the one that the tests run in is found from it."""

    folder: Path
    pip: Mapping[str, str] = field(factory=dict)

    @classmethod
    def made(cls, folder: Path, pip: Mapping[str, str] | None = None) -> Venv:
        """Return a new environment with nothing in it; pip stays outside: bringing it in takes seconds."""
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
        return cls(folder=folder, pip=pip or {})

    @property
    def programs(self) -> Path:
        """Where its commands lie."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables of a person who has activated it."""
        ours = {name: value for name, value in os.environ.items() if name not in UNWANTED}
        path = os.pathsep.join((str(self.programs), ours["PATH"]))
        return {**ours, "PATH": path, "VIRTUAL_ENV": str(self.folder), "PYTHONUTF8": "1"}

    def run(self, *command: str | Path, cwd: Path, code: int | None = 0, **variables: str) -> Done:
        """Return what came of a command; the test fails where it ends otherwise than by ``code``, if any."""
        done = subprocess.run(
            [str(self.programs / command[0]), *map(str, command[1:])],
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=cwd,
            env={**self.environment, **variables},
        )
        assert code in {None, done.returncode}, f"{command}\n{done.stdout}\n{done.stderr}"
        return done

    def install(self, *wanted: str | Path, cwd: Path | None = None) -> None:
        """Install packages by the pip of the tests, which works in this environment alone."""
        pip = [sys.executable, "-m", "pip", "--python", str(self.programs / "python"), "install", *QUIETLY]
        subprocess.run(
            [*pip, *map(str, wanted)],
            check=True,
            cwd=cwd or self.folder,
            env={**self.environment, **self.pip},
        )
