"""Papers as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from home.actions.pdf.making import NO_PDF
from home.page.refusals import NothingThere

from ...models import CaseStudyPage
from ..documents.content import council_paper, questions
from ..documents.paper import Paper
from ..documents.press_kit import press_kit, released_text
from .entrance import for_members, own_case

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@for_members()
def questions_file(request: HttpRequest, case: int, form: str) -> HttpResponse:
    """The questions, to prepare them without a screen."""
    page = own_case(request, case).get_latest_revision_as_object()
    return as_file(request, questions(page), f"fragen-{page.slug}", form)


@for_members()
def council_file(request: HttpRequest, published: int, form: str) -> HttpResponse:
    """Any published case study as a paper for one's own council."""
    page = CaseStudyPage.objects.readable().select_related("municipality").filter(pk=published).first()
    if page is None:
        raise NothingThere(_("This case study is not published."))
    return as_file(request, council_paper(page), f"ratsvorlage-{page.slug}", form)


@for_members()
def press_kit_file(request: HttpRequest, case: int) -> HttpResponse:
    """What the municipality passes on when it tells of its example."""
    page = released_text(own_case(request, case))
    if page is None:
        raise NothingThere(_("The press kit is there as soon as the text is released."))
    return download(press_kit(page), "application/zip", f"pressepaket-{page.slug}.zip")


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file to be kept."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer


def as_file(request: HttpRequest, paper: Paper, name: str, form: str) -> HttpResponse:
    """In the form that was asked for."""
    if form == "docx":
        return download(paper.as_docx(), WORD, f"{name}.docx")
    if form != "pdf":
        raise Http404("no such form")
    try:
        return download(paper.as_pdf(request.build_absolute_uri("/")), "application/pdf", f"{name}.pdf")
    except NO_PDF:
        raise NothingThere(_("There is no PDF at the moment. Please take the file for word processors.")) from None
