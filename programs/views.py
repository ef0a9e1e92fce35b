"""Calendar files: of an event, of all events to come, of a programme and of an edition."""

from collections.abc import Iterable
from datetime import timedelta

import icalendar
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from home.listing.syndication import conditional

from .ics import calendar_file, deadline_entry, event_entry
from .models import EditionPage, EventIndexPage, EventPage, ProgramPage
from .visits import of_a_page

ONE, MANY = "termin.ics", "termine.ics"
# Whoever subscribes keeps what is just over.
KEPT, MOST = timedelta(days=90), 200


@of_a_page(EventPage)
def event_file(request: HttpRequest, page: EventPage) -> HttpResponse:
    """One event to take along."""
    return answer(request, page.title, [event_entry(page)], ONE)


@of_a_page(EventIndexPage, ProgramPage, EditionPage)
def events_file(request: HttpRequest, page: EventIndexPage | ProgramPage | EditionPage) -> HttpResponse:
    """All events of a list, a programme or an edition, to subscribe to; with the deadlines of their calls."""
    events, editions = belonging_to(page)
    recent = events.filter(starts_at__gte=timezone.now() - KEPT).order_by("starts_at", "pk")[:MOST]
    entries = [event_entry(event) for event in recent.select_related("municipality")]
    entries += [deadline_entry(edition) for edition in editions if edition.deadline_on]
    return answer(request, page.title, entries, MANY)


def belonging_to(page: EventIndexPage | ProgramPage | EditionPage) -> tuple:
    """Its readable events and its editions."""
    if isinstance(page, EventIndexPage):
        return EventPage.objects.child_of(page).readable(), []
    return page.events.readable(), page.editions if isinstance(page, ProgramPage) else [page]


def answer(request: HttpRequest, name: str, entries: Iterable[icalendar.Event], file_name: str) -> HttpResponse:
    """The file, or 304 for a calendar that has it already; a sentence where there is nothing."""
    content = calendar_file(_("%(title)s: events") % {"title": name}, entries).decode()
    response = conditional(request, content, "text/calendar; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(False, file_name)
    response["X-Robots-Tag"] = "noindex"
    return response
