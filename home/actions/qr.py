"""QR codes of our own short addresses."""

from functools import lru_cache
from io import BytesIO
from typing import Any

import segno

# Longer ones make a finer code, which stays readable with less spare room for damage.
SHORT = 80


LOOKS: dict[str, Any] = {"border": 4, "scale": 4, "omitsize": False, "dark": "#000", "light": "#fff"}


@lru_cache(maxsize=1024)
def qr_image(address: str) -> str:
    """The address as a picture, ready for the `src` of an image."""
    return code_of(address).svg_data_uri(**LOOKS)


def qr_file(address: str) -> bytes:
    """The address as a picture for a poster, of any size without loss."""
    out = BytesIO()
    code_of(address).save(out, kind="svg", **LOOKS)
    return out.getvalue()


def code_of(address: str) -> segno.QRCode:
    """Short addresses stay readable when a quarter of the picture is dirty."""
    level = "q" if len(address) <= SHORT else "l"
    return segno.make(address, error=level, boost_error=False, micro=False)
