"""Words are read by their key words only where each is known and together they say one thing."""

from __future__ import annotations

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.glossary import recognise, spellings
from ppid_core.glossary.key_word import KEY_WORDS, by_key_words, tells_of_objection
from ppid_core.model import (
    AccessKind,
    ApplicantClass,
    Channel,
    Delivery,
    InformationCategory,
    ObjectionAnswer,
    ObjectionGround,
    Outcome,
)

KINDS: list[type[StrEnum]] = [
    AccessKind,
    ApplicantClass,
    Channel,
    Delivery,
    InformationCategory,
    ObjectionAnswer,
    ObjectionGround,
    Outcome,
]
SPELT = [(kind, text) for kind in KINDS for text in spellings(kind)]
FOREIGN = st.from_regex(r"[a-z]{3,9}", fullmatch=True).filter(lambda word: word not in KEY_WORDS)


def test_no_spelling_means_another_member_by_its_key_words() -> None:
    read = [(kind, text, by_key_words(kind, text), spellings(kind)[text]) for kind, text in SPELT]

    assert [one for one in read if one[2] not in {None, one[3]}] == []


@given(st.sampled_from(SPELT), FOREIGN, st.sampled_from(["{0} {1}", "{1} {0}"]))
def test_one_word_that_is_not_known_and_nobody_knows_what_is_meant(
    spelt: tuple[type[StrEnum], str], word: str, order: str
) -> None:
    kind, text = spelt

    assert by_key_words(kind, order.format(word, text)) is None


@pytest.mark.parametrize("no", ["tidak", "belum", "bukan"])
def test_a_negation_never_leaves_the_meaning(no: str) -> None:
    is_open = {None, Outcome.PENDING, ObjectionAnswer.PENDING, Outcome.INCOMPLETE}  # belum diproses: pending

    meant = [(kind, text, by_key_words(kind, f"{no} {text}")) for kind, text in SPELT]

    assert [one for one in meant if one[2] == spellings(one[0])[one[1]] and one[2] not in is_open] == []


@pytest.mark.parametrize("text", ["belum dijawab", "belum ditanggapi", "permohonan belum dijawab"])
def test_what_is_not_yet_answered_is_open_and_not_left_unanswered(text: str) -> None:
    assert (recognise(Outcome, text) or by_key_words(Outcome, text)) is Outcome.PENDING


