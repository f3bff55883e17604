"""The tables that come in, with their headings: one line for each, ``name: meaning = spelling = …``.

A deeper line that begins with ``=`` goes on with the spellings of the one above.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ppid_core.glossary.heading import TableHeadings, accepted, parse_heading

_TABLES = """
laporan: Keterangan umum laporan, satu baris untuk satu kunci. Tabel ini wajib ada.
  kunci: nama keterangan, lihat daftar kunci di bawah = key
  isi: isi keterangan itu; kosongkan bila belum ada = nilai
naskah: Teks tiap bagian laporan; boleh juga satu berkas .txt atau .md tiap bagian di folder naskah.
  bagian: kata-pengantar, latar-belakang, kebijakan, pelaksanaan, penutup, atau bagian lain = bab
  teks: teksnya; baris kosong memisahkan paragraf, "- " membuka butir = isi = naskah
opd: Daftar perangkat daerah (OPD) = perangkat daerah = daftar opd
  kode: kode pendek yang tidak berubah = kode opd
  nama: nama resmi = nama opd = nama perangkat daerah = perangkat daerah = opd
  singkatan: nama pendek untuk tabel dan grafik = nama singkat
  alias: nama lain yang dipakai di register, dipisah tanda "|" = nama lain
  berlaku_sejak: hari pertama nama ini berlaku = sejak
  berlaku_sampai: hari terakhir nama ini berlaku = sampai
  pengganti: kode OPD penggantinya = kode pengganti
jenis_informasi: Jenis informasi yang menjadi kolom tabel ketersediaan
  kode: kode yang menjadi judul kolom di tabel ketersediaan = kode jenis
  nama: nama jenis informasi = jenis informasi = nama jenis informasi
  singkatan: nama pendek = nama singkat
  kelompok: berkala, serta-merta, setiap saat, atau dikecualikan = kategori = klasifikasi
ketersediaan: Informasi yang tersedia di tiap OPD, satu kolom untuk satu kode jenis informasi = kepatuhan
  opd: kode, nama, singkatan, atau alias OPD = nama opd = perangkat daerah = badan publik = unit kerja = skpd
permohonan: Register permohonan informasi, satu baris untuk satu permohonan atau sekelompok permohonan sama
  nomor: nomor registrasi = no registrasi = nomor registrasi = nomor permohonan = no register
  tanggal: tanggal permohonan diterima = tanggal permohonan = tgl permohonan = tgl = tanggal masuk
  bulan: bulan diterima, bila tanggalnya tidak dicatat = bulan permohonan = bln
  jumlah: banyaknya permohonan pada baris ini; tanpa kolom ini berarti 1 = jumlah permohonan = jml
  jumlah_pemohon: pengganti kolom jumlah bila yang dihitung orang = jumlah pemohon informasi = jml pemohon
  bawaan: tahun diterima, bila permohonan berasal dari tahun sebelumnya = tahun bawaan
  nama: nama pemohon; hanya dimuat dalam edisi internal = nama pemohon
  nik: NIK atau nomor pengesahan badan hukum; hanya dimuat dalam edisi internal = nomor induk kependudukan
    = no ktp = nomor ktp
  alamat: alamat pemohon; hanya dimuat dalam edisi internal = alamat pemohon
  kontak: telepon atau surel pemohon; hanya dimuat dalam edisi internal = kontak pemohon = telepon
    = no telepon
  surat_kuasa: surat kuasa khusus bila diwakili; hanya dimuat dalam edisi internal = surat kuasa khusus
  pemohon: perorangan, kelompok orang, atau lembaga = jenis pemohon = kategori pemohon = status pemohon
    = pemohon informasi
  pekerjaan: pekerjaan pemohon = pekerjaan pemohon
  tujuan: tujuan penggunaan informasi = tujuan penggunaan informasi = tujuan penggunaan = tujuan permohonan
  kanal: cara permohonan masuk = sarana permohonan = sarana = kanal permohonan = saluran = media permohonan
  informasi: isi permintaan = informasi yang diminta = informasi diminta = rincian informasi = jenis informasi
  opd: OPD yang menguasai informasi = perangkat daerah = unit kerja = ppid pelaksana = ppid pembantu = skpd
  dikuasai: ya, tidak, atau nama badan yang menguasai = informasi dikuasai = penguasaan informasi
  tanggal_register: tanggal permohonan dicatat dalam register = tgl register = tanggal registrasi
  tanggal_surat_tidak_lengkap: tanggal surat keterangan tidak lengkap = tgl surat tidak lengkap
    = tanggal surat keterangan tidak lengkap
  tanggal_terima_surat: tanggal surat tidak lengkap diterima pemohon = tgl terima surat
    = tanggal surat diterima
  tanggal_perbaikan: tanggal pemohon melengkapi permohonannya = tgl perbaikan = tanggal perbaikan permohonan
  tanggal_lengkap: tanggal permohonan dinyatakan lengkap = tgl lengkap = tanggal permohonan lengkap
  keputusan: hasil permohonan = keputusan permohonan = hasil = status = status permohonan = tindak lanjut
  alasan_penolakan: alasan ditolak, atau alasan hanya dikabulkan sebagian = alasan = alasan ditolak
  pasal_pengecualian: huruf Pasal 17 UU 14/2008, a sampai j = pasal = huruf pengecualian = dasar pengecualian
  uji_konsekuensi: uji konsekuensi sebelum pengecualian = pengujian konsekuensi
  tanggal_perpanjangan: tanggal waktu diperpanjang; beberapa dipisah tanda "|" = tgl perpanjangan
  alasan_perpanjangan: alasan waktu diperpanjang
  tanggal_pemberitahuan: tanggal pemberitahuan tertulis = tanggal pemberitahuan tertulis = tgl pemberitahuan
  tanggal_penyerahan: tanggal informasi diserahkan = tgl penyerahan = tanggal pemberian informasi
  hari_kerja: lama pelayanan dalam hari kerja, bila tanpa tanggal = jumlah hari kerja = waktu pemenuhan
  biaya: biaya dalam rupiah = biaya permohonan
  cara_bayar: cara pembayaran = cara pembayaran
  jenis: melihat atau salinan = jenis akses = cara memperoleh informasi
  bentuk: bentuk informasi = bentuk informasi
