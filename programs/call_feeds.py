"""Open calls to subscribe to (Atom) and to read by machine (JSON)."""

import json
from datetime import datetime

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from home.listing.syndication import conditional, dated, plain
from home.page.models import BasePage

from .calls.offers import Offer, as_data, open_offers
from .models import ProgramIndexPage
from .visits import of_a_page


@of_a_page(ProgramIndexPage)
def open_calls(request: HttpRequest, page: BasePage, format: str) -> HttpResponse:  # noqa: A002 (the word of the address)
    """The open calls in a format for machines; whoever has this very content gets 304."""
    offers = open_offers(timezone.now())
    if format == "json":
        return conditional(request, as_json(page, offers), "application/json; charset=utf-8")
    return conditional(request, as_atom(request, page, offers), Atom1Feed.content_type)


def as_json(page: BasePage, offers: list[Offer]) -> str:
    """All calls with all that decides whether somebody applies."""
    data = {
        "title": _("Open calls"),
        "url": address_of(page),
        "updated": last_update(page, offers),
        "calls": [as_data(offer) for offer in offers],
    }
    return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


def as_atom(request: HttpRequest, page: BasePage, offers: list[Offer]) -> str:
    """One entry a call. Its date moves only when deadline or amount change."""
    feed = dated(Atom1Feed, last_update(page, offers))(
        title=plain(_("Open calls")),
        link=address_of(page),
        description=plain(_("Programmes to which municipalities can apply now.")),
        language=settings.LANGUAGE_CODE,
        feed_url=settings.BASE_URL + request.path,
    )
    for offer in offers:
        feed.add_item(**entry(offer))
    return feed.writeString("utf-8")


def entry(offer: Offer) -> dict:
    """A call as an entry: how it stands, then the lead."""
    edition = offer.edition
    changes = [f"{note.what}: {note.before} → {note.now}" for note in offer.history.notes]
    return {
        "title": plain(edition.title),
        "link": offer.url,
        "description": plain("\n".join(filter(None, [edition.status_words, edition.amount, edition.lead, *changes]))),
        "author_name": plain(str(edition.shown_run_by or "")) or None,
        "pubdate": offer.published_at,
        "updateddate": offer.updated_at,
        "unique_id": edition.short_url,
        "categories": [plain(offer.program.title)],
    }


def address_of(page: BasePage) -> str:
    """The page that shows the same."""
    return page.canonical_url() + "offen/"


def last_update(page: BasePage, offers: list[Offer]) -> datetime:
    """The newest date of all calls; of the list itself, if there is none."""
    dates = [offer.updated_at for offer in offers if offer.updated_at]
    return max(dates, default=page.first_published_at or timezone.now())
