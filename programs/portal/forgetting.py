"""What nobody uses any more is deleted: drafts after three warnings, accounts that nobody opened, old requests."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from home.media.models import File, Picture
from home.workflow.deed import Refused, locked
from home.workflow.models import Message

from ..models import CaseStudyPage
from . import anonymising
from .leaving import erase
from .models import AccessRequest, Membership, Reminder, SignIn
from .reminders import DELETED_AFTER, LAST_WARNING, first_drafts
from .standing import is_own_draft
from .uploads import private_collection

WARNED_FOR = timedelta(days=14)
# Sign-in mails hold digits that nobody needs any more.
SIGN_INS_KEPT = timedelta(days=1)


def forget(at: datetime) -> None:
    """Everything whose time is over."""
    sign_ins(at)
    for page in unused_drafts(at):
        with suppress(Refused):  # somebody came back to it this very moment
            delete_draft(page)
    for page in anonymising.declined_long_ago(at):
        anonymising.anonymise(page, at)
    for person in unused_accounts(at):
        erase(person)
    old = AccessRequest.objects.filter(Q(asked_at__lt=at - DELETED_AFTER) & ~Q(email=""))
    old.update(name="", email="")


def sign_ins(at: datetime) -> None:
    """Attempts to sign in and their mails are not kept."""
    SignIn.objects.filter(created_at__lt=at - SIGN_INS_KEPT).delete()
    Message.objects.filter(verb="portal.sign_in", created_at__lt=at - SIGN_INS_KEPT).delete()


def unused_drafts(at: datetime) -> list[CaseStudyPage]:
    """Never submitted, untouched for half a year, and the last warning is two weeks old."""
    old = first_drafts().filter(latest_revision_created_at__lt=at - DELETED_AFTER)
    warned = Reminder.objects.filter(kind=f"idle-{LAST_WARNING}", sent_at__lte=at - WARNED_FOR)
    known = set(warned.values_list("about", flat=True))
    return [page for page in old if f"{page.pk}:{day_of(page)}" in known]


def day_of(page: CaseStudyPage) -> str:
    """The day of the last word, as the reminders note it."""
    return str(timezone.localtime(page.latest_revision_created_at).date())


@transaction.atomic
def delete_draft(page: CaseStudyPage) -> None:
    """The draft with its private pictures and files; that it was deleted stays in the record.

    Raises Refused for what others have seen, and for a text that is another than the one the caller looked at.
    """
    seen, page = page.latest_revision_created_at, locked(page)
    if not is_own_draft(page):
        raise Refused(_("This text was submitted meanwhile, so it is not deleted."))
    if page.latest_revision_created_at != seen:
        raise Refused(_("Somebody has just written in this text, so it is not deleted. Please look at it first."))
    newest, private = page.get_latest_revision_as_object(), private_collection()
    pictures = [row.image_id for row in (*newest.pictures.all(), *page.pictures.all())]
    files = [row.document_id for row in (*newest.files.all(), *page.files.all())]
    page.delete()
    for model, keys in ((Picture, pictures), (File, files)):
        for row in model.objects.filter(pk__in=keys, collection=private):
            row.delete()


def unused_accounts(at: datetime) -> list[User]:
    """People of municipalities who never came, or left, half a year ago. Editors are never among them."""
    limit = at - DELETED_AFTER
    in_use = Membership.objects.filter(
        Q(ended_at__gt=limit) | Q(ended_at=None) & (Q(accepted_at__isnull=False) | Q(invited_at__gt=limit))
    )
    people = User.objects.filter(memberships__isnull=False, groups=None, is_staff=False, is_superuser=False)
    return list(people.exclude(memberships__in=in_use).exclude(last_login__gt=limit).distinct())
