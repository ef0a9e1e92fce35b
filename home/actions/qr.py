"""QR codes of our own short addresses."""

from functools import lru_cache

import segno

# Longer ones make a finer code, which stays readable with less spare room for damage.
SHORT = 80


@lru_cache(maxsize=1024)
def qr_image(address: str) -> str:
    """The address as a picture, ready for the `src` of an image."""
    level = "q" if len(address) <= SHORT else "l"
    code = segno.make(address, error=level, boost_error=False, micro=False)
    return code.svg_data_uri(border=4, scale=4, omitsize=False, dark="#000", light="#fff")
