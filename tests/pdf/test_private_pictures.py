"""A picture of a private collection gets into nothing that everybody may have."""

from io import BytesIO

import pikepdf
import pytest
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from home.actions.pdf import engine, making
from home.actions.pdf.edition import edition_of
from home.actions.pdf.mounts import own_mounts
from home.page.social_image import social_image
from tests.factories import media, pages

from .bodies import image
from .handed_out import fetch, stored

pytestmark = pytest.mark.django_db
CREDIT = "Nur für uns"


@pytest.fixture
def inside() -> Collection:
    """A collection within one that only signed-in people may look into."""
    private = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    return private.add_child(name="Fotos")


def illustrated(collection: Collection | None):
    """An article with a picture on top and one in its text."""
    picture = media.picture(credit=CREDIT)
    if collection:
        picture.collection = collection
        picture.save()
    body = [{"type": "image", "value": image(picture, alt="Blau")}]
    body.append({"type": "gallery", "value": {"title": "Eindrücke", "pictures": [image(picture, alt="Blau")] * 2}})
    return pages.article(lead_image=picture, lead_image_alt="Blau", body=body)


def pictures_in(data: bytes) -> int:
    """How many photographs a PDF holds; the QR code is drawn."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return sum(len(page.get_images()) for page in pdf.pages)


def test_the_public_pdf_leaves_it_out_with_caption_and_credit(pdf_of, inside):
    assert pictures_in(pdf_of(illustrated(None))) > 0
    assert pictures_in(pdf_of(illustrated(inside))) == 0


def test_the_press_would_not_get_it_either(inside, monkeypatch):
    rendition = illustrated(inside).lead_image.get_rendition("width-960|format-webp")
    (read, _static) = own_mounts().values()
    with pytest.raises(PermissionError):
        read(rendition.file.name)


def test_neither_page_nor_networks_nor_search_engines_show_it(client, inside):
    page = illustrated(inside)
    assert social_image(page) is None
    html = client.get(page.url).content.decode()
    assert "/media/" not in html
    assert "og:image" not in html
    assert CREDIT not in html
    assert "/media/" in client.get(illustrated(None).url).content.decode()


def test_lists_do_not_show_it(client, inside):
    illustrated(inside)
    assert "/media/" not in client.get("/aktuelles/").content.decode()


def test_who_may_look_into_the_collection_sees_it_on_page_and_in_a_private_pdf(client, inside, author, pdf_of):
    page = illustrated(inside)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    client.force_login(author)
    response = client.get(page.url)
    assert "/media/" in response.content.decode()
    assert "Cookie" in response["Vary"]
    assert pictures_in(fetch(client, page)) > 0
    assert stored(page) == []


def test_a_signed_in_person_outside_the_group_gets_the_private_pdf_without_it(client, inside, author, pdf_of):
    page = illustrated(inside)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    CollectionViewRestriction.objects.update(restriction_type="groups")
    client.force_login(author)
    assert pictures_in(fetch(client, page)) == 0


@pytest.fixture
def open_one() -> Collection:
    """A collection for everybody, so far."""
    return Collection.get_first_root_node().add_child(name="Fotos")


def test_a_stored_pdf_goes_when_its_picture_becomes_private(
    client, press, open_one, django_capture_on_commit_callbacks
):
    page = illustrated(open_one)
    assert CREDIT in fetch(client, page).decode()
    with django_capture_on_commit_callbacks(execute=True):
        CollectionViewRestriction.objects.create(collection=open_one, restriction_type="login")
    assert stored(page) == []
    assert CREDIT not in fetch(client, page).decode()


def test_a_picture_that_moves_into_a_private_collection_makes_another_pdf(press, inside, open_one):
    page = illustrated(open_one)
    before = edition_of(page)
    type(page.lead_image).objects.update(collection=inside)  # as the admin moves many at once
    assert edition_of(page) != before


def test_a_programmes_collection_leaves_it_out(client, press, inside):
    program = pages.program()
    page = illustrated(inside)
    page.program = program
    page.save_revision().publish(skip_permission_checks=True)
    html = b"".join(client.get(program.url + "sammlung.pdf")).decode()
    assert page.title in html
    assert CREDIT not in html


def test_making_it_without_a_reader_is_making_it_for_everybody(pdf_of, inside):
    assert engine.typesetter() is not None
    assert pictures_in(making.typeset(illustrated(inside))) == 0