keberatan: Register keberatan kepada atasan PPID
  nomor: nomor registrasi keberatan = no registrasi = nomor registrasi = nomor keberatan = no register
  nomor_permohonan: nomor permohonan yang dipersoalkan = no permohonan
  permohonan_lalu: nomor permohonan dalam laporan tahun sebelumnya = nomor permohonan lalu
  tanggal: tanggal keberatan diterima = tanggal keberatan = tgl keberatan = tgl = tanggal masuk
  bulan: bulan diterima, bila tanggalnya tidak dicatat = bulan keberatan = bln
  jumlah: banyaknya keberatan pada baris ini; tanpa kolom ini berarti 1 = jumlah keberatan = jml
  bawaan: tahun diterima, bila berasal dari tahun sebelumnya = tahun bawaan
  tanggal_register: tanggal keberatan dicatat dalam register = tgl register = tanggal registrasi
  nama: nama pemohon; hanya dimuat dalam edisi internal = nama pemohon
  pemohon: perorangan, kelompok orang, atau lembaga = jenis pemohon = kategori pemohon = pemohon keberatan
  tanggal_alasan: tanggal ditemukannya alasan keberatan = tanggal alasan ditemukan = tgl alasan
  alasan: alasan keberatan menurut pemohon = alasan keberatan = alasan pengajuan keberatan
  huruf: huruf Pasal 35 ayat (1) UU 14/2008, a sampai g; mengungguli kalimat alasan = huruf alasan
  opd: OPD yang terkait = opd terkait = perangkat daerah = unit kerja = ppid pelaksana = ppid pembantu = skpd
  jawaban: jawaban atasan PPID = jawaban keberatan = keputusan = hasil = tanggapan atasan ppid
  tanggal_jawaban: tanggal jawaban tertulis = tgl jawaban = tanggal tanggapan
  tanggal_terima_jawaban: tanggal jawaban diterima pemohon = tgl terima jawaban = tanggal jawaban diterima
  nama_atasan: nama atasan PPID yang menjawab = nama atasan ppid
  jabatan_atasan: jabatan atasan PPID = jabatan atasan ppid
  pelaksanaan: cara jawaban dilaksanakan = pelaksanaan jawaban
  tanggapan_pemohon: tanggapan pemohon atas jawaban = tanggapan
