"""Somebody begins a case study: the draft is prepared, and a mail says how to get back to it."""

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format

from home.bodies.models import Municipality

from ..models import CaseStudyPage
from . import drafts
from .closing import CallOver, call_over, is_over
from .letters import write
from .models import Invitation


@transaction.atomic
def of_ones_own(municipality: Municipality, user: Any) -> CaseStudyPage:
    """Without an invitation, and without a deadline."""
    return told_way_back(drafts.begin(municipality, user), user)


@transaction.atomic
def for_invitation(asked: Invitation, user: Any) -> CaseStudyPage:
    """The draft of an invitation: made by whoever accepts first, as long as the call is open."""
    asked = Invitation.objects.select_for_update(of=("self",)).get(pk=asked.pk)
    if asked.page_id:
        return asked.page
    if is_over(asked.deadline):
        raise CallOver(call_over(asked.deadline))
    asked.page = drafts.begin(asked.municipality, user, asked.occasion, asked.deadline)
    asked.save(update_fields=["page"])
    return told_way_back(asked.page, user)


def told_way_back(page: CaseStudyPage, user: Any) -> CaseStudyPage:
    """One mail to whoever began."""
    deadline = page.case.deadline
    words = {"deadline": date_format(deadline, "j. F Y")} if deadline else {}
    link = reverse("portal_case", args=[page.pk])
    write(user, "draft" if deadline else "draft_open", link=link, page=page, title=page.title, **words)
    return page
