"""Files and names on live or waiting pages, tried through the real addresses of the admin."""

from io import BytesIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection, GroupCollectionPermission

from home.bodies.models import Body
from home.media.models import File, Picture
from home.page.models import Subject
from home.workflow import roles, transitions
from tests.factories import approval, media, pages

pytestmark = pytest.mark.django_db

REPLACED = (
    "Diese Datei lässt sich nicht ersetzen. Sie wird auf Seiten verwendet, die veröffentlicht sind oder auf Freigabe "
    "warten: „Neues Programm“. Bitte laden Sie eine neue Datei hoch, wählen Sie sie auf der Seite aus und reichen Sie "
    "die Seite zur Freigabe ein."
)
RENAMED = (
    "Dieser Name lässt sich nicht ändern. Er steht auf Seiten, die veröffentlicht sind oder auf Freigabe warten: "
    "„Neues Programm“. Bitte legen Sie einen neuen Eintrag an, wählen Sie ihn auf der Seite aus und reichen Sie die "
    "Seite zur Freigabe ein."
)
DELETED = (
    "„{}“ lässt sich nicht löschen. Es wird auf Seiten verwendet, die veröffentlicht sind oder auf Freigabe warten: "
    "„Neues Programm“. Bitte nehmen Sie es zuerst von der Seite und reichen Sie die Seite zur Freigabe ein."
)


def sentences(response) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def png(colour: str = "#aa0000") -> SimpleUploadedFile:
    data = BytesIO()
    Image.new("RGB", (600, 400), colour).save(data, "PNG")
    return SimpleUploadedFile("neu.png", data.getvalue(), "image/png")


@pytest.fixture(params=["academy", "emergency", "superuser"])
def anyone(request):
    """Whoever may change files; the emergency group and administrators too."""
    group = Group.objects.get(name=roles.EMERGENCY.name)
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(codename__in=("delete_image", "delete_document")):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
    group.permissions.add(*Permission.objects.filter(codename__in=("change_subject", "change_body", "delete_subject")))
    return request.getfixturevalue(request.param)


def approval_of(author, academy, live: bool, **fields):
    page = approval.submitted(author, title="Neues Programm", **fields)
    if live:
        transitions.approve(page, academy)
    return page


@pytest.fixture(params=["live", "waiting"])
def in_use(request, author, academy):
    """Puts a page with these fields live, or up for approval."""
    return lambda **fields: approval_of(author, academy, request.param == "live", **fields)


def shown(response) -> str:
    """What the form says beside its fields."""
    return response.content.decode()


def replace_picture(client, picture: Picture):
    form = {"title": "Neuer Titel", "file": png(), "collection": picture.collection_id}
    return client.post(reverse("wagtailimages:edit", args=[picture.pk]), form)


def test_a_picture_in_use_is_not_replaced(client, anyone, in_use):
    picture = media.picture()
    in_use(lead_image=picture)
    client.force_login(anyone)
    response = replace_picture(client, picture)
    assert REPLACED in shown(response)
    assert Picture.objects.get(pk=picture.pk).file.name == picture.file.name


def test_a_picture_in_the_body_is_in_use(client, superuser, in_use):
    picture = media.picture()
    in_use(body=[{"type": "image", "value": {"image": picture.pk, "alt": "Werkstatt", "decorative": False}}])
    client.force_login(superuser)
    assert REPLACED in shown(replace_picture(client, picture))


def test_the_title_of_a_picture_in_use_may_be_changed(client, superuser, in_use):
    picture = media.picture()
    in_use(lead_image=picture)
    client.force_login(superuser)
    form = {"title": "Neuer Titel", "collection": picture.collection_id}
    client.post(reverse("wagtailimages:edit", args=[picture.pk]), form)
    assert Picture.objects.get(pk=picture.pk).title == "Neuer Titel"


REWORDED = "Was Leserinnen und Leser von dieser Datei sehen, lässt sich hier nicht ändern."


@pytest.mark.parametrize("field", ["credit", "description", "focal_point_x"])
def test_what_readers_see_of_a_picture_in_use_is_not_changed(client, superuser, in_use, field):
    picture = media.picture()
    in_use(lead_image=picture)
    client.force_login(superuser)
    changed = {"focal_point_x": 5} if field == "focal_point_x" else {field: "Neu"}
    form = {"title": picture.title, "collection": picture.collection_id} | changed
    response = client.post(reverse("wagtailimages:edit", args=[picture.pk]), form)
    assert REWORDED in shown(response)
    assert Picture.objects.filter(pk=picture.pk).values_list(field, flat=True).get() in (None, "")


def test_the_title_of_a_document_in_use_is_not_changed(client, superuser, in_use):
    document = media.document()
    in_use(body=[{"type": "downloads", "value": {"title": "", "files": [{"document": document.pk, "title": ""}]}}])
    client.force_login(superuser)
    form = {"title": "Anders", "collection": document.collection_id}
    response = client.post(reverse("wagtaildocs:edit", args=[document.pk]), form)
    assert REWORDED in shown(response)
    assert File.objects.get(pk=document.pk).title == document.title


