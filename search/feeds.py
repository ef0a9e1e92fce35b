"""Any question as a feed: the newest answers first, as Atom."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .finder import find
from .query import SearchQuery

MOST = 30


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """`/suche/feed.atom?q=…`: the same question as the page, sorted by date."""
    query = SearchQuery.from_address(request.GET)
    asked = SearchQuery(text=query.text, sort="date", **query.chosen)
    results = find(asked, with_facets=False, size=MOST)
    address = settings.BASE_URL + request.path + "?" + asked.address()
    made = Atom1Feed(
        title=_("Search for “%(words)s”") % {"words": query.text},
        link=f"{settings.BASE_URL}{reverse('search')}?{asked.address()}",
        description="",
        feed_url=address,
        language=settings.LANGUAGE_CODE,
    )
    for hit in results.hits:
        link = settings.BASE_URL + hit.url
        date = hit.date or timezone.now()
        made.add_item(hit.title, link, str(hit.excerpt), unique_id=link, pubdate=date, updateddate=date)
    response = HttpResponse(made.writeString("utf-8"), content_type=made.content_type, status=results.status)
    response["X-Robots-Tag"] = "noindex"
    return response
