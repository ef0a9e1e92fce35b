"""Uploads: each file by itself, kept at once, with a sentence where it could not be kept."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ...models import CaseStudyFile, CaseStudyPage, CaseStudyPicture
from .. import uploads
from ..closing import is_open, why_closed
from ..holding import held
from ..people import writes_for
from ..sections import MOST_ROWS
from .entrance import for_members, own_case
from .kept import SENTENCES, is_autosave

ROWS = {"pictures": (CaseStudyPicture, "image"), "files": (CaseStudyFile, "document")}
SMALL = 640


@for_members(("POST",))
def upload(request: HttpRequest, case: int, kind: str) -> HttpResponse:
    """Keeps what was chosen, file by file; one that fails does not take the others with it."""
    page = own_case(request, case)
    if kind not in ROWS:
        raise Http404("no such kind of upload")
    states = [
        {"name": file.name, "sentence": kept(request, page, kind, file)} for file in request.FILES.getlist("file")
    ]
    states = states or [{"name": "", "sentence": _("Please choose a file first.")}]
    if is_autosave(request):
        return JsonResponse({"files": states}, status=422 if any(state["sentence"] for state in states) else 200)
    for state in states:
        if state["sentence"]:
            messages.error(request, f"{state['name']}: {state['sentence']}")
        else:
            messages.success(request, _("“%(name)s” is saved. Please add what is to be said about it.") % state)
    return redirect("portal_section", page.pk, "bilder")


def kept(request: HttpRequest, page: CaseStudyPage, kind: str, file) -> str:
    """Keeps one file; the sentence why not, or nothing."""
    if not writes_for(request.user, page.municipality_id):
        return str(SENTENCES["reader"])
    if not is_open(page):
        return why_closed(page)
    try:
        with transaction.atomic():
            add(request, page, kind, file)
    except ValidationError as error:
        return " ".join(error.messages)
    except (DatabaseError, OSError):
        return _(
            "Our storage cannot take anything at the moment. Please try again in a few minutes; your texts are safe."
        )
    return ""


def add(request: HttpRequest, page: CaseStudyPage, kind: str, file) -> None:
    """A row in the newest version."""
    page = held(CaseStudyPage.objects.filter(pk=page.pk))
    if not is_open(page):
        raise ValidationError(why_closed(page))
    draft = page.get_latest_revision_as_object()
    rows = getattr(draft, kind)
    if rows.count() >= MOST_ROWS[kind]:
        raise ValidationError(_("At most %(most)d of them. Please remove one first."), params={"most": MOST_ROWS[kind]})
    model, name = ROWS[kind]
    keep = uploads.keep_picture if kind == "pictures" else uploads.keep_file
    rows.add(model(**{name: keep(file, request.user), "sort_order": rows.count()}))
    draft.save_revision(user=request.user, clean=False)


@for_members()
def thumbnail(request: HttpRequest, case: int, picture: int) -> HttpResponse:
    """A small copy, drawn for this answer: an unreleased picture has no address of its own."""
    draft = own_case(request, case).get_latest_revision_as_object()
    row = next((row for row in draft.pictures.all() if row.image_id == picture), None)
    if row is None:
        raise Http404("no picture of this case study")
    try:
        small = uploads.copy_of(row.image, SMALL, quality=80)
    except OSError:
        raise Http404("the picture is not there") from None
    return HttpResponse(small, content_type="image/jpeg")
