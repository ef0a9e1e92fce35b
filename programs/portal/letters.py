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

from home.actions.pdf import engine
from home.workflow.messages.delivery import deliver, deliver_waiting, reply_address
from home.workflow.models import Message

from .people import called
from .wording import LETTERS


def write(person: User, kind: str, **words: Any) -> Message:
    """One mail for one person; it leaves when the transaction is through."""
    message = drawn_up(person, kind, letterhead(), **words)
    message.save()
    transaction.on_commit(partial(deliver.enqueue, str(message.key)), robust=True)
    return message


def write_round(messages: list[Message]) -> list[Message]:
    """Many mails at once, which leave one after the other when the transaction is through."""
    if messages:
        Message.objects.bulk_create(messages, batch_size=500)
        transaction.on_commit(deliver_waiting.enqueue, robust=True)
    return messages


def write_to_all(people: list[User], kind: str, *, actor: Any = None, **words: Any) -> None:
    """The same mail to everybody but the one who did it."""
    for person in people:
        if person != actor:
            write(person, kind, actor=called(actor) or site_name(), **words)


def drawn_up(
    person: User, kind: str, head: dict[str, str], *, link: str = "", page: Any = None, **words: Any
) -> Message:
    """The mail, not stored yet."""
    with translation.override(settings.LANGUAGE_CODE):
        letter = LETTERS[kind]
        words = {name: value if isinstance(value, list) else str(value) for name, value in words.items()}
        plain = {name: value for name, value in words.items() if isinstance(value, str)}
        context = {
            **words,
            **head,
            "name": person.get_full_name(),
            "happened": str(letter.happened) % plain,
            "to_do": str(letter.to_do) % plain or _("You do not have to do anything."),
            "enclosed": letter.enclosed if engine.available() else "",
            "button": letter.button,
            "link": settings.BASE_URL + link if link else "",
        }
        return Message(
            page_id=page and page.pk,
            verb=f"portal.{kind}"[:30],
            recipient=person,
            subject=subject_of(str(letter.subject) % plain, page),
            text=render_to_string("portal/mail/letter.txt", context),
            html=render_to_string("portal/mail/letter.html", context),
            due_at=timezone.now(),
        )


def subject_of(words: str, page: Any) -> str:
    """On one line, with the municipality: some people write for several of them, and editors decide about all."""
    place = getattr(page, "municipality", None)
    named = f" ({place.name})" if place and place.name not in words else ""
    return f"{' '.join(words.split())[: 255 - len(named)]}{named}"


def letterhead() -> dict[str, str]:
    """Who writes, and where one answers; the same for all mails of a round."""
    return {"site_name": site_name(), "contact": reply_address()}


def site_name() -> str:
    """What the site is called."""
    site = Site.objects.filter(is_default_site=True).first()
    return (site and site.site_name) or settings.WAGTAIL_SITE_NAME
