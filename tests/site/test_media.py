"""Resized pictures are public, whatever else lies beside them is not."""

import pytest

from tests.factories import media

pytestmark = pytest.mark.django_db


@pytest.fixture
def rendition(db):
    return media.picture().get_rendition("fill-640x360|format-webp")


def test_a_resized_picture_may_be_kept_for_ever(client, rendition):
    response = client.get(rendition.url)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content)[:4] == b"RIFF"


@pytest.mark.parametrize(
    "address",
    [
        "/media/images/nichts.png",
        "/media/images/",
        "/media/../default/original_images/bild.png",
        "/media/%2e%2e/default/original_images/bild.png",
        "/media/..%2fdefault%2foriginal_images%2fbild.png",
        "/media//etc/passwd.png",
        "/media/images/%00.png",
        "/media/original_images/bild.png",
        "/media/" + "x" * 5000 + ".png",
    ],
)
def test_nothing_else_is_served(client, rendition, address):
    assert client.get(address).status_code == 404


def test_files_that_are_no_pictures_are_not_served(client, rendition, settings, tmp_path):
    (tmp_path / "renditions" / "geheim.txt").write_text("x")
    assert client.get("/media/geheim.txt").status_code == 404


def test_the_folder_of_a_picture_cannot_be_guessed(rendition):
    _media, _images, secret, _name = rendition.url.strip("/").split("/")
    assert len(secret) == 20
