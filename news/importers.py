"""Imports articles from a file: all of it or nothing. What people changed here since stays as it is."""

from collections import Counter
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from home.importing.bad_file import BadFile, in_line
from home.page.models import Subject
from home.workflow import transitions

from .import_lines import Entry, read
from .models import ArticlePage, NewsIndexPage

NEW, CHANGED, UNCHANGED, KEPT = "new", "changed", "unchanged", "kept"
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def import_file(file: Path) -> tuple[Counter, list[str]]:
    """Imports all articles of the file: how many of each outcome, and the slugs of those that people keep here."""
    entries = read(file)
    parent = NewsIndexPage.objects.live().first()
    if parent is None:
        raise BadFile([_("There is no news list yet to which articles could be added.")])
    outcomes = Counter()
    kept = []
    with transaction.atomic():
        for entry in entries:
            outcome = import_entry(parent, entry)
            outcomes[outcome] += 1
            kept += [entry.slug] if outcome == KEPT else []
    return outcomes, kept


def import_entry(parent: NewsIndexPage, entry: Entry) -> str:
    """Imports one article; returns the outcome."""
    page = ArticlePage.objects.child_of(parent).filter(slug=entry.slug).first()
    wanted = fields_of(entry)
    if page is None:
        page = ArticlePage(slug=entry.slug, live=False)
    elif same(page, wanted):
        return UNCHANGED
    elif not ours(page):
        return KEPT
    is_new = page.pk is None
    try:
        publish(parent, page, wanted)
    except (ValidationError, transitions.Refused) as error:
        reason = " ".join(getattr(error, "messages", [str(error)]))
        raise BadFile([in_line(entry.number, reason)]) from None
    return NEW if is_new else CHANGED


def publish(parent: NewsIndexPage, page: ArticlePage, wanted: dict) -> None:
    """Writes the article and puts it live through the door for imports."""
    subjects = [subject_named(name) for name in wanted["subjects"]]
    for name, value in {**wanted, "subjects": subjects}.items():
        setattr(page, name, value)
    if page.pk is None:
        parent.refresh_from_db()
        parent.add_child(instance=page)
    page.full_clean()
    transitions.publish_import(page)


def fields_of(entry: Entry) -> dict:
    """The article's fields as the file wants them."""
    return {
        "title": entry.title,
        "lead": entry.lead,
        "display_date": entry.date,
        "body": [{"type": "text", "value": entry.body}],
        "subjects": entry.subjects,
    }


def same(page: ArticlePage, wanted: dict) -> bool:
    """Whether readers already see exactly this."""
    present = {
        "title": page.title,
        "lead": page.lead,
        "display_date": page.display_date,
        "body": [{"type": block["type"], "value": block["value"]} for block in page.body.raw_data],
        "subjects": tuple(sorted(subject.name.lower() for subject in page.subjects.all())),
    }
    return page.live and present == {**wanted, "subjects": tuple(sorted(map(str.lower, wanted["subjects"])))}


def ours(page: ArticlePage) -> bool:
    """Whether the article is live as an earlier import left it: nobody saved or withdrew it since."""
    latest = page.latest_revision
    return page.live and latest is not None and latest.user_id is None and not page.workflow_in_progress


def subject_named(name: str) -> Subject:
    """The subject, made when there is none of that name."""
    found = Subject.objects.filter(name__iexact=name).first()
    return found or Subject.objects.create(name=name, slug=free_slug(name))


def free_slug(name: str) -> str:
    """An address part for a new subject."""
    wanted = slugify(name.translate(UMLAUTS))[:70] or "thema"
    taken = set(Subject.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)
