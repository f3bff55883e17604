"""What several parts of the tests stand on: a folder of installed distributions, made for one test."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from textwrap import dedent

import pytest


class Site:
    """A folder of the import path, with plugins as a package manager would leave them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.modules: list[str] = []

    def install(
        self,
        distribution: str,
        version: str = "1.0",
        *,
        entry_points: Mapping[str, str] | None = None,
        **modules: str,
    ) -> None:
        """Install a distribution; each module is an entry point of its own name, unless others are named."""
        metadata = self.folder / f"{distribution.replace('-', '_')}-{version}.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n", encoding="utf-8"
        )
        named = {name: name for name in modules} if entry_points is None else entry_points
        lines = [f"{name} = {value}" for name, value in named.items()]
        (metadata / "entry_points.txt").write_text("\n".join(["[ppid]", *lines]), encoding="utf-8")
        for name, source in modules.items():
            (self.folder / f"{name}.py").write_text(dedent(source), encoding="utf-8")
            self.modules.append(name)
        importlib.invalidate_caches()


@pytest.fixture(scope="session", autouse=True)
def made_here() -> Iterator[object]:
    """Make every format in this process, and yield what tells which ones a worker makes for users.

    A worker imports all it needs anew, two seconds each time. That its files and messages are the same is
    asked by tests of workers, which have ``made_apart``.
    """
    worker = importlib.import_module(
        "ppid_core.worker"
    )  # now, and not above: its lines are traced from its import on
    name = "_risky"
    told = getattr(worker, name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worker, name, lambda _: ())
        yield told


@pytest.fixture
def made_apart(made_here: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make what may end its process in a worker, as it is for users."""
    monkeypatch.setattr("ppid_core.worker._risky", made_here)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all processes of a run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def types_seen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where mypy keeps what it saw of the library, for whichever test asks it next in this process.

    It begins with what the gate before the tests saw; mypy looks itself at what has changed since.
    Each has its own, as two that write at once lock each other out.
    """
    seen = tmp_path_factory.getbasetemp() / "mypy"
    with suppress(FileNotFoundError):  # there was no gate
        shutil.copytree(Path(__file__).parents[1] / ".mypy_cache", seen)
    return seen


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Yield an import path on which plugins can be installed for one test."""
    made = Site(tmp_path_factory.mktemp("site"))
    monkeypatch.syspath_prepend(made.folder)
    yield made
    for name in made.modules:
        sys.modules.pop(name, None)
