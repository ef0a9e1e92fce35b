"""Remembers questions without an answer, so that editors see what readers miss; never who asked.

A question counts in the cache first, by a digest that cannot be read. Its words are written down only when they were
typed several times on one day, by somebody who keeps the index, never while a reader waits.
"""

import re

from django.conf import settings
from django.core.cache import cache
from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate

from .models import FruitlessSearch
from .query import SearchQuery

# What looks like an address, a number or a sentence is about somebody and is not kept.
PRIVATE = re.compile(r"@|\d{4}|https?:|www\.")
MOST_WORDS, LONGEST, MOST_ROWS = 4, 60, 5000
# So often on one day before anybody reads the words; so many wait to be written down.
OFTEN, MOST_WAITING = 5, 200
DAY, WAITING = 24 * 3600, "search.fruitless.waiting"


def remember(query: SearchQuery) -> None:
    """Counts a question; writes nothing into the database."""
    words = " ".join(query.words).lower()
    if not words or query.chosen or len(query.words) > MOST_WORDS or len(words) > LONGEST or PRIVATE.search(query.text):
        return
    digest = salted_hmac("search.fruitless", f"{localdate()} {words}", secret=settings.SECRET_KEY).hexdigest()
    count = cache.get(f"search.fruitless.{digest}", 0) + 1
    cache.set(f"search.fruitless.{digest}", count, DAY)
    if count >= OFTEN:
        waiting: dict[str, int] = cache.get(WAITING) or {}
        if words in waiting or len(waiting) < MOST_WAITING:
            waiting[words] = waiting.get(words, OFTEN - 1 if count == OFTEN else 0) + 1
            cache.set(WAITING, waiting, timeout=None)


def write_down() -> None:
    """Puts what was asked often into the report."""
    waiting: dict[str, int] = cache.get(WAITING) or {}
    cache.delete(WAITING)
    for words, count in waiting.items():
        changed = FruitlessSearch.objects.filter(words=words).update(count=F("count") + count, last_on=localdate())
        if not changed and FruitlessSearch.objects.count() < MOST_ROWS:
            FruitlessSearch.objects.create(words=words, count=count, last_on=localdate())
