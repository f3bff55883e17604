"""Which list names the parts of a breakdown."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ppid_core.model import (
    ApplicantClass,
    Channel,
    Dimension,
    DisputeResult,
    ObjectionAnswer,
    ObjectionGround,
    Outcome,
    RefusalReason,
    StageKind,
)

VOCABULARIES: Mapping[Dimension, type[StrEnum]] = {
    Dimension.OUTCOME: Outcome,
    Dimension.APPLICANT: ApplicantClass,
    Dimension.CHANNEL: Channel,
    Dimension.REFUSAL_REASON: RefusalReason,
    Dimension.PARTIAL_REASON: RefusalReason,
    Dimension.GROUND: ObjectionGround,
    Dimension.ANSWER: ObjectionAnswer,
    Dimension.RESULT: DisputeResult,
    Dimension.STAGE: StageKind,
}
"""By dimension; agencies, months, times and typed words have no list."""
