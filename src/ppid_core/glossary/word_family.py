"""The parts of a heading: its words, each by the family whose words say the same there, in any order.

``tgl_pengajuan`` and ``Submitted At`` are both *tanggal* and *ajuan*. What merely joins words is left out. A
word that is no family's stays what it is, so that nothing is alike that has one more word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from ppid_core.glossary.fold import humps_apart
from ppid_core.glossary.term import spelling

FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        # who
        "nama": "name nm",
        "lengkap": "full complete",
        "alamat": "address almt alm",
        "kontak": (
            "contact telepon telpon telephone telp tlp tlpn phone mobile cellphone hp handphone ponsel"
            " seluler whatsapp wa email surel mail"
        ),
        "pekerjaan": "occupation job profesi profession",
        "pemohon": "applicant requester requestor peminta",
        "pengguna": "",
        "kuasa": "",
        "narahubung": "pic",
        "petugas": "staf staff officer operator admin administrator verifikator",
        "kelamin": "gender sex",
        "usia": "umur age",
        "pendidikan": "education",
        "kota": "city",
        "provinsi": "propinsi province prov",
        "identitas": "identity",
        "lahir": "birth kelahiran",
        "organisasi": "organization organisation",
        "perusahaan": "company",
        "lembaga": "institution",
        "badan": "",
        "hukum": "",
        "atasan": "superior",
        "kasus": "",
        "posisi": "",
        # what is asked for, and what for
        "informasi": "info information",
        "minta": "diminta dimohon requested",
        "butuh": "dibutuhkan kebutuhan needed",
        "rincian": "detail details perincian",
        "uraian": "deskripsi description",
        "tujuan": "purpose",
        "guna": "penggunaan digunakan dipergunakan use usage",
        "cara": "method metode mekanisme",
        "peroleh": "memperoleh perolehan diperoleh obtain obtaining",
        "dapat": "mendapatkan mendapat",
        "salinan": "copy",
        "kirim": "pengiriman dikirim mengirim delivery",
        "sampai": "penyampaian disampaikan",
        "bentuk": "format formats form",
        "kanal": "channel saluran",
        # the case
        "permohonan": "permintaan request",
        "keberatan": "objection",
        "sengketa": "dispute",
        "ajuan": "pengajuan diajukan mengajukan submitted submission",
        "nomor": "no nmr nomer number",
        "kode": "code kd",
        "register": "registrasi registration reg registered pendaftaran",
        "tiket": "ticket",
        "jenis": "kategori tipe type category kategory",
        "jumlah": "jml jlh jmlh",
        "status": "",
        "tahap": "tahapan stage progres progress",
        # when
        "tanggal": "tgl tggl date datetime timestamp at",
        "dibuat": "created",
        "diubah": "updated diperbarui modified",
        "masuk": "",
        "terima": "diterima penerimaan received",
        "verifikasi": "diverifikasi verified verification",
        "disposisi": "didisposisi didisposisikan disposition",
        "proses": "diproses processed process",
        "jawab": "jawaban answer",
        "dijawab": "answered",
        "tanggap": "tanggapan respon respons response",
        "ditanggapi": "direspon direspons responded",
        "balas": "balasan reply",
        "dibalas": "replied",
        "selesai": "diselesaikan penyelesaian completed finished completion resolved",
        "perpanjangan": "diperpanjang extended extension",
        # how it ends
        "tolak": "ditolak penolakan rejected rejection reject refused refusal",
        "alasan": "reason alesan",
        "keputusan": "decision",
        "hasil": "result outcome",
        "kuasai": "dikuasai penguasaan",
        "kepuasan": "satisfaction",
        # what programs keep
        "file": "berkas files",
        "foto": "photo gambar image picture avatar",
        "lampiran": "attachment attachments",
        "dokumen": "document documents doc dok",
        "tautan": "link url",
        "unggah": "upload uploaded diunggah unggahan",
        "tandatangan": "signature ttd",
        "catatan": "note notes remark remarks komentar comment comments",
        "keterangan": "ket",
        "dibaca": "read dilihat viewed",
        "surat": "letter",
        "pengantar": "",
        "tempat": "lokasi location place",
        "lain": "lainnya other others",
        "survei": "survey",
        "user": "",
        "id": "",
    }
)
"""By family, the other words of it; *diterima* and *masuk* are not one family: a copy is received, too."""
_JOINERS = "yang yg di ke dari untuk utk dan atau dengan atas sebagai publik of the for to and or"
_JOINING = frozenset(_JOINERS.split())
"""Words that join others and say nothing in a heading."""
_COMPOUNDS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        **{
            (word, "informasi"): word
            for word in ("permohonan", "permintaan", "pemohon", "keberatan", "sengketa")
        },
        ("pengguna", "informasi"): "pengguna",
        ("e", "mail"): "email",
        ("tanda", "tangan"): "ttd",
        ("penanggung", "jawab"): "pic",
        ("atasan", "ppid"): "atasan",
    }
)
_OF_ONE = {word: family for family, words in FAMILIES.items() for word in (family, *words.split())}
_SHORTEST = 2
"""Letters of a word that another is written together with: ``nohp``."""
_TWO, _MOST_TOGETHER = 2, 3
_ENCLITIC = "nya"
_REMEMBERED = 4096


@lru_cache(_REMEMBERED)
def parts(heading: str) -> frozenset[str]:
    """Return the families of the words of a heading; words written together (``nohp``) count apart.

    >>> parts("tgl_pengajuan") == parts("Submitted At") == {"tanggal", "ajuan"}
    True
    >>> sorted(parts("tanggal surat")), parts("kodepermohonan") == parts("Request Code")
    (['surat', 'tanggal'], True)
    """
    return frozenset(words_of(heading))


def words_of(heading: str) -> tuple[str, ...]:
    """Return the families in the order of their words.

    >>> words_of("Alasan Penolakan Permohonan")
    ('alasan', 'tolak', 'permohonan')
    """
    return tuple(_words(spelling(humps_apart(heading)).split()))


def _words(words: list[str]) -> Iterator[str]:
    at = 0
    while at < len(words):
        compound = _COMPOUNDS.get((words[at], words[at + 1])) if at + 1 < len(words) else None
        for word in (compound,) if compound else _apart(words[at]):
            if word not in _JOINING:
                yield _OF_ONE.get(word, word)
        at += 2 if compound else 1


def _apart(word: str) -> tuple[str, ...]:
    """Return the known words that a word consists of, where it is so in one way; else the word."""
    if word in _OF_ONE or word in _JOINING:
        return (word,)
    bare = word.removesuffix(_ENCLITIC)
    if bare != word and bare in _OF_ONE:
        return (bare,)
    splits = list(_splits(word, _MOST_TOGETHER))
    return splits[0] if len(splits) == 1 else (word,)


def _splits(word: str, most: int) -> Iterator[tuple[str, ...]]:
    """Yield the ways in which a word is known words written together, at least two and at most so many."""
    for end in range(_SHORTEST, len(word) - _SHORTEST + 1):
        first, rest = word[:end], word[end:]
        if first in _OF_ONE:
            if rest in _OF_ONE:
                yield first, rest
            elif most > _TWO:
                yield from ((first, *further) for further in _splits(rest, most - 1))
