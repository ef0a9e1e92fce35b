"""Remembers questions without an answer, so that editors see what readers miss; never who asked."""

import re

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils.timezone import localdate

from .models import FruitlessSearch
from .query import SearchQuery

# What looks like an address, a number or a sentence is about somebody and is not kept.
PRIVATE = re.compile(r"@|\d{4}|https?:|www\.")
MOST_WORDS, LONGEST, MOST_ROWS = 4, 60, 5000


def remember(query: SearchQuery) -> None:
    """Counts a question by its words."""
    words = " ".join(query.words).lower()
    if not words or query.chosen or len(query.words) > MOST_WORDS or len(words) > LONGEST or PRIVATE.search(query.text):
        return
    try:
        with transaction.atomic():
            changed = FruitlessSearch.objects.filter(words=words).update(count=F("count") + 1, last_on=localdate())
            if not changed and FruitlessSearch.objects.count() < MOST_ROWS:
                FruitlessSearch.objects.create(words=words, last_on=localdate())
    except DatabaseError:
        # A note for editors must never cost a reader the answer.
        return
