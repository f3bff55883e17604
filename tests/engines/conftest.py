"""What lives for one run: a PostgreSQL on a socket in a temporary folder, a browser, and the rules of axe."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests import chromium

_DEBIAN = Path("/usr/lib/postgresql")
_AXE = "axe-core@^4.10"
_SECONDS = 120
_ASKED = re.compile(r"(?<!not )\bengine\b")
_QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leave these tests out unless ``-m`` asks for engines: what they import is installed for them alone."""
    return None if _ASKED.search(config.option.markexpr) else True


class Server:
    """A server that nobody else sees."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.folder, self._programs, self._data = folder, programs, folder / "data"

    def begin(self) -> None:
        """Make its data and start it."""
        self._run(
            "initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "-N"
        )
        # Nobody but the socket is listened to.
        options = f"-k {self.folder} -c listen_addresses= {_QUICK}"
        self._run("pg_ctl", "start", "--wait", f"--options={options}", f"--log={self.folder / 'log'}")

    def end(self) -> None:
        """Stop it; what it holds is not needed any more."""
        self._run("pg_ctl", "stop", "--mode=immediate")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), "-D", str(self._data), *arguments]
        subprocess.run([*_as_postgres(), *command], check=True, stdout=subprocess.DEVNULL, cwd=self.folder)


def _as_postgres() -> Sequence[str]:
    """Return how a command is run as user postgres: the server refuses to be run by root."""
    return ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()


def _programs() -> Path | None:
    """Return where the programs of PostgreSQL are: Debian keeps those of each version in a folder."""
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Yield a running server, or say why there is none."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed here: apt-get install postgresql")
    with tempfile.TemporaryDirectory(prefix="ppid-") as folder:  # short: a socket's path has some 100 signs
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        made = Server(programs, Path(folder))
        made.begin()
        try:
            yield made
        finally:
            made.end()


@pytest.fixture
def connection(server: Server) -> Iterator[Any]:
    """Yield a connection of psycopg in whose transaction a test does what it likes: none of it stays."""
    import psycopg  # noqa: PLC0415  installed for these tests alone

    with psycopg.connect(host=str(server.folder), user="postgres", dbname="postgres") as made:
        yield made
        made.rollback()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Yield the Chromium of this machine, driven by Playwright, or say why there is none."""
    if chromium.PROGRAM is None:
        pytest.skip(chromium.MISSING)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  installed for these tests alone

    with sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=chromium.PROGRAM, args=chromium.FLAGS)
        yield made
        made.close()


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the rules of axe as a script, from the registry of npm; or say why they cannot be had."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed here: apt-get install npm")
    folder = tmp_path_factory.mktemp("axe")
    quiet = ("--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline")
    command = [npm, "install", f"--prefix={folder}", *quiet, _AXE]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip(f"npm did not bring {_AXE} within {_SECONDS} seconds")
    if run.returncode:
        pytest.skip(f"npm could not bring {_AXE}: {run.stderr.strip().splitlines()[-1:]}")
    return (folder / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
