"""A fresh environment outside the repository, into which our wheel and plugins are installed by pip."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[2]
UNWANTED = ("PYTHONPATH", "PYTHONHOME", "PPID_LANG", "PYTEST_ADDOPTS", "VIRTUAL_ENV")
QUIETLY = ("--quiet", "--disable-pip-version-check", "--no-compile")

Done = subprocess.CompletedProcess[str]


@cache
def wheel(base: Path) -> Path:
    """Return our wheel, built once below ``base`` (the temporary folder of the session)."""
    folder = base / "our-wheel"
    ignored = shutil.ignore_patterns(".git", ".venv", ".nox", "__pycache__", "hasil", ".*_cache")
    shutil.copytree(ROOT, folder / "source", ignore=ignored)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(folder / "source")], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@frozen(kw_only=True)
class Venv:
    """An environment of its own: nothing of the one that the tests run in is found from it."""

    folder: Path

    @classmethod
    def made(cls, folder: Path) -> Venv:
        """Return a new environment with nothing in it; pip stays outside: bringing it in takes seconds."""
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
        return cls(folder=folder)

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
            [*pip, *map(str, wanted)], check=True, cwd=cwd or self.folder, env={**self.environment}
        )
