"""Labels out, spellings in: every member has a name, every spelling one meaning."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core import model
from ppid_core.glossary import label, recognise, spelling, spellings, terms
from ppid_core.glossary.book import folded_spellings
from ppid_core.glossary.fold import fold
from ppid_core.glossary.key_word import KEY_WORDS
from ppid_core.language import Lang
from ppid_core.testing.strategies import texts

KINDS = {
    kind.__name__: kind
    for kind in (getattr(model, name) for name in model.__all__)
    if isinstance(kind, type) and issubclass(kind, StrEnum)
}
WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("accepted_words.toml").read_text(encoding="utf-8")
)
LABELLED = ("Outcome", "ApplicantClass", "Channel", "RefusalReason", "ObjectionAnswer", "DisputeResult")
EVERY_SPELLING = [
    (member, text)
    for kind in KINDS.values()
    for member, term in terms(kind).items()
    for text in (term.label.id, *term.spellings)
]


@st.composite
def mangled(draw: st.DrawFn) -> tuple[StrEnum, str]:
    """Return a member, and one of its spellings as a hasty clerk writes it."""
    member, text = draw(st.sampled_from(EVERY_SPELLING))
    sign = st.sampled_from(("", "", ".", ",", ";", ":", "!", "?", "(", ")", '"', "'", "*", " "))
    blank = st.sampled_from((" ", "  ", "\t", "\n", "\u00a0", "_", " - ", ", ", "/", " – "))
    ways: st.SearchStrategy[Callable[[str], str]] = st.sampled_from(
        (str.lower, str.upper, str.title, str.swapcase, str)
    )
    words = [draw(ways)(word) for word in text.split()]
    joined = words[0] + "".join(draw(blank) + word for word in words[1:])
    return member, f" {draw(sign)}{draw(sign)}{joined}{draw(sign)}{draw(sign)} "


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_member_has_a_label_in_both_languages(kind: type[StrEnum], lang: Lang) -> None:
    printed = {member: label(member, lang) for member in kind}

    assert all(printed.values())
    assert printed == {member: " ".join(text.split()) for member, text in printed.items()}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_terms_of_a_list_are_its_members_in_their_order(kind: type[StrEnum]) -> None:
    assert list(kind) == list(terms(kind))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_two_members_of_a_list_are_never_printed_alike(kind: type[StrEnum]) -> None:
    printed = [Counter(label(member, lang) for member in kind) for lang in ("id", "en")]
    assert not [text for counter in printed for text, times in counter.items() if times > 1]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_spelling_leads_to_one_member_of_its_list(kind: type[StrEnum]) -> None:
    claims = Counter(text for term in terms(kind).values() for text in term.accepted)
    assert not [text for text, times in claims.items() if times > 1]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_no_spelling_is_empty_and_each_is_in_its_plain_form(kind: type[StrEnum]) -> None:
    assert not [text for text in spellings(kind) if not text or text != spelling(text)]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_printed_label_is_read_back(kind: type[StrEnum]) -> None:
    assert list(kind) == [recognise(kind, label(member)) for member in kind]


@pytest.mark.parametrize("kind", WORDS)
def test_the_words_of_clerks_are_accepted(kind: str) -> None:
    meant = [(word, slug) for slug, words in WORDS[kind].items() for word in words]

    assert meant == [(word, recognise(KINDS[kind], word)) for word, _ in meant]


@pytest.mark.parametrize("kind", LABELLED)
def test_the_label_is_the_settled_term(kind: str) -> None:
    settled = {slug: words[0] for slug, words in WORDS[kind].items()}

    assert settled == {slug: label(KINDS[kind](slug)) for slug in settled}


@given(mangled())
def test_case_blanks_and_punctuation_make_no_difference(written: tuple[StrEnum, str]) -> None:
    member, text = written
    assert member is recognise(type(member), text)


@pytest.mark.parametrize(
    "text", ["", " ", "-", "?", "x", "entah", "dikabulkan dikabulkan", "dikabul kan", "dikabulk", "grantde"]
)
def test_unknown_words_lead_nowhere(text: str) -> None:
    assert recognise(model.Outcome, text) is None


@given(st.sampled_from(list(KINDS.values())), texts())
def test_what_is_no_spelling_is_never_guessed(kind: type[StrEnum], text: str) -> None:
    found = spellings(kind).get(spelling(text)) or folded_spellings(kind).get(fold(text))

    assert recognise(kind, text) is found or (found is None and set(spelling(text).split()) <= KEY_WORDS)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (model.Outcome, model.Outcome.REFUSED),
        (model.ObjectionAnswer, model.ObjectionAnswer.REJECTED),
        (model.DisputeResult, model.DisputeResult.REJECTED),
        (model.ObjectionGround, model.ObjectionGround.A),
        (model.RefusalReason, None),
    ],
)
def test_one_word_means_what_its_own_list_says(kind: type[StrEnum], expected: StrEnum | None) -> None:
    assert expected is recognise(kind, "Ditolak")


@given(texts() | st.text())
def test_the_plain_form_of_a_word_is_its_own(text: str) -> None:
    assert spelling(text) == spelling(spelling(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serta-Merta", "serta merta"),
        ("lain - lain", "lain lain"),
        ("SP4N-LAPOR!", "sp4n lapor"),
        ("Jum\u2019at", "jumat"),
        ("alasan_penolakan", "alasan penolakan"),
        ("e\u0301tape", "\u00e9tape"),
        ("ti\ufb01k", "tifik"),
        ("0-10", "0-10"),
        ("0–10", "0-10"),
        (">17", ">17"),
        ("-", "-"),
        ("95%", "95%"),
    ],
)
def test_words_lose_their_punctuation_but_figures_keep_their_signs(text: str, expected: str) -> None:
    assert expected == spelling(text)


def test_a_cell_of_nothing_but_dashes_takes_no_time_to_speak_of() -> None:
    assert spelling("a" + " -" * 100_000) == "a"
