"""``ppid plugins``, and what plugins can do to a report and cannot."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest
from tests.written import names

from ppid_core.rules import CATALOGUE
from ppid_core.version import VERSION

EXPORTER = """
from attrs import frozen
from ppid_core.errors import ExtraMissingError
from ppid_core.plugins import Artifact, hookimpl

@frozen(kw_only=True)
class Mine:
    name: str = "{name}"
    label: str = "Punya kami"
    depth: int = 3
    marks: bool = False
    template: str | None = None

    def export(self, report, /):
        {body}

@hookimpl
def ppid_register_exporters():
    return [Mine()]
"""
RULE = """
from ppid_core.language import Bilingual
from ppid_core.plugins import hookimpl
from ppid_core.rules import Rule, Severity

TEXT = Bilingual("Aturan Banten", "A rule of Banten")

def question(evidence):
    {body}

@hookimpl
def ppid_register_rules():
    yield Rule(
        code="BTN101", severity=Severity.ERROR, title=TEXT, message=TEXT, mend=TEXT, explanation=TEXT,
        where=TEXT, example=TEXT, check=question,
    )
"""
AUDIT = """
from ppid_core.plugins import Artifact, hookimpl

@hookimpl
def ppid_exported(exporter, artifacts):
    {body}
"""
ONE_FILE = 'yield Artifact(name="mine.txt", media_type="text/plain", content=b"isi")'
ENDLESS = """n = 0
        while True:
            n += 1
            yield Artifact(name=f"{n}.txt", media_type="text/plain", content=b"")"""
FILES = {"laporan.html", "laporan.md", "laporan.json"}


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


class Site(Protocol):
    folder: Path

    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


def exporter(body: str = ONE_FILE, name: str = "mine") -> str:
    return EXPORTER.format(name=name, body=body)


def flat(text: str) -> str:
    return " ".join(text.split())


def shown(run: Run, *arguments: str) -> Any:  # noqa: ANN401  whatever the JSON holds
    return json.loads(run("plugins", "--format", "json", *arguments).out)


def test_our_own_parts_are_listed_with_who_brings_them(run: Run) -> None:
    ended = run("plugins")

    rules = f"aturan: {len(CATALOGUE)}"
    assert ended.code == 0
    assert ended.out.splitlines() == [
        f"ppid-core {VERSION}",
        f"  ppid_core       pengimpor: folder, rows, workbook, json, html, docx, pdf · {rules} (T D S C L M",
        "                  I B K P Y W)",
        "  ppid_exporters  format: html, docx, pdf, xlsx, csv, json, markdown",
    ]
    assert ended.out == run("plugin").out


def test_plugin_is_listed_with_all_that_it_brings(run: Run, site: Site) -> None:
    site.install("kota-semua", "0.3", plug_a=exporter(), plug_b=RULE.format(body="return []"))
    site.install("ppid-audit", "2.0", plug_audit=AUDIT.format(body="return []"))

    assert run("plugins").out.splitlines()[-5:] == [
        "kota-semua 0.3",
        "  plug_a          format: mine",
        "  plug_b          aturan: BTN101",
        "ppid-audit 2.0",
        "  plug_audit      menambah berkas pada setiap format",
    ]
    assert run("plugins", "--block", "kota-semua").out.splitlines()[-2:] == [
        "ppid-audit 2.0",
        "  plug_audit      menambah berkas pada setiap format",
    ]


def test_details_tell_labels_options_and_modules_but_no_place_of_this_machine(run: Run, site: Site) -> None:
    site.install("kota-semua", "0.3", plug_a=exporter(), plug_b=RULE.format(body="return []"))
    site.install("ppid-audit", plug_audit=AUDIT.format(body="return []"), plug_broken="import tidak_ada")

    indonesian, english = run("plugins", "-v").out, run("plugins", "--rinci", "--lang", "en").out

    for line in (
        "  plug_a (plug_a)",
        "    format mine: Punya kami",
        "        --set mine.depth=… bilangan bulat; bawaan: 3",
        "        --set mine.marks=… ya atau tidak; bawaan: tidak",
        "        --set mine.template=… teks; tanpa bawaan",
        "    aturan BTN101: Aturan Banten",
        "    menambah berkas pada setiap format",
        "    ada yang gagal, lihat di bawah",
        "    pengimpor folder: Folder tabel (.csv) [folder]",
        "    pengimpor json: JSON ppid-core [.json]",
    ):
        assert line in indonesian.splitlines()
    assert "        --set mine.marks=… yes or no; default: no" in english.splitlines()
    assert "    rule BTN101: A rule of Banten" in english.splitlines()
    assert str(site.folder) not in indonesian
    assert str(Path(__file__).parents[2]) not in indonesian


def test_what_failed_is_part_of_the_result_and_ends_with_3_only_where_strict(run: Run, site: Site) -> None:
    site.install("ppid-broken", "0.3", plug_broken="import tidak_ada")

    ended, strict = run("plugins"), run("plugins", "--strict-plugins")

    assert (ended.code, ended.err, strict.code) == (0, "", 3)
    assert ended.out == strict.out
    assert "  plug_broken     ada yang gagal, lihat di bawah" in ended.out
    assert "YANG GAGAL (1)" in ended.out
    said = "Plugin \"ppid-broken\" 0.3 gagal dimuat (ModuleNotFoundError: No module named 'tidak_ada')."
    assert said in flat(ended.out)
    assert "could not be loaded" in run("plugins", "--lang", "en").out


def test_json_tells_the_same(run: Run, site: Site) -> None:
    site.install("kota-semua", "0.3", plug_a=exporter(), plug_b=RULE.format(body="return []"))
    site.install("ppid-broken", plug_broken="import tidak_ada")

    value = shown(run)

    by_entry_point = {plugin["entry_point"]: plugin for plugin in value["plugins"]}
    assert by_entry_point["plug_a"] == {
        "distribution": "kota-semua",
        "version": "0.3",
        "entry_point": "plug_a",
        "module": "plug_a",
        "importers": [],
        "rules": [],
        "exporters": [
            {
                "name": "mine",
                "label": "Punya kami",
                "options": [
                    {"name": "depth", "type": "bilangan bulat", "default": "3"},
                    {"name": "marks", "type": "ya atau tidak", "default": "tidak"},
                    {"name": "template", "type": "teks", "default": None},
                ],
            }
        ],
        "adds_files": False,
        "problems": [],
    }
    assert by_entry_point["plug_b"]["rules"] == [{"code": "BTN101", "title": "Aturan Banten", "options": []}]
    cause = "ModuleNotFoundError: No module named 'tidak_ada'"
    assert by_entry_point["plug_broken"]["problems"] == [cause]
    assert [cause] == [problem["cause"] for problem in value["problems"]]
    assert value["check"] is None


@pytest.mark.slow
def test_trial_makes_every_format_and_writes_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def written(*_: object) -> None:
        pytest.fail("a trial writes nothing")

    monkeypatch.setattr("ppid_core.dossier.order.deposit", written)

    ended = run("plugins", "--check")

    assert ended.code == 0
    tried = ended.out.split("UJI – laporan contoh, tanpa menulis berkas\n")[1].splitlines()
    assert ["html", "docx", "pdf", "xlsx", "csv", "json", "markdown"] == [line.split()[0] for line in tried]
    assert all("baik: " in line for line in tried)


@pytest.mark.slow
@pytest.mark.usefixtures("light")
def test_trial_tells_what_fails_and_ends_with_3(run: Run, site: Site) -> None:
    site.install("ppid-mine", plug_mine=exporter("yield 1 / 0"))

    ended = run("plugins", "--check")

    assert ended.code == 3
    assert "  mine      GAGAL: ZeroDivisionError: division by zero" in ended.out.splitlines()
    (mine,) = (one for one in shown(run, "--check")["check"]["exporters"] if one["name"] == "mine")
    assert mine == {
        "name": "mine",
        "distribution": "ppid-mine",
        "fine": False,
        "files": 0,
        "bytes": 0,
        "missing_extra": None,
        "cause": "ZeroDivisionError: division by zero",
    }


@pytest.mark.slow
@pytest.mark.usefixtures("made_apart")
def test_trial_and_report_agree_that_a_missing_package_is_no_failure(
    run: Run, site: Site, tiny: Path, ours_are: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is made in a process apart, which finds what stands in its path."""
    ours_are("html", "json")
    missing = "raise ModuleNotFoundError(name='jinja2')\n"
    (site.folder / "jinja2.py").write_text(missing, encoding="utf-8")
    monkeypatch.syspath_prepend(site.folder)

    ended = run("plugins", "--check")

    assert ended.code == 0
    said = '– "html" memerlukan paket tambahan: pip install "ppid-core[html]"'
    assert said in flat(ended.out)
    check = shown(run, "--check")["check"]
    (html,) = (one for one in check["exporters"] if one["name"] == "html")
    assert (html["fine"], html["missing_extra"], check["fine"]) == (False, "html", True)
    assert run("report", tiny).code == 0
    assert site.folder.is_dir()


