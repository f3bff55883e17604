"""Verbs on a file that only a plugin can read; and that nothing is loaded for one that needs no plugin."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


class Site(Protocol):
    folder: Path

    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


IMPORTER = """
    from ppid_core import from_rows
    from ppid_core.errors import ExtraMissingError
    from ppid_core.plugins import hookimpl

    class Dbf:
        name, label, suffixes = "{name}", "dBASE", (".dbf",)

        def read(self, path, /):
            {body}

    @hookimpl
    def ppid_register_importers():
        return [Dbf()]
"""
READ = """return from_rows({"laporan": [{"kunci": "tahun", "isi": path.read_text()}],
                "permohonan": [{"tanggal": "2023-02-13", "keputusan": "dikabulkan"}]})"""
VERBS = ("check", "summary", "report", "deadlines")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "rekap.dbf"
    path.write_text("2023", encoding="utf-8")
    return path


def importer(body: str = READ, name: str = "dbf") -> str:
    return IMPORTER.format(body=body, name=name)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.usefixtures("light")
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_reads_what_a_plugin_reads(run: Run, site: Site, sheet: Path, verb: str) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer())

    ended = run(verb, sheet)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out


def test_changes_of_the_calendar_are_told_of_such_a_file_too(run: Run, site: Site, sheet: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer())

    assert run("calendar", "--changes", "2023", sheet).code == 0


def test_report_is_written_beside_the_file(run: Run, site: Site, sheet: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer())

    run("report", sheet, "--to", "json")

    assert (sheet.parent / "hasil" / "data" / "laporan.json").is_file()
    assert run("report", sheet, "--to", "json", "-o", sheet.parent).code == 2


@pytest.mark.parametrize("verb", VERBS)
def test_importer_that_raises_ends_with_3_and_is_named(run: Run, site: Site, sheet: Path, verb: str) -> None:
    site.install("ppid-importer-dbf", "0.3", plug_dbf=importer("raise SystemExit(0)"))

    ended, english = run(verb, sheet), run(verb, sheet, "--lang", "en")

    assert (ended.code, english.code) == (3, 3)
    said = 'Pengimpor "dbf" dari "ppid-importer-dbf" 0.3 gagal membaca rekap.dbf (SystemExit: 0).'
    assert flat(ended.err).startswith(said)
    assert "--block ppid-importer-dbf" in ended.err
    assert flat(english.err).startswith(
        'The importer "dbf" of "ppid-importer-dbf" 0.3 failed to read rekap.dbf'
    )
    assert ended.out == ""


def test_what_is_no_intake_ends_with_3(run: Run, site: Site, sheet: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer("return {}"))

    ended = run("summary", sheet)

    assert ended.code == 3
    assert "(pengimpor Dbf mengembalikan dict, bukan Intake)" in flat(ended.err)


def test_input_error_of_an_importer_is_told_as_that_of_ours(run: Run, site: Site, sheet: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer("return from_rows({})"))

    ended = run("check", sheet)

    assert ended.code == 2
    assert "TIDAK TERBACA" in ended.out


def test_missing_package_of_an_importer_says_what_to_install(run: Run, site: Site, sheet: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer('raise ExtraMissingError("dbf", "xlsx")'))

    ended = run("summary", sheet)

    assert ended.code == 3
    assert ended.err == '"dbf" memerlukan paket tambahan: pip install "ppid-core[xlsx]"\n'


def test_what_an_importer_prints_is_no_part_of_the_result(run: Run, site: Site, sheet: Path) -> None:
    loud = importer(f"print('hai'); {READ}") + "\n    print('hai')\n"
    site.install("ppid-importer-dbf", plug_dbf=loud)

    ended = run("summary", sheet, "--format", "json")

    assert ended.out.startswith("{")
    assert "hai" not in ended.out
    assert ended.err == "hai\nhai\n"


def test_two_importers_of_one_ending_end_with_3_until_one_is_blocked(
    run: Run, site: Site, sheet: Path
) -> None:
    site.install("ppid-a", plug_a=importer(name="a"))
    site.install("ppid-b", plug_b=importer(name="b"))

    ended = run("summary", sheet)

    assert ended.code == 3
    assert 'Akhiran berkas ".dbf" dibawa oleh "ppid-a" 1.0 dan "ppid-b" 1.0' in flat(ended.err)
    assert run("summary", sheet, "--block", "ppid-a").code == 0
    assert run("deadlines", sheet, "--block", "ppid-b").code == 0
    assert run("calendar", "--changes", "2023", sheet, "--block", "ppid-b").code == 0
    assert run("summary", sheet, "--block", "ppid-a", "--strict-plugins").code == 0
    assert run("summary", sheet, "--strict-plugins").code == 3


def test_file_that_nobody_reads_ends_with_2(run: Run, site: Site, sheet: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer())

    ended = run("summary", sheet.rename(sheet.with_suffix(".xyz")))

    assert ended.code == 2
    assert "Plugin yang terpasang membaca .dbf." in flat(ended.out)


LOADED = """
import sys
from ppid_core.cli.command import ppid
try:
    ppid.main({arguments!r})
except SystemExit:
    names = ("pluggy", "plug_loud", "plug_dbf", "ppid_exporters", "ppid_core.plugins", "jinja2", "pytest")
    print([name for name in names if name in sys.modules])
"""


def loaded(site: Site, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(arguments=arguments)],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(site.folder), "PYTHONIOENCODING": "utf-8"},
    )
    return done.stdout.splitlines()[-1]


@pytest.mark.slow
@pytest.mark.parametrize("verb", ["summary", "deadlines"])
def test_no_plugin_is_loaded_for_a_folder_or_json(site: Site, tiny: Path, tmp_path: Path, verb: str) -> None:
    site.install("ppid-loud", plug_loud="raise SystemExit(9)")
    (tmp_path / "a.json").write_text('{"laporan": {"tahun": 2020}}', encoding="utf-8")

    assert loaded(site, verb, str(tiny)) == "[]"
    assert loaded(site, verb, str(tmp_path / "a.json")) == "[]"


@pytest.mark.slow
def test_plugins_are_loaded_for_a_file_that_is_none_of_ours(site: Site, sheet: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer())

    assert "plug_dbf" in loaded(site, "summary", str(sheet))