sengketa: Sengketa informasi di Komisi Informasi = sengketa informasi
  nomor: nomor register sengketa = nomor register = no register = nomor sengketa = nomor registrasi
  nomor_keberatan: nomor keberatan asalnya = no keberatan
  nomor_permohonan: nomor permohonan asalnya = no permohonan
  tanggal: tanggal sengketa diajukan = tanggal pengajuan = tgl pengajuan = tgl = tanggal sengketa
  bulan: bulan diajukan, bila tanggalnya tidak dicatat = bln
  jumlah: banyaknya sengketa pada baris ini; tanpa kolom ini berarti 1 = jumlah sengketa = jml
  bawaan: tahun diajukan, bila berasal dari tahun sebelumnya = tahun bawaan
  tanggal_diterima: tanggal diterima Komisi Informasi = tgl diterima
  tanggal_register: tanggal diregister = tgl register = tanggal registrasi
  tanggal_sidang: tanggal sidang pertama = tgl sidang = tanggal sidang pertama
  nama: nama pemohon; hanya dimuat dalam edisi internal = nama pemohon
  pemohon: perorangan, kelompok orang, atau lembaga = jenis pemohon = kategori pemohon = pemohon sengketa
  alasan: pokok sengketa = alasan sengketa = pokok sengketa
  opd: OPD yang terkait = opd terkait = perangkat daerah = unit kerja = termohon = skpd
  tahap: mediasi, ajudikasi, atau keduanya dipisah tanda "|" = tahapan = tahap penyelesaian
  hasil: hasil sengketa = hasil sengketa = putusan = hasil penyelesaian = hasil putusan
  nomor_putusan: nomor putusan = no putusan
  tanggal_putusan: tanggal putusan = tgl putusan
  tanggal_terima_putusan: tanggal putusan diterima = tgl terima putusan = tanggal putusan diterima
  pelaksanaan: cara hasil dilaksanakan = pelaksanaan putusan = pelaksanaan hasil
  keterangan: keterangan lain = ket
gugatan: Gugatan ke pengadilan atas putusan Komisi Informasi
  nomor_sengketa: nomor sengketa asalnya = no sengketa
  jumlah: banyaknya gugatan pada baris ini; tanpa kolom ini berarti 1 = jumlah gugatan = jml
  pengadilan: nama pengadilan = nama pengadilan
  tanggal_pernyataan: tanggal pernyataan tertulis tidak menerima putusan = tgl pernyataan
  tanggal: tanggal gugatan diajukan = tanggal gugatan = tgl gugatan = tgl
  putusan: isi putusan = hasil
  tanggal_putusan: tanggal putusan = tgl putusan
  tanggal_terima_putusan: tanggal putusan diterima = tgl terima putusan = tanggal putusan diterima
  tanggal_kasasi: tanggal kasasi diajukan = tgl kasasi
  putusan_kasasi: isi putusan kasasi = hasil kasasi
  pelaksanaan: cara putusan dilaksanakan = pelaksanaan putusan
rekap: Jumlah menurut satu sudut pandang, bila register baris demi baris tidak ada = rekapitulasi
  apa: permohonan, pemohon, pengaduan, keberatan, sengketa, atau gugatan = register
  menurut: kosong untuk jumlah seluruhnya; atau bulan, keputusan, kanal, dan seterusnya = rincian menurut
  nilai: isi rincian, misalnya ditolak; kosong untuk rincian menurut bulan = rincian
  bulan: bulan baris ini = bln
  tahun: tahun lain sebagai pembanding; tidak ikut dihitung = thn
  jumlah: jumlahnya = jml
kunjungan: Kunjungan ke laman PPID tiap bulan
  bulan: nama bulan = bln
  kunjungan: banyaknya kunjungan = jumlah kunjungan = jumlah = jumlah pengunjung = jumlah kunjungan website
anggaran: Anggaran layanan informasi, satu baris untuk satu sumber
  sumber: sumber dana, misalnya APBD = sumber dana = sumber anggaran
  alokasi: anggaran yang disediakan, rupiah = anggaran = pagu = jumlah anggaran
  realisasi: anggaran yang dipakai, rupiah = realisasi anggaran
  terbilang: alokasi dalam huruf, sebagaimana tertulis = dengan huruf
  penggunaan: kegunaan anggaran = penggunaan anggaran = peruntukan
regulasi: Peraturan dan keputusan yang mendasari layanan
  nomor: jenis dan nomor, misalnya Perwal No 24 Tahun 2011 = nomor peraturan = regulasi = peraturan
  tentang: judul setelah kata tentang = judul = perihal
  tahun: tahun = thn = tahun terbit
kutipan: Peraturan, nama badan, dan tanggal yang disebut dalam naskah
  jenis: peraturan, badan, atau tanggal = jenis kutipan
  nomor: tulisannya sebagaimana dalam naskah = tulisan = kutipan
  tentang: judul setelah kata tentang = judul
  tahun: tahun = thn
  bagian: bagian naskah yang menyebutnya = bab
pernyataan: Angka yang disebut dalam naskah, untuk dicocokkan
  apa: permohonan, keberatan, sengketa, rerata_waktu, staf, anggaran, opd, dan seterusnya = ukuran
  menurut: rincian yang dimaksud; kosong untuk jumlah seluruhnya = rincian menurut
  nilai: isi rincian itu = rincian
  jumlah: angkanya = angka = jml
  dari: pembagi, untuk persen = dari jumlah
  tahun: tahun lain yang dimaksud = thn
  satuan: perkara, persen, hari, hari kerja, rupiah, orang, atau satuan lain = unit
  bagian: bagian naskah yang menyebutnya = bab
