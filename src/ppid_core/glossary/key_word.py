"""Words of a list that say enough without being a spelling of it: *Dimulai via Email*, *Approved by admin*.

A text is read so only where each of its words is known to the list, and what they say together is one of its
phrases. One word more, a *tidak* or a second meaning, and nobody knows what is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from attrs import frozen

from ppid_core.glossary.term import spelling
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

_REMEMBERED = 4096
_MOST = 16
"""Words of a text that is looked at; what is longer is prose."""


@frozen
class _List:
    """What is known of the words of one list.

    Attributes:
        key: what each word says, "" where it says nothing of its own.
        phrases: the member that is meant where words say exactly this together.
    """

    key: Mapping[str, str]
    phrases: Mapping[frozenset[str], StrEnum]

    def member(self, text: str) -> StrEnum | None:
        """Return what the words of a text say together; a word that says something stands there once."""
        words = spelling(text).split()
        if len(words) > _MOST or not all(word in self.key for word in words):
            return None
        saying = [word for word in words if self.key[word]]
        is_once = len(saying) == len(set(saying))
        return self.phrases.get(frozenset(map(self.key.__getitem__, saying))) if is_once else None


def _list(silent: str, keys: Mapping[str, str], phrases: Mapping[str, StrEnum]) -> _List:
    """Return a list.

    Args:
        silent: words that say nothing.
        keys: the words that say each thing.
        phrases: the member for what is said, ``refuse|refuse full`` for either.
    """
    said = dict.fromkeys(silent.split(), "") | {
        word: what for what, words in keys.items() for word in words.split()
    }
    meant = {
        frozenset(one.split()): member for several, member in phrases.items() for one in several.split("|")
    }
    return _List(said, meant)


_CASE = (
    "permohonan permintaan informasi publik yang oleh by ppid admin petugas operator verifikator pelaksana"
    " utama pembantu atasan opd status layanan request"
)
_DECISION = {
    "grant": "dikabulkan disetujui diberikan mengabulkan menyetujui approved granted",
    "refuse": "ditolak penolakan menolak rejected refused denied declined",
    "full": "seluruhnya sepenuhnya semua fully",
    "part": "sebagian partially partly",
    "reply": "dijawab terjawab ditanggapi direspon direspons dibalas ditindaklanjuti answered responded"
    " replied",
    "finish": "selesai diselesaikan terselesaikan completed finished done resolved",
    "process": "diproses proses processing process progress processed",
    "step": (
        "diverifikasi verifikasi terverifikasi verified verifying review direview ditinjau peninjauan"
        " diperiksa pemeriksaan checking ditelaah penelaahan telaah dikoordinasikan koordinasi disposisi"
        " didisposisikan dikonfirmasi konfirmasi diteliti penelitian ditugaskan diuji pengujian"
        " ditandatangani klarifikasi diklarifikasi perpanjangan diperpanjang extended"
    ),
    "new": "baru new diajukan terkirim submitted pending masuk received",
    "wait": "menunggu waiting awaiting antrian antrean",
    "noun": (
        "persetujuan approval jawaban tanggapan respon response balasan konfirmasi kelengkapan data berkas"
        " dokumen tanda tangan ttd tte"
    ),
    "closed": "ditutup closed",
    "still": "sedang masih dalam on in under tahap",
    "done": "sudah telah berhasil",
    "not": "tidak tdk not",
    "not_yet": "belum",
}
_OPEN = (
    "process|step|new|process step|still process|still step|still process step|still reply|wait|wait step"
    "|wait process|wait noun|wait step noun|process noun|still noun|step noun|new wait|still wait"
    "|not_yet reply|not_yet process|not_yet step|not_yet finish|done step|new step"
)
_OUTCOME = _list(
    _CASE,
    {
        **_DECISION,
        "cancel": "dibatalkan dicabut batal cancelled canceled withdrawn",
        "lapse": "kedaluwarsa kadaluwarsa gugur digugurkan expired lapsed",
        "complete": "lengkap complete",
        "repair": "perbaikan diperbaiki dilengkapi revisi direvisi revision",
        "needs": "perlu harus needs",
    },
    {
        "grant|grant full|done grant|done grant full|finish grant|reply grant": Outcome.GRANTED,
        "grant part|done grant part|refuse part|finish grant part": Outcome.PARTLY_GRANTED,
        "refuse|refuse full|done refuse|finish refuse|reply refuse": Outcome.REFUSED,
        "closed refuse|not grant": Outcome.REFUSED,
        "reply|done reply|finish|done finish|finish reply|finish process": Outcome.ANSWERED,
        "done finish process": Outcome.ANSWERED,
        "not reply": Outcome.UNANSWERED,
        _OPEN: Outcome.PENDING,
        "cancel|done cancel": Outcome.WITHDRAWN,
        "lapse|done lapse": Outcome.LAPSED,
        "not complete|not_yet complete|closed not complete|noun not complete": Outcome.INCOMPLETE,
        "repair|needs repair": Outcome.INCOMPLETE,
    },
)
_ANSWER = _list(
    f"{_CASE} keberatan objection",
    _DECISION,
    {
        "grant|grant full|done grant|finish grant|reply grant": ObjectionAnswer.ACCEPTED,
        "grant part|done grant part": ObjectionAnswer.PARTLY_ACCEPTED,
        "refuse|refuse full|done refuse|finish refuse|reply refuse|not grant": ObjectionAnswer.REJECTED,
        "not reply": ObjectionAnswer.UNANSWERED,
        _OPEN: ObjectionAnswer.PENDING,
    },
)
_APPLICANT = _list(
    "orang masyarakat negara indonesia usaha swadaya publik pemerintah umum pemohon dan atau legal entity",
    {
        "person": (
            "perorangan individu individual perseorangan pribadi personal person warga wni mahasiswa pelajar"
            " siswa student"
        ),
        "group": "kelompok group",
        "body": (
            "lembaga badan hukum organisasi organization organisation institution institusi instansi"
            " perusahaan company yayasan lsm ngo ormas perkumpulan koperasi korporasi pt cv"
        ),
    },
    {
        "person": ApplicantClass.INDIVIDUAL,
        "group": ApplicantClass.GROUP,
        "body": ApplicantClass.ORGANISATION,
    },
)
_ACCESS = _list(
    "mendapatkan mendapat memperoleh meminta informasi publik dokumen data dan atau secara dalam bentuk"
    " format digital elektronik tercetak fisik cetak langsung di tempat kantor ppid only",
    {
        "see": "melihat lihat membaca baca mendengar mendengarkan mencatat mengetahui view viewing",
        "copy": "salinan copy softcopy hardcopy soft hard fotokopi fotocopy copies",
    },
    {"see": AccessKind.SEE, "copy": AccessKind.COPY},
)
_BY_WAY = (
    "via melalui lewat dengan secara ke dari alamat resmi ppid informasi permohonan pemohon oleh jasa layanan"
)
_WAYS = {
    "email": "email surel gmail",
    "whatsapp": "whatsapp wa",
}
_DELIVERY = _list(
    f"{_BY_WAY} dimulai di kantor mandiri tempat dikirim kirim dikirimkan pengiriman dokumen salinan"
    " softcopy hardcopy soft hard copy surat",
    {
        **_WAYS,
        "direct": "langsung sendiri",
        "fetch": "mengambil diambil ambil pengambilan dijemput menjemput jemput pickup",
        "courier": "kurir courier ekspedisi",
        "post": "pos post",
        "fax": "fax faks faksimile faksimili facsimile",
        "load": "unduh diunduh mengunduh unduhan download",
    },
    {
        "email": Delivery.EMAIL,
        "whatsapp": Delivery.WHATSAPP,
        "fetch|fetch direct": Delivery.PICKED_UP,
        "courier": Delivery.COURIER,
        "post": Delivery.POST,
        "fax": Delivery.FAX,
        "load": Delivery.DOWNLOAD,
    },
)
_CHANNEL = _list(
    f"{_BY_WAY} dimulai diajukan masuk datang dikirim kirim formulir form diterima kantor",
    {
        **_WAYS,
        "phone": "telepon telpon telp phone",
        "site": "website web situs laman portal",
        "social": "instagram facebook twitter tiktok medsos",
        "desk": "langsung loket tatap muka walk",
        "post": "pos post",
    },
    {
        "email": Channel.EMAIL,
        "whatsapp": Channel.WHATSAPP,
        "phone": Channel.PHONE,
        "site": Channel.WEBSITE,
        "social": Channel.SOCIAL_MEDIA,
        "desk": Channel.DESK,
        "post": Channel.POST,
    },
)
_GROUND = _list(
    "permohonan permintaan informasi publik yang diminta oleh ppid atas alasan berdasarkan pengenaan"
    " dikenakan penyampaian disampaikan jangka ditentukan diatur pemohon jawaban dengan dalam undang karena"
    " uu ini di",
    {
        "refuse": "ditolak penolakan menolak tolak",
        "exempt": "dikecualikan pengecualian",
        "periodic": "berkala",
        "provide": "disediakan disediakannya tersedia tersedianya",
        "reply": "ditanggapi ditanggapinya tanggapan dijawab dijawabnya direspon direspons",
        "fit": "sesuai sebagaimana",
        "fulfil": "dipenuhi dipenuhinya terpenuhi dikabulkan dikabulkannya",
        "cost": "biaya",
        "fair": "wajar",
        "late": "melebihi melampaui melewati terlambat keterlambatan",
        "time": "waktu",
        "not": "tidak tdk",
    },
    {
        "refuse|refuse exempt|exempt": ObjectionGround.A,
        "periodic not provide": ObjectionGround.B,
        "not reply": ObjectionGround.C,
        "not fit|not reply fit": ObjectionGround.D,
        "not fulfil": ObjectionGround.E,
        "cost not fair": ObjectionGround.F,
        "late|late time": ObjectionGround.G,
    },
)
_CATEGORY = _list(
    "informasi publik yang wajib diumumkan disediakan tersedia secara dan serta setiap",
    {"periodic": "berkala", "immediate": "merta", "always": "saat", "exempt": "dikecualikan"},
    {
        "periodic": InformationCategory.PERIODIC,
        "immediate": InformationCategory.IMMEDIATE,
        "always": InformationCategory.AT_ALL_TIMES,
        "exempt": InformationCategory.EXEMPT,
    },
)
_LISTS: Mapping[type[StrEnum], _List] = {
    Outcome: _OUTCOME,
    ObjectionAnswer: _ANSWER,
    ApplicantClass: _APPLICANT,
    AccessKind: _ACCESS,
    Delivery: _DELIVERY,
    Channel: _CHANNEL,
    ObjectionGround: _GROUND,
    InformationCategory: _CATEGORY,
}
_OBJECTED = frozenset({"keberatan", "banding", "sengketa", "objection", "appeal", "dispute"})
_OF_OBJECTION = frozenset({"", "process", "step", "new", "still", "wait", "done"})
"""What may be said of an objection where the outcome of its request is asked for."""
_DECIDED = frozenset({"diputuskan", "diputus", "mengajukan", "pengajuan", "ada", "atas"})
KEY_WORDS = _OBJECTED | _DECIDED | frozenset(word for one in _LISTS.values() for word in one.key)
"""All of them, so that they may be quoted: no name of a person is one."""


def tells_of_objection(text: str) -> bool:
    """Tell whether the status of a request says no more than that it was objected to: *Proses keberatan*.

    >>> tells_of_objection("keberatan_diajukan"), tells_of_objection("Ditolak, keberatan")
    (True, False)
    """
    words = set(spelling(text).split())
    others = words - _OBJECTED - _DECIDED
    return (
        len(words) > len(words - _OBJECTED) and {_OUTCOME.key.get(word) for word in others} <= _OF_OBJECTION
    )


@lru_cache(_REMEMBERED)
def by_key_words(kind: type[StrEnum], text: str) -> StrEnum | None:
    """Return the member that the words of a text say together; None where they do not, or one is unknown.

    >>> by_key_words(Outcome, "Sudah direspon oleh Admin"), by_key_words(Channel, "Dimulai via Email")
    (<Outcome.ANSWERED: 'answered'>, <Channel.EMAIL: 'email'>)
    >>> by_key_words(Outcome, "Selesai, tidak ditolak"), by_key_words(Channel, "Email atau WhatsApp")
    (None, None)
    """
    known = _LISTS.get(kind)
    return None if known is None else known.member(text)
