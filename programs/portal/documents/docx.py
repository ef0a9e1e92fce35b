"""A small writer for DOCX: paragraphs in four styles, German, with real headings; nothing else is needed here."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"

TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{KIND}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
DOCUMENT_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'  # noqa: E501


def style(key: str, name: str, run: str, paragraph: str = "") -> str:
    """One style of paragraphs."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="Normal"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


BEFORE = '<w:keepNext/><w:spacing w:before="120" w:after="40"/>'
ABOVE = '<w:keepNext/><w:spacing w:before="240"/>'
STYLES = (
    f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'
    '<w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/>'
    '</w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
    + style("Title", "Title", '<w:b/><w:sz w:val="36"/>')
    + style("Heading1", "heading 1", '<w:b/><w:sz w:val="26"/>', ABOVE + '<w:outlineLvl w:val="0"/>')
    + style("Heading2", "heading 2", '<w:b/><w:sz w:val="22"/>', BEFORE + '<w:outlineLvl w:val="1"/>')
    + style("Item", "Item", "", '<w:spacing w:after="40"/><w:ind w:left="284" w:hanging="284"/>')
    + style("Hint", "Hint", "<w:i/>", "<w:keepNext/>")
    + "</w:styles>"
)  # fmt: skip


def docx(title: str, paragraphs: list[tuple[str, str]]) -> bytes:
    """The file, of paragraphs with the key of their style."""
    body = "".join(paragraph(key, text) for key, text in paragraphs)
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{clean(title)}</dc:title><dc:language>de-DE</dc:language></cp:coreProperties>"
    )
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/styles.xml": STYLES,
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}{PAGE}</w:body></w:document>',
        "docProps/core.xml": core,
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, HEAD + content)
    return out.getvalue()


def paragraph(key: str, text: str) -> str:
    """One paragraph; lines within it are broken."""
    chosen = f'<w:pPr><w:pStyle w:val="{key}"/></w:pPr>' if key else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{clean(line)}</w:t>' for line in text.split("\n"))
    return f"<w:p>{chosen}<w:r>{lines}</w:r></w:p>"


def clean(text: str) -> str:
    """Text as XML may hold it."""
    return escape("".join(letter for letter in text if letter >= " " or letter == "\t"))