sdm: Petugas layanan informasi = staf = petugas
  bagian: unit atau bagian = unit = bidang
  jumlah: banyaknya orang = jumlah orang = jml = jumlah sdm
  kualifikasi: pendidikan atau kualifikasi = pendidikan
sarana_prasarana: Sarana dan prasarana layanan = sarana = sarana dan prasarana
  tempat: tempatnya = lokasi = ruang
  nama: nama barang = nama sarana = sarana
  jumlah: banyaknya = jml
  kondisi: kondisi barang = keadaan
jam_layanan: Jam layanan, satu baris untuk hari yang sama jamnya = jam pelayanan
  opd: OPD; kosong berarti PPID Utama = perangkat daerah = unit kerja
  hari: satu hari, atau misalnya Senin s/d Kamis = hari layanan
  buka: jam buka, misalnya 08.00 = jam buka
  tutup: jam tutup = jam tutup
  istirahat_mulai: awal istirahat = mulai istirahat
  istirahat_selesai: akhir istirahat = selesai istirahat
gambar: Gambar dalam laporan
  nomor: nomor gambar, misalnya 2.1; kosong bila tanpa nomor = nomor gambar
  judul: judul gambar = judul gambar = keterangan gambar
  berkas: nama berkas di dalam folder ini = file = nama berkas
prioritas: Prioritas layanan informasi
  @uraian
kegiatan: Kegiatan yang dilaksanakan
  @uraian
inovasi: Inovasi layanan
  @uraian
penghargaan: Penghargaan yang diterima
  @uraian
rekomendasi: Rekomendasi dan rencana tindak lanjut
  @uraian
  tindak_lanjut: rencana tindak lanjutnya = rencana tindak lanjut = tindak lanjut = rtl
kendala: Kendala yang dihadapi
  jenis: internal atau eksternal = jenis kendala
  uraian: uraian kendala = kendala
peringkat_opd: Peringkat OPD menurut penilaian badan publik sendiri = peringkat
  opd: kode, nama, singkatan, atau alias OPD = nama opd = perangkat daerah
  nilai: nilainya = skor = jumlah
  satuan: satuan nilai, misalnya poin = unit
penjelasan: Penjelasan atas hasil pemeriksaan yang memang demikian adanya
  kode: kode aturan, misalnya L102 = kode aturan
  subjek: nomor register perkara, barisnya, atau subjek lain; kosong untuk semua hasil aturan itu = subyek
  alasan: mengapa memang demikian = penjelasan
  oleh: jabatan yang menjelaskan = penjelas
  tanggal: tanggal penjelasan = tgl
  berlaku_sampai: hari terakhir penjelasan berlaku = sampai
hari_libur: Hari libur daerah dan hari layanan ditutup
  tanggal: tanggalnya = tgl
  sebab: sebabnya = keterangan = alasan
peta: Padanan judul kolom dan kode dari sistem lain, agar datanya tidak perlu diganti nama
  kolom_asal: judul kolom dalam sistem lain; kosong bila hanya nilainya yang berbeda = judul asal
  kolom: kolom yang dimaksud, misalnya keputusan, atau permohonan.keputusan untuk satu tabel = kolom tujuan
  nilai_asal: isi sel dalam sistem lain, misalnya kode 1 = kode asal
  nilai: isi yang dimaksud, misalnya dikabulkan seluruhnya = nilai tujuan = arti
"""

_ENTRY = """
  uraian: uraiannya, satu baris untuk satu butir = kegiatan = nama
  tanggal: tanggal, bila ada = tgl = waktu
  keterangan: keterangan lain = ket
"""


@cache
def table_headings() -> Mapping[str, TableHeadings]:
    """Return every table by name, in the order in which they are explained to staff."""
    return {table.name: table for table in _parsed(_TABLES.replace("  @uraian\n", _ENTRY.lstrip("\n")))}


@cache
def known_tables() -> Mapping[str, str]:
    """Return the table for each accepted name of its file or sheet, in the form of `spelling`."""
    return accepted(table_headings().values())


def _parsed(text: str) -> Iterator[TableHeadings]:
    for block in text.strip().replace("\n    = ", " = ").replace("\n  ", "\t").splitlines():
        first, *columns = (parse_heading(line) for line in block.split("\t"))
        yield TableHeadings(first.name, first.meaning, first.spellings, tuple(columns))
