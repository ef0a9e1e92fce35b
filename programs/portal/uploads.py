"""Pictures and files of a municipality: checked, freed of where they were taken, and private until the release."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError
from wagtail.models import Collection

from home.media.models import File, Picture

from ..models import CaseStudyFile, CaseStudyPicture

MEGABYTE = 1024 * 1024
MOST_BYTES = {"pictures": 20 * MEGABYTE, "files": 10 * MEGABYTE}
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
SHORTEST_SIDE = 1200
# A root of its own: who may choose from the library does not see what was not released yet. Roots stand in the order
# of their names, and Wagtail takes the first one, which is called Root, for the library.
PRIVATE = "Von Kommunen, noch nicht freigegeben"


def private_collection() -> Collection:
    """Where uploads lie until they are released."""
    found = Collection.get_root_nodes().filter(name=PRIVATE).first()
    return found or Collection.add_root(name=PRIVATE)


def keep_picture(upload: UploadedFile, user: Any) -> Picture:
    """A picture without the data that cameras add."""
    demand_size(upload, "pictures")
    content, ending = cleaned(upload)
    name = f"{Path(upload.name).stem[:60] or 'bild'}.{ending}"
    picture = Picture(
        title=Path(upload.name).stem[:200] or name, collection=private_collection(), uploaded_by_user=user
    )
    picture.file = ContentFile(content, name)
    with Image.open(BytesIO(content)) as image:
        picture.width, picture.height = image.size
    picture.file_size = len(content)
    picture.save()
    return picture


def cleaned(upload: UploadedFile) -> tuple[bytes, str]:
    """The picture drawn anew: turned upright, without place, camera and previews."""
    try:
        with Image.open(upload) as image:
            if image.format not in FORMATS or image.width * image.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
                raise ValidationError(_("Please choose a picture in the format JPEG, PNG or WebP."))
            form, upright = image.format, ImageOps.exif_transpose(image)
            upright.info.clear()
            if form == "JPEG" and upright.mode not in ("RGB", "L"):
                upright = upright.convert("RGB")
            out = BytesIO()
            upright.save(out, form, **({"quality": 92, "optimize": True} if form != "PNG" else {}))
    except (UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, ValueError):
        raise ValidationError(_("This file is no picture that we can read. JPEG, PNG and WebP work.")) from None
    if max(upright.size) < SHORTEST_SIDE:
        words = {"width": upright.width, "height": upright.height}
        raise ValidationError(
            _("This picture is too small (%(width)d × %(height)d). It needs at least 1,200 pixels on its longer side."),
            params=words,
        )
    return out.getvalue(), FORMATS[form]


def copy_of(picture: Picture, side: int, quality: int = 90) -> bytes:
    """A smaller copy, drawn for one answer and stored nowhere; raises OSError where the file is gone."""
    with picture.open_file() as file, Image.open(file) as image:
        small = image.convert("RGB")
        small.thumbnail((side, side))
    out = BytesIO()
    small.save(out, "JPEG", quality=quality)
    return out.getvalue()


def keep_file(upload: UploadedFile, user: Any) -> File:
    """A document whose content is what its name says."""
    demand_size(upload, "files")
    ending = Path(upload.name).suffix.lower().lstrip(".")
    if ending not in SNIFFED or not SNIFFED[ending](upload):
        raise ValidationError(_("Please choose a file in the format PDF, ODT or DOCX."))
    upload.seek(0)
    title = Path(upload.name).stem[:160]
    return File.objects.create(title=title, file=upload, collection=private_collection(), uploaded_by_user=user)


def is_pdf(upload: UploadedFile) -> bool:
    """Begins like one."""
    upload.seek(0)
    return upload.read(5) == b"%PDF-"


def is_office(member: str) -> Any:
    """A package with this part in it."""

    def look(upload: UploadedFile) -> bool:
        try:
            with zipfile.ZipFile(upload) as package:
                return member in package.namelist()
        except zipfile.BadZipFile:
            return False

    return look


SNIFFED = {"pdf": is_pdf, "docx": is_office("word/document.xml"), "odt": is_office("content.xml")}


def demand_size(upload: UploadedFile, kind: str) -> None:
    """Neither empty nor too large; what else a house wants to check, it does by its own function."""
    if not upload.size:
        raise ValidationError(_("This file is empty. Perhaps it was not transferred completely; please try again."))
    if upload.size > MOST_BYTES[kind]:
        most = MOST_BYTES[kind] // MEGABYTE
        raise ValidationError(_("This file is too large: at most %(most)d MB."), params={"most": most})
    if check := getattr(settings, "AUSHANG_CHECK_UPLOAD", ""):
        import_string(check)(upload)


def open_to_library(page: Any) -> None:
    """After the release: editors may use the pictures and files elsewhere, too."""
    library = Collection.get_first_root_node()
    private = Collection.objects.filter(name=PRIVATE, depth=1)
    pictures = CaseStudyPicture.objects.filter(page_id=page.pk).values("image")
    Picture.objects.filter(pk__in=pictures, collection__in=private).update(collection=library)
    documents = CaseStudyFile.objects.filter(page_id=page.pk).values("document")
    File.objects.filter(pk__in=documents, collection__in=private).update(collection=library)
