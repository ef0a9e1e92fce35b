"""The link of an invitation: signed, good for 30 days, renewed by whoever holds it. It opens nothing by itself."""

from datetime import timedelta

from django.core import signing
from django.urls import reverse

from .models import Membership

LIFETIME = timedelta(days=30)
SALT = "portal.membership"


def link_of(membership: Membership) -> str:
    """Where the person accepts."""
    return reverse("portal_invitation", args=[signing.dumps(membership.pk, salt=SALT)])


def membership_at(key: str) -> tuple[Membership | None, bool]:
    """The membership behind a link, and whether the link is too old."""
    try:
        pk, expired = signing.loads(key, salt=SALT, max_age=LIFETIME), False
    except signing.SignatureExpired:
        pk, expired = signing.loads(key, salt=SALT), True
    except signing.BadSignature:
        return None, False
    rows = Membership.objects.open().select_related("user", "municipality", "invited_by")
    return rows.filter(pk=pk, user__is_active=True).first(), expired
