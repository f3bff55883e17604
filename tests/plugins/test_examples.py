"""The example plugins and new skeletons are built and installed by pip, and do what they promise there."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from tests.cli.test_plugins import HOSTILE, SAID
from tests.plugins.venv import ROOT, Venv, lending
from tests.written import names

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("examples")]

EXAMPLES = (
    "ppid-audit-checksums",
    "ppid-exporter-eppid",
    "ppid-exporter-esic",
    "ppid-exporter-foia",
    "ppid-exporter-ods",
    "ppid-importer-kasus",
    "ppid-rules-banten",
)
SKELETONS = {kind: f"ppid-{kind}-coba" for kind in ("audit", "exporter", "importer", "rules")}
PLUGINS = (*EXAMPLES, *SKELETONS.values())
KOTA_SERANG = ROOT / "examples" / "kota-serang-2020"
OURS = {"laporan.html", "laporan.md", "laporan.json", "permohonan.csv"}
MAKE = """
import sys
from ppid_core.cli.command import ppid
for kind, name in zip(sys.argv[1::2], sys.argv[2::2]):
    ppid.main(["new-plugin", name, "--kind", kind], standalone_mode=False)
"""
LESS = """
from hypothesis import HealthCheck, settings
from ppid_core.testing import ExporterContract, ImporterContract, RuleContract

settings.register_profile(
    "busy", deadline=None, max_examples=3, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("busy")

ExporterContract.rows = 300
RuleContract.examples = 3
ImporterContract.broken = 3
"""
PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "1.0"

[project.entry-points.ppid]
{module} = "{module}"
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which plugins lie before they are installed: copies of the examples, and skeletons."""
    folder = tmp_path_factory.mktemp("plugins")
    for name in EXAMPLES:
        shutil.copytree(ROOT / "examples" / name, folder / name, ignore=shutil.ignore_patterns(".*_cache"))
    return folder


@pytest.fixture(scope="module")
def venv(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Venv:
    """One environment with our wheel, the example plugins and a skeleton of each kind."""
    lent = lending(tmp_path_factory.getbasetemp())
    made = Venv.made(tmp_path_factory.mktemp("environment") / "venv", lent)
    made.install("ppid-core[html,testing]", "hatchling")
    made.run("python", "-c", MAKE, *(word for pair in SKELETONS.items() for word in pair), cwd=home)
    made.install(
        "--no-build-isolation", *(f"{home / name}[test]" for name in (*EXAMPLES, *SKELETONS.values()))
    )
    return made


@pytest.fixture(scope="module")
def written(venv: Venv, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the report of the example was written as a workbook."""
    out = tmp_path_factory.mktemp("hasil")
    venv.run("ppid", "report", KOTA_SERANG, "--to", "ods", "-o", out, cwd=out)
    return out


def flat(text: str) -> str:
    return " ".join(text.split())


def shown(venv: Venv, *arguments: str | Path, code: int | None = 0) -> Any:  # noqa: ANN401  whatever the JSON holds
    return json.loads(venv.run("ppid", *arguments, "--format", "json", cwd=venv.folder, code=code).stdout)


def test_all_are_listed_and_tried_without_problems(venv: Venv) -> None:
    """Formats of ours whose library is not installed here may be told as missing, and nothing else."""
    told = shown(venv, "plugins", "--check", code=None)
    check = told["check"]

    assert {plugin["distribution"] for plugin in told["plugins"]} == {
        "ppid-core",
        *PLUGINS,
    }
    assert told["problems"] == check["problems"] == check["rules"] == []
    assert {"html", "ods", "coba"} <= {one["name"] for one in check["exporters"] if one["fine"]}
    assert all(one["fine"] or one["missing_extra"] for one in check["exporters"])


def test_workbook_is_opened_by_a_library_that_did_not_write_it(written: Path) -> None:
    book = CalamineWorkbook.from_path(str(written / "laporan.ods"))

    *_, total = (row for row in book.get_sheet_by_name("outcomes").to_python() if row[0] == "Jumlah")

    assert total[1] == 84
    assert len(book.sheet_names) > 10


def test_checksums_are_those_of_the_files(written: Path) -> None:
    lines = (written / "ods.sha256").read_text("utf-8").splitlines()
    content = (written / "laporan.ods").read_bytes()

    assert lines == [f"{hashlib.sha256(content).hexdigest()}  laporan.ods"]


def test_rules_of_the_region_are_asked_by_the_command(venv: Venv) -> None:
    told = shown(venv, "check", KOTA_SERANG, code=None)
    ended = {rule["code"]: rule["status"] for rule in told["rules"] if rule["code"].startswith("BTN")}

    assert set(ended) == {"BTN101", "BTN102", "BTN103"}
    assert ended["BTN101"] == "passed"
    assert "failed" not in ended.values()
    assert told["ruleset"]["ppid-rules-banten"] == "1.0"


@pytest.fixture(scope="module")
def ended(
    venv: Venv, home: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[set[tuple[str, ...]], str]:
    """How the tests of each plugin ended, all asked by one process, and all that it said.

    They and their settings, which are alike, lie alone in a folder, so that they cannot find the sources.
    What is asked is whether what pip installed keeps the contract: with fewer rows and years than its author.
    """
    folder = tmp_path_factory.mktemp("asked")
    for name in PLUGINS:
        shutil.copytree(home / name / "tests", folder / "tests" / name)
    projects = [tomllib.loads((home / name / "pyproject.toml").read_text("utf-8")) for name in PLUGINS]
    assert all(projects[0]["tool"]["pytest"] == one["tool"]["pytest"] for one in projects)
    (folder / "conftest.py").write_text(LESS, encoding="utf-8")
    shutil.copy(home / PLUGINS[0] / "pyproject.toml", folder)
    said = venv.run("python", "-m", "pytest", "-q", "-rA", cwd=folder, code=None).stdout
    return {found.groups() for found in re.finditer(r"^([A-Z]+) tests/([^/]+)/", said, re.MULTILINE)}, said


@pytest.mark.parametrize("name", PLUGINS)
def test_tests_of_a_plugin_pass_on_what_was_installed(
    ended: tuple[set[tuple[str, ...]], str], name: str
) -> None:
    found, said = ended

    assert {how for how, plugin in found if plugin == name} == {"PASSED"}, said


@pytest.fixture(scope="module")
def hostile(venv: Venv, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An import path into which pip has installed five hostile plugins."""
    folder, site = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("site")
    for name, source in HOSTILE.items():
        module = name.replace("-", "_")
        (folder / name / module).mkdir(parents=True)
        (folder / name / module / "__init__.py").write_text(source, encoding="utf-8")
        (folder / name / "pyproject.toml").write_text(PROJECT.format(name=name, module=module), "utf-8")
    venv.install("--no-build-isolation", "--target", site, *(folder / name for name in HOSTILE))
    return site


@pytest.mark.parametrize(
    ("options", "code"), [([], 0), (["--to", "html,csv,json,markdown,endless"], 3)], ids=["all", "asked for"]
)
def test_five_hostile_plugins_that_pip_installed_keep_no_format_of_ours_from_being_written(
    venv: Venv, hostile: Path, tmp_path: Path, options: list[str], code: int
) -> None:
    out, path = tmp_path / "hasil", str(hostile)

    done = venv.run(
        "ppid", "report", KOTA_SERANG, "-o", out, *options, cwd=tmp_path, code=code, PYTHONPATH=path
    )

    assert names(out) >= OURS
    assert all(said in flat(done.stderr) for said in SAID)
    assert "Traceback" not in done.stderr
