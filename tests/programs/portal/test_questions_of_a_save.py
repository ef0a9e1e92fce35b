"""How much a save asks of the database: little, and no more with more data; and nothing is read or written wrongly."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Comment, Revision

from home.page.models import Subject
from home.page.newest import continue_version, newest_text
from programs.models import CaseStudyFile, CaseStudyLink, CaseStudyPage, CaseStudyPartner, CaseStudyPicture
from programs.portal.forms.section import values_of, version_of
from programs.portal.models import Membership
from programs.portal.sections import BY_KEY, MOST_ROWS, SECTIONS
from tests.factories import case_studies, media, portal

pytestmark = pytest.mark.django_db
# Signing in, the person's rights, the case study with its text, two writes, the checklist.
MOST = 20
# What is typed into each section: a word more, or another choice.
CHANGED = dict.fromkeys(
    (
        "title",
        "method_suggestion",
        "situation",
        "approach",
        "funded_by",
        "results",
        "pitfalls",
        "quote",
        "links-0-title",
        "contact",
    ),
    "",
) | {"declared_rights": "on"}
NEVER_SAVED = {"wagtail_admin_comments"}


def fill(page: CaseStudyPage, user, **more) -> CaseStudyPage:
    """Everything there is to say, as the newest version."""
    text = CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in (case_studies.submittable() | more).items():
        setattr(text, name, value)
    text.municipality_id = page.municipality_id
    text.save_revision(user=user, clean=False)
    return CaseStudyPage.objects.get(pk=page.pk)


@pytest.fixture
def page(writer, town):
    """A draft with everything, once each."""
    return fill(portal.draft(writer, town), writer)


def newest(page) -> CaseStudyPage:
    return CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def asked_by_a_save(client, page, section) -> int:
    """The questions of one autosave that changes something; test transactions are not counted."""
    before = values_of(newest(page), section)
    said = {name: value for name, value in before.items() if value not in ("", None, False) and "key" not in name}
    words = next(name for name in (*section.fields, "links-0-title", "reuse") if name in CHANGED)
    said[words] = CHANGED[words] or f"{said.get(words, '')} mehr"
    path = f"/mein-bereich/beispiel/{page.pk}/{section.key}/"
    with CaptureQueriesContext(connection) as queries:
        answer = client.post(path, {**said, "token": version_of(before)}, headers={"x-requested-with": "autosave"})
    assert answer.json()["saved"], answer.json()
    return len([query for query in queries if "SAVEPOINT" not in query["sql"]])


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_no_section_asks_more_than_a_handful(signed_in, page, section):
    asked_by_a_save(signed_in, page, section)  # the first answer compiles what later ones keep
    assert asked_by_a_save(signed_in, page, section) <= MOST


@pytest.fixture
def crowd(page, writer, town, academy):
    """Makes as much as there can be around and in a case study."""
    return lambda: make_crowd(page, writer, town, academy)


def make_crowd(page, writer, town, academy) -> None:
    """Rows, drafts, people and comments."""
    rows = {
        "pictures": [CaseStudyPicture(image=media.picture(f"Bild {n}"), alt="x", licence="own") for n in range(8)],
        "files": [CaseStudyFile(document=media.document(f"Datei {n}"), title=f"Datei {n}") for n in range(5)],
        "partners": [CaseStudyPartner(name=f"Verein {n}", kind="association") for n in range(MOST_ROWS["partners"])],
        "links": [CaseStudyLink(title=f"Mehr {n}", url="https://www.example.org/") for n in range(8)],
        "methods": [case_studies.method(f"Methode {n}", f"methode-{n}") for n in range(6)],
    }
    fill(page, writer, **rows)
    for number in range(3):
        portal.member(f"kollegin-{number}", town, "editor")
        portal.draft(writer, town)
        portal.comment(page, academy)
        Comment.objects.create(page=page, user=academy, text="Hm", contentpath="title", position="")
        Revision.objects.create(content_object=page, content={"pk": page.pk}, created_at=timezone.now() - timedelta(9))


@pytest.mark.parametrize("key", ["anlass", "einordnung", "vorgehen", "bilder"])
def test_a_full_case_study_asks_no_more_than_a_short_one(signed_in, page, crowd, key):
    asked_by_a_save(signed_in, page, BY_KEY[key])
    few = asked_by_a_save(signed_in, page, BY_KEY[key])
    crowd()
    asked_by_a_save(signed_in, page, BY_KEY[key])
    assert asked_by_a_save(signed_in, page, BY_KEY[key]) == few


def said_by(text: CaseStudyPage) -> dict:
    """All that a version says."""
    return {name: value for name, value in text.serializable_data().items() if name not in NEVER_SAVED}


def test_the_text_is_the_one_that_wagtail_reads(page, crowd):
    crowd()
    page.refresh_from_db()
    theirs, ours = newest(page), newest_text(CaseStudyPage.objects.get(pk=page.pk), page.latest_revision)
    assert said_by(ours) == said_by(theirs)
    for field in CaseStudyPage._meta.concrete_fields:
        assert getattr(ours, field.attname) == getattr(theirs, field.attname), field.name


def test_what_was_deleted_meanwhile_is_no_longer_in_the_text(page, writer):
    page.refresh_from_db()
    page.latest_revision.content["pictures"][0]["image"] = 987654
    Subject.objects.all().delete()
    ours, theirs = newest_text(page, page.latest_revision), page.with_content_json(page.latest_revision.content)
    assert (ours.main_subject, list(ours.pictures.all())) == (None, [])
    assert said_by(ours) == said_by(theirs)


def test_a_continued_version_is_what_wagtail_would_have_written(page, writer):
    before = CaseStudyPage.objects.get(pk=page.pk)
    text = newest_text(before, before.latest_revision)
    text.title, text.situation = "Anders", "<p>Neu</p>"
    at = continue_version(before, before.latest_revision, text)
    ours, after = Revision.objects.get(pk=before.latest_revision_id), CaseStudyPage.objects.get(pk=page.pk)
    assert (after.draft_title, after.latest_revision_created_at, ours.created_at) == ("Anders", at, at)
    assert (after.latest_revision_id, after.has_unpublished_changes, after.title) == (ours.pk, True, before.title)
    theirs = newest(page).save_revision(user=writer, clean=False)
    stamps = {"latest_revision", "latest_revision_created_at", "draft_title"}
    assert {k: v for k, v in ours.content.items() if k not in stamps} == {
        k: v for k, v in Revision.objects.get(pk=theirs.pk).content.items() if k not in stamps
    }
    assert (ours.object_str, ours.user_id) == (theirs.object_str, writer.pk)


def test_remarks_of_the_admin_survive_a_save(signed_in, page, academy):
    remark = Comment.objects.create(page=page, user=academy, text="Hm", contentpath="title", position="")
    asked_by_a_save(signed_in, page, BY_KEY["anlass"])
    assert Comment.objects.filter(pk=remark.pk).exists()
    assert [row.pk for row in newest(page).wagtail_admin_comments.all()] == [remark.pk]


def test_an_ended_membership_ends_at_once(signed_in, page):
    asked_by_a_save(signed_in, page, BY_KEY["anlass"])
    Membership.objects.update(ended_at=timezone.now())
    ContentType.objects.clear_cache()
    path = f"/mein-bereich/beispiel/{page.pk}/anlass/"
    assert signed_in.post(path, {"token": "x"}, headers={"x-requested-with": "autosave"}).status_code == 404
