"""What the law asks for, and where it stands in the report."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_core.deadlines import report_due_for
from ppid_core.errors import NotInForceError
from ppid_core.language import Bilingual
from ppid_core.law import ContentCondition, RequiredContent
from ppid_core.law.citation import unmarked
from ppid_core.model import Absent, CourtCase, Dispute, Measure, Objection, Reason
from ppid_core.report.absences import is_of_some
from ppid_core.report.blocks import Column, Section, Table
from ppid_core.report.material import Material
from ppid_core.report.parts.cases import none_adjudicated
from ppid_core.summary import UNNAMED, UNREAD, Tree, listed

_THERE = Bilingual("ada", "there")
_PARTLY = Bilingual("sebagian", "in part")
_NIL = Bilingual("nihil", "nil")
_NOT_RECORDED = Bilingual("tidak tercatat", "not recorded")
_NOT_READ = Bilingual("tidak seluruhnya terbaca", "not wholly read")
_NOT_ASKED = Bilingual("tidak berlaku", "not applicable")
_NOT_CHECKED = Bilingual("tidak diperiksa", "not checked")
_UNCOUNTABLE = Bilingual("tidak dapat dihitung", "cannot be counted")

_NO_CALENDAR = Absent(Reason.NO_CALENDAR)

_HOMES: Mapping[str, str] = {
    slug: home
    for home, slugs in {
        "background": ("policy",),
        "secretariat": ("facilities", "facilities_condition"),
        "staff": ("staff", "staff_qualifications"),
        "budget": ("budget", "budget_use"),
        "requests": ("requests", "granted", "refused", "refusal_reasons"),
        "response_time": ("response_time",),
        "objections": ("objections", "objection_answers", "objection_execution"),
        "disputes": ("disputes", "dispute_results", "dispute_execution"),
        "suits": ("suits", "suit_results", "suit_execution"),
        "internal_constraints": ("constraints", "constraints_internal"),
        "external_constraints": ("constraints_external",),
        "recommendations": ("recommendations", "follow_up"),
    }.items()
    for slug in slugs
}
"""A content → the section that tells it."""


_REGISTERS: Mapping[str, str] = {
    "requests": "requests",
    "response_time": "requests",
    "objections": "objections",
    "disputes": "disputes",
    "suits": "suits",
}
"""The section of a content → the register whose nil makes it nil."""


_FIGURES: Mapping[str, tuple[str, ...]] = {
    "budget": (Measure.ALLOCATED,),
    "requests": (Measure.REQUESTS_TOTAL, Measure.APPLICANTS_TOTAL),
    "granted": (Measure.REQUESTS_GRANTED, Measure.REQUESTS_PARTLY_GRANTED, Measure.REQUESTS_FULFILLED),
    "refused": (Measure.REQUESTS_REFUSED,),
    "refusal_reasons": ("requests.by_refusal_reason",),
    "response_time": (Measure.RESPONSE_COUNT, Measure.RESPONSE_MEAN, "requests.response_time.by_class"),
    "objections": (Measure.OBJECTIONS_TOTAL,),
    "objection_answers": ("objections.by_answer",),
    "disputes": (Measure.DISPUTES_TOTAL,),
    "dispute_results": ("disputes.by_result",),
    "suits": (Measure.SUITS_TOTAL,),
    "suit_results": ("suits.by_decision",),
}
"""A content → the figures of which one at least has to be known where it is there."""


def conformity(material: Material, labels: Mapping[str, str]) -> Section:
    """Tell for each content of the law where it stands, or that it is nil or not recorded.

    Args:
        material: the year and what was found.
        labels: heading of each section of the document, by its key.
    """
    table = Table(
        key="conformity",
        columns=(
            Column(key="content", title=material.t("Isi minimum", "Required content")),
            Column(key="basis", title=material.t("Dasar", "Basis")),
            Column(key="section", title=material.t("Tempat", "Section")),
            Column(key="state", title=material.t("Keadaan", "State")),
        ),
        rows=tuple(
            (
                f"{content.place}. {content.title(material.lang)}",
                unmarked(content.cite(material.lang), material.lang),
                labels.get(_HOMES.get(content.slug, ""), ""),
                _state(material, content)(material.lang),
            )
            for content in _contents(material)
        ),
        notes=(
            material.t("Sumber: pemeriksaan aturan L103.", "Source: the check of rule L103."),
            *(finding.sentence(material.lang) for finding in material.found("L905")),
        ),
        caption=material.t(
            "Kesesuaian dengan isi minimum peraturan", "Conformity with the required contents"
        ),
    )
    return Section(
        key="conformity", title=material.t("Kesesuaian Isi Minimum", "Required Contents"), blocks=(table,)
    )


def _contents(material: Material) -> tuple[RequiredContent, ...]:
    """Return what the law asks for, nothing for a year before there was a standard."""
    try:
        due_on = report_due_for(material.year.period.year, material.law)
        return material.law.required_contents.at(due_on).value
    except NotInForceError:
        return ()


def _state(material: Material, content: RequiredContent) -> Bilingual:
    """Return the state of a content; a part of what is not there is as its whole is.

    Only the check tells what is missing: where it was not asked or failed, nobody has looked.
    """
    if not material.has_judged("L103"):
        return _NOT_CHECKED
    whole = next((one for one in _contents(material) if one.slug == content.part_of), None)
    if whole is not None and (inherited := _state(material, whole)) is not _THERE:
        return inherited
    told = {finding.subject: finding for finding in material.found("L103")}
    finding = told.get(f"content:{content.slug}")
    if finding is not None:
        return _PARTLY if is_of_some(finding) else _NOT_RECORDED
    if content.slug == "response_time" and material.figure("requests.response_time") == _NO_CALENDAR:
        return _UNCOUNTABLE
    register = _REGISTERS.get(_HOMES.get(content.slug, ""), "")
    if register and material.figure(f"{register}.total") == 0:
        return _NIL
    if content.condition is ContentCondition.IF_ADJUDICATED and not listed(material.year.suits):
        return _NOT_ASKED if none_adjudicated(material) else _NOT_RECORDED
    is_if_obliged = content.condition is ContentCondition.IF_OBLIGED
    if is_if_obliged and not any(row.execution for row in _obliged(material, content)):
        return _NOT_ASKED
    if _has_figure(material, content.slug):
        return _THERE
    return _NOT_READ if _is_unread(material, content.slug) else _NOT_RECORDED


def _has_figure(material: Material, slug: str) -> bool:
    """Tell whether the figure of a content is known; a content without any is there by its words."""
    paths = _FIGURES.get(slug)
    return paths is None or any(_is_known(material.figure(path)) for path in paths)


def _is_known(figure: Tree) -> bool:
    """Tell whether a figure is known, or stated; a breakdown is where it names any category."""
    if isinstance(figure, Absent):
        return figure.reason is Reason.STATED_ONLY
    return not isinstance(figure, Mapping) or bool(figure.keys() - UNNAMED.keys())


def _is_unread(material: Material, slug: str) -> bool:
    """Tell whether cells that could not be read leave the figure of a content open."""
    for path in _FIGURES.get(slug, ()):
        figure, beside = material.figure(path), material.figure(path.rpartition(".")[0])
        reasons = {one.reason for one in (figure, beside) if isinstance(one, Absent)}
        parts = [one for one in (figure, beside) if isinstance(one, Mapping)]
        if reasons & {Reason.UNREAD, Reason.UNREADABLE} or any(one.get(UNREAD) for one in parts):
            return True
    return False


def _obliged(material: Material, content: RequiredContent) -> tuple[Objection | Dispute | CourtCase, ...]:
    homes: dict[str, tuple[Objection | Dispute | CourtCase, ...]] = {
        "objections": listed(material.year.objections),
        "disputes": listed(material.year.disputes),
        "suits": listed(material.year.suits),
    }
    return homes.get(_HOMES.get(content.slug, ""), ())
