"""What a document may load: own pictures, and nothing else from anywhere."""

import socket
from io import BytesIO

import pikepdf
import pytest
from django.conf import settings

from home.actions.pdf import engine
from home.actions.pdf.fetcher import MAX_FILES, OwnFiles
from home.actions.pdf.mounts import own_mounts, paper_spec
from tests.factories import media

MEDIA = f"{settings.BASE_URL}/media/"
HOSTILE = [
    "http://127.0.0.1:1/b.png",
    "http://169.254.169.254/latest/meta-data/",
    "https://example.org/picture.png",
    "ftp://127.0.0.1/a.png",
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    f"{MEDIA}../private/original.png",
    f"{MEDIA}%2e%2e/private/original.png",
    f"{MEDIA}..%2fprivate/original.png",
    f"{MEDIA}//etc/passwd",
    f"{settings.BASE_URL}.evil.example/media/a.png",
    f"{settings.BASE_URL}/documents/1/geheim.pdf",
    f"{settings.BASE_URL}/static/css/tokens.css",
    "data:text/html,<p>Hallo",
    "data:image/png;base64," + "A" * 200_001,
]


@pytest.fixture
def fetcher(db, monkeypatch) -> OwnFiles:
    """The fetcher of a document; a socket ends the test."""
    if engine.typesetter() is None:
        pytest.skip("Pango is missing: see README")

    def no_socket(*args, **kwargs):
        raise AssertionError("opened a socket")

    monkeypatch.setattr(socket.socket, "connect", no_socket)
    return OwnFiles(own_mounts())


@pytest.mark.parametrize("url", HOSTILE, ids=range(len(HOSTILE)))
def test_everything_that_is_not_ours_is_refused(fetcher, url):
    with pytest.raises(ValueError, match="not loaded"):
        fetcher.fetch(url)
    assert [refused for refused, _why in fetcher.refused] == [url[:120]]


def test_a_rendition_comes_as_jpeg_for_paper(fetcher):
    rendition = media.picture().get_rendition("width-960|format-webp")
    kind, content = fetcher.fetch(settings.BASE_URL + rendition.url)
    assert kind == "image/jpeg"
    assert content[:3] == b"\xff\xd8\xff"


def test_a_static_picture_is_ours(fetcher):
    assert b"<svg" in fetcher.fetch(f"{settings.BASE_URL}/static/img/favicon.svg")[1]


def test_so_many_files_and_no_more(fetcher):
    pixel = "data:image/png;base64,iVBORw0KGgo="
    for _ in range(MAX_FILES):
        fetcher.fetch(pixel)
    with pytest.raises(ValueError, match="too many"):
        fetcher.fetch(pixel)


def test_so_many_bytes_and_no_more(fetcher):
    fetcher.bytes_left = 10
    with pytest.raises(ValueError, match="too big"):
        fetcher.fetch(f"{settings.BASE_URL}/static/img/favicon.svg")


@pytest.mark.parametrize(
    ("web", "paper"),
    [
        ("width-960|format-webp", "width-1200|format-jpeg"),
        ("fill-640x360|format-webp", "fill-640x360|format-jpeg"),
        ("fill-640x360-c80|format-webp|webpquality-60", "fill-640x360-c80|format-jpeg"),
    ],
)
def test_the_crop_stays_the_same_on_paper(web, paper):
    assert paper_spec(web) == paper


def test_a_hostile_document_loads_nothing_and_carries_nothing(fetcher):
    html = """<html lang="de" class="pdf"><title>t</title>
        <link rel="attachment" href="file:///etc/passwd"><link rel="stylesheet" href="http://127.0.0.1:1/a.css">
        <style>@import url(file:///etc/hostname); p { background: url(http://127.0.0.1:1/b.png) }
        @font-face { font-family: x; src: url(file:///etc/passwd) } p { font-family: x }</style>
        <h1>Text</h1><img src="file:///etc/passwd" alt="x"><object data="file:///etc/passwd"></object>
        <embed src="file:///etc/hostname"><a rel="attachment" href="file:///etc/hosts">a</a>
        <img alt="x" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>
        <image href='file:///etc/hostname' width='9' height='9'/></svg>"></html>"""
    data = engine.typesetter().typeset(html, settings.BASE_URL + "/artikel/")
    with pikepdf.open(BytesIO(data)) as pdf:
        assert not pdf.attachments
        assert not any(page.get_images() for page in pdf.pages)
        assert b"root:" not in data
