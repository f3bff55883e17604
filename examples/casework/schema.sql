-- Basis data perkara PPID, sama untuk SQLite dan PostgreSQL. A casework database, the same for both.

CREATE TABLE pengaturan (kunci text PRIMARY KEY, isi text NOT NULL);
CREATE TABLE opd (id integer PRIMARY KEY, kode text NOT NULL, nama text NOT NULL, singkatan text);
CREATE TABLE permohonan (
    id integer PRIMARY KEY,
    tahun integer NOT NULL,
    nomor text NOT NULL,
    diterima timestamp with time zone NOT NULL,
    jenis_pemohon text,
    kanal text NOT NULL,
    rincian text NOT NULL,
    opd_id integer REFERENCES opd (id),
    status text NOT NULL DEFAULT 'baru',
    alasan text,
    pasal text,
    diperpanjang date,
    alasan_diperpanjang text,
    dijawab date,
    UNIQUE (tahun, nomor)
);
CREATE TABLE keberatan (
    id integer PRIMARY KEY,
    tahun integer NOT NULL,
    nomor text NOT NULL,
    permohonan_id integer NOT NULL REFERENCES permohonan (id),
    diterima timestamp with time zone NOT NULL,
    alasan text NOT NULL,
    putusan text,
    dijawab date,
    UNIQUE (tahun, nomor)
);

-- What is reported: the cases of the year in pengaturan, and those carried over into it, under our headings.
CREATE VIEW laporan_permohonan AS
SELECT p.id, p.nomor, p.diterima AS tanggal, CASE WHEN p.tahun < t.tahun THEN p.tahun END AS bawaan,
    p.jenis_pemohon AS pemohon, p.kanal, p.rincian AS informasi, o.kode AS opd,
    CASE p.status
        WHEN 'baru' THEN NULL
        WHEN 'kabul' THEN 'dikabulkan seluruhnya'
        WHEN 'sebagian' THEN 'dikabulkan sebagian'
        WHEN 'tolak' THEN 'ditolak'
        ELSE p.status
    END AS keputusan,
    p.alasan AS alasan_penolakan, p.pasal AS pasal_pengecualian,
    p.diperpanjang AS tanggal_perpanjangan, p.alasan_diperpanjang AS alasan_perpanjangan,
    p.dijawab AS tanggal_pemberitahuan
FROM permohonan p
JOIN (SELECT CAST(isi AS integer) AS tahun FROM pengaturan WHERE kunci = 'tahun') t ON p.tahun <= t.tahun
LEFT JOIN opd o ON o.id = p.opd_id
WHERE p.tahun = t.tahun OR p.dijawab IS NULL OR CAST(p.dijawab AS text) >= CAST(t.tahun AS text);

CREATE VIEW laporan_keberatan AS
SELECT k.id, k.nomor, k.diterima AS tanggal, CASE WHEN k.tahun < t.tahun THEN k.tahun END AS bawaan,
    CASE WHEN p.tahun = t.tahun THEN p.nomor END AS nomor_permohonan,
    CASE WHEN p.tahun < t.tahun THEN p.nomor END AS permohonan_lalu,
    k.alasan AS huruf, k.putusan AS jawaban, k.dijawab AS tanggal_jawaban
FROM keberatan k
JOIN permohonan p ON p.id = k.permohonan_id
JOIN (SELECT CAST(isi AS integer) AS tahun FROM pengaturan WHERE kunci = 'tahun') t ON k.tahun <= t.tahun
WHERE k.tahun = t.tahun OR k.dijawab IS NULL OR CAST(k.dijawab AS text) >= CAST(t.tahun AS text);