@pytest.mark.usefixtures("light")
def test_what_only_looks_like_a_missing_package_has_failed(run: Run, site: Site, tiny: Path) -> None:
    body = "raise type('Odd', (Exception,), {'extra': 'odf'})()"
    site.install("ppid-mine", plug_mine=exporter(body))

    check = shown(run, "--check")["check"]

    (mine,) = (one for one in check["exporters"] if one["name"] == "mine")
    assert (mine["missing_extra"], check["fine"]) == (None, False)
    assert run("report", tiny, "--strict-plugins").code == 3


@pytest.mark.slow
@pytest.mark.usefixtures("light")
def test_trial_asks_the_rules_and_those_who_add_files(run: Run, site: Site) -> None:
    site.install("ppid-rules-banten", plug_banten=RULE.format(body="yield 1 / 0"))
    site.install("ppid-audit", plug_audit=AUDIT.format(body="raise OSError('rusak')"))

    ended = run("plugins", "--check", "--lang", "en")

    assert ended.code == 3
    assert "  BTN101  FAILED: ZeroDivisionError: division by zero" in ended.out.splitlines()
    assert flat(ended.out).count('Plugin "ppid-audit" 1.0 could not add its file (OSError: rusak)') == 1
    check = shown(run, "--check")["check"]
    assert check["rules"] == [{"code": "BTN101", "cause": "ZeroDivisionError: division by zero"}]
    assert len(check["problems"]) == 1


