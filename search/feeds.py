"""Any question as a feed: the newest answers first, as Atom."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.listing.syndication import conditional, dated, plain
from home.page.models import BasePage

from .finder import find
from .query import SearchQuery
from .results import Hit, ResultPage

MOST = 30
# When a feed without entries last changed: it does not look new at every look.
NEVER = datetime(2000, 1, 1, tzinfo=UTC)


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """`/suche/feed.atom?q=…`: the same question as the page, sorted by date; what has no date is no news."""
    query = SearchQuery.from_address(request.GET)
    results = find(SearchQuery(text=query.text, sort="date", **query.chosen), with_facets=False, size=MOST)
    response = conditional(request, as_atom(request, results), Atom1Feed.content_type)
    if results.status != HttpResponse.status_code:
        response = HttpResponse(response.content, content_type=Atom1Feed.content_type, status=results.status)
    response["X-Robots-Tag"] = "noindex"
    return response


def as_atom(request: HttpRequest, results: ResultPage) -> str:
    """One entry a hit."""
    entries = [*entries_of([hit for hit in results.hits if hit.date])]
    made = dated(Atom1Feed, max((entry["updateddate"] for entry in entries), default=NEVER))(
        title=plain(title_of(results)),
        link=f"{settings.BASE_URL}{reverse('search')}?{results.query.address()}",
        description="",
        author_name=plain(settings.WAGTAIL_SITE_NAME),
        feed_url=f"{settings.BASE_URL}{request.path}?{results.query.address()}",
        language=settings.LANGUAGE_CODE,
    )
    for entry in entries:
        made.add_item(**entry)
    return made.writeString("utf-8")


def entries_of(hits: list[Hit]) -> Iterator[dict]:
    """Hits as entries. An entry appears and changes with its page, whatever date the page shows to readers."""
    keys = [hit.key for hit in hits if hit.key > 0]
    # Each kind of page says by itself which change is news.
    pages = {page.pk: page for page in BasePage.objects.filter(pk__in=keys).specific()}
    for hit in hits:
        page, link = pages.get(hit.key), settings.BASE_URL + hit.url
        appeared, changed = (page.appeared_at, page.changed_for_readers_at) if page else (hit.date, hit.date)
        dates = {"pubdate": appeared, "updateddate": changed}
        yield {"title": plain(hit.title), "link": link, "description": plain(hit.excerpt), "unique_id": link, **dates}


def title_of(results: ResultPage) -> str:
    """What is searched for, and the filters in force."""
    words, chosen = results.query.text, ", ".join(f"{chip.label}: {chip.value}" for chip in results.chips)
    title = _("Search for “%(words)s”") % {"words": words} if words else _("Search")
    return f"{title} ({chosen})" if chosen else title
