"""The ticket in a form: made by us, for this article, some seconds old, not two hours, and good for one mail."""

import secrets
from enum import Enum

from django.core import signing
from django.core.cache import cache

YOUNGEST_SECONDS = 3
OLDEST_SECONDS = 2 * 60 * 60


class Ticket(Enum):
    """How a ticket looks when the form comes back."""

    GOOD = "good"
    FOREIGN = "foreign"
    TOO_OLD = "too old"
    TOO_YOUNG = "too young"
    USED = "used"


def signer(page_id: int) -> signing.TimestampSigner:
    """Signs for one article only."""
    return signing.TimestampSigner(salt=f"actions.mail.{page_id}")


def issue(page_id: int) -> str:
    """A new ticket."""
    return signer(page_id).sign(secrets.token_urlsafe(12))


def inspect(ticket: str, page_id: int) -> Ticket:
    """What is to be said about it."""
    try:
        nonce = signer(page_id).unsign(ticket, max_age=OLDEST_SECONDS)
    except signing.SignatureExpired:
        return Ticket.TOO_OLD
    except signing.BadSignature:
        return Ticket.FOREIGN
    if cache.get(key(nonce)):
        return Ticket.USED
    try:
        signer(page_id).unsign(ticket, max_age=YOUNGEST_SECONDS)
    except signing.SignatureExpired:
        return Ticket.GOOD
    return Ticket.TOO_YOUNG


def use(ticket: str, page_id: int) -> bool:
    """Takes it; False when somebody else already has."""
    return cache.add(key(signer(page_id).unsign(ticket)), 1, OLDEST_SECONDS)


def key(nonce: str) -> str:
    """Where the cache notes a used one."""
    return f"actions.mail.used.{nonce}"
