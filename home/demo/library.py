"""Pictures and documents of the demo: drawn or copied into the library when the first page shows them."""

from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from pypdf import PdfReader

from home.media.models import File, Picture

from . import scenes
from .stories import folder_of

CREDIT = "Illustration: Aushang"


def picture(name: str) -> Picture:
    """The picture of a scene, e.g. `round_table:2`: the same name draws the same picture."""
    scene, _, seed = name.partition(":")
    title = f"{scenes.TITLES[scene]} {seed or 1}"
    found = Picture.objects.filter(title=title, credit=CREDIT).first()
    return found or drawn(title, scene, int(seed or 1))


def drawn(title: str, scene: str, seed: int) -> Picture:
    """Draws a scene and puts it into the library."""
    image = scenes.draw(scene, seed)
    data = BytesIO()
    image.save(data, "PNG")
    return Picture.objects.create(
        title=title,
        credit=CREDIT,
        width=image.width,
        height=image.height,
        file=ContentFile(data.getvalue(), f"{scene.replace('_', '-')}-{seed}.png"),
    )


def document(name: str) -> File:
    """The document `app/file.pdf` from the demo folder of an app."""
    app_name, _, file_name = name.partition("/")
    path: Path = folder_of(app_name) / file_name
    title = PdfReader(path).metadata.title
    found = File.objects.filter(title=title).first()
    return found or File.objects.create(title=title, file=ContentFile(path.read_bytes(), path.name))
