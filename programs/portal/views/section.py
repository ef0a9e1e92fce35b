"""One section of the form: shown, saved by hand or by the script of the page."""

from django.contrib import messages
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.formats import time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ...models import CaseStudyPage
from ..checks import checklist
from ..closing import why_closed
from ..forms.section import SectionForm, version_of
from ..people import writes_for
from ..saving import Closed, Outcome, save_section
from ..sections import BY_KEY, ROW_TITLES, SECTIONS, Section
from .entrance import WRITE, for_members, own_case, own_cases, shown
from .kept import SENTENCES, is_autosave, kept_text


@for_members(WRITE)
def section(request: HttpRequest, case: int, section: str) -> HttpResponse:
    """Shows the questions; takes the answers."""
    asked = BY_KEY.get(section)
    if asked is None:
        raise Http404("no such section")
    if request.method == "POST":
        return saved(request, case, asked)
    page = own_case(request, case)
    form = SectionForm(page.get_latest_revision_as_object(), asked)
    return form_page(request, asked, Outcome(page, form, saved=False, version=version_of(form.stored)))


def saved(request: HttpRequest, case: int, asked: Section) -> HttpResponse:
    """What can be saved is saved; whatever goes wrong, the text stays on the screen."""
    found = own_cases(request, to_write=True).filter(pk=case)
    try:
        outcome = save_section(found, request.user, asked, request.POST, request.POST.get("token", ""))
    except CaseStudyPage.DoesNotExist:
        own_case(request, case)
        return kept_text(request, "reader", status=403)
    except Closed as closed:
        return kept_text(request, "closed", status=409, reason=str(closed))
    except (DatabaseError, OSError):
        return kept_text(request, "storage", status=507)
    return as_data(outcome) if is_autosave(request) else as_page(request, asked, outcome)


def as_data(outcome: Outcome) -> JsonResponse:
    """For the script of the page."""
    if outcome.theirs:
        sentence = _("%(who)s has changed this section, too. Nothing is lost: please press “Save” to see both texts.")
        return JsonResponse({"saved": False, "sentence": sentence % {"who": outcome.who}}, status=409)
    draft = outcome.form.page
    sentence = _("Saved at %(time)s") % {"time": time_of(outcome)}
    if outcome.form.errors:
        sentence = _("Saved, except for what is marked.")
    return JsonResponse(
        {
            "saved": outcome.saved,
            "token": outcome.version,
            "sentence": sentence,
            "errors": {name: " ".join(errors) for name, errors in outcome.form.errors.items()},
            "checklist": render_to_string("portal/checklist.html", {"lines": checklist(draft), "draft": draft}),
        }
    )


def time_of(outcome: Outcome) -> str:
    """When it was saved, in hours and minutes."""
    return time_format(localtime(outcome.at), "H:i") if outcome.at else ""


def as_page(request: HttpRequest, asked: Section, outcome: Outcome) -> HttpResponse:
    """On to where the person wanted to go, or back with what is not right."""
    if outcome.theirs or outcome.form.errors:
        status = 409 if outcome.theirs else 422
        return form_page(request, asked, outcome, status)
    messages.success(request, _("Saved at %(time)s") % {"time": time_of(outcome)})
    wanted = request.POST.get("go", "")
    if wanted == "overview":
        return redirect("portal_case", outcome.page.pk)
    return redirect("portal_section", outcome.page.pk, wanted if wanted in BY_KEY else asked.key)


def form_page(request: HttpRequest, asked: Section, outcome: Outcome, status: int = 200) -> HttpResponse:
    """The form of a section with its neighbours and the checklist."""
    page, form, place = outcome.page, outcome.form, SECTIONS.index(asked)
    form.hide_empty_lists()
    comments = page.section_comments.for_municipality().filter(section=asked.key)
    closed = why_closed(page) or ("" if writes_for(request.user, page.municipality_id) else SENTENCES["reader"])
    context = {
        "page_": page,
        "draft": form.page,
        "section": asked,
        "place": place + 1,
        "count": len(SECTIONS),
        "previous": SECTIONS[place - 1] if place else None,
        "next": SECTIONS[place + 1] if place + 1 < len(SECTIONS) else None,
        "form": form,
        "questions": [form[name] for name in asked.fields if not form[name].is_hidden],
        "lists": [
            {
                "name": name,
                "title": ROW_TITLES[name],
                "rows": form.rows_of(name),
                "stored": list(getattr(form.page, name).all()),
            }
            for name in asked.rows
        ],
        "token": outcome.version,
        "outcome": outcome,
        "lines": checklist(form.page),
        "comments": comments,
        "may_write": not closed,
        "closed": closed,
    }
    return shown(request, "section", context, status)
