"""The plugin is loaded as the command loads it, and asked about files whose checksums are known."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from attrs import frozen

from ppid_core import Artifact, Plugins, Report, export, load_plugins, write
from ppid_core.testing.samples import document

OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
"""SHA-256 of the text "abc", as FIPS 180-2 prints it."""


@frozen(kw_only=True)
class Given:
    """An exporter of files that are given."""

    files: tuple[tuple[str, bytes], ...]
    name: str = "coba"
    label: str = "Coba"

    def export(self, _: Report, /) -> Iterator[Artifact]:
        """Yield them."""
        for name, content in self.files:
            yield Artifact(name=name, media_type="text/plain", content=content)


@pytest.fixture
def plugins() -> Plugins:
    """Return this plugin alone, loaded from its entry point."""
    return load_plugins(entry_points=[EntryPoint("checksums", "ppid_audit_checksums", "ppid")])


def test_plugin_loads_without_problems(plugins: Plugins) -> None:
    assert plugins.problems == ()


def test_each_file_has_its_line(plugins: Plugins) -> None:
    files = (("a.txt", b"abc"), ("é kosong.txt", b""))

    *made, sums = export(document(), Given(files=files), plugins)

    assert [file.name for file in made] == ["a.txt", "é kosong.txt"]
    assert (sums.name, sums.media_type) == ("coba.sha256", "text/plain")
    assert sums.content.decode() == f"{OF_ABC}  a.txt\n{OF_NOTHING}  é kosong.txt\n"


def test_nothing_is_added_to_nothing(plugins: Plugins) -> None:
    assert export(document(), Given(files=()), plugins) == ()


def test_checksums_are_those_of_what_is_written(plugins: Plugins, tmp_path: Path) -> None:
    write(
        export(document(), Given(files=(("a.txt", b"abc\n"), ("b.bin", bytes(range(256))))), plugins),
        tmp_path,
    )

    for line in (tmp_path / "coba.sha256").read_text("utf-8").splitlines():
        checksum, _, name = line.partition("  ")
        assert checksum == hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here")
def test_sha256sum_agrees(plugins: Plugins, tmp_path: Path) -> None:
    write(export(document(), Given(files=(("a.txt", b"abc"),)), plugins), tmp_path)

    check = ["sha256sum", "--check", "--strict", "coba.sha256"]
    done = subprocess.run(check, check=False, capture_output=True, text=True, cwd=tmp_path)

    assert (done.returncode, done.stdout) == (0, "a.txt: OK\n")
