"""Keys of the table *laporan*: what each is for, and every spelling accepted."""

from __future__ import annotations

from functools import cache

from ppid_core.glossary.heading import Heading, parse_heading

OPTION_PREFIX = "ekspor."
"""Keys with this beginning set an option of one output format: ``ekspor.docx.template``."""
RULE_PREFIX = "aturan."
"""Keys with this beginning set an option of one rule: ``aturan.BTN102.hari``."""

_KEYS = """
tahun: tahun laporan, misalnya 2024; wajib diisi = tahun laporan
periode: tahun, semester-1, semester-2, triwulan-1 sampai triwulan-4 = periode laporan
badan.nama: nama badan publik = badan = nama badan = nama badan publik
badan.kode: kode wilayah Kemendagri, misalnya 36.73 = kode badan
badan.jenis: pemerintah daerah, kementerian, lembaga, rumah sakit, BUMD, desa, dan seterusnya = jenis badan
badan.tingkat: pusat, provinsi, kabupaten, kota, atau desa = tingkat
badan.provinsi: provinsi = provinsi
badan.zona: WIB, WITA, atau WIT; tanpa isian menurut provinsinya = zona = zona waktu
badan.komisi: Komisi Informasi tujuan laporan = komisi = komisi informasi
badan.alamat: alamat = alamat
badan.telepon: nomor telepon = telepon = badan.telp
badan.surel: alamat surel = surel = email = badan.email
badan.laman: alamat laman = laman = website = badan.website
badan.ppid: sebutan PPID = ppid
badan.atasan_ppid: jabatan atasan PPID = atasan ppid
badan.cuti_bersama: ya bila cuti bersama bukan hari kerja, tidak bila tetap melayani = cuti bersama
badan.logo: berkas logo di dalam folder ini = logo
penandatangan.jabatan: jabatan penanda tangan = jabatan penandatangan
penandatangan.nama: nama penanda tangan = penandatangan = nama penandatangan
penandatangan.nip: NIP penanda tangan = nip
penandatangan.tempat: tempat ditandatangani = tempat
penandatangan.tanggal: tanggal ditandatangani = tanggal penandatanganan
tanda_x: ya bila tanda x di tabel ketersediaan berarti tersedia, tidak bila berarti tidak tersedia
penyampaian.tanggal: tanggal laporan disampaikan = tanggal penyampaian
penyampaian.kepada: penerima laporan = kepada
penyampaian.nomor: nomor surat pengantar = nomor surat
penyampaian.sifat: sifat surat = sifat
penyampaian.lampiran: lampiran surat = lampiran
penyampaian.hal: hal surat = hal = perihal
penyampaian.tembusan: tembusan, dipisah tanda "|" = tembusan
sdm.jumlah: jumlah petugas yang disebut dalam naskah = jumlah sdm = jumlah petugas
sdm.dasar: keputusan yang menetapkan petugas = dasar sdm
kanal_ditawarkan: kanal yang ditawarkan, dipisah tanda "|" = kanal yang ditawarkan = kanal
tahun_lalu: laporan tahun lalu, di folder ini atau di sebelahnya: ../laporan-2023 = laporan tahun lalu
nihil: register yang dicatat tetapi tidak ada isinya (permohonan, keberatan, sengketa, gugatan, pengaduan)
tampilan.susunan: perki atau tujuh-bagian = susunan
tampilan.sebutan: BAB atau Bagian = sebutan
tampilan.kertas: A4 atau F4 = kertas
tampilan.warna_utama: warna #RRGGBB = warna utama = warna
tampilan.data_pribadi: samar atau tampil: jabatan perorangan dan sel kecil dalam edisi publik = data pribadi
"""


@cache
def report_keys() -> tuple[Heading, ...]:
    """Return the keys of *laporan* in the order in which they are explained to staff."""
    return tuple(parse_heading(line) for line in _KEYS.strip().splitlines())
