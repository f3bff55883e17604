"""All rules: their texts, their cases in these tests, their places in the input, any year at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import HealthCheck, given, settings
from tests.years import shared_years

import ppid_core.rules
from ppid_core.glossary.key import report_keys
from ppid_core.intake.tables import table_headings
from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.model import ServiceYear
from ppid_core.rules import CATALOGUE, Checked, Rule, Status
from ppid_core.source import Source
from ppid_core.testing.judgement import judged

TESTS = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.rglob("test_*.py"))
)
CASES = re.findall(r"def test_((?:[a-z]\d{3}_)+)([a-z_0-9]+)\(", TESTS)
ELSEWHERE = frozenset({"L103", "L901", "L902"})
"""Of L103 each finding names its own table; the law data of this package are mended in none."""
PROSE = frozenset(
    {"dan", "atau", "itu", "jenis", "yang", "disebut", "rujukan", "di", "tabel", "baris", "register"}
)


def cases(code: str) -> list[str]:
    return [said for codes, said in CASES if code.lower() in codes.split("_")]


def texts(rule: Rule) -> list[Bilingual]:
    return [rule.title, rule.message, rule.mend, rule.explanation, rule.where, rule.example]


rules = pytest.mark.parametrize("rule", CATALOGUE, ids=[rule.code for rule in CATALOGUE])


@rules
def test_every_rule_has_a_case_that_fires_one_that_does_not_and_one_not_applicable(rule: Rule) -> None:
    said = cases(rule.code)
    assert any(name.startswith("fires") for name in said)
    assert any(name.startswith("passes") for name in said)
    assert any(re.match(r"(?:is|are)_not_applicable", name) for name in said)


@rules
def test_every_text_is_there_in_both_languages_and_asks_for_the_same_facts(rule: Rule) -> None:
    for text in texts(rule):
        assert text.id.strip()
        assert text.en.strip()
        assert fields(text.id) == fields(text.en) or text is rule.message or text is rule.mend
    assert fields(rule.message.en) <= fields(rule.message.id) | {"subject"}


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@rules
def test_every_sentence_ends_and_blames_nobody(rule: Rule) -> None:
    for text in (rule.message, rule.mend, rule.explanation):
        assert text.id.endswith((".", "}"))
        assert text.en.endswith((".", "}"))
        assert not re.search(r"\b(?:salah(?! satu)|melanggar|temuan|lalai|gagal|padahal)\b", text.id)


@rules
def test_every_rule_names_tables_and_columns_that_there_are(rule: Rule) -> None:
    places = [place for place in rule.where.id.split(";") if known_in(place)]
    assert places or rule.code in ELSEWHERE
    for place in places:
        columns = {column for table in known_in(place) for column in columns_of(table)}
        after = re.split(r"\b(?:kolom|kunci)\b", place)
        named = set(re.findall(r"[a-z][a-z_.]+", after[-1])) - known_in(place) if len(after) > 1 else set()
        assert named <= columns | PROSE


def known_in(place: str) -> set[str]:
    return set(re.findall(r"[a-z_]+", place)) & set(table_headings())


def columns_of(table: str) -> set[str]:
    return {heading.name for heading in table_headings()[table].headings} | (
        {key.name for key in report_keys()} if table == "laporan" else set()
    )


def test_every_required_content_names_a_table_and_column_that_there_is() -> None:
    for provision in Lawbook.load().required_contents.provisions:
        contents = Lawbook.load().required_contents.at(provision.since).value
        for table, _, column in (name.partition(".") for content in contents for name in content.typed_in):
            assert table in table_headings()
            assert column in columns_of(table) | {""} or table == "naskah"


def test_codes_are_unique_and_in_the_order_of_their_families() -> None:
    codes = [rule.code for rule in CATALOGUE]
    assert len(codes) == len(set(codes))
    families = "TDSCLMIBKPYW"
    assert list(dict.fromkeys(code[0] for code in codes)) == list(families)
    assert all(of == sorted(of) for of in ([code for code in codes if code[0] == one] for one in families))


def told(checked: Checked) -> list[str]:
    return [
        said(finding, lang)
        for finding in checked.findings
        for said in (checked.message, checked.mend)
        for lang in ("id", "en")
    ]


def rows_that_share_a_subject(checked: Checked) -> Iterator[str]:
    """Yield each subject under which one rule finds something of two rows of a register."""
    places = defaultdict[tuple[str, str], set[Source]](set)
    for finding in checked.findings:
        if finding.subject.startswith(("request:", "objection:", "dispute:", "suit:")):
            places[finding.code, finding.subject].update(finding.places[:1])
    yield from (subject for (_, subject), rows in places.items() if len(rows) > 1)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(year=shared_years())
def test_no_rule_fails_and_every_finding_can_be_told_for_any_year(year: ServiceYear) -> None:
    checked = judged(year, inputs={"data/opd.csv": "…"})
    assert [run for run in checked.runs if run.status is Status.FAILED] == []
    assert all(told(checked))
    assert list(rows_that_share_a_subject(checked)) == []


@pytest.mark.parametrize("name", ["catalogue_of_all", "ALL"])
def test_the_room_of_rules_has_no_names_but_its_own(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(ppid_core.rules, name)
