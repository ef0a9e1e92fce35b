"""The page of a subject: what it is about, and the newest of every kind that is enrolled."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.page.models import Subject
from home.page.refusals import NothingThere

from . import registry

SHOWN = 4


@require_safe
def subject_page(request: HttpRequest, slug: str) -> HttpResponse:
    """`/themen/<slug>/`."""
    subject = Subject.objects.filter(slug=slug).first()
    if subject is None:
        raise NothingThere(_("There is no subject “%(slug)s”.") % {"slug": slug[:40]})
    found = registry.newest(dict.fromkeys(registry.listings(), SHOWN + 1), subject)
    context = {
        "subject": subject,
        "sections": [
            {**one, "pages": one["pages"][:SHOWN], "has_more": len(one["pages"]) > SHOWN}
            for one in found
            if one["pages"]
        ],
    }
    return render(request, "pages/subject.html", context)
