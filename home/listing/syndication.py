"""What all feeds share: text that XML can hold, a date that stands still, and answers for those who have it already."""

import hashlib
import re
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import SyndicationFeed
from django.utils.http import http_date, quote_etag

# XML cannot hold these, not even escaped.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def plain(text: str) -> str:
    """The text without characters that XML forbids."""
    return CONTROLS.sub("", text)


def dated(form: type[SyndicationFeed], changed: datetime) -> type[SyndicationFeed]:
    """The format with a date that does not move while nothing changes."""
    return type(form.__name__, (form,), {"latest_post_date": lambda self: changed})


def conditional(request: HttpRequest, content: str, content_type: str, changed: datetime | None = None) -> HttpResponse:
    """The content, or 304 for a reader that has it already; without a date only the content itself decides."""
    response = HttpResponse(content, content_type=content_type)
    response["ETag"] = etag = quote_etag(hashlib.sha256(content.encode()).hexdigest()[:32])
    if changed:
        response["Last-Modified"] = http_date(changed.timestamp())
    return get_conditional_response(request, etag, changed and int(changed.timestamp()), response)
