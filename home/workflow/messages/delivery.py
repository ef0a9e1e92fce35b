"""Sends what lies in the outbox: one try at a time, again later when the mail server is away."""

import logging
from datetime import datetime, timedelta

from django.apps import apps
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from ..models import Message
from .enclosures import enclosures_of

logger = logging.getLogger(__name__)

# Minutes until the next try; after the last one a message is given up and can be sent again by hand.
PAUSES = (1, 5, 15, 60, 240, 720, 1440)


@task()
def deliver(key: str) -> None:
    """Sends one message, unless it was sent already or waits for its next try."""
    with transaction.atomic():
        message = Message.objects.select_for_update().filter(key=key, status=Message.Status.WAITING).first()
        if message and message.due_at <= timezone.now():
            attempt(message, timezone.now())


@task()
def deliver_waiting() -> None:
    """Sends all that waits: one task for a whole round of mails."""
    deliver_due(timezone.now())


def deliver_due(at: datetime) -> int:
    """Sends everything whose time has come, each in its own transaction; safe to run twice. Says how many."""
    keys = Message.objects.filter(status=Message.Status.WAITING, due_at__lte=at).values_list("key", flat=True)
    for key in list(keys):
        deliver.func(str(key))
    return len(keys)


def attempt(message: Message, at: datetime) -> None:
    """One try; a failure is noted with the time of the next one."""
    message.attempts += 1
    try:
        as_mail(message).send()
    except Exception as error:  # whatever the mail server does, the message stays
        logger.warning("message %s not sent: %s", message.key, type(error).__name__)
        message.error = f"{type(error).__name__}: {error}"[:255]
        postpone(message, at)
    else:
        message.status, message.sent_at, message.error = Message.Status.SENT, at, ""
    message.save()


def postpone(message: Message, at: datetime) -> None:
    """Sets the next try, or gives up after the last one."""
    if message.attempts > len(PAUSES):
        message.status = Message.Status.FAILED
    else:
        message.due_at = at + timedelta(minutes=PAUSES[message.attempts - 1])


def send_again(message: Message) -> None:
    """By hand: the message waits once more, from the first try on."""
    message.status, message.attempts, message.due_at = Message.Status.WAITING, 0, timezone.now()
    message.save()
    transaction.on_commit(lambda: deliver.enqueue(str(message.key)))


def as_mail(message: Message) -> EmailMultiAlternatives:
    """The mail, with headers that keep machines from answering it."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        to=[message.recipient.email],
        reply_to=[reply_address()],
        headers={"Message-ID": f"<{message.key}@{domain}>", "Auto-Submitted": "auto-generated"},
    )
    mail.attach_alternative(message.html, "text/html")
    for enclosure in enclosures_of(message):
        mail.attach(*enclosure)
    return mail


def reply_address() -> str:
    """Where somebody reads what a recipient answers: the address of the site, as its settings name it."""
    identity = apps.get_model("home.SiteIdentity").objects.filter(site__is_default_site=True).first()
    return (identity and identity.contact_email) or settings.DEFAULT_FROM_EMAIL
