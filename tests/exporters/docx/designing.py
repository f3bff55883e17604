"""Changes a template in LibreOffice, as a designer does: another font, another margin, a crest."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image

_MACRO = """
Sub Redesign
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    document = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
    paragraphs = document.StyleFamilies.getByName("ParagraphStyles")
    For Each name In paragraphs.ElementNames
        one = paragraphs.getByName(name)
        If one.isInUse() Then one.CharFontName = "DejaVu Serif"
    Next
    pages = document.StyleFamilies.getByName("PageStyles")
    For Each name In pages.ElementNames
        page = pages.getByName(name)
        If page.isInUse() Then
            page.LeftMargin = 4000
            page.HeaderIsOn = True
            picture = document.createInstance("com.sun.star.text.TextGraphicObject")
            picture.GraphicURL = "{crest}"
            picture.AnchorType = com.sun.star.text.TextContentAnchorType.AS_CHARACTER
            picture.Width = 1200
            picture.Height = 1200
            page.HeaderText.insertTextContent(page.HeaderText.createTextCursor(), picture, False)
        End If
    Next
    Dim saved(0) As New com.sun.star.beans.PropertyValue
    saved(0).Name = "FilterName"
    saved(0).Value = "MS Word 2007 XML"
    document.storeToURL("{target}", saved())
    document.close(True)
End Sub
"""
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARY = 'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"'
_SCRIPT = 'xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic"'
_STANDARD = (
    f'<library:library {_LIBRARY} library:name="Standard" library:readonly="false" '
    'library:passwordprotected="false"><library:element library:name="Module1"/></library:library>'
)


def redesigned(folder: Path, template: bytes) -> Path:
    """Return the template as LibreOffice saved it after the change."""
    source, crest, target = (folder / name for name in ("templat.docx", "lambang.png", "templat-baru.docx"))
    source.write_bytes(template)
    stream = io.BytesIO()
    Image.new("RGB", (120, 120), "#7A1F3D").save(stream, "PNG")
    crest.write_bytes(stream.getvalue())
    profile = folder / "profil-perancang"
    command = ("soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore")
    subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=180)
    macro = _MACRO.format(source=source.as_uri(), crest=crest.as_uri(), target=target.as_uri())
    basic = profile / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "script.xlb").write_text(_XML + _STANDARD, "utf-8")
    (basic / "Module1.xba").write_text(
        f"{_XML}<script:module {_SCRIPT}>{escape(macro)}</script:module>", "utf-8"
    )
    run = [*command, "macro:///Standard.Module1.Redesign"]
    subprocess.run(run, check=True, capture_output=True, timeout=180)
    return target
