"""What the word-level difference of a long text costs, against rendering the edit form of the same page, in turns."""

import time
from collections.abc import Callable
from statistics import median

from django.contrib.auth.models import User
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from home.workflow.desk.difference import difference
from news.models import ArticlePage, NewsIndexPage

BLOCKS, CHARACTERS, ROUNDS, WARM_UP = 12, 12_000, 9, 2
SENTENCE = (
    "Die {0} Kommune berät den Plan mit der Verwaltung, dem Rat und den Vereinen am Ort; das Land trägt {1} Euro. "
)


def difference_line() -> None:
    """Prints the processor time of both, and their ratio."""
    editor, page = User.objects.get(username="akademie"), edited_article()
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form, found = medians(lambda: ask(client, address), lambda: compared(page))
    print(
        f"difference of {CHARACTERS:,} characters in {BLOCKS} blocks, every sentence changed: {found:.0f} ms; "
        f"edit form of the page: {form:.0f} ms; ratio {found / form:.2f}"
    )


def edited_article() -> ArticlePage:
    """A live article, and a draft in which two words of every sentence are others."""
    page = ArticlePage(title="Messung", slug=f"messung-{time.time_ns()}", body=body("erste", 1_000))
    NewsIndexPage.objects.get().add_child(instance=page)
    page.save_revision().publish(skip_permission_checks=True)
    page.refresh_from_db()
    changed = zip(page.body.get_prep_value(), body("zweite", 5_000), strict=True)
    page.body = [block | {"value": new["value"]} for block, new in changed]
    page.save_revision()
    return ArticlePage.objects.get(pk=page.pk)


def body(word: str, amount: int) -> list[dict]:
    """As many blocks of as many characters."""
    lines = -(-CHARACTERS // BLOCKS // len(SENTENCE))
    return [
        {
            "type": "text",
            "value": f"<p>{''.join(SENTENCE.format(word, amount + number * line) for line in range(lines))}</p>",
        }
        for number in range(1, BLOCKS + 1)
    ]


def compared(page: ArticlePage) -> None:
    """Finds the difference and renders it, as the approval screen does."""
    found = difference(page, page.get_latest_revision_as_object())
    if len(found.changes) != BLOCKS:
        raise RuntimeError(found.changes)
    render_to_string("workflow/desk/difference.html", {"difference": found, "compared_with": page, "page": page})


def ask(client: Client, address: str) -> None:
    """One answer of the admin."""
    if client.get(address).status_code != 200:
        raise RuntimeError(address)


def medians(*deeds: Callable[[], None]) -> list[float]:
    """Milliseconds of processor time of each, done in turns."""
    taken = [[milliseconds(deed) for deed in deeds] for _round in range(ROUNDS + WARM_UP)]
    return [median(times) for times in zip(*taken[WARM_UP:], strict=True)]


def milliseconds(deed: Callable[[], None]) -> float:
    """The processor time of one."""
    start = time.process_time()
    deed()
    return (time.process_time() - start) * 1000
