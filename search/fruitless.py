"""Remembers questions without a proper answer, so that editors see what readers miss; never who asked.

A question counts in the cache first, by a digest that cannot be read, and once an hour at most, whoever asks. Its words
are written down only when that happened several times in one week, by somebody who keeps the index, never while a
reader waits (docs/decisions/0090).
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
# In so many hours of one week before anybody reads the words; so many wait to be written down.
OFTEN, MOST_WAITING = 5, 200
HOUR = 3600
WEEK, WAITING = 7 * 24 * HOUR, "search.fruitless.heard"


def remember(query: SearchQuery, is_loose: bool) -> None:
    """Counts a question that nothing answers, or only pages with some of its words; writes nothing down."""
    words = " ".join(query.words).lower()
    if not words or query.chosen or len(query.words) > MOST_WORDS or len(words) > LONGEST or PRIVATE.search(query.text):
        return
    count = counted(words)
    if count < OFTEN:
        return
    waiting: dict[str, tuple[int, bool]] = cache.get(WAITING) or {}
    if words in waiting or len(waiting) < MOST_WAITING:
        before, _was_loose = waiting.get(words, (OFTEN - 1 if count == OFTEN else 0, is_loose))
        waiting[words] = before + 1, is_loose
        cache.set(WAITING, waiting, timeout=None)


def counted(words: str) -> int:
    """In how many hours of this week it was asked, if this is one more; nothing if it was counted within the hour."""
    week = f"{localdate():%G-%V}"
    digest = salted_hmac("search.fruitless", f"{week} {words}", secret=settings.SECRET_KEY).hexdigest()
    if not cache.add(f"search.fruitless.{digest}.now", True, HOUR):
        return 0
    count = cache.get(f"search.fruitless.{digest}", 0) + 1
    cache.set(f"search.fruitless.{digest}", count, WEEK)
    return count


def write_down() -> None:
    """Puts what was asked often into the report."""
    waiting: dict[str, tuple[int, bool]] = cache.get(WAITING) or {}
    cache.delete(WAITING)
    for words, (count, is_loose) in waiting.items():
        found = {"answer": FruitlessSearch.Answer.LOOSE if is_loose else FruitlessSearch.Answer.NONE}
        found["last_on"] = localdate()
        changed = FruitlessSearch.objects.filter(words=words).update(count=F("count") + count, **found)
        if not changed and FruitlessSearch.objects.count() < MOST_ROWS:
            FruitlessSearch.objects.create(words=words, count=count, **found)
