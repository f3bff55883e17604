from __future__ import annotations

import subprocess
import sys
from typing import Protocol

import pytest

from ppid_core.errors import PluginConflictError, PluginLoadError, UnknownNameError
from ppid_core.plugins import Plugins, load_plugins
from ppid_core.rules import CATALOGUE
from ppid_core.version import VERSION

EXPORTER = """
    from attrs import frozen
    from ppid_core.plugins import Artifact, hookimpl

    @frozen(kw_only=True)
    class Mine:
        name: str = "{name}"
        label: str = "Punya kami"

        def export(self, report, /):
            yield Artifact(name="{name}.txt", media_type="text/plain", content=b"isi")

    @hookimpl
    def ppid_register_exporters():
        return [Mine()]
"""
RULE = """
    from ppid_core.language import Bilingual
    from ppid_core.plugins import hookimpl
    from ppid_core.rules import Rule, Severity

    TEXT = Bilingual("teks", "text")

    @hookimpl
    def ppid_register_rules():
        yield Rule(
            code="{code}", severity=Severity.INFO, title=TEXT, message=TEXT, mend=TEXT, explanation=TEXT,
            where=TEXT, example=TEXT, check=lambda evidence: iter(()),
        )
"""


class Site(Protocol):
    def install(
        self, distribution: str, version: str = "1.0", *, entry_points: object = None, **modules: str
    ) -> None: ...


def names(plugins: Plugins) -> list[str]:
    return [exporter.name for exporter in plugins.exporters]


def told(plugins: Plugins) -> list[tuple[str, str, str, str]]:
    return [
        (problem.owner.distribution, problem.owner.version, problem.owner.entry_point, problem.cause)
        for problem in plugins.problems
    ]


def test_exporter_of_a_stranger_stands_beside_the_built_in_ones(site: Site) -> None:
    built_in = names(load_plugins())
    site.install("ppid-exporter-ods", "0.3", plug_ods=EXPORTER.format(name="ods"))

    plugins = load_plugins()

    assert [*built_in, "ods"] == names(plugins)
    assert plugins.exporter("ods").label == "Punya kami"
    assert plugins.problems == ()


def test_built_in_formats_come_through_the_entry_point_of_our_own_distribution() -> None:
    plugins = load_plugins()

    assert {"ppid-core"} == {claim.owner.distribution for claim in plugins.exporter_claims}
    assert {"ppid_exporters"} == {claim.owner.entry_point for claim in plugins.exporter_claims}
    assert load_plugins(block=["ppid_exporters"]).exporters == ()


def test_rules_are_those_of_the_catalogue_then_those_of_plugins(site: Site) -> None:
    site.install("ppid-rules-banten", "2.1", plug_banten=RULE.format(code="BTN101"))

    plugins = load_plugins()

    assert [*(rule.code for rule in CATALOGUE), "BTN101"] == [rule.code for rule in plugins.rules]
    assert plugins.ruleset == {"ppid-core": VERSION, "ppid-rules-banten": "2.1"}
    assert plugins.rule("BTN101").code == "BTN101"


@pytest.mark.parametrize(
    ("source", "cause"),
    [
        ("import tidak_ada", "ModuleNotFoundError: No module named 'tidak_ada'"),
        ("raise SystemExit(4)", "SystemExit: 4"),
        ("raise BaseException", "BaseException"),
        ("def (", "SyntaxError: invalid syntax (plug_broken.py, line 1)"),
        (
            "class Mute(Exception):\n    def __str__(self): raise RuntimeError\n\nraise Mute",
            "Mute",
        ),
    ],
)
def test_plugin_that_cannot_be_imported_is_told_and_the_others_load(
    site: Site, source: str, cause: str
) -> None:
    site.install("ppid-exporter-broken", "0.3", plug_broken=source)
    site.install("ppid-exporter-ods", plug_ods=EXPORTER.format(name="ods"))

    plugins = load_plugins()

    assert "ods" in names(plugins)
    assert [("ppid-exporter-broken", "0.3", "plug_broken", cause)] == told(plugins)
    assert f'Plugin "ppid-exporter-broken" 0.3 gagal dimuat ({cause}).' in plugins.problems[0].message.id


def test_keyboard_interrupt_is_no_failure_of_a_plugin(site: Site) -> None:
    site.install("ppid-exporter-slow", plug_slow="raise KeyboardInterrupt")

    with pytest.raises(KeyboardInterrupt):
        load_plugins()


