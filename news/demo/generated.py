"""Many articles at once, for trying loads: rows are written in bulk, past revisions and approval.

Only the demo does this. The articles are live, listed and found like all others; they have no history.
"""

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from home.demo.library import CREDIT
from home.media.models import Picture
from home.page.bulk import pages_written
from home.page.models import BasePage, Subject
from home.workflow.keeping import rows_of_published

from ..models import ArticlePage, NewsIndexPage
from . import phrases

SLUG = "erzeugter-artikel-{:06}"
PREFIX = SLUG.split("{", maxsplit=1)[0]
ROWS_AT_ONCE = 500
YOUNGEST, OLDEST = 15, 6 * 365


def bring_to(total: int) -> int:
    """Brings the number of generated articles to `total`; returns how many were added, negative if removed."""
    parent = NewsIndexPage.objects.first()
    existing = set(ArticlePage.objects.filter(slug__startswith=PREFIX).values_list("slug", flat=True))
    if parent is None or total == len(existing):
        return 0
    if total < len(existing):
        remove(sorted(existing)[total:])
        return total - len(existing)
    numbers = missing(existing, total - len(existing))
    for start in range(0, len(numbers), ROWS_AT_ONCE):
        write(parent, numbers[start : start + ROWS_AT_ONCE])
    return len(numbers)


def missing(existing: set[str], count: int) -> list[int]:
    """The first numbers that are not taken."""
    found: list[int] = []
    number = 1
    while len(found) < count:
        if SLUG.format(number) not in existing:
            found.append(number)
        number += 1
    return found


@transaction.atomic
def remove(slugs: list[str]) -> None:
    """Deletes generated articles by their slugs."""
    for start in range(0, len(slugs), ROWS_AT_ONCE):
        ArticlePage.objects.filter(slug__in=slugs[start : start + ROWS_AT_ONCE]).delete()


@transaction.atomic
def write(parent: NewsIndexPage, numbers: list[int]) -> None:
    """Writes the rows of both tables and the subjects."""
    parent = NewsIndexPage.objects.select_for_update(of=("self",)).get(pk=parent.pk)
    rows = list(articles(parent, numbers))
    base_pages = BasePage.objects.bulk_create([BasePage(**shared) for shared, _, _ in rows])
    pages = [
        ArticlePage(pk=base.pk, basepage_ptr=base, **shared, **own)
        for base, (shared, own, _) in zip(base_pages, rows, strict=True)
    ]
    # Django refuses bulk_create for a table with a parent table; the parent's rows are there already.
    ArticlePage._base_manager._insert(pages, fields=ArticlePage._meta.local_concrete_fields, using=parent._state.db)
    rows_of_published(pages)
    through = BasePage.subjects.through
    through.objects.bulk_create(
        through(basepage_id=page.pk, subject_id=subject.pk)
        for page, (_, _, subjects) in zip(pages, rows, strict=True)
        for subject in subjects
    )
    BasePage.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))
    pages_written.send(ArticlePage, keys=[page.pk for page in pages])


Row = tuple[dict[str, Any], dict[str, Any], list[Subject]]


def articles(parent: NewsIndexPage, numbers: list[int]) -> Iterator[Row]:
    """What is written of each article: the base page's fields, its own, and its subjects."""
    last = parent.get_last_child()
    taken = BasePage._str2int(last.path[-BasePage.steplen :]) if last else 0
    subjects = list(Subject.objects.order_by("pk"))
    pictures = list(Picture.objects.filter(credit=CREDIT).order_by("pk"))
    fixed = {
        "content_type": ContentType.objects.get_for_model(ArticlePage),
        "locale": parent.locale,
        "owner": parent.owner,
        "owner_body": parent.owner_body,
        "depth": parent.depth + 1,
        "live": True,
    }
    for step, number in enumerate(numbers, start=taken + 1):
        random = Random(f"article/{number}")  # noqa: S311
        where = phrases.place(random)
        shared = {**fixed, **told(random, where), **address(parent, number, step)}
        if pictures:
            shared["lead_image"] = random.choice(pictures)
        own = {"place": where, "body": phrases.body(random, where), "contact": "Redaktion, redaktion@example.org"}
        yield shared, own, random.sample(subjects, min(2, len(subjects)))


def told(random: Random, where: str) -> dict[str, Any]:
    """Headline, lead and date."""
    title = phrases.title(random, where)
    when = timezone.now() - timedelta(days=random.randint(YOUNGEST, OLDEST), minutes=random.randint(0, 600))
    return {
        "title": title,
        "draft_title": title,
        "lead": phrases.paragraph(random, where, 2),
        "display_date": when,
        "first_published_at": when,
        "last_published_at": when,
        "rights": "Erzeugter Demo-Inhalt",
    }


def address(parent: NewsIndexPage, number: int, step: int) -> dict[str, Any]:
    """Slug, address and place in the tree."""
    slug = SLUG.format(number)
    return {
        "slug": slug,
        "url_path": f"{parent.url_path}{slug}/",
        "path": BasePage._get_path(parent.path, parent.depth + 1, step),
    }
