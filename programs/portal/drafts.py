"""A new case study of a municipality: a draft with everything that is known already."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.bodies.models import Municipality
from home.page.models import BasePage

from ..models import CaseStudyIndexPage, CaseStudyPage, EditionPage, ProgramPage
from ..models.case_study.needed import placeholder
from .models import Case


@transaction.atomic
def begin(
    municipality: Municipality, user: Any, occasion: BasePage | None = None, deadline: Any = None
) -> CaseStudyPage:
    """The draft, below the first list of case studies; two at once do not take the same place in the tree."""
    parent = CaseStudyIndexPage.objects.select_for_update(of=("self",)).order_by("path").first()
    page = prefilled(municipality, occasion)
    parent.add_child(instance=page)
    page.save_revision(user=user, log_action=True, clean=False)
    Case.objects.create(page=page, deadline=deadline)
    return page


def prefilled(municipality: Municipality, occasion: BasePage | None) -> CaseStudyPage:
    """A case study that is stored nowhere yet."""
    page = CaseStudyPage(title=placeholder(municipality), municipality=municipality, live=False)
    prefill(page, occasion.specific if occasion else None)
    return page


def prefill(page: CaseStudyPage, occasion: Any) -> None:
    """What programme and municipality tell."""
    page.contact_email = page.municipality.email
    page.contact = _("%(name)s, town hall") % {"name": page.municipality.name} if page.municipality.name else ""
    if occasion is None:
        return
    program = occasion if isinstance(occasion, ProgramPage) else getattr(occasion, "program", None)
    page.program = program if isinstance(program, ProgramPage) else None
    page.edition = occasion if isinstance(occasion, EditionPage) else None
    page.starts_on = getattr(occasion, "starts_on", None)
    page.ends_on = getattr(occasion, "ends_on", None)
    if page.ends_on and page.ends_on < timezone.localdate():
        page.phase = CaseStudyPage.Phase.FINISHED
    subjects = list(occasion.subjects.all()) or (list(program.subjects.all()) if program else [])
    page.subjects, page.main_subject = subjects[:3], subjects[0] if subjects else None
    page.funded_by = ", ".join(body.name for body in funders_of(occasion, program))[:160]
    page.district = quarter_in(occasion, page.municipality)


def funders_of(occasion: Any, program: Any) -> list[Any]:
    """Who pays, by the edition or by its programme."""
    for source in (occasion, program):
        if source is not None and (found := list(source.funders.all())):
            return found
    return []


def quarter_in(occasion: Any, municipality: Municipality) -> str:
    """Where in the municipality it took place, if the edition knows."""
    rows = getattr(occasion, "participations", None)
    found = [row for row in rows.all() if row.municipality_id == municipality.pk] if rows is not None else []
    return found[0].quarter if found else ""
