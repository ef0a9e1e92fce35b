"""What comes after an article of the demo appeared: an update, a correction, passes to what has a date."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from home.demo import directory, record
from home.demo.accounts import person
from home.demo.publishing import AUTHOR, EDITOR, approve_all_steps, make_findable
from home.workflow import transitions

from ..models import ArticlePage, Correction, PreviewPass


def relations(fields: dict[str, Any], events: Any, programs: Any) -> dict[str, Any]:
    """The fields of an article with pages and places in the place of their names."""
    found = {name: fields[name] for name in ("genre", "place", "contact") if name in fields}
    if "press_contact" in fields:
        found["press_contact"] = directory.contact(fields["press_contact"])
    return found | {
        "program": programs.filter(slug=fields.get("program", "")).first(),
        "events": list(events.filter(slug__in=fields.get("events", []))),
        "municipalities": [directory.municipality(slug) for slug in fields.get("municipalities", [])],
    }


def carry_on(key: str, slug: str, fields: dict[str, Any]) -> None:
    """Writes the sequels of an article, once."""
    page = ArticlePage.objects.filter(slug=slug).first()
    if page is None or record.was_loaded(f"{key}/sequel"):
        return
    if "update" in fields:
        publish_again(page, fields["update"]["days_ago"], update_note=fields["update"]["note"])
    if "correction" in fields:
        told = fields["correction"]
        day = days_ago(told["days_ago"])
        rows = [Correction(corrected_on=day.date(), wrong=told["wrong"], right=told["right"])]
        publish_again(page, told["days_ago"], corrections=rows)
    for recipient in fields.get("passes", []):
        until = timezone.now() + timedelta(days=30)
        PreviewPass.objects.create(article=page, recipient=recipient, expires_at=until, created_by=person(EDITOR))
    if {"update", "correction", "passes"} & set(fields):
        record.record(page, f"{key}/sequel")


def days_ago(count: int) -> datetime:
    """That day, at ten."""
    return (timezone.localtime() - timedelta(days=count)).replace(hour=10, minute=0, second=0, microsecond=0)


def publish_again(page: ArticlePage, count: int, **changes: Any) -> None:
    """A further version through the same door, as if it had appeared so many days ago."""
    text = page.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(text, name, value)
    text.save_revision(user=person(AUTHOR), log_action=True)
    transitions.submit(page, person(AUTHOR))
    approve_all_steps(page, EDITOR, "Geprüft.")
    then = days_ago(count)
    ArticlePage.objects.filter(pk=page.pk).update(updated_at=then, last_published_at=then)
    make_findable(page)