def test_exporter_that_cannot_tell_its_options_has_none(run: Run, site: Site) -> None:
    odd = exporter().replace("    depth: int = 3\n", "    depth: int = 3\n    odd: 'TidakAda' = None\n")
    site.install("ppid-mine", plug_mine=odd)

    assert "        --set mine.odd=… teks; tanpa bawaan" in run("plugins", "-v").out.splitlines()


@pytest.mark.slow
@pytest.mark.usefixtures("light")
def test_what_plugins_print_is_no_part_of_the_result(run: Run, site: Site, tiny: Path) -> None:
    loud = exporter("print('dibuat'); " + ONE_FILE)
    site.install("ppid-mine", plug_mine="print('dimuat')\n" + loud)
    site.install("ppid-rules-banten", plug_banten=RULE.format(body="print('ditanya'); return []"))

    tried, checked = run("plugins", "--check", "--format", "json"), run("check", tiny, "--format", "json")

    assert json.loads(tried.out)
    assert tried.err.split() == ["dimuat", "ditanya", "dibuat"]
    assert json.loads(checked.out)
    assert checked.err.split() == ["ditanya"]
    assert run("report", tiny).err.split() == ["ditanya", "dibuat"]


@pytest.mark.parametrize("verb", ["exporters", "plugins", "rules", "check", "report"])
@pytest.mark.usefixtures("light")
def test_no_plugin_keeps_a_verb_from_its_work(run: Run, site: Site, tiny: Path, verb: str) -> None:
    site.install("ppid-broken", plug_broken="raise SystemExit(5)")
    site.install("ppid-mine", plug_mine=exporter("raise SystemExit(6)"))
    site.install("ppid-audit", plug_audit=AUDIT.format(body="raise SystemExit(7)"))

    assert run(verb, *([tiny] if verb in {"check", "report"} else [])).code == 0


def test_report_tells_how_many_files_and_how_big_they_are(run: Run, site: Site, tiny: Path) -> None:
    body = 'yield Artifact(name="mine.txt", media_type="text/plain", content=b"x" * 12_345)'
    site.install("ppid-mine", plug_mine=exporter(body))
    site.install("ppid-none", plug_none=exporter("return []", "none"))

    lines = run("report", tiny, "--to", "mine,none").out.splitlines()
    english = run("report", tiny, "--to", "mine", "--lang", "en").out.splitlines()

    assert lines[1:3] == ["  mine  mine.txt (1 berkas, 12,3 kB)", "  none  – (0 berkas, 0 B)"]
    assert english[1] == "  mine  mine.txt (files: 1, 12.3 kB)"


def test_other_formats_are_said_to_be_made_only_where_they_were(run: Run, site: Site, tiny: Path) -> None:
    site.install("ppid-mine", plug_mine=exporter("raise SystemExit(1)"))

    alone, beside = run("report", tiny, "--to", "mine"), run("report", tiny, "--to", "mine,json")

    assert "Format lain tetap dibuat." not in flat(alone.err)
    assert flat(beside.err).endswith("Format lain tetap dibuat.")
    assert alone.out.startswith("Tidak ada yang ditulis")


