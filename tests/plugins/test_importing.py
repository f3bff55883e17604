"""Importers of strangers: by name, by ending, and what becomes of two that claim the same."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Protocol

import pytest

from ppid_core import Dossier, load, load_plugins
from ppid_core.errors import AnswerError, InputError, PluginConflictError, UnknownNameError
from ppid_core.intake import BUILT_IN_IMPORTERS
from ppid_core.plugins import Importer, Plugins

IMPORTER = """
    from ppid_core import from_rows
    from ppid_core.plugins import hookimpl

    class Mine:
        name = "{name}"
        label = "Lembar kerja"
        suffixes = {suffixes}

        def read(self, path, /):
            {body}

    @hookimpl
    def ppid_register_importers():
        return [Mine()]
"""
READ = 'return from_rows({"laporan": [{"kunci": "tahun", "isi": path.read_text()}]})'


class Site(Protocol):
    def install(
        self, distribution: str, version: str = "1.0", *, entry_points: object = None, **modules: str
    ) -> None: ...


def importer(name: str = "dbf", suffixes: str = '(".dbf",)', body: str = READ) -> str:
    return IMPORTER.format(name=name, suffixes=suffixes, body=body)


def names(plugins: Plugins) -> list[str]:
    return [one.name for one in plugins.importers]


OURS = ("folder", "rows", "workbook", "json", "html", "docx", "pdf")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "rekap.dbf"
    path.write_text("2023", encoding="utf-8")
    return path


def test_built_in_importers_come_by_the_same_hook_even_where_no_plugin_is_installed() -> None:
    plugins = load_plugins(entry_points=())

    assert BUILT_IN_IMPORTERS == plugins.importers
    assert {"ppid-core"} == {claim.owner.distribution for claim in plugins.importer_claims}
    assert all(isinstance(one, Importer) for one in plugins.importers)


def test_importer_of_a_stranger_stands_after_ours_and_reads_its_files(site: Site, sheet: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer())
    plugins = load_plugins()

    intake = load(sheet, plugins.importers)

    assert [*OURS, "dbf"] == names(plugins)
    assert intake.year.period.year == 2023
    assert intake.inputs == {"rekap.dbf": hashlib.sha256(b"2023").hexdigest()}
    assert plugins.importer(".dbf").name == "dbf"


def test_ending_is_read_in_any_case(site: Site, sheet: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer())

    assert load(sheet.rename(sheet.with_name("REKAP.DBF")), load_plugins().importers).year.period.year == 2023


def test_unknown_ending_lists_the_known_ones(site: Site) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer())

    with pytest.raises(UnknownNameError, match=r'Akhiran berkas ".xyz" tidak dikenal') as caught:
        load_plugins().importer(".xyz")

    assert caught.value.known == (
        *(".csv", ".dbf", ".docx", ".gz", ".htm", ".html", ".json", ".jsonl", ".ndjson", ".ods", ".pdf"),
        *(".tab", ".tsv", ".xls", ".xlsm", ".xlsx", ".zst", "/"),
    )
    assert caught.value.kind == "akhiran berkas"


def test_file_that_nobody_reads_is_told_with_what_plugins_read(site: Site, tmp_path: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer())
    (tmp_path / "a.xyz").write_bytes(b"")

    with pytest.raises(InputError, match=r"Plugin yang terpasang membaca \.dbf\."):
        load(tmp_path / "a.xyz", load_plugins().importers)


def test_two_of_one_ending_are_both_left_out_until_one_is_blocked(site: Site, sheet: Path) -> None:
    site.install("ppid-a", "0.1", plug_a=importer())
    site.install("ppid-b", "0.2", plug_b=importer())

    plugins = load_plugins()

    (problem,) = plugins.problems
    said = 'Akhiran berkas ".dbf" dibawa oleh "ppid-a" 0.1 dan "ppid-b" 0.2; tidak satu pun dipakai.'
    assert problem.message.id.startswith(said)
    assert "--block ppid-a" in problem.message.id
    assert [*OURS] == names(plugins)
    with pytest.raises(PluginConflictError, match="ppid-a"):
        plugins.importer(".dbf")
    assert load(sheet, load_plugins(block=["ppid-a"]).importers).year.period.year == 2023


def test_two_of_one_name_and_other_endings_are_both_used(site: Site) -> None:
    """Nobody asks for an importer by its name."""
    site.install("ppid-a", plug_a=importer())
    site.install("ppid-b", plug_b=importer(suffixes='(".dbt",)'))

    plugins = load_plugins()

    assert plugins.problems == ()
    assert [*OURS, "dbf", "dbf"] == names(plugins)


def test_two_that_claim_one_ending_keep_their_others(site: Site, tmp_path: Path) -> None:
    site.install("ppid-a", plug_a=importer("a", '(".dbf", ".a")'))
    site.install("ppid-b", plug_b=importer("b", '(".dbf", ".b")'))
    (tmp_path / "rekap.dbf").write_text("2023", encoding="utf-8")
    (tmp_path / "rekap.b").write_text("2024", encoding="utf-8")

    plugins = load_plugins()

    assert [*OURS, "a", "b"] == names(plugins)
    assert [(".a",), (".b",)] == [one.suffixes for one in plugins.importers[len(OURS) :]]
    assert load(tmp_path / "rekap.b", plugins.importers).year.period.year == 2024
    with pytest.raises(InputError):
        load(tmp_path / "rekap.dbf", plugins.importers)
    with pytest.raises(PluginConflictError, match=r'Akhiran berkas "\.dbf" dibawa oleh "ppid-a" 1\.0 dan'):
        plugins.importer(".dbf")


def test_importer_whose_every_ending_is_claimed_by_another_is_not_there(site: Site) -> None:
    site.install("ppid-a", plug_a=importer("a"))
    site.install("ppid-b", plug_b=importer("b", '(".dbf", ".b")'))

    assert [*OURS, "b"] == names(load_plugins())


def test_ending_of_ours_stays_ours(site: Site, tmp_path: Path) -> None:
    site.install("kota-json", plug_kota=importer("kota", '(".json", ".kota")'))
    (tmp_path / "a.json").write_text('{"laporan": {"tahun": 2020}}', encoding="utf-8")

    plugins = load_plugins()

    assert plugins.importer(".json").name == "json"
    assert plugins.importer(".kota").suffixes == (".kota",)
    assert load(tmp_path / "a.json", plugins.importers).year.period.year == 2020
    (problem,) = plugins.problems
    assert problem.owner.distribution == "kota-json"
    assert 'yang dipakai milik "ppid-core"' in problem.message.id


def test_what_is_no_importer_is_told(site: Site) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer().replace("[Mine()]", "[Mine, 'dbf']"))

    causes = [problem.cause.removeprefix("ppid_register_importers: ") for problem in load_plugins().problems]

    wanted = "(it needs name, label, suffixes, read; return an object, not a class)"
    assert causes == [f"Mine is no importer {wanted}", f'"dbf" is no importer {wanted}']


def test_importer_and_exporter_of_one_name_are_no_conflict(site: Site) -> None:
    site.install("kota-csv", plug_kota=importer("csv", '(".psv",)'))

    assert load_plugins().problems == ()


@pytest.mark.parametrize(
    ("suffixes", "said"),
    [
        ("()", "suffixes=()"),
        ('".dbf"', "suffixes='.dbf'"),
        ('("dbf",)', "suffixes=('dbf',)"),
        ('(".DBF",)', "suffixes=('.DBF',)"),
        ('("/",)', "suffixes=('/',)"),
        ("(7,)", "suffixes=(7,)"),
    ],
)
def test_endings_that_cannot_be_used_are_told(site: Site, suffixes: str, said: str) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer(suffixes=suffixes))

    plugins = load_plugins()

    (problem,) = plugins.problems
    assert problem.cause == f'ppid_register_importers: the importer "dbf" is wrong in {said}'
    assert [*OURS] == names(plugins)


def test_endings_that_cannot_be_asked_for_are_told(site: Site) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer(suffixes="property(lambda self: 1 / 0)"))

    (problem,) = load_plugins().problems

    assert problem.cause == "ppid_register_importers: ZeroDivisionError: division by zero"


def test_exception_of_an_importer_keeps_its_type_and_gains_a_note(site: Site, sheet: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer(body="return 1 / 0"))

    with pytest.raises(ZeroDivisionError) as caught:
        load(sheet, load_plugins().importers)

    assert caught.value.__notes__ == ["Pengimpor plug_dbf.Mine, berkas rekap.dbf"]


def test_what_is_no_intake_is_told(site: Site, sheet: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer(body="return {'tahun': 2023}"))

    with pytest.raises(AnswerError, match="pengimpor Mine mengembalikan dict, bukan Intake"):
        load(sheet, load_plugins().importers)


def test_input_error_of_an_importer_stays_what_it_is(site: Site, sheet: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer(body="return from_rows({})"))

    with pytest.raises(InputError, match=r"laporan\.csv"):
        load(sheet, load_plugins().importers)


def test_dossier_is_opened_by_what_is_installed_and_load_takes_what_it_is_given(
    site: Site, sheet: Path
) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer())

    assert Dossier.open(sheet).year.period.year == 2023
    with pytest.raises(InputError):
        load(sheet)


def test_dossier_is_opened_by_the_plugins_that_it_is_given(site: Site, sheet: Path) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer())
    work = Dossier.open(sheet, plugins=load_plugins())

    assert (work.year.period.year, [*work.intake.inputs]) == (2023, ["rekap.dbf"])
    with pytest.raises(InputError):
        Dossier.open(sheet, plugins=load_plugins(block=["ppid-importer-dbf"]))


def test_dossier_tells_that_two_plugins_read_such_files(site: Site, sheet: Path) -> None:
    site.install("ppid-a", plug_a=importer())
    site.install("ppid-b", plug_b=importer())

    with pytest.raises(PluginConflictError, match=r'Akhiran berkas "\.dbf" dibawa oleh "ppid-a"'):
        Dossier.open(sheet)


def test_folder_is_opened_without_loading_any_plugin(site: Site) -> None:
    site.install("ppid-importer-slow", plug_slow="raise KeyboardInterrupt")

    assert Dossier.open("examples/kota-serang-2020").year.period.year == 2020


@pytest.mark.parametrize("ending", [".dbf", ".DBF"])
def test_ending_of_a_dossier_is_read_in_any_case(site: Site, sheet: Path, ending: str) -> None:
    site.install("ppid-importer-dbf", plug_dbf=importer())

    assert Dossier.open(sheet.rename(sheet.with_suffix(ending))).year.period.year == 2023
