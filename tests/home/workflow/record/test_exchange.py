"""What goes live is what was submitted: text, files and names, compared at each approval and at the release."""

import pytest
from wagtail.models import Task

from home.bodies.models import Body, Municipality
from home.media.models import File, Picture
from home.page.models import Subject
from home.workflow import roles, transitions
from home.workflow.content.digest import digest_of, with_words
from home.workflow.models import Entry, Manifest
from home.workflow.transitions import Refused
from programs.models import CaseStudyPage
from tests.factories import approval, case_studies, media, pages

pytestmark = pytest.mark.django_db

EXCHANGED = (
    "Ein Bild, ein Dokument oder ein Baustein wurde nach dem Einreichen ausgetauscht. "
    "Der Text muss neu eingereicht werden."
)


def with_lead_image():
    return {"lead_image": media.picture()}, lambda: other_file_of(Picture)


def with_image_in_the_body():
    value = {"image": media.picture().pk, "alt": "Werkstatt", "decorative": False}
    return {"body": [{"type": "image", "value": value}]}, lambda: other_file_of(Picture)


def with_download():
    files = {"title": "Zum Herunterladen", "files": [{"document": media.document().pk, "title": ""}]}
    return {"body": [{"type": "downloads", "value": files}]}, lambda: other_file_of(File)


def with_link_to_a_document():
    html = f'<p>Das <a linktype="document" id="{media.document().pk}">Merkblatt</a>.</p>'
    return {"body": [{"type": "text", "value": html}]}, lambda: other_file_of(File)


def with_subject():
    subject = pages.subject()
    return {"subjects": [subject]}, lambda: Subject.objects.filter(pk=subject.pk).update(name="Anders")


def with_subject_of_a_list():
    value = {"title": "Mehr", "kind": "news", "subject": pages.subject().pk, "count": 3}
    return {"body": [{"type": "listing", "value": value}]}, lambda: Subject.objects.update(name="Anders")


def with_body():
    body = Body.objects.create(name="Akademie")
    return {"owner_body": body}, lambda: Body.objects.update(name="Anders")


def with_municipality():
    town = Municipality.objects.create(name="Musterstadt", slug="musterstadt", ars="089990000001")
    return {"municipalities": [town]}, lambda: Municipality.objects.filter(pk=town.pk).update(slug="anders")


def other_file_of(model) -> None:
    """Another file in the same place, as code without a user may put it there."""
    model.objects.update(file_hash="0" * 40)


def with_credit_of_the_lead_image():
    return {"lead_image": media.picture(credit="Foto: A")}, lambda: Picture.objects.update(credit="Foto: B")


def with_description_of_the_lead_image():
    return {"lead_image": media.picture()}, lambda: Picture.objects.update(description="Etwas anderes")


def with_the_part_that_is_shown():
    return {"lead_image": media.picture()}, lambda: Picture.objects.update(focal_point_x=5)


def with_title_of_a_download():
    fields, _exchange = with_download()
    return fields, lambda: File.objects.update(title="Anders")


PARTS = [
    with_credit_of_the_lead_image, with_description_of_the_lead_image, with_the_part_that_is_shown,
    with_title_of_a_download,
    with_lead_image, with_image_in_the_body, with_download, with_link_to_a_document, with_subject,
    with_subject_of_a_list, with_body, with_municipality,
]  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_an_exchange_between_submission_and_approval_is_refused(author, academy, part):
    fields, exchange = part()
    page = approval.submitted(author, **fields)
    exchange()
    with pytest.raises(Refused, match=EXCHANGED):
        transitions.approve(page, academy)
    page.refresh_from_db()
    assert not page.live


@pytest.mark.parametrize("part", PARTS)
def test_what_nobody_exchanged_is_approved(author, academy, part):
    fields, _exchange = part()
    page = approval.submitted(author, **fields)
    transitions.approve(page, academy)
    page.refresh_from_db()
    assert page.live


@pytest.mark.parametrize("part", PARTS)
def test_an_exchange_before_the_submission_is_none(author, academy, part):
    fields, exchange = part()
    page = pages.draft_article(owner=author, **fields)
    exchange()
    transitions.submit(page, author)
    transitions.approve(page, academy)
    page.refresh_from_db()
    assert page.live


def case_study_at_the_ministry(author, academy):
    fields = case_studies.submittable() | {"lead_image": media.picture(), "body": pages.TEXT}
    page = pages.draft(CaseStudyPage, pages.case_study_index(), owner=author, **fields)
    transitions.submit(page, author)
    transitions.approve(page, academy)
    return page


def test_an_exchange_between_two_steps_is_refused_at_the_release(author, academy, ministry):
    page = case_study_at_the_ministry(author, academy)
    other_file_of(Picture)
    with pytest.raises(Refused, match=EXCHANGED):
        transitions.approve(page, ministry)


def test_the_buttons_know_it_too(author, academy):
    page = approval.submitted(author, lead_image=media.picture())
    task = Task.objects.get(name=roles.CHECK.name).specific
    assert "approve" in [name for name, *_rest in task.get_actions(page, academy)]
    other_file_of(Picture)
    assert "approve" not in [name for name, *_rest in task.get_actions(page, academy)]


def test_after_a_new_submission_the_new_file_is_approved(author, academy):
    page = approval.submitted(author, lead_image=media.picture())
    other_file_of(Picture)
    transitions.retract(page, author)
    transitions.submit(page, author)
    transitions.approve(page, academy)
    page.refresh_from_db()
    assert page.live


def test_a_submission_without_an_entry_has_to_be_made_again(author, academy):
    page = approval.submitted(author)
    Entry.objects.all()._raw_delete("default")  # as if it were from before the record
    with pytest.raises(Refused, match=EXCHANGED):
        transitions.approve(page, academy)


def test_the_digest_does_not_depend_on_what_readers_do_not_see(author):
    page = pages.draft_article(owner=author, subjects=[pages.subject("B"), pages.subject("A")])
    first = digest_of(page.get_latest_revision())
    page = page.get_latest_revision_as_object()
    page.locked = True
    page.subjects = [pages.subject("A"), pages.subject("B")]
    assert digest_of(page.save_revision(user=author, clean=False)) == first
    page.lead = "Anders"
    assert digest_of(page.save_revision(user=author)) != first


def test_the_manifest_names_what_the_digest_stands_for(author):
    picture = media.picture()
    page = approval.submitted(author, lead_image=picture, subjects=[pages.subject()])
    manifest = Manifest.objects.get(digest=chain_digest(page))
    assert manifest.content["refers_to"] == {
        f"media.picture:{picture.pk}": with_words("media.picture", picture, picture.get_file_hash()),
        f"page.subject:{pages.subject().pk}": "Integration",
    }


def chain_digest(page) -> str:
    return Entry.objects.filter(page_key=page.pk).latest("number").digest
