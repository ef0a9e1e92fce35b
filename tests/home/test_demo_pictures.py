"""The pictures and flyers of the demo: drawn, always the same, and light."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from home.demo import scenes
from programs.demo.flyers import FLYERS, FOLDER

HUNDRED_KILOBYTES = 100_000


def as_png(image: Image.Image) -> bytes:
    """The file that goes into the library."""
    data = BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize("name", scenes.SCENES)
def test_a_scene_is_wide_light_and_the_same_every_time(name):
    image = scenes.draw(name, 1)
    assert image.size == (1600, 900)
    assert len(as_png(image)) < HUNDRED_KILOBYTES
    assert image.tobytes() == scenes.draw(name, 1).tobytes()


def test_another_number_draws_another_picture():
    assert scenes.draw("skyline", 1).tobytes() != scenes.draw("skyline", 2).tobytes()


@pytest.mark.parametrize("name", FLYERS)
def test_a_flyer_is_a_small_tagged_german_pdf_of_two_pages(name):
    file = FOLDER / f"{name}.pdf"
    assert file.stat().st_size < HUNDRED_KILOBYTES
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 2
        assert str(pdf.Root.Lang) == "de"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.docinfo["/Title"]
