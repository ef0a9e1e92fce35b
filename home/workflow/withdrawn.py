"""What is left at the address of a page that was taken offline: that it was there, when it went, and why."""

from django.http import HttpRequest
from wagtail.models import Site

from home.page.models import BasePage

from .models import Withdrawal
from .states import Publication

# Only what is merely out of date is still called by its name; a wrong headline is not repeated.
NAMED = (Withdrawal.Kind.OUTDATED,)


def withdrawal_at(request: HttpRequest) -> Withdrawal | None:
    """The last withdrawal of the page that was at this address; none where only some could read it, or another page
    took its place: that address is led on.
    """
    site = Site.find_for_request(request)
    if site is None or "\x00" in request.path:  # no page is there, and PostgreSQL must not be asked for it
        return None
    address = site.root_page.url_path.rstrip("/") + request.path
    page = BasePage.objects.filter(
        url_path=address, live=False, state__publication__in=(Publication.WITHDRAWN, Publication.ARCHIVED)
    ).first()
    if page is None or page.get_view_restrictions():
        return None
    done = Withdrawal.objects.filter(page=page).exclude(done_at=None).select_related("page", "revision")
    last = done.order_by("-done_at").first()
    return None if last is None or last.successor_id else last


def kept_text(withdrawal: Withdrawal) -> BasePage | None:
    """The page as readers knew it last, if it was left readable."""
    row = Withdrawal.objects.readable().filter(pk=withdrawal.pk).select_related("revision").first()
    return row and row.revision.as_object()


def title_of(withdrawal: Withdrawal) -> str:
    """The headline as readers knew it, if it may still be said."""
    is_named = withdrawal.kind in NAMED and withdrawal.revision
    return withdrawal.revision.content["title"] if is_named else ""