@given(st.sampled_from(KINDS), st.data())
def test_words_of_two_members_are_neither(kind: type[StrEnum], data: st.DataObject) -> None:
    alone = [text for text in sorted(spellings(kind)) if " " not in text and by_key_words(kind, text)]
    one, other = data.draw(st.sampled_from(alone)), data.draw(st.sampled_from(alone))
    members = {spellings(kind)[one], spellings(kind)[other]}

    meant = by_key_words(kind, f"{one} {other}")

    assert meant is None or meant in members
    if len(members) > 1 and kind not in {Outcome, ObjectionAnswer, ObjectionGround}:
        assert meant is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Approved", Outcome.GRANTED),
        ("Disetujui oleh Admin", Outcome.GRANTED),
        ("Selesai, dikabulkan sebagian", Outcome.PARTLY_GRANTED),
        ("Rejected", Outcome.REFUSED),
        ("tidak disetujui", Outcome.REFUSED),
        ("Sudah direspon", Outcome.ANSWERED),
        ("Selesai diproses", Outcome.ANSWERED),
        ("Completed", Outcome.ANSWERED),
        ("tidak direspon", Outcome.UNANSWERED),
        ("belum direspon", Outcome.PENDING),
        ("Menunggu", Outcome.PENDING),
        ("Menunggu Verifikasi Admin", Outcome.PENDING),
        ("On Progress", Outcome.PENDING),
        ("Checking", Outcome.PENDING),
        ("klarifikasi", Outcome.PENDING),
        ("perpanjangan", Outcome.PENDING),
        ("belum selesai", Outcome.PENDING),
        ("Cancelled", Outcome.WITHDRAWN),
        ("Expired", Outcome.LAPSED),
        ("Perlu revisi", Outcome.INCOMPLETE),
        ("berkas tidak lengkap", Outcome.INCOMPLETE),
        ("Ditutup (tidak lengkap)", Outcome.INCOMPLETE),
        ("Menunggu Tanda Tangan", Outcome.PENDING),
        ("menunggu_kelengkapan", Outcome.PENDING),
        ("Closed", None),
        ("Draft", None),
        ("Diterima PPID", None),
        ("Accepted", None),
        ("sudah diproses", None),
        ("sudah dilengkapi", None),
        ("Proses keberatan", None),
        ("dikabulkan ditolak", None),
        ("tidak ditolak", None),
        ("belum dapat dikabulkan", None),
        ("ditolak sebagian dikabulkan sebagian", None),
    ],
)
def test_outcomes_are_read_and_what_may_be_two_things_is_not(text: str, expected: Outcome | None) -> None:
    assert recognise(Outcome, text) is expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Channel, "Dimulai via Email", Channel.EMAIL),
        (Channel, "Email atau WhatsApp", None),
        (Channel, "Telepon langsung", None),
        (Channel, "bukan email", None),
        (Delivery, "Softcopy via email", Delivery.EMAIL),
        (Delivery, "Hardcopy dijemput", Delivery.PICKED_UP),
        (Delivery, "Kirim link via email", None),
        (ApplicantClass, "Perorangan / Individu", ApplicantClass.INDIVIDUAL),
        (ApplicantClass, "Lembaga Swadaya Masyarakat", ApplicantClass.ORGANISATION),
        (ApplicantClass, "Kelompok/Organisasi", None),
        (ApplicantClass, "Mahasiswa", ApplicantClass.INDIVIDUAL),
        (ApplicantClass, "Mahasiswa/Lembaga", None),
        (ApplicantClass, "Non lembaga", None),
        (ApplicantClass, "Masyarakat Umum", None),
        (ApplicantClass, "Warga negara asing", None),
        (AccessKind, "Membaca dan mencatat", AccessKind.SEE),
        (AccessKind, "Salinan (hardcopy)", AccessKind.COPY),
        (AccessKind, "Melihat dan mendapatkan salinan", None),
        (ObjectionGround, '["Permohonan Informasi Di Tolak"]', ObjectionGround.A),
        (ObjectionGround, "informasi_tidak_sesuai", ObjectionGround.D),
        (ObjectionGround, "informasi_tidak_disediakan", None),
        (ObjectionGround, "permohonan tidak ditolak", None),
        (ObjectionGround, "biaya tidak sesuai", None),
        (ObjectionAnswer, "Keberatan disetujui", ObjectionAnswer.ACCEPTED),
        (ObjectionAnswer, "selesai", None),
        (InformationCategory, "Wajib tersedia setiap saat", InformationCategory.AT_ALL_TIMES),
        (InformationCategory, "berkala dan serta merta", None),
    ],
)
def test_other_lists_are_read_by_the_same_rule(
    kind: type[StrEnum], text: str, expected: StrEnum | None
) -> None:
    assert recognise(kind, text) is expected


@pytest.mark.parametrize(
    "text", ["KEBERATAN", "Proses Keberatan", "keberatan_diajukan", "banding", "Sengketa"]
)
def test_a_status_may_say_no_more_than_that_somebody_objected(text: str) -> None:
    assert tells_of_objection(text)
    assert recognise(Outcome, text) is None


@pytest.mark.parametrize(
    "text", ["ditolak, keberatan", "keberatan ditolak", "tidak keberatan", "diproses", ""]
)
def test_what_says_more_of_a_request_than_its_objection_does_not(text: str) -> None:
    assert not tells_of_objection(text)
