"""The fonts of a PDF."""

import pikepdf
from pikepdf import Dictionary

FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def faces(pdf: pikepdf.Pdf) -> list[Dictionary]:
    """All fonts that pages and forms use."""
    found = {}
    for page in pdf.pages:
        todo = [page.get("/Resources", {})]
        while todo:
            resources = todo.pop()
            found |= {font.objgen: font for font in (resources.get("/Font") or {}).values()}
            forms = (resources.get("/XObject") or {}).values()
            todo.extend(form.Resources for form in forms if "/Resources" in form)
    return list(found.values())


def embedded(font: Dictionary) -> bool:
    """Whether the font travels with the file."""
    if font.get("/Subtype") == "/Type3":
        return True
    font = font.DescendantFonts[0] if font.get("/Subtype") == "/Type0" else font
    return any(name in font.get("/FontDescriptor", {}) for name in FILES)


def maps_to_unicode(font: Dictionary) -> bool:
    """Whether its glyphs can be read as text."""
    return "/ToUnicode" in font or font.get("/Subtype") not in ("/Type0", "/Type3")
