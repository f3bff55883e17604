"""Rules with options: the fields of their check, set by whoever asks or by the table laporan."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import Protocol

import pytest
from attrs import evolve, field, frozen
from attrs.validators import ge

from ppid_core import Dossier, Evidence, Finding, Rule, load_plugins
from ppid_core.errors import OptionError, UnknownNameError
from ppid_core.rules import CATALOGUE, known
from ppid_core.rules.engine.checked import checked_json

RULE = '''
    from pathlib import Path

    from attrs import field, frozen
    from attrs.validators import ge
    from ppid_core.language import Bilingual
    from ppid_core.plugins import hookimpl
    from ppid_core.rules import Finding, Rule, Severity, known

    TEXT = Bilingual("teks", "text")

    @frozen(kw_only=True)
    class AtLeast:
        """Yield the register that holds fewer requests."""

        requests: int = field(default=2, validator=ge(0))
        strict: bool = False
        known: Path | None = None

        def __call__(self, evidence):
            total = known(evidence.summary.figure("requests.total"))
            if total < self.requests:
                yield Finding(subject="requests.total", provided=total, expected=self.requests)

    @hookimpl
    def ppid_register_rules():
        yield Rule(
            code="BTN101", severity=Severity.WARNING, title=TEXT, message=TEXT, mend=TEXT, explanation=TEXT,
            where=TEXT, example=TEXT, check=AtLeast(),
        )
'''


class Site(Protocol):
    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


@pytest.fixture(autouse=True)
def _installed(site: Site) -> None:
    site.install("ppid-rules-banten", "2.1", plug_banten=RULE)


def work(*keys: tuple[str, str], given: dict[str, dict[str, str]] | None = None) -> Dossier:
    """Return a year of one request."""
    rows = [{"kunci": "tahun", "isi": "2023"}, *({"kunci": key, "isi": value} for key, value in keys)]
    return Dossier.from_rows({"laporan": rows, "permohonan": [{"nomor": 1}]}, rule_options=given)


def expected(of: Dossier) -> list[object]:
    return [finding.expected for finding in of.findings if finding.code == "BTN101"]


def test_default_holds_where_nothing_is_set() -> None:
    assert [2] == expected(work())
    assert work().checked.run("BTN101").options == (("known", ""), ("requests", "2"), ("strict", "false"))


def test_table_sets_an_option_and_whoever_asks_wins() -> None:
    typed = ("aturan.btn101.requests", "5")

    assert [5] == expected(work(typed))
    assert [7] == expected(work(typed, given={"BTN101": {"requests": "7"}}))
    assert [] == expected(work(typed, given={"BTN101": {"requests": "1"}}))


def test_value_by_which_a_rule_was_asked_is_recorded_so_that_it_can_be_asked_again() -> None:
    first = work(("aturan.BTN101.requests", "5"), ("aturan.BTN101.strict", "ya"))
    recorded = dict(first.checked.run("BTN101").options)

    again = work(given={"BTN101": {name: value for name, value in recorded.items() if value}})

    assert recorded == {"known": "", "requests": "5", "strict": "true"}
    assert first.findings == again.findings
    assert first.checked.run("BTN101") == again.checked.run("BTN101")


def test_json_tells_the_values_of_rules_that_have_some_and_of_no_other() -> None:
    rules = checked_json(work(("aturan.BTN101.requests", "5")).checked)["rules"]

    told = {rule["code"]: rule["options"] for rule in rules if "options" in rule}
    assert told == {"BTN101": {"known": "", "requests": "5", "strict": "false"}}


def test_unknown_option_lists_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match='Pilihan aturan BTN101 "request" tidak dikenal') as caught:
        work(given={"BTN101": {"request": "7"}}).check()

    assert caught.value.known == ("known", "requests", "strict")
    with pytest.raises(UnknownNameError, match='"request"'):
        work(("aturan.BTN101.request", "7")).check()


def test_rule_without_options_has_none() -> None:
    with pytest.raises(UnknownNameError, match='Pilihan aturan T101 "hari" tidak dikenal'):
        work(given={"T101": {"hari": "7"}}).check()


def test_unknown_rule_is_refused_where_it_is_asked_for_and_passed_over_in_the_table() -> None:
    with pytest.raises(UnknownNameError, match='Aturan "XY101" tidak dikenal'):
        work(given={"XY101": {"hari": "7"}}).check()

    assert [2] == expected(work(("aturan.XY101.hari", "7")))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("lima", r'Pilihan BTN101\.requests: "lima" tidak dapat dipakai\. Yang dapat: bilangan bulat\.'),
        ("-1", r"Pilihan BTN101\.requests=-1 ditolak oleh aturan itu \(ValueError"),
    ],
)
def test_value_that_cannot_be_is_told(typed: str, said: str) -> None:
    with pytest.raises(OptionError, match=said):
        work(("aturan.BTN101.requests", typed)).check()


def test_table_names_no_file_outside_its_folder() -> None:
    with pytest.raises(OptionError, match=r"aturan\.BTN101\.known.*di luar folder"):
        work(("aturan.BTN101.known", "/etc/passwd")).check()

    assert [2] == expected(work(given={"BTN101": {"known": "/etc/passwd"}}))


def test_rule_stays_guarded_and_can_be_pickled_when_its_options_are_set() -> None:
    rule = load_plugins().rule("BTN101").with_options({"requests": "5"})

    assert type(rule) is type(load_plugins().rule("BTN101"))
    assert rule == pickle.loads(pickle.dumps(rule))  # noqa: S301  our own bytes
    assert ("requests", 5) in [(option.name, option.default) for option in rule.options]


@frozen(kw_only=True)
class Few:
    """A check with a field that it refuses below 0."""

    requests: int = field(default=2, validator=ge(0))

    def __call__(self, evidence: Evidence) -> Iterator[Finding]:
        if known(evidence.summary.number("requests.total")) < self.requests:
            yield Finding(subject="requests.total")


def test_options_of_a_rule_are_the_fields_of_its_check() -> None:
    rule: Rule = evolve(CATALOGUE[0], check=Few())

    assert rule.with_options({"requests": "9"}).check == Few(requests=9)
    assert rule.with_options({}) == rule
    assert CATALOGUE[0].options == ()
