"""Texts that must not be found: each in another way not public, most of them still in an index that is late."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from home.page.models import BasePage
from tests.factories import media, pages

WORD = "Geheimplanung"
TEXT = f"{WORD} am Hafen"


def published(name: str) -> BasePage:
    """An article about something that no public one is about."""
    page = pages.article(title=f"{TEXT} {name}", lead=f"{TEXT}: niemand darf davon wissen.")
    page.subjects.add(pages.subject("Verborgenes"))
    page.save_revision().publish(skip_permission_checks=True)
    return page


def below_a_section() -> BasePage:
    """A page whose section will be closed."""
    return pages.information(pages.section(title="Bereich"), title=f"{TEXT} im Bereich", lead=TEXT)


def with_a_file() -> BasePage:
    """An article with a document that nobody else shows."""
    files = [{"document": media.document(f"{TEXT} Blatt").pk, "title": ""}]
    body = [{"type": "downloads", "value": {"title": "Mehr", "files": files}}]
    return pages.article(title=f"{TEXT} mit Blatt", body=body)


def never_published() -> None:
    """A draft, an article that waits for its date, and new words for a live page."""
    pages.draft_article(title=f"{TEXT} Entwurf", lead=TEXT)
    waiting = pages.draft_article(title=f"{TEXT} Sperrfrist", lead=TEXT)
    waiting.go_live_at = timezone.now() + timedelta(days=1)
    waiting.save_revision().publish(skip_permission_checks=True)
    assert not BasePage.objects.get(pk=waiting.pk).live
    changed = pages.article(title="Rundfahrt am Hafen", lead="Das darf jeder lesen.")
    changed.title = changed.lead = f"{TEXT} geändert"
    changed.save_revision()


def close(page: BasePage) -> None:
    """Only people who sign in."""
    page.view_restrictions.create(restriction_type="login")


def past_all_signals(page: BasePage) -> None:
    """As a program would that does not know Wagtail."""
    BasePage.objects.filter(pk=page.pk).update(live=False)


# State -> how the page is made, and what happens to it while the index hears of nothing.
LATE: dict[str, tuple[Callable[[], BasePage], Callable[[BasePage], object]]] = {
    "withdrawn": (lambda: published("zurück"), lambda page: page.unpublish()),
    "deleted": (lambda: published("weg"), lambda page: page.delete()),
    "private": (lambda: published("privat"), close),
    "restricted ancestor": (below_a_section, lambda page: close(page.get_parent())),
    "past all signals": (lambda: published("still"), past_all_signals),
    "with a file": (with_a_file, lambda page: page.unpublish()),
}
