"""Which waiver explains which finding is looked up, and comes to what asking each of each would."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ppid_core import Finding
from ppid_core.model import ReportingPeriod, Request, ServiceYear, Waiver
from ppid_core.rules.engine.subjects import Subjects
from ppid_core.rules.engine.waivers import covers, explained

TODAY = date(2023, 12, 31)
NUMBERS = ("001/2023", "002/2023", "002/2023", "#1", "")
SUBJECTS = (
    *("", "request:001/2023", "Request:001/2023", "001/2023", "permohonan 001/2023", "002/2023"),
    *("request:#1", "#1", "request:#2", "objections.total", "1"),
)
YEAR = ServiceYear(period=ReportingPeriod(2023), requests=tuple(Request(number=one) for one in NUMBERS))
CODES = st.sampled_from(("L106", "C201"))
findings = st.builds(Finding, subject=st.sampled_from(SUBJECTS), code=CODES)
waivers = st.builds(
    Waiver, subject=st.sampled_from(SUBJECTS), code=CODES, reason=st.sampled_from(("", "sakit", "banjir"))
)


@given(st.lists(findings, max_size=8), st.lists(waivers, max_size=8))
def test_the_first_waiver_that_covers_a_finding_explains_it(
    found: list[Finding], given_reasons: list[Waiver]
) -> None:
    subjects = Subjects(year=YEAR)

    told = explained(found, given_reasons, TODAY, subjects)

    valid = [waiver for waiver in given_reasons if waiver.reason]
    assert [finding.waived for finding in told] == [
        next((waiver.reason for waiver in valid if covers(waiver, finding, subjects)), "")
        for finding in found
    ]
