"""What people see when a page is not there, or not any more, or when a form did not arrive."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.defaults import bad_request

from home.page.refusals import NotArrived, NothingThere
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


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A 400; to a script, as Wagtail's own refusals to save. Other texts stay with us, as in `not_found`."""
    if not isinstance(exception, NotArrived):
        return bad_request(request, exception)
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        told = {"success": False, "error_code": "not_arrived", "error_message": str(exception)}
        return JsonResponse(told, status=400)
    return render(request, "400_form.html", {"reason": str(exception)}, status=400)
