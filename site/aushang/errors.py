"""What readers see when a page is not there, or not any more."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from home.page.refusals import NothingThere
from home.workflow.withdrawn import kept_text, title_of, withdrawal_at


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A 404; only a text that was written for readers is shown. What was withdrawn is gone (410), and says so; or it
    stays readable below a notice.
    """
    if withdrawal := withdrawal_at(request):
        if page := kept_text(withdrawal):
            context = page.get_context(request) | {"withdrawal": withdrawal}
            return render(request, "pages/withdrawn.html", context)
        context = {"withdrawal": withdrawal, "title": title_of(withdrawal)}
        return render(request, "410.html", context, status=410)
    sentence = str(exception) if isinstance(exception, NothingThere) else ""
    return render(request, "404.html", {"sentence": sentence}, status=404)
