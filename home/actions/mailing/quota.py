"""How many mails: by visitor, recipient, article and site. Counters only, under keys that change every day."""

import time
from enum import Enum
from ipaddress import ip_address

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.views.decorators.debug import sensitive_variables

HOUR, DAY = 3600, 86_400
PER_VISITOR = ((HOUR, 5), (DAY, 20))
PER_RECIPIENT = ((DAY, 3),)
PER_PAGE = ((HOUR, 30),)
PER_SITE = ((HOUR, 200),)


class Verdict(Enum):
    """Whether one more mail may go out."""

    FINE = "sent"
    ENOUGH = "limit"
    FLOOD = "flood"


@sensitive_variables()
def verdict(request: HttpRequest, recipient: str, page_id: int, site_id: int) -> Verdict:
    """Counts this mail. A flood of the whole site is told apart, because it switches the form off.

    One after the other: who is beyond a limit uses up nobody else's.
    """
    fine = (
        within(f"visitor:{visitor(request)}", PER_VISITOR)
        and within(f"recipient:{recipient.strip().lower()}", PER_RECIPIENT)
        and within(f"page:{page_id}", PER_PAGE)
    )
    if not fine:
        return Verdict.ENOUGH
    return Verdict.FINE if within(f"site:{site_id}", PER_SITE) else Verdict.FLOOD


@sensitive_variables()
def within(subject: str, limits: tuple[tuple[int, int], ...]) -> bool:
    """Whether the subject stays within all its limits, this mail included."""
    return all([count(subject, period) <= most for period, most in limits])  # noqa: C419 (each one counts)


@sensitive_variables()
def count(subject: str, period: int) -> int:
    """How many in this period, this one included."""
    window = int(time.time()) // period
    key = f"actions.mail.{period}.{window}.{anonymous(subject)}"
    if cache.add(key, 1, period):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # expired in this very moment
        return 1


@sensitive_variables()
def anonymous(subject: str) -> str:
    """A keyed digest that means nothing tomorrow; neither address nor visitor can be read from it."""
    today = int(time.time()) // DAY
    return salted_hmac(f"actions.mail.quota.{today}", subject, algorithm="sha256").hexdigest()[:32]


def visitor(request: HttpRequest) -> str:
    """The visitor's network address as our own proxies saw it; for IPv6 the household's /64."""
    chain = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    proxies = settings.AUSHANG_PROXIES
    seen = chain[-proxies] if 0 < proxies <= len(chain) else request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(seen)
    except ValueError:
        return "unknown"
    return address.exploded[:19] if address.version == 6 else str(address)  # noqa: PLR2004
