"""An approved article before its date, for the holder of a pass: marked, unlisted, kept by nobody."""

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.page.refusals import NothingThere

from .models import ArticlePage, PreviewPass


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """`/sperrfrist/<token>/`: the version that goes live at its date; after that, the article itself."""
    held = PreviewPass.behind(token)
    if held is None or not held.is_valid():
        raise NothingThere(_("This link is not valid, or not any more. Please ask the press office for a new one."))
    revision = held.article.scheduled_revision
    if revision is None:
        return gone_live(held.article)
    PreviewPass.objects.filter(pk=held.pk).update(opened=F("opened") + 1, opened_at=timezone.now())
    page = revision.as_object()
    context = {"page": page, "self": page, "held": held, "until": revision.approved_go_live_at, "is_embargoed": True}
    return sealed(render(request, "pages/preview_pass.html", context))


def gone_live(article: ArticlePage) -> HttpResponse:
    """To the article, if everybody may read it by now."""
    if ArticlePage.objects.readable().filter(pk=article.pk).exists():
        return redirect(article.get_url())
    raise NothingThere(_("This article has no date at the moment. Please ask the press office."))


def sealed(response: HttpResponse) -> HttpResponse:
    """No search engine lists it, no cache keeps it, and no link in it tells where the reader came from."""
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response
