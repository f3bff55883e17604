-- Some cases of an invented body, to try it out.

INSERT INTO pengaturan VALUES
    ('tahun', '2024'), ('badan.nama', 'Pemerintah Kota Contoh'), ('badan.zona', 'WIB');
INSERT INTO opd VALUES
    (1, '01', 'Dinas Sosial', 'DINSOS'), (2, '02', 'Dinas Perhubungan', 'DISHUB');
INSERT INTO permohonan
    (id, tahun, nomor, diterima, jenis_pemohon, kanal, rincian, opd_id, status, alasan, pasal, dijawab)
VALUES
    (11, 2023, '118/PPID/2023', '2023-12-28 09:10:00+07:00', 'perorangan', 'website', 'Data penerima bantuan', 1,
        'kabul', NULL, NULL, '2024-01-10'),
    (12, 2024, '001/PPID/2024', '2024-01-08 10:00:00+07:00', 'perorangan', 'website', 'Rencana kerja 2024', 2,
        'kabul', NULL, NULL, '2024-01-17'),
    (13, 2024, '002/PPID/2024', '2024-03-04 13:20:00+07:00', 'badan hukum', 'surel', 'Kajian trayek', 2,
        'tolak', 'dikecualikan', 'i', '2024-03-14'),
    (14, 2024, '003/PPID/2024', '2024-06-03 08:45:00+07:00', 'kelompok orang', 'meja layanan PPID',
        'Laporan keuangan', 1, 'sebagian', NULL, NULL, '2024-07-01'),
    (15, 2024, '004/PPID/2024', '2024-12-20 11:00:00+07:00', 'perorangan', 'whatsapp', 'Jadwal uji kir', 2,
        'baru', NULL, NULL, NULL);
INSERT INTO keberatan VALUES
    (21, 2024, 'K-01/2024', 13, '2024-03-20 09:00:00+07:00', 'a', 'ditolak', '2024-04-29');