def test_format_of_ours_that_fails_is_told_as_ours(
    run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ppid_exporters.json.JsonExporter.export", broken)

    told = flat(run("report", tiny, "--to", "json").err)

    said = f'Format "json" dari "ppid-core" {VERSION} tidak dapat dibuat (ZeroDivisionError). Bila berulang,'
    assert told.startswith(said)
    assert "--block" not in told


def test_stranger_never_takes_the_name_of_a_file_of_ours(run: Run, site: Site, tiny: Path) -> None:
    body = 'yield Artifact(name="LAPORAN.json", media_type="text/plain", content=b"palsu")'
    added = 'yield Artifact(name="laporan.md", media_type="text/plain", content=b"palsu")'
    site.install("ppid-mine", plug_mine=exporter(body))
    site.install("ppid-audit", plug_audit=AUDIT.format(body=added))

    ended = run("report", tiny, "--to", "mine,json,markdown")

    assert ended.code == 3
    assert names(tiny / "hasil") == {"laporan.json", "laporan.md"}
    assert b"palsu" not in (tiny / "hasil" / "laporan.md").read_bytes()
    assert 'Format "mine" dari "ppid-mine" 1.0 tidak dapat dibuat' in flat(ended.err)
    assert 'Plugin "ppid-audit" 1.0 tidak dapat menambahkan berkas ("laporan.md": nama dipakai' in flat(
        ended.err
    )


def test_plugin_that_adds_the_same_file_to_every_format_breaks_none(
    run: Run, site: Site, tiny: Path, ours_are: Callable[..., None]
) -> None:
    ours_are("html", "csv", "json", "markdown")
    body = 'yield Artifact(name="SHA256SUMS", media_type="text/plain", content=exporter.name.encode())'
    site.install("ppid-audit", plug_audit=AUDIT.format(body=body))

    ended = run("report", tiny)

    assert ended.code == 0
    assert names(tiny / "hasil") >= FILES
    assert (tiny / "hasil" / "SHA256SUMS").read_bytes() == b"html"
    assert flat(ended.err).count('("SHA256SUMS": nama dipakai dua kali)') == 3


@pytest.mark.usefixtures("light")
def test_results_never_look_like_input(run: Run, site: Site, tiny: Path) -> None:
    body = 'yield Artifact(name="Laporan.csv", media_type="text/csv", content=b"kunci,isi")'
    site.install("ppid-mine", plug_mine=exporter(body))

    assert run("report", tiny, "--to", "mine").code == 3
    assert run("report", tiny).code == 0
    assert run("report", tiny).code == 0


HOSTILE = {
    "hostile-import": "import tidak_ada",
    "hostile-exit": "raise SystemExit(0)",
    "hostile-hook": "from ppid_core.plugins import hookimpl\n\n@hookimpl\n"
    "def ppid_register_exporters():\n    raise RuntimeError('hook')\n",
    "hostile-name": exporter(name="html"),
    "hostile-endless": exporter(ENDLESS, "endless"),
}
SAID = (
    "Plugin \"hostile-import\" 1.0 gagal dimuat (ModuleNotFoundError: No module named 'tidak_ada')",
    'Plugin "hostile-exit" 1.0 gagal dimuat (SystemExit: 0)',
    'Plugin "hostile-hook" 1.0 gagal ditanya (ppid_register_exporters: RuntimeError: hook)',
    f'Format "html" dibawa oleh "ppid-core" {VERSION} dan "hostile-name" 1.0',
    'Format "endless" dari "hostile-endless" 1.0 tidak dapat dibuat (lebih dari 10.000 butir)',
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "code"), [(["--to", "html,json,markdown"], 0), (["--strict-plugins"], 3)]
)
def test_five_hostile_plugins_that_are_really_installed(
    site: Site, tiny: Path, options: list[str], code: int
) -> None:
    """Of all formats, and where the endless one is asked for: `tests/plugins/test_examples.py`."""
    for distribution, source in HOSTILE.items():
        site.install(distribution, **{distribution.replace("-", "_"): source})

    done = subprocess.run(
        [sys.executable, "-m", "ppid_core", "report", str(tiny), *options],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(site.folder), "PYTHONIOENCODING": "utf-8"},
    )

    assert done.returncode == code
    assert (set() if code else FILES) <= names(tiny / "hasil")
    assert all(said in flat(done.stderr.decode()) for said in SAID[:-1])
    assert b"Traceback" not in done.stderr
