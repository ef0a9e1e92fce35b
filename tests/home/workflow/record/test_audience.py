"""Who may see a picture or document of a live or waiting page: no collection takes it away, or shows it, in passing."""

import pytest
from django.db import transaction
from django.urls import reverse
from wagtail.log_actions import LogContext
from wagtail.models import Collection, CollectionViewRestriction

from home.media.models import File, Picture
from home.workflow import transitions
from home.workflow.deed import Refused
from tests.factories import approval, media, pages
from tests.home.workflow.record.test_guard import sentences, shown

pytestmark = pytest.mark.django_db

CLOSED = (
    "Wer diese Sammlung sehen darf, lässt sich jetzt nicht ändern. Dateien darin werden auf Seiten verwendet, die "
    "veröffentlicht sind oder auf Freigabe warten: „Neues Programm“. Bitte nehmen Sie diese Dateien zuerst von den "
    "Seiten und reichen Sie die Seiten zur Freigabe ein."
)
MOVED = (
    "Damit würde sich ändern, wer eine Datei sehen darf, die auf Seiten verwendet wird, die veröffentlicht sind oder "
    "auf Freigabe warten: „Neues Programm“. Bitte laden Sie die Datei noch einmal in die andere Sammlung hoch, wählen "
    "Sie sie auf der Seite aus und reichen Sie die Seite zur Freigabe ein."
)
EDIT = {Picture: "wagtailimages:edit", File: "wagtaildocs:edit"}
BULK = {Picture: ("media", "picture"), File: ("media", "file")}


def collection(name: str, is_private: bool = False, below: Collection | None = None) -> Collection:
    parent = Collection.objects.get(pk=(below or Collection.get_first_root_node()).pk)
    found = parent.add_child(instance=Collection(name=name))
    if is_private:
        CollectionViewRestriction.objects.create(collection=found, restriction_type="login")
    return found


@pytest.fixture
def open_shelf(db):
    return collection("Presse")


@pytest.fixture
def closed_shelf(db):
    return collection("Intern", is_private=True)


@pytest.fixture
def administrator(client, superuser):
    client.force_login(superuser)
    return client


@pytest.fixture(params=["live", "waiting"])
def page_with(request, author, academy):
    """A page that readers see, or that waits, with this picture or document."""

    def submitted(file: Picture | File) -> None:
        block = {"type": "downloads", "value": {"title": "", "files": [{"document": file.pk, "title": ""}]}}
        used = {"lead_image": file} if isinstance(file, Picture) else {"body": [block]}
        page = approval.submitted(author, title="Neues Programm", **used)
        if request.param == "live":
            transitions.approve(page, academy)

    return submitted


def put_into(file: Picture | File, shelf: Collection) -> Picture | File:
    file.collection = shelf
    file.save()
    return file


@pytest.fixture(params=[media.picture, media.document])
def file(request, open_shelf):
    return put_into(request.param(), open_shelf)


def is_private(shelf: Collection) -> bool:
    return bool(Collection.objects.get(pk=shelf.pk).get_view_restrictions())


def close(client, shelf: Collection):
    address = reverse("wagtailadmin_collections:set_privacy", args=[shelf.pk])
    return client.post(address, {"restriction_type": "login"}, headers={"x-requested-with": "XMLHttpRequest"})


def test_a_collection_of_what_is_used_is_not_made_private(administrator, page_with, file, open_shelf):
    page_with(file)
    assert CLOSED in close(administrator, open_shelf).json()["html"]
    assert not is_private(open_shelf)


def test_nor_is_the_collection_above_it(administrator, page_with, open_shelf):
    page_with(put_into(media.picture(), collection("Fotos", below=open_shelf)))
    assert CLOSED in close(administrator, open_shelf).json()["html"]
    assert not is_private(open_shelf)


def test_nor_is_what_is_hidden_shown_to_all(page_with, file, closed_shelf, superuser):
    page_with(put_into(file, closed_shelf))
    rule = CollectionViewRestriction.objects.get(collection=closed_shelf)
    with (
        LogContext(user=superuser),
        pytest.raises(Refused, match="Wer diese Sammlung sehen darf"),
        transaction.atomic(),
    ):
        rule.delete()
    assert is_private(closed_shelf)


def test_a_file_in_use_is_not_moved_where_others_look(administrator, page_with, file, closed_shelf):
    page_with(file)
    form = {"title": file.title, "collection": closed_shelf.pk}
    response = administrator.post(reverse(EDIT[type(file)], args=[file.pk]), form)
    assert MOVED in shown(response)
    assert type(file).objects.get(pk=file.pk).collection_id == file.collection_id


def test_nor_are_many_at_once(administrator, page_with, file, closed_shelf):
    page_with(file)
    address = reverse("wagtail_bulk_action", args=[*BULK[type(file)], "add_to_collection"])
    response = administrator.post(f"{address}?id={file.pk}&next=/admin/", {"collection": closed_shelf.pk})
    assert MOVED in sentences(response)
    assert type(file).objects.get(pk=file.pk).collection_id == file.collection_id


def test_nor_is_a_collection_moved_below_a_private_one(administrator, page_with, file, open_shelf, closed_shelf):
    page_with(file)
    form = {"name": open_shelf.name, "parent": closed_shelf.pk}
    response = administrator.post(reverse("wagtailadmin_collections:edit", args=[open_shelf.pk]), form)
    assert CLOSED in shown(response)
    assert not is_private(open_shelf)


def test_no_other_road_of_somebody_at_work_moves_it(page_with, file, closed_shelf, superuser):
    page_with(file)
    with LogContext(user=superuser), pytest.raises(Refused):
        put_into(file, closed_shelf)


def test_between_collections_for_all_files_move_freely(administrator, page_with, file):
    page_with(file)
    other = collection("Archiv")
    administrator.post(reverse(EDIT[type(file)], args=[file.pk]), {"title": file.title, "collection": other.pk})
    assert type(file).objects.get(pk=file.pk).collection_id == other.pk


def test_what_nobody_uses_is_made_private(administrator, file, open_shelf):
    close(administrator, open_shelf)
    assert is_private(open_shelf)


def test_so_is_what_is_only_used_in_a_draft(administrator, author, open_shelf):
    pages.draft_article(owner=author, lead_image=put_into(media.picture(), open_shelf))
    close(administrator, open_shelf)
    assert is_private(open_shelf)
