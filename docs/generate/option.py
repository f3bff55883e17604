"""What the arguments and options of the command are, in English; the command itself says it in Indonesian."""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "FOLDER": "the folder of tables; our JSON, or a file that an importer reads; `-` is standard input",
    "init FOLDER": "where to write; none of the files may be there yet",
    "KODE": "the code of a rule; without it all of them are listed",
    "NAMA": "the name of a value of the law, or `instruments`; without it all of them are listed",
    "JENIS": "what is due",
    "new-plugin NAMA": "the name of its package, as `ppid-exporter-teks`",
    "new-plugin --to": "where its folder goes; by default here",
    "--kind": "what it brings: a format (`exporter`), rules, or further files (`audit`)",
    "TANGGAL": "the day of the event, day zero, as `2021-01-07` or as clerks write it",
    "TAHUN": "the year; with `--changes` in front, `FOLDER` stands here",
    "--lang": "language, Indonesian or English",
    "--help": "show this help",
    "--year": "the year of the report, filled in in `laporan.csv`",
    "--select": "ask only these rules: `T,L1`",
    "--ignore": "leave these rules out: `L102`",
    "--check": "try every format on a sample report",
    "plugins --rinci": "also labels, options of formats, and modules",
    "--rinci": "each finding by itself, and the rules that could not be asked",
    "--as-of": "judge the state of this day; by default the day of signature, else the last of the period",
    "deadlines --as-of": "judge the state of this day; by default today",
    "--format": "form of what is printed",
    "--to": "formats, by default all that are installed: `html,csv`",
    "--form": "the whole report, or one page",
    "--edition": "the public edition without personal data, or the internal one",
    "--draft": "write it although rows could not be read; it is marked *DRAF*",
    "--set": "an option of a format: `csv.delimiter=;`",
    "--out": "where the files go; by default `FOLDER/hasil`",
    "--strict-plugins": "end where any plugin failed",
    "--block": "leave these plugins out, by distribution or entry point",
    "--extended": "with the extension (`request`, `mediation`)",
    "--explain": "with the legal basis and the days that are not counted",
    "--track": "joint leave by Keppres (`asn`), by the joint decree (`umum`), or by the latest (`both`)",
    "--as-known-on": "by the decrees that were signed up to this day",
    "--no-cuti-bersama": "count joint leave as working days",
    "--changes": "what each decree changed; with a folder behind it, which due dates it moved",
    "--at": "what applied on this day; by default the latest entry",
}
"""By the option, or the argument in capitals; ``verb --option`` where one verb means it otherwise."""
