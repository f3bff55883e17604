"""The schemas of our JSON: all that is printed and written is valid by them, and little else is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from docs.generate.schema import SCHEMA_FILES
from hypothesis import given
from jsonschema import Draft202012Validator
from tests.cli.conftest import Ended
from tests.three_years import city
from tests.years import shared_years

from ppid_core import Dossier, ServiceYear, unstructure
from ppid_core.errors import UnknownNameError
from ppid_core.output.manifest import NAME as MANIFEST
from ppid_core.plugins import Plugins, load_plugins
from ppid_core.report import Edition, Form
from ppid_core.schema import SCHEMAS, schema

Run = Callable[..., Ended]
LOCKED = Path(__file__).parents[1] / "data" / "schemas.json"
SERANG = "examples/kota-serang-2020"
NAMES = {called: name for name, called in SCHEMAS.items()}
PRINTED = {
    "artifacts": ("report", SERANG, "--to", "json,markdown", "--format", "json", "-o"),
    "calendar": ("calendar", "2024", "--format", "json"),
    "calendar-changes": ("calendar", SERANG, "--changes", "2020", "--format", "json"),
    "check": ("check", SERANG, "--format", "json"),
    "deadline": ("deadline", "request", "2020-12-18", "--format", "json"),
    "deadlines": ("deadlines", SERANG, "--format", "json", "--as-of", "2020-03-01"),
    "exporters": ("exporters", "--format", "json"),
    "law": ("law", "--format", "json"),
    "law-instruments": ("law", "instruments", "--format", "json"),
    "law-parameter": ("law", "request_response", "--format", "json"),
    "maps": ("map", "--daftar", "--format", "json"),
    "plugins": ("plugins", "--format", "json"),
    "problems": ("summary", "examples/README.md", "--format", "json"),
    "rules": ("rules", "--format", "json"),
    "schemas": ("schema", "--format", "json"),
    "summary": ("summary", SERANG, "--format", "json"),
}
"""A call of each verb that prints JSON, by the name of its schema."""


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(value: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a value by the schema that it names itself."""
    plain = json.loads(json.dumps(value, default=repr))
    errors = validator(NAMES[plain["schema"]]).iter_errors(plain)
    return [f"{error.json_path}: {error.message[:200]}" for error in errors]


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema_of_2020_12_that_refers_to_nothing_outside(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))

    assert "$ref" not in json.dumps(schema(name)).replace('"$ref": "#/$defs/', "")


@pytest.mark.parametrize(("file", "made"), SCHEMA_FILES.items(), ids=lambda each: getattr(each, "stem", ""))
def test_each_says_what_the_types_say(file: Path, made: Callable[[], str]) -> None:
    assert file.read_text("utf-8") == made(), "python -m docs.generate renews it"


def test_a_changed_schema_has_another_number() -> None:
    """Whoever validates by a name must not find another schema under it.

    A new number: in `SCHEMAS`, and beside the hash in ``tests/data/schemas.json``.
    """
    locked = json.loads(LOCKED.read_text("utf-8"))

    assert {called: locked.get(called) for called in NAMES} == {
        called: sha256(file.read_bytes()).hexdigest()
        for called, file in zip(NAMES, SCHEMA_FILES, strict=True)
    }


@pytest.mark.parametrize("name", sorted(PRINTED))
def test_what_a_verb_prints_is_valid(name: str, run: Run, tmp_path: Path) -> None:
    further = [tmp_path] if name == "artifacts" else []

    value = json.loads(run(*PRINTED[name], *further).out)

    assert value["schema"] == SCHEMAS[name]
    assert faults(value) == []


def test_figures_of_earlier_years_are_valid_in_the_summary_of_the_command(run: Run, tmp_path: Path) -> None:
    for year in (2023, 2024):
        alone = evolve(city(year), previous=())
        (tmp_path / f"{year}.json").write_text(json.dumps(unstructure(alone.year)), "utf-8")

    ended = run("summary", tmp_path / "2024.json", "--previous", tmp_path / "2023.json", "--format", "json")

    told = json.loads(ended.out)
    assert faults(told) == []
    assert told["earlier"]["series"]["requests.total"]["values"] == [38, 46]


def test_manifest_of_what_was_written_is_valid(run: Run, tmp_path: Path) -> None:
    run("report", SERANG, "--to", "markdown,csv", "-o", tmp_path)

    assert faults(json.loads((tmp_path / MANIFEST).read_text("utf-8"))) == []


def test_every_schema_is_that_of_a_verb_or_of_a_file() -> None:
    assert {*PRINTED, "report", "year", "manifest"} == set(SCHEMAS)


@pytest.mark.parametrize("arguments", [("--check",), ("-v",)])
def test_tried_plugins_are_valid(run: Run, light: tuple[str, ...], arguments: tuple[str, ...]) -> None:
    assert light
    assert faults(json.loads(run("plugins", "--format", "json", *arguments).out)) == []


@pytest.mark.parametrize("at", ["2009-01-01", "2012-01-01", "2024-01-01"])
def test_law_of_any_day_is_valid(run: Run, at: str) -> None:
    for asked in ([], ["instruments"]):
        ended = run("law", *asked, "--format", "json", "--at", at)
        assert not ended.out or faults(json.loads(ended.out)) == []


