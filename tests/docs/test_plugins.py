"""The page on plugins holds every hook as it is declared."""

from __future__ import annotations

import ast

import pytest
from tests.docs.page import page
from tests.docs.source import declared_hooks
from tests.testing import mutants

from ppid_core.testing import ExporterContract, RuleContract, promises


def test_every_hook_is_a_heading_with_its_exact_signature() -> None:
    hooks = [
        f"{hook.name}({ast.unparse(hook.args)}) -> {ast.unparse(hook.returns)}"
        for hook in declared_hooks()
        if hook.returns is not None
    ]

    assert {"ppid_register_exporters() -> Iterable[Exporter]"} <= set(hooks)
    assert hooks == [heading for heading in page("plugins.md").headings if heading.startswith("ppid_")]


def test_every_hook_is_told_as_its_docstring_tells_it() -> None:
    text = " ".join(page("plugins.md").text.split())

    for hook in declared_hooks():
        first, *_ = (ast.get_docstring(hook) or "").splitlines()
        assert first
        assert first in text


@pytest.mark.parametrize("contract", [ExporterContract, RuleContract])
def test_every_promise_has_its_row(contract: type) -> None:
    told = [row[0] for row in page("plugins.md").rows[contract.__name__]]

    assert told == [promise.name for promise in promises(contract)]
    assert all("test_" in name for name in told)


@pytest.mark.parametrize(
    ("heading", "wrong", "fewest"),
    [("Wrong exporters", mutants.EXPORTERS, 12), ("Wrong rules", mutants.RULES, 6)],
)
def test_every_mistake_stands_beside_the_promise_that_catches_it(
    heading: str, wrong: tuple[mutants.Mutant, ...], fewest: int
) -> None:
    told = page("plugins.md").rows[heading]

    assert len(told) >= fewest
    assert told == tuple((one.wrong, one.promise) for one in wrong)
