"""A contact that readers see is changed by two people: one asks, another one agrees. Then it changes everywhere."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from home.page.models import BasePage, Contact

from .content.references import SHOWN_OF_TEXT, target
from .deed import Refused, demand, done
from .fitness import PUT_FORWARD
from .models import ContactChange, Manifest, Use
from .record.uses import pages_using
from .verdict import YES, Verdict, no

FIELDS = SHOWN_OF_TEXT["page.contact"]


def is_shown(contact: Contact) -> bool:
    """Whether readers see it, or it waits for them."""
    return pages_using(contact).exists()


def may_agree(user: Any, change: ContactChange) -> Verdict:
    """Whoever may change contacts, and did not ask for this change."""
    if change.decided_at:
        return no(_("This has already been decided."))
    if not user.has_perm("page.change_contact") or not user.groups.filter(permissions__codename="change_contact"):
        return no(_("Only editors of the academy may change contacts."))
    if user.pk == change.asked_by_id:
        return no(_("You asked for this change yourself. Somebody else has to agree."))
    return YES


@transaction.atomic
def ask(contact: Contact, wanted: dict[str, str], user: Any) -> ContactChange:
    """Notes what is to be shown instead; one wish at a time."""
    Contact.objects.select_for_update().get(pk=contact.pk)
    if contact.changes.filter(decided_at=None).exists():
        raise Refused(_("A change of this contact already waits for a second person. Please have it decided first."))
    return contact.changes.create(wanted={name: wanted[name] for name in FIELDS}, asked_by=user)


@transaction.atomic
def agree(change: ContactChange, user: Any) -> None:
    """Changes the contact, and says so in the record of each page that shows it."""
    change = ContactChange.objects.select_for_update().get(pk=change.pk)
    demand(may_agree(user, change))
    revisions = genuine(change.contact)
    Contact.objects.filter(pk=change.contact_id).update(**change.wanted, changed_at=timezone.now())
    decided(change, user, is_agreed=True)
    for revision in revisions:
        page = BasePage.objects.get(pk=revision.object_id).specific
        done("contact_changed", page, user, change.contact.name, revision=revision)


@transaction.atomic
def dismiss(change: ContactChange, user: Any) -> None:
    """Nothing changes; whoever asked may dismiss the wish, too."""
    change = ContactChange.objects.select_for_update().get(pk=change.pk)
    if user.pk != change.asked_by_id:
        demand(may_agree(user, change))
    decided(change, user, is_agreed=False)


def decided(change: ContactChange, user: Any, is_agreed: bool) -> None:
    """Notes the decision."""
    change.decided_by, change.decided_at, change.is_agreed = user, timezone.now(), is_agreed
    change.save()


def genuine(contact: Contact) -> list[Revision]:
    """The versions in force that show the contact and are as they were put forward; others stay suspicious."""
    keys = Use.objects.filter(target=target(Contact, contact.pk)).values("revision_id")
    found = Revision.page_revisions.filter(pk__in=keys).order_by("pk")
    return [revision for revision in found if Manifest.objects.is_as_recorded(revision, PUT_FORWARD)]