def test_every_parameter_of_the_law_is_valid(run: Run) -> None:
    for one in json.loads(run("law", "--format", "json").out)["parameters"]:
        assert faults(json.loads(run("law", one["name"], "--format", "json").out)) == []


@pytest.mark.parametrize("folder", [SERANG, "examples/kabupaten-contoh-2024"])
@pytest.mark.parametrize("form", ["full", "brief", "letter"])
@pytest.mark.parametrize("edition", ["public", "internal"])
def test_data_of_a_report_are_valid(folder: str, form: Form, edition: Edition) -> None:
    work = Dossier.open(folder, plugins=load_plugins(entry_points=[]))

    assert faults(unstructure(work.report(form=form, edition=edition))) == []


def test_converted_year_is_valid_and_reads_back(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "tahun.json"

    run("convert", SERANG, target)

    assert faults(json.loads(target.read_text("utf-8"))) == []
    assert Dossier.open(target).year == Dossier.open(SERANG).year


def test_figures_that_only_some_registers_tell_are_valid() -> None:
    rows = [
        {
            "nomor": number,
            "tanggal": "2024-01-02",
            "tanggal_pemberitahuan": "2024-01-15",
            "keputusan": "dikabulkan",
            "kelompok_informasi": "berkala",
            "kepuasan": "5",
            "opd": "Dinas A",
            "tahap": "selesai",
            "jenis_kelamin": "L",
            "cara_mendapatkan_salinan": "email",
        }
        for number in "123"
    ]
    laporan = [{"kunci": "tahun", "isi": 2024}]
    work = Dossier.from_rows({"laporan": laporan, "permohonan": rows}, plugins=Plugins())

    assert work.summary.branch("requests.response_time.by_information")
    assert faults(unstructure(work.report())) == []


@given(shared_years())
def test_any_year_is_valid(year: ServiceYear) -> None:
    assert faults({"schema": SCHEMAS["year"], "year": unstructure(year)}) == []


@given(shared_years())
def test_figures_and_findings_of_any_year_are_valid(year: ServiceYear) -> None:
    work = Dossier(year=year, plugins=Plugins())
    plain = unstructure(work.report(draft=False))

    assert faults(plain) == []
    figures = {**unstructure(work.summary), "earlier": plain["earlier"], "problems": []}
    assert faults({"schema": SCHEMAS["summary"], **figures}) == []


_DECLARED = [
    (),
    ("meta",),
    ("meta", "theme"),
    ("year",),
    ("year", "period"),
    ("year", "requests", 0),
    ("year", "requests", 0, "source"),
    ("summary",),
    ("summary", "requests"),
    ("summary", "requests", "balance"),
    ("check", "findings", 0),
    ("check", "rules", 0),
]
"""Objects of a report of which every key is declared."""


@pytest.mark.parametrize("path", _DECLARED, ids=lambda path: ".".join(map(str, path)) or "report")
def test_an_object_with_a_key_that_nobody_declared_is_none(path: tuple[str | int, ...]) -> None:
    plain, place = _place(path)
    place["tidak_ada"] = 1

    assert faults(plain)


@pytest.mark.parametrize("path", _DECLARED, ids=lambda path: ".".join(map(str, path)) or "report")
def test_an_object_of_which_a_key_holds_another_kind_of_value_is_none(
    path: tuple[str | int, ...],
) -> None:
    plain, place = _place(path)
    key = next(key for key in place if key != "schema")
    place[key] = {"tidak_ada": [object()]}

    assert faults(plain)


def _place(path: tuple[str | int, ...]) -> tuple[dict[str, Any], dict[Any, Any]]:
    """Return the data of a report, and an object in them."""
    plain = json.loads(_report())
    place: Any = plain
    for step in path:
        place = place[step]
    return plain, place


@cache
def _report() -> str:
    work = Dossier.open(SERANG, plugins=load_plugins(entry_points=[]))
    return json.dumps(unstructure(work.report()))


def test_a_name_that_there_is_not_is_told_with_those_that_there_are(run: Run) -> None:
    with pytest.raises(UnknownNameError, match="summary"):
        schema("ringkasan")

    assert run("schema", "ringkasan").code == 2
    assert json.loads(run("schema", "ringkasan", "--format", "json").out)["schema"] == SCHEMAS["problems"]
    listed = json.loads(run("schema", "--format", "json").out)["schemas"]
    assert {one["name"]: one["id"] for one in listed} == SCHEMAS
    assert json.loads(run("schema", "summary").out) == schema("summary")
    assert set(SCHEMAS.values()) <= set(run("schema").out.split())


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("summary", "tidak-ada"), 'Folder "tidak-ada" tidak ditemukan.'),
        (("check", SERANG, "--as-of", "kemarin"), "Isi --as-of tidak dapat dibaca"),
        (("report", SERANG, "--to", "nirformat", "-o"), "nirformat"),
        (("map",), "Sebutkan berkas"),
    ],
)
def test_a_call_that_is_refused_tells_a_program_why_in_json(
    call: tuple[str, ...], words: str, run: Run, tmp_path: Path
) -> None:
    place = (str(tmp_path / "hasil"),) if call[-1] == "-o" else ()
    ended = run(*call, *place, "--format", "json")

    told = json.loads(ended.out)
    assert 2 == ended.code
    assert [] == faults(told)
    assert words in told["problems"][0]["message"]
    assert words in ended.err, "and people, as ever"
