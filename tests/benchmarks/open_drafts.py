"""Drafts that many people write in now: one is begun in the portal, the others are written in bulk like it."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from home.bodies.models import Municipality
from home.page.models import BasePage, Subject
from home.workflow.models import PageState
from programs.models import CaseStudyPage, CaseStudyPartner, CaseStudyStep, Method, TargetGroup
from programs.portal import drafts
from programs.portal.models import Case
from tests.factories.many_places import insert

WORDS = "In drei Wohngebieten fehlten Orte, an denen man sich ohne Anlass trifft. "
STORY = ("situation", "approach", "results", "pitfalls", "tips")


def say_everything(text: CaseStudyPage) -> None:
    """Some 5,500 characters, with subjects, methods, steps and partners."""
    text.lead, text.goals, text.starts_on = WORDS, "Sich begegnen\nWeniger Streit", date(2024, 5, 1)
    for name in STORY:
        setattr(text, name, f"<p>{WORDS * 15}</p>")
    text.main_subject = Subject.objects.first()
    text.subjects, text.methods = Subject.objects.all()[:2], Method.objects.all()[:2]
    text.target_groups = TargetGroup.objects.all()[:2]
    text.steps = [CaseStudyStep(title=f"Schritt {number}", text=WORDS) for number in range(4)]
    text.partners = [CaseStudyPartner(name=f"Verein {number}", kind="association") for number in range(3)]
    text.contact_email, text.contact = "rathaus@example.org", "Stabsstelle Beteiligung"


@transaction.atomic
def begun_by(writers: list[tuple[User, Municipality]]) -> list[CaseStudyPage]:
    """A draft for each of them, saved by them a moment ago."""
    first, town = writers[0]
    pattern = drafts.begin(town, first)
    text = pattern.get_latest_revision_as_object()
    say_everything(text)
    content = text.save_revision(user=first, clean=False).content
    parent = BasePage.objects.get(pk=pattern.get_parent().pk)
    pages = []
    for number, (_user, place) in enumerate(writers[1:], start=parent.numchild + 1):
        shared = base_row(parent, pattern, number)
        pages.append((shared, CaseStudyPage(municipality=place, **shared)))
    insert(pages)
    BasePage.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))
    made = [page for _shared, page in pages]
    note_versions(made, [user for user, _town in writers[1:]], content)
    return [CaseStudyPage.objects.get(pk=pattern.pk), *made]


def base_row(parent: BasePage, pattern: CaseStudyPage, number: int) -> dict:
    """The fields of one more draft."""
    slug = f"entwurf-{number}"
    return {
        "title": f"Entwurf {number}", "draft_title": f"Entwurf {number}", "slug": slug, "live": False,
        "url_path": f"{parent.url_path}{slug}/", "depth": parent.depth + 1, "has_unpublished_changes": True,
        "path": BasePage._get_path(parent.path, parent.depth + 1, number), "content_type": pattern.content_type,
        "locale": parent.locale, "latest_revision_created_at": timezone.now(),
    }  # fmt: skip


def note_versions(pages: list[CaseStudyPage], people: list[User], content: dict) -> None:
    """The version, the state and the row of the portal of each."""
    kinds = {"content_type": pages[0].content_type, "base_content_type": pages[0].get_base_content_type()}
    names = ("title", "draft_title", "slug", "url_path", "path")
    versions = Revision.objects.bulk_create(
        Revision(
            object_id=str(page.pk), user=user, object_str=page.title, created_at=timezone.now(), **kinds,
            content=content | {name: getattr(page, name) for name in names}
            | {"pk": page.pk, "municipality": page.municipality_id, "translation_key": str(page.translation_key)},
        )
        for page, user in zip(pages, people, strict=True)
    )  # fmt: skip
    for page, version in zip(pages, versions, strict=True):
        page.basepage_ptr.latest_revision = page.latest_revision = version
    BasePage.objects.bulk_update([page.basepage_ptr for page in pages], ["latest_revision"], batch_size=200)
    PageState.objects.bulk_create(PageState(page_id=page.pk, publication="never", review="draft") for page in pages)
    Case.objects.bulk_create(Case(page_id=page.pk) for page in pages)