NO_EXPORTER = " (it needs name, label, export; return an object, not a class)"
HOOK = """
    from ppid_core.plugins import hookimpl
    from ppid_core.plugins import Artifact

    class Named:
        def __init__(self, name, label="Label"):
            self.name, self.label = name, label

        def export(self, report, /):
            return ()

    @hookimpl
    def ppid_register_exporters():
        {body}
"""


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        ("raise OSError('rusak')", "ppid_register_exporters: OSError: rusak"),
        ("raise SystemExit", "ppid_register_exporters: SystemExit"),
        ("return 7", "ppid_register_exporters: it returned int, not a list"),
        (
            "while True: yield Named('satu')",
            "ppid_register_exporters: more than 1,000 items",
        ),
        (
            "yield Named('satu'); raise ValueError('di tengah')",
            "ppid_register_exporters: ValueError: di tengah",
        ),
        (
            "return [Named]",
            "ppid_register_exporters: Named is no exporter" + NO_EXPORTER,
        ),
        (
            "return [object()]",
            "ppid_register_exporters: object is no exporter" + NO_EXPORTER,
        ),
        (
            "return [Named('Ods 2')]",
            "ppid_register_exporters: the exporter \"Ods 2\" is wrong in name='Ods 2'",
        ),
        (
            "return [Named(None)]",
            "ppid_register_exporters: the exporter NoneType is wrong in name=None",
        ),
        ("return [Named('satu', '')]", "ppid_register_exporters: the exporter \"satu\" is wrong in label=''"),
    ],
)
def test_answer_that_cannot_be_used_is_told_with_its_cause(site: Site, body: str, cause: str) -> None:
    site.install("ppid-exporter-odd", plug_odd=HOOK.format(body=body))

    plugins = load_plugins()

    assert "satu" not in names(plugins)
    assert [("ppid-exporter-odd", "1.0", "plug_odd", cause)] == told(plugins)


def test_property_that_raises_is_told(site: Site) -> None:
    body = (
        "class Bad(Named):\n"
        "            label = property(lambda self: 1 / 0)\n"
        "            def __init__(self): self.name = 'bad'\n"
        "        return [Bad()]"
    )
    site.install("ppid-exporter-odd", plug_odd=HOOK.format(body=body))

    (problem,) = load_plugins().problems

    assert "ZeroDivisionError" in problem.cause


def test_same_fault_many_times_is_told_once(site: Site) -> None:
    site.install("ppid-exporter-odd", plug_odd=HOOK.format(body="return [object()] * 500"))

    assert len(load_plugins().problems) == 1


def test_misspelt_hook_is_told_by_its_name(site: Site) -> None:
    misspelt = "\n    @hookimpl\n    def ppid_register_rule():\n        return []\n"
    site.install("ppid-exporter-ods", plug_ods=EXPORTER.format(name="ods") + misspelt)

    (problem,) = load_plugins().problems

    assert problem.cause == "ppid_register_rule"
    assert problem.message.id.startswith(
        'Plugin "ppid-exporter-ods" 1.0 memakai hook ppid_register_rule, yang'
    )
    assert "ods" in names(load_plugins())


def test_hook_without_its_mark_is_told(site: Site) -> None:
    site.install("ppid-exporter-plain", plug_plain="def ppid_register_exporters():\n    return []\n")

    assert [problem.cause for problem in load_plugins().problems] == [
        "ppid_register_exporters without @hookimpl"
    ]


def test_argument_that_the_hook_has_not_is_told(site: Site) -> None:
    source = """
        from ppid_core.plugins import hookimpl

        @hookimpl
        def ppid_exported(laporan):
            return []
    """
    site.install("ppid-audit", plug_audit=source)

    (problem,) = load_plugins().problems

    assert "hook 'ppid_exported'" in problem.cause
    assert "Argument(s) {'laporan'} are declared in the hookimpl" in problem.cause
    assert "can not be found in the hookspec" in problem.message.id


@pytest.mark.parametrize("code", ["T901", "ABCDE101"])
def test_code_outside_the_families_of_strangers_is_refused(site: Site, code: str) -> None:
    source = RULE.format(code=code)
    site.install("ppid-rules-greedy", plug_greedy=source)

    plugins = load_plugins()

    assert code not in {rule.code for rule in plugins.rules}
    assert len(plugins.problems) == 1


def test_two_strangers_of_one_name_have_neither_until_one_is_blocked(site: Site) -> None:
    site.install("ppid-exporter-ods", "0.3", plug_ods=EXPORTER.format(name="ods"))
    site.install("kota-ods", "1.0", plug_kota=EXPORTER.format(name="ods"))

    plugins = load_plugins()

    assert "ods" not in names(plugins)
    (problem,) = plugins.problems
    assert '"kota-ods" 1.0 dan "ppid-exporter-ods" 0.3' in problem.message.id
    assert "--block kota-ods" in problem.message.id
    with pytest.raises(PluginConflictError, match=r'"kota-ods" 1\.0 dan "ppid-exporter-ods" 0\.3'):
        plugins.exporter("ods")
    for block in (["kota-ods"], ["Kota_ODS"], ["plug_kota"]):
        chosen = load_plugins(block=block)
        assert chosen.problems == ()
        assert "ods" in names(chosen)


