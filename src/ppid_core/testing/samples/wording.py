"""Words that formats get wrong: of other scripts, of other languages' grammar, of spreadsheets."""

from __future__ import annotations

from collections.abc import Mapping

SCRIPTS: Mapping[str, tuple[str, str]] = {
    "Indonesian": ("Jum’at–Rp½", "Jum’at–Rp¾"),
    "Latin with accents": ("Ünïcödé", "Ünïcödè"),
    "combining signs": ("Ca\u0301fe\u0301", "Ca\u0301fe\u0300"),
    "Arabic": ("معلومات", "معلومان"),
    "Hebrew": ("מידע", "מידא"),
    "Javanese": ("ꦗꦮ", "ꦗꦩ"),
    "Chinese": ("情報", "情韻"),
    "emoji": ("🙂", "🙃"),
    "joined emoji": ("👩🏽\u200d💻", "👩🏽\u200d🔧"),
}
"""A word of each script, and another of the same length, by the name of the script."""

MARKUP = (
    "<script>tanda</script>",
    "</title></style></script><script>tanda</script>",
    "<img src=x onerror=tanda>",
    '" onmouseover="tanda',
    "' onmouseover='tanda",
    "&amp; & &#65; &lt;",
    "]]> <!-- tanda -->",
    "`tanda`",
    "**tanda** _tanda_ [tanda](http://contoh.id)",
    "# tanda",
    "| tanda |",
    "#import tanda",
    "#tanda(1)",
    "$tanda$",
    "\\input{tanda}",
    "{{ tanda }} {% tanda %}",
)
"""Text that is markup in one format or another, and here is nothing but what a clerk typed."""

FORMULAS = ("=1+1", "+62 254", "-5+3", "@SUM(A1)", "\t=1+1", "\r=1+1")
"""Text that a spreadsheet takes for a formula: it begins with a sign that formulas begin with."""
