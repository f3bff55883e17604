"""Standards of service, and the commission's questions as a body answers them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.intake.tables import QUESTIONS, STANDARDS
from ppid_core.model import AssessmentQuestion, Coded, SelfAnswer, ServiceStandard
from ppid_core.testing.strategies.column import rows_of_table
from ppid_core.testing.strategies.plain import coded, texts

_CONTENTS = st.sampled_from(("dasar hukum|biaya/tarif", "dasar hukum; jaminan pelayanan", "SOP permohonan"))
_WEIGHTS = st.integers(0, 40).map(Decimal) | st.integers(1, 999).map(lambda tenths: Decimal(tenths) / 10)
_SHARES = st.sampled_from(("75%", "12,5 persen")).map(lambda share: Coded(SelfAnswer.SHARE, share))


@cache
def service_standards() -> SearchStrategy[ServiceStandard]:
    """Return standards of service: charters, procedures, tariffs."""
    return rows_of_table(STANDARDS, content=_CONTENTS | texts())


@cache
def assessment_questions() -> SearchStrategy[AssessmentQuestion]:
    """Return questions of the commission; some have no weight, some no answer or only a share."""
    return rows_of_table(
        QUESTIONS, always={"question": texts()}, weight=_WEIGHTS, answer=coded(SelfAnswer) | _SHARES
    )