def test_built_in_format_keeps_its_name(site: Site) -> None:
    site.install("kota-json", plug_kota=EXPORTER.format(name="json"))

    plugins = load_plugins()

    assert type(plugins.exporter("json")).__module__.startswith("ppid_exporters")
    (problem,) = plugins.problems
    assert problem.owner.distribution == "kota-json"
    assert f'yang dipakai milik "ppid-core" {VERSION}' in problem.message.id
    stranger = load_plugins(block=["ppid_exporters"]).exporter("json")
    assert type(stranger).__module__ == "plug_kota"


def test_two_rules_of_one_code_have_neither(site: Site) -> None:
    site.install("ppid-rules-a", plug_rules_a=RULE.format(code="BTN101"))
    site.install("ppid-rules-b", plug_rules_b=RULE.format(code="BTN101"))

    plugins = load_plugins()

    assert "BTN101" not in {rule.code for rule in plugins.rules}
    with pytest.raises(PluginConflictError):
        plugins.rule("BTN101")


def test_strict_loading_raises_for_a_failure_and_for_a_conflict(site: Site) -> None:
    site.install("kota-json", plug_kota=EXPORTER.format(name="json"))
    with pytest.raises(PluginConflictError, match="kota-json"):
        load_plugins(strict=True)

    site.install("ppid-exporter-broken", plug_broken="import tidak_ada")
    with pytest.raises(PluginLoadError, match="tidak_ada") as caught:
        load_plugins(strict=True)
    assert "could not be loaded" in caught.value.told.en
    assert "gagal dimuat" in caught.value.told.id


def test_strict_loading_of_what_works_is_loading(site: Site) -> None:
    site.install("ppid-exporter-ods", plug_ods=EXPORTER.format(name="ods"))

    assert names(load_plugins()) == names(load_plugins(strict=True))


def test_old_metadata_of_a_distribution_beside_the_new_is_no_second_plugin(site: Site) -> None:
    site.install("ppid-exporter-ods", "0.3", plug_ods=EXPORTER.format(name="ods"))
    site.install("ppid.exporter.ods", "0.2", entry_points={"plug_ods": "plug_ods"})

    plugins = load_plugins()

    assert plugins.problems == ()
    assert names(plugins).count("ods") == 1


def test_plugins_load_in_the_order_of_their_names_whatever_the_path_says(site: Site) -> None:
    for letter in "cab":
        site.install(f"ppid-exporter-{letter}", **{f"plug_{letter}": EXPORTER.format(name=letter)})

    assert names(load_plugins())[-3:] == ["a", "b", "c"]


def test_unknown_format_lists_the_known_ones() -> None:
    plugins = load_plugins()

    with pytest.raises(UnknownNameError) as caught:
        plugins.exporter("ods")

    assert tuple(sorted(names(plugins))) == caught.value.known


def test_entry_points_may_be_handed_over() -> None:
    assert load_plugins(entry_points=()).exporters == ()


@pytest.mark.slow
def test_importing_the_library_loads_no_plugin(site: Site) -> None:
    site.install("ppid-exporter-loud", plug_loud="raise SystemExit(9)")
    code = "import sys, ppid_core, ppid_core.plugins; print('ppid_exporters' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stdout == "False\n"


def test_what_is_not_known_is_told_by_the_same_kind_of_word() -> None:
    plugins = load_plugins()

    kinds = []
    for ask in (plugins.exporter, plugins.rule, plugins.importer):
        with pytest.raises(UnknownNameError) as caught:
            ask("tidak-ada")
        kinds.append(caught.value.kind)
        assert str(caught.value).startswith(f'{caught.value.kind.capitalize()} "tidak-ada" tidak dikenal.')

    assert kinds == ["format", "aturan", "akhiran berkas"]


def test_strict_loading_tells_the_conflicts_beside_the_failures(site: Site) -> None:
    site.install("kota-json", plug_kota=EXPORTER.format(name="json"))
    site.install("ppid-exporter-broken", plug_broken="import tidak_ada")

    with pytest.raises(PluginLoadError, match="tidak_ada") as caught:
        load_plugins(strict=True)

    assert len(str(caught.value).splitlines()) == 2
    assert "kota-json" in str(caught.value)
