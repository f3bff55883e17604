"""The filled example in *contoh/*: an invented regency, every table once, no person."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

EXAMPLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "laporan.csv": """\
kunci,isi
tahun,2023
periode,tahun
badan.nama,Pemerintah Kabupaten Contoh Makmur
badan.jenis,pemerintah daerah
badan.tingkat,kabupaten
badan.provinsi,Contoh Raya
badan.komisi,Komisi Informasi Provinsi Contoh Raya
badan.alamat,"Jalan Contoh Nomor 1, Contoh Makmur"
badan.laman,https://ppid.contoh.example
badan.ppid,PPID Utama Kabupaten Contoh Makmur
badan.atasan_ppid,Sekretaris Daerah
badan.cuti_bersama,ya
penandatangan.jabatan,PPID Utama Kabupaten Contoh Makmur
penandatangan.tempat,Contoh Makmur
penandatangan.tanggal,15 Januari 2024
penyampaian.tanggal,22 Januari 2024
penyampaian.kepada,Ketua Komisi Informasi Provinsi Contoh Raya
penyampaian.nomor,480/12/PPID/2024
penyampaian.sifat,biasa
penyampaian.lampiran,satu berkas
penyampaian.hal,Laporan Layanan Informasi Publik Tahun 2023
penyampaian.tembusan,Bupati Contoh Makmur|Sekretaris Daerah
sdm.jumlah,3
sdm.dasar,Keputusan Bupati Nomor 480/7/2023
kanal_ditawarkan,meja layanan PPID|website|surel
tampilan.susunan,perki
""",
        "naskah.csv": """\
bagian,teks
kata-pengantar,Laporan ini memuat layanan informasi publik selama tahun 2023.
kebijakan,"Layanan berpedoman pada peraturan bupati tentang layanan informasi.

- Permohonan dilayani pada hari kerja.
- Salinan elektronik tidak dipungut biaya."
""",
        "naskah/penutup.txt": "Demikian laporan ini disusun.\n",
        "opd.csv": """\
kode,nama,singkatan,alias,berlaku_sejak,berlaku_sampai,pengganti
D1,Dinas Contoh Kesehatan,Dinkes,Dinas Kesehatan|DINKES Contoh,,,
D2,Dinas Contoh Pendidikan,Disdik,Dinas Pendidikan,,,
D3,Badan Contoh Keuangan,BKD,,2022-01-01,,
""",
        "jenis_informasi.csv": """\
kode,nama,singkatan,kelompok
profil,Profil badan publik,Profil,berkala
anggaran,Ringkasan anggaran,Anggaran,berkala
darurat,Informasi yang mengancam hajat hidup orang banyak,Darurat,serta-merta
dip,Daftar informasi publik,DIP,setiap saat
""",
        "ketersediaan.csv": """\
opd,profil,anggaran,darurat,dip
Dinkes,√,√,√,√
Disdik,√,√,n/a,-
BKD,√,√,n/a,√
""",
        "permohonan.csv": """\
nomor,tanggal,pemohon,pekerjaan,tujuan,kanal,informasi,opd,dikuasai,tanggal_register,\
tanggal_surat_tidak_lengkap,tanggal_terima_surat,tanggal_perbaikan,tanggal_lengkap,keputusan,alasan_penolakan,\
pasal_pengecualian,uji_konsekuensi,tanggal_pemberitahuan,tanggal_penyerahan,biaya,cara_bayar,jenis,bentuk
P-001,9 Januari 2023,perorangan,mahasiswa,penelitian,meja layanan PPID,Data sekolah,Disdik,ya,\
9 Januari 2023,,,,9 Januari 2023,dikabulkan seluruhnya,,,,\
13 Januari 2023,13 Januari 2023,0,,salinan,elektronik
P-002,14 Februari 2023,lembaga,,pengawasan,website,Rincian belanja,BKD,ya,\
14 Februari 2023,15 Februari 2023,15 Februari 2023,16 Februari 2023,16 Februari 2023,\
dikabulkan sebagian,dikecualikan,h,Uji konsekuensi 17 Februari 2023,\
21 Februari 2023,21 Februari 2023,0,,salinan,elektronik
P-003,5 Juni 2023,perorangan,pedagang,pribadi,surel,Riwayat kesehatan pasien,Dinkes,ya,\
5 Juni 2023,,,,5 Juni 2023,ditolak,dikecualikan,h,Uji konsekuensi 7 Juni 2023,12 Juni 2023,,,,,
P-004,18 September 2023,kelompok orang,,usaha,meja layanan PPID,Jadwal layanan,Dinkes,ya,\
18 September 2023,,,,18 September 2023,dikabulkan seluruhnya,,,,\
20 September 2023,20 September 2023,0,,melihat,
""",
        "keberatan.csv": """\
