"""The made parts of the page on plugins: what the kit promises, and the wrong ones it must catch."""

from __future__ import annotations

from collections.abc import Iterable

from tests.testing import mutants

from docs.generate.docstring import body, cell
from docs.generate.markdown import code, link, page, table, words
from ppid_core.testing import ExporterContract, ImporterContract, RuleContract, promises


def promises_part() -> str:
    """Return every promise of each contract."""
    return page(*map(_contract, (ExporterContract, RuleContract, ImporterContract)))


def _contract(contract: type) -> str:
    rows = (
        [f'<a id="{_place(contract, one.name)}"></a>{code(one.name)}', cell(one.says), cell(one.mend)]
        for one in promises(contract)
    )
    return page(
        f"### {contract.__name__}",
        body(contract),
        table(["Promise", "What is promised", "How to mend it"], rows),
    )


def mutants_part() -> str:
    """Return each wrong exporter, rule and importer with the promise that catches it."""
    return page(
        "#### Wrong exporters",
        _caught(mutants.EXPORTERS, ExporterContract),
        "#### Wrong rules",
        _caught(mutants.RULES, RuleContract),
        "#### Wrong importers",
        _caught(mutants.IMPORTERS, ImporterContract),
    )


def _caught(wrong: Iterable[mutants.Mutant], contract: type) -> str:
    rows = ([words(one.wrong), link(code(one.promise), f"#{_place(contract, one.promise)}")] for one in wrong)
    return table(["It", "Caught by"], rows)


def _place(contract: type, promise: str) -> str:
    """Return what leads to a promise: the contracts have some of one name."""
    return f"{contract.__name__}.{promise}"
