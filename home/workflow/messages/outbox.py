"""Writes the messages of a deed in its own transaction: what is undone tells nobody, what is done tells everybody."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from ..models import Message
from . import wording
from .delivery import deliver
from .recipients import recipients_of

LANGUAGE = settings.LANGUAGE_CODE


def write_messages(verb: str, page: Any, user: Any, comment: str = "", **kwargs) -> None:
    """One row for each recipient; sending starts when the transaction is through."""
    for person, circle in recipients_of(verb, page, user).items():
        message = written((verb, circle), page, person, actor=user, comment=comment)
        transaction.on_commit(partial(deliver.enqueue, str(message.key)), robust=True)


def written(occasion: tuple[str, str], page: Any, person: User, *, actor: Any, comment: str) -> Message:
    """The row for one person; the occasion is the verb and the circle that holds them."""
    verb, _circle = occasion
    with translation.override(LANGUAGE):
        happened = wording.HAPPENED[verb]
        words = {
            "title": page.get_admin_display_title(),
            "happened": happened,
            "actor": actor and (actor.get_full_name() or actor.get_username()),
            "comment": comment.strip(),
            "to_do": wording.TO_DO.get(occasion, wording.NOTHING_TO_DO),
            "link": settings.BASE_URL + reverse("desk_page", args=[page.pk]),
            "site_name": settings.WAGTAIL_SITE_NAME,
        }
        return Message.objects.create(
            page_id=page.pk,
            verb=verb,
            recipient=person,
            subject=" ".join(f"„{words['title']}“ {happened}".split())[:255],
            text=render_to_string("mail/message.txt", words),
            html=render_to_string("mail/message.html", words),
            due_at=timezone.now(),
        )
