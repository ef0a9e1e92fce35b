"""QR codes of our own short addresses."""

from functools import lru_cache

import segno


@lru_cache(maxsize=1024)
def qr_image(address: str) -> str:
    """The address as a picture, ready for the `src` of an image."""
    code = segno.make(address, error="q", micro=False)
    return code.svg_data_uri(border=4, scale=4, omitsize=False, dark="#000", light="#fff")