def test_a_picture_of_a_draft_is_replaced(client, author, superuser):
    picture = media.picture()
    pages.draft_article(owner=author, lead_image=picture)
    client.force_login(superuser)
    replace_picture(client, picture)
    assert Picture.objects.get(pk=picture.pk).file.name != picture.file.name


def test_a_picture_that_a_page_gave_up_is_replaced(client, author, academy, superuser):
    picture = media.picture()
    page = approval_of(author, academy, live=True, lead_image=picture)
    approval.edit(page, author, lead_image=media.picture())
    transitions.submit(page, author)
    transitions.approve(page, academy)
    client.force_login(superuser)
    replace_picture(client, picture)
    assert Picture.objects.get(pk=picture.pk).file.name != picture.file.name


def test_a_document_in_use_is_not_replaced(client, superuser, in_use):
    document = media.document()
    in_use(body=[{"type": "text", "value": f'<p><a linktype="document" id="{document.pk}">Merkblatt</a></p>'}])
    client.force_login(superuser)
    form = {"title": "Merkblatt", "file": SimpleUploadedFile("neu.pdf", b"%PDF-1.4 neu"), "collection": 1}
    response = client.post(reverse("wagtaildocs:edit", args=[document.pk]), form)
    assert REPLACED in shown(response)
    assert File.objects.get(pk=document.pk).file.read() == b"%PDF-1.4 leer"


@pytest.mark.parametrize("address", ["wagtailimages:delete", "bulk"])
def test_a_picture_in_use_is_not_deleted(client, anyone, in_use, address):
    picture = media.picture()
    in_use(lead_image=picture)
    client.force_login(anyone)
    if address == "bulk":
        url = reverse("wagtail_bulk_action", args=["media", "picture", "delete"]) + f"?id={picture.pk}&next=/admin/"
    else:
        url = reverse(address, args=[picture.pk])
    response = client.post(url)
    if anyone.username != "akademie":  # who may not delete at all is told that
        assert DELETED.format(picture) in sentences(response)
    assert Picture.objects.filter(pk=picture.pk).exists()


def test_a_document_in_use_is_not_deleted(client, superuser, in_use):
    document = media.document()
    files = {"title": "Zum Herunterladen", "files": [{"document": document.pk, "title": ""}]}
    in_use(body=[{"type": "downloads", "value": files}])
    client.force_login(superuser)
    assert DELETED.format(document) in sentences(client.post(reverse("wagtaildocs:delete", args=[document.pk])))


def test_a_subject_in_use_is_not_renamed(client, anyone, in_use):
    subject = pages.subject()
    in_use(subjects=[subject])
    client.force_login(anyone)
    address = reverse("wagtailsnippets_page_subject:edit", args=[subject.pk])
    response = client.post(address, {"name": "Teilhabe", "slug": subject.slug})
    assert RENAMED in sentences(response)
    assert Subject.objects.get().name == "Integration"


def test_a_subject_of_a_draft_is_renamed(client, author, academy):
    subject = pages.subject()
    pages.draft_article(owner=author, subjects=[subject])
    client.force_login(academy)
    client.post(reverse("wagtailsnippets_page_subject:edit", args=[subject.pk]), {"name": "Teilhabe", "slug": "neu"})
    assert Subject.objects.get().name == "Teilhabe"


def test_a_subject_in_use_is_not_deleted(client, superuser, in_use):
    subject = pages.subject()
    in_use(subjects=[subject])
    client.force_login(superuser)
    response = client.post(reverse("wagtailsnippets_page_subject:delete", args=[subject.pk]))
    assert DELETED.format(subject) in sentences(response)
    assert Subject.objects.exists()


def test_an_organisation_in_use_is_not_renamed(client, academy, in_use):
    body = Body.objects.create(name="Akademie")
    in_use(owner_body=body)
    client.force_login(academy)
    form = {"name": "Anders", "kind": "partner", "website": "", "email": ""}
    response = client.post(reverse("wagtailsnippets_bodies_body:edit", args=[body.pk]), form)
    assert RENAMED in sentences(response)
    assert Body.objects.get(pk=body.pk).name == "Akademie"


def test_a_refused_replacement_leaves_file_and_renditions_where_they_are(client, superuser, in_use):
    picture = media.picture()
    rendition = picture.get_rendition("fill-640x360")
    in_use(lead_image=picture)
    client.force_login(superuser)
    replace_picture(client, picture)
    assert picture.file.storage.exists(picture.file.name)
    assert picture.renditions.filter(pk=rendition.pk).exists()


def test_the_refusal_of_a_name_leads_back_to_the_form(client, academy, in_use):
    subject = pages.subject()
    in_use(subjects=[subject])
    client.force_login(academy)
    address = reverse("wagtailsnippets_page_subject:edit", args=[subject.pk])
    form = {"name": "Teilhabe", "slug": subject.slug}
    response = client.post(address, form, headers={"referer": f"http://testserver{address}"})
    assert response.url == f"http://testserver{address}"


def test_code_without_a_user_may(author, academy):
    subject = pages.subject()
    approval_of(author, academy, live=True, subjects=[subject])
    subject.name = "Teilhabe"
    subject.save()
    assert Subject.objects.get().name == "Teilhabe"
