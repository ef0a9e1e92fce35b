"""A year after a case study was not accepted: its text stays with the municipality, the people in it do not."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from wagtail.models import Revision

from home.media.models import Picture
from home.workflow.deed import locked
from home.workflow.models import Message
from home.workflow.states import Publication, Review

from ..models import CaseStudyPage
from .models import Reminder
from .uploads import private_collection

KEPT = timedelta(days=365)
PERSONAL = (
    "contact_person",
    "contact_function",
    "contact_phone",
    "contact_email",
    "quote",
    "quote_name",
    "quote_function",
)


def declined_long_ago(at: datetime) -> list[CaseStudyPage]:
    """Never online, not accepted a year ago, and still with its people."""
    done = Reminder.objects.filter(kind="anonymised").values_list("about", flat=True)
    rows = CaseStudyPage.objects.filter(
        case__isnull=False, state__review=Review.DECLINED, state__publication=Publication.NEVER
    )
    old = rows.filter(state__changed_at__lt=at - KEPT)
    return list(old.exclude(pk__in=[int(about) for about in done]))


@transaction.atomic
def anonymise(page: CaseStudyPage, at: datetime) -> None:
    """Names, addresses, quotes and pictures with people go, out of all versions; so do the mails about it."""
    held = locked(page)
    pictures = pictures_of_people(held)
    for revision in Revision.objects.for_instance(held):
        revision.content = without_people(revision.content, pictures)
        revision.save(update_fields=["content"])
    CaseStudyPage.objects.filter(pk=held.pk).update(**dict.fromkeys(PERSONAL, ""))
    held.pictures.model.objects.filter(page=held, image__in=pictures).delete()
    for picture in Picture.objects.filter(pk__in=pictures, collection=private_collection()):
        picture.delete()
    held.name_consents.all().delete()
    held.section_comments.update(answered_by=None)
    Message.objects.filter(page=held).delete()
    Reminder.objects.create(kind="anonymised", about=str(held.pk), sent_at=at)


def pictures_of_people(page: CaseStudyPage) -> set[int]:
    """The pictures of any version in which somebody can be recognised."""
    versions = [revision.content.get("pictures") or [] for revision in Revision.objects.for_instance(page)]
    return {row["image"] for rows in versions for row in rows if row.get("shows_people")}


def without_people(content: dict[str, Any], pictures: set[int]) -> dict[str, Any]:
    """A version without what points to a person."""
    rows = [row for row in content.get("pictures") or [] if row["image"] not in pictures]
    return content | dict.fromkeys(PERSONAL, "") | {"pictures": rows}