nomor,tanggal_register,nomor_permohonan,tanggal,pemohon,tanggal_alasan,alasan,huruf,opd,jawaban,\
tanggal_jawaban,tanggal_terima_jawaban,jabatan_atasan,pelaksanaan,tanggapan_pemohon
K-001,20 Juni 2023,P-003,19 Juni 2023,perorangan,12 Juni 2023,permohonan ditolak,a,Dinkes,ditolak,\
10 Juli 2023,11 Juli 2023,Sekretaris Daerah,,
""",
        "sengketa.csv": """\
nomor,nomor_keberatan,nomor_permohonan,tanggal,tanggal_diterima,tanggal_register,tanggal_sidang,pemohon,\
alasan,opd,tahap,hasil,nomor_putusan,tanggal_putusan,tanggal_terima_putusan,pelaksanaan,keterangan
012/VII/KI-CR/2023,K-001,P-003,17 Juli 2023,18 Juli 2023,20 Juli 2023,7 Agustus 2023,perorangan,\
jawaban keberatan tidak diterima,Dinkes,ajudikasi,ditolak,012/PTS-A/2023,4 September 2023,\
6 September 2023,putusan diumumkan,
""",
        "gugatan.csv": """\
nomor_sengketa,pengadilan,tanggal_pernyataan,tanggal,putusan,tanggal_putusan,tanggal_terima_putusan,tanggal_kasasi,\
putusan_kasasi,pelaksanaan
012/VII/KI-CR/2023,PTUN Contoh,13 September 2023,20 September 2023,menguatkan putusan Komisi Informasi,\
23 November 2023,27 November 2023,,,tidak ada yang perlu dilaksanakan
""",
        "rekap.csv": """\
apa,menurut,nilai,bulan,tahun,jumlah
pengaduan,,,,,2
pengaduan,kanal,surel,,,2
permohonan,,,,2022,6
""",
        "kunjungan.csv": """\
bulan,kunjungan
Januari,310
Februari,295
Maret,402
JUMLAH,1.007
""",
        "anggaran.csv": """\
sumber,alokasi,realisasi,terbilang,penggunaan
APBD,25.000.000,24.100.000,dua puluh lima juta rupiah,pelatihan petugas dan pemeliharaan laman
""",
        "regulasi.csv": """\
nomor,tentang,tahun
Peraturan Bupati Nomor 12 Tahun 2021,Layanan Informasi Publik,2021
""",
        "kutipan.csv": """\
jenis,nomor,tentang,tahun,bagian
peraturan,Peraturan Bupati Nomor 12 Tahun 2021,Layanan Informasi Publik,2021,kebijakan
""",
        "pernyataan.csv": """\
apa,menurut,nilai,jumlah,dari,tahun,satuan,bagian
permohonan,,,4,,,perkara,kata-pengantar
permohonan,keputusan,ditolak,1,,,perkara,kata-pengantar
anggaran,,,25.000.000,,,rupiah,penutup
""",
        "sdm.csv": """\
bagian,jumlah,kualifikasi
Layanan,2 (dua),sarjana
Pengelolaan data,1 (satu),diploma
JUMLAH,3,
""",
        "sarana_prasarana.csv": """\
tempat,nama,jumlah,kondisi
Ruang layanan,Meja layanan,1,baik
Ruang layanan,Komputer,2,baik
""",
        "jam_layanan.csv": """\
opd,hari,buka,tutup,istirahat_mulai,istirahat_selesai
,Senin s/d Kamis,08.00,16.00,12.00,13.00
,Jumat,08.00,16.30,11.30,13.00
""",
        "gambar.csv": """\
nomor,judul,berkas
1.1,Alur permohonan informasi,
1.3,Alur keberatan,
""",
        "prioritas.csv": "uraian,tanggal,keterangan\nMemutakhirkan daftar informasi publik,,\n",
        "kegiatan.csv": "uraian,tanggal,keterangan\nPelatihan petugas layanan,8 Maret 2023,\n",
        "inovasi.csv": "uraian,tanggal,keterangan\nFormulir permohonan di laman,,mulai Mei 2023\n",
        "penghargaan.csv": "uraian,tanggal,keterangan\nBadan publik menuju informatif,,\n",
        "rekomendasi.csv": """\
uraian,tanggal,keterangan,tindak_lanjut
Menambah petugas layanan,,,diusulkan dalam anggaran 2024
""",
        "kendala.csv": """\
jenis,uraian
internal,Petugas merangkap tugas lain.
eksternal,Pemohon belum mengenal tata cara permohonan.
""",
        "peringkat_opd.csv": "opd,nilai,satuan\nDinkes,92,poin\n",
        "penjelasan.csv": """\
kode,subjek,alasan,oleh,tanggal,berlaku_sampai
D102,,Gambar 1.2 dimuat dalam lampiran tersendiri,PPID Utama,15 Januari 2024,31 Desember 2024
""",
        "peta.csv": """\
kolom_asal,kolom,nilai_asal,nilai
tgl_masuk_surat,permohonan.tanggal,,
,permohonan.keputusan,01,dikabulkan seluruhnya
""",
        "hari_libur.csv": "tanggal,sebab\n27 Maret 2023,Hari jadi kabupaten\n",
    }
)
