"""From a year and its figures to a document: the only place with the report's wording is below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from ppid_core.errors import MismatchError
from ppid_core.language import Bilingual, Lang
from ppid_core.law import Lawbook
from ppid_core.model import Absent, ServiceYear
from ppid_core.model.redaction import Redaction
from ppid_core.report.blocks import Section
from ppid_core.report.document import (
    STEM,
    Cover,
    Edition,
    Form,
    Meta,
    Report,
    Theme,
    refuse_unknown,
    stem_of,
    walk,
)
from ppid_core.report.material import Material
from ppid_core.report.outline import chapters
from ppid_core.report.parts import (
    annex,
    announcement,
    conformity,
    front,
    information_lists,
    letter,
    monev,
    register,
    standards,
    year_on_year,
)
from ppid_core.rules import Checked
from ppid_core.summary import EarlierYear, Summary, chronicle_of, public_year, renamed
from ppid_core.summary.tally import identity
from ppid_core.writing import format_number

_STEMS: Mapping[Form, str] = {"full": STEM, "brief": "pengumuman", "letter": "surat-pengantar"}
"""What each form is called."""


def compose(  # noqa: PLR0913  whatever a report is made of, and how it is told
    year: ServiceYear,
    summary: Summary,
    checked: Checked,
    law: Lawbook,
    *,
    form: Form = "full",
    lang: Lang = "id",
    edition: Edition = "public",
    theme: Theme | None = None,
    pictures: Mapping[str, bytes] | None = None,
    previous: Sequence[EarlierYear] = (),
    draft: str | None = None,
) -> Report:
    """Return the report of one year.

    >>> from ppid_core import Dossier, compose
    >>> work = Dossier.open("examples/kota-serang-2020")
    >>> compose(work.year, work.summary, work.checked, work.law, lang="en").meta.title
    'Report on the Information Service in the year 2020'

    Args:
        year: the year; whatever is not the internal edition is made of `redact` of it.
        summary: its figures.
        checked: what was found in it.
        law: what the report must hold.
        form: the ``full`` report, the ``brief`` announcement (UU 14/2008 Pasal 12) or the ``letter`` with it.
        lang: language of headings and sentences; what staff wrote stays as it is.
        edition: ``public`` or ``internal``.
        theme: paper and accent; by default what the body chose.
        pictures: content of each picture file, by the path that the table names.
        previous: earlier years of the same body with their figures, the newest first.
        draft: the mark of a draft, "" for none; by default that of `draft_mark`.

    Raises:
        UnknownNameError: for a form, a language or an edition that there is not.
        MismatchError: summary, check and law are not of this year; a `Dossier` holds them together.
    """
    refuse_unknown(form=form, lang=lang, edition=edition)
    _refuse_others(year, summary, checked, law)
    whole = Material(
        year=year, summary=summary, checked=checked, law=law, lang=lang, form=form, edition=edition
    )
    material = evolve(whole, pictures=pictures or {}, previous=tuple(previous))
    return _report(material, theme or _theme(year), draft_mark(year, 0, lang) if draft is None else draft)


def draft_mark(year: ServiceYear, problems: int, lang: Lang, *, always: bool = False) -> str:
    """Return what a draft says of itself on cover and pages, "" where everything was read.

    Args:
        year: the year; it knows its unread cells.
        problems: how many entries could not be read, cells or not.
        lang: the language.
        always: whether a year that was read whole is a draft, too.
    """
    if year.unread_count:
        return _CELLS_LEFT.fill(count=format_number(year.unread_count, lang))(lang)
    if problems:
        return _ENTRIES_LEFT.fill(count=format_number(problems, lang))(lang)
    return _DRAFT(lang) if always else ""


def _refuse_others(year: ServiceYear, summary: Summary, checked: Checked, law: Lawbook) -> None:
    """Refuse figures or findings of another body, year or law, and findings of another day or calendar."""
    counted, judged = summary.scope, checked.scope
    if counted is None:
        return
    period = year.period
    own = evolve(
        counted,
        identity=identity(year.body),
        body=year.body.name,
        year=period.year,
        part=period.part,
        law=law.version,
    )
    found = () if judged is None else tuple(counted.differences(judged))
    differences = (*own.differences(counted), *found)
    if differences:
        raise MismatchError(differences)


def _public(material: Material) -> tuple[Material, Checked]:
    """Return the same without personal data: in the year, in the figures, and in the names of files.

    The colophon has one hash of all files, which is the same in both editions: what is made of the material
    knows them by their own names, and what goes out with the report, by those of the year.
    """
    redaction, checked = Redaction.of(material.year), material.checked
    public = evolve(
        material,
        year=redaction.year,
        summary=renamed(material.summary, redaction.key),
        pictures=_renamed_files(material.year, redaction.year, material.pictures),
        previous=tuple(map(public_year, material.previous)),
    )
    return public, evolve(checked, inputs=redaction.files(checked.inputs))


def _renamed_files(
    year: ServiceYear, public: ServiceYear, pictures: Mapping[str, bytes]
) -> Mapping[str, bytes]:
    """Return the pictures by the paths of the public edition; two that it calls alike are left out."""
    before, after = year.service.pictures, public.service.pictures
    if before is after or isinstance(before, Absent) or isinstance(after, Absent):
        return pictures
    names = {old.file: new.file for old, new in zip(before, after, strict=True) if old.file}
    shared = Counter(names.values())
    return {name: content for path, content in pictures.items() if shared[name := names.get(path, path)] <= 1}


def _report(material: Material, theme: Theme, draft: str) -> Report:
    material, checked = (material, material.checked) if material.edition == "internal" else _public(material)
    return Report(
        meta=Meta(
            title=_TITLES[material.form](material),
            body=material.year.body.name,
            stem=stem_of(
                _STEMS[material.form], material.year.period, lang=material.lang, edition=material.edition
            ),
            lang=material.lang,
            form=material.form,
            edition=material.edition,
            draft=draft,
            theme=theme,
        ),
        cover=_COVERS[material.form](material),
        sections=tuple(_SECTIONS[material.form](material)),
        year=material.year,
        summary=material.summary,
        checked=checked,
        chronicle=chronicle_of(material.history),
    )


def _theme(year: ServiceYear) -> Theme:
    chosen = year.presentation
    return Theme(paper=chosen.paper, accent=chosen.accent or Theme().accent)


def _full(material: Material) -> Iterator[Section]:
    # Who receives it finds on the first pages what he asks first.
    yield front.key_figures(material)
    earlier = year_on_year.compared(material)
    if earlier.blocks:
        yield earlier
    foreword = front.foreword(material)
    if foreword.blocks:
        yield foreword
    yield front.contents(material)
    body = tuple(chapters(material))
    yield from body
    books = tuple(register.annexes(material))
    yield from books
    yield from information_lists.annexes(material, after=len(books))
    yield annex.figures(material)
    for part in (standards.service_standards(material), monev.monev(material)):
        if part.blocks:
            yield part
    yield conformity.conformity(material, {one.key: one.heading for _, one in walk(body)})
    yield annex.colophon(material)


_TITLES: Mapping[Form, Callable[[Material], str]] = {
    "full": front.title,
    "brief": announcement.title,
    "letter": letter.title,
}
_COVERS: Mapping[Form, Callable[[Material], Cover]] = {
    "full": front.cover,
    "brief": announcement.head,
    "letter": letter.head,
}
_SECTIONS: Mapping[Form, Callable[[Material], Iterable[Section]]] = {
    "full": _full,
    "brief": lambda material: (announcement.announcement(material),),
    "letter": lambda material: (letter.letter(material),),
}


_CELLS_LEFT = Bilingual("DRAF: {count} sel belum terbaca", "DRAFT: {count} {count:cell|cells} not read")
_ENTRIES_LEFT = Bilingual(
    "DRAF: {count} isian belum terbaca", "DRAFT: {count} {count:entry|entries} not read"
)
_DRAFT = Bilingual("DRAF", "DRAFT")
