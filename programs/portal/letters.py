"""Writes the portal's mails into the outbox: what happened, one thing to do, by when, one link."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.models import SiteIdentity
from home.workflow.messages.delivery import deliver
from home.workflow.models import Message

from .people import called
from .wording import LETTERS


def write(person: User, kind: str, *, link: str = "", page: Any = None, **words: Any) -> Message:
    """One mail for one person; it leaves when the transaction is through."""
    with translation.override(settings.LANGUAGE_CODE):
        letter = LETTERS[kind]
        words = {name: value if isinstance(value, list) else str(value) for name, value in words.items()}
        plain = {name: value for name, value in words.items() if isinstance(value, str)}
        context = {
            **words,
            "name": person.get_full_name(),
            "happened": str(letter.happened) % plain,
            "to_do": str(letter.to_do) % plain or _("You do not have to do anything."),
            "button": letter.button,
            "link": settings.BASE_URL + link if link else "",
            "site_name": site_name(),
            "contact": contact(),
        }
        message = Message.objects.create(
            page_id=page and page.pk,
            verb=f"portal.{kind}"[:30],
            recipient=person,
            subject=" ".join((str(letter.subject) % plain).split())[:255],
            text=render_to_string("portal/mail/letter.txt", context),
            html=render_to_string("portal/mail/letter.html", context),
            due_at=timezone.now(),
        )
    transaction.on_commit(partial(deliver.enqueue, str(message.key)), robust=True)
    return message


def write_to_all(people: list[User], kind: str, *, actor: Any = None, **words: Any) -> None:
    """The same mail to everybody but the one who did it."""
    for person in people:
        if person != actor:
            write(person, kind, actor=called(actor) or site_name(), **words)


def site_name() -> str:
    """What the site is called."""
    site = Site.objects.filter(is_default_site=True).first()
    return (site and site.site_name) or settings.WAGTAIL_SITE_NAME


def contact() -> str:
    """Where a person answers."""
    identity = SiteIdentity.objects.filter(site__is_default_site=True).first()
    return (identity and identity.contact_email) or settings.DEFAULT_FROM_EMAIL
