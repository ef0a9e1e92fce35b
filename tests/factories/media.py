"""Pictures and documents for tests, drawn here."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from home.media.models import File, Picture


def picture(title: str = "Werkstatt", size: tuple[int, int] = (1200, 800), **fields) -> Picture:
    """A one-coloured PNG in the image library."""
    data = BytesIO()
    Image.new("RGB", size, "#3465a4").save(data, "PNG")
    return Picture.objects.create(title=title, file=ContentFile(data.getvalue(), "bild.png"), **fields)


def document(title: str = "Merkblatt", content: bytes = b"%PDF-1.4 leer") -> File:
    """A small file in the document library."""
    return File.objects.create(title=title, file=ContentFile(content, "merkblatt.pdf"))
