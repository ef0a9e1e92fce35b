"""The overview: every case study of one's municipalities, what is open, and whose turn it is."""

from datetime import timedelta

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from ...models import CaseStudyPage
from .. import beginning
from ..closing import CallOver, call_over, is_over
from ..models import Invitation, Membership, SectionComment
from ..standing import standing_of
from .entrance import for_members, own_membership, shown

MISSED_SHOWN = timedelta(days=30)
OPEN_QUESTION = Q(
    section_comments__audience=SectionComment.Audience.MUNICIPALITY,
    section_comments__sent_at__isnull=False,
    section_comments__answered_at=None,
    section_comments__settled_at=None,
)


@for_members()
def overview(request: HttpRequest) -> HttpResponse:
    """Everything at a glance; the number of questions to the database does not grow with it."""
    own = request.acting
    keys = [row.municipality_id for row in own]
    pages = CaseStudyPage.objects.filter(municipality__in=keys, case__isnull=False)
    pages = pages.select_related("state", "case", "municipality").annotate(
        open_questions=Count("section_comments", filter=OPEN_QUESTION, distinct=True)
    )
    standings = [standing_of(page) for page in pages.order_by("-latest_revision_created_at")[:200]]
    asked = invitations_to(keys)
    missed = next((one for one in asked if is_over(one.deadline)), None)
    context = {
        "own": own,
        "yours": [one for one in standings if one.is_yours],
        "others": [one for one in standings if not one.is_yours],
        "asked": [one for one in asked if not is_over(one.deadline)],
        "missed": missed and call_over(missed.deadline),
        "writes": [row for row in own if row.may_write],
    }
    return shown(request, "overview", context)


def invitations_to(municipalities: list[int]) -> list[Invitation]:
    """What was not begun yet; calls that are long over are not shown any more."""
    asked = Invitation.objects.filter(municipality__in=municipalities, page=None)
    shown_from = timezone.localdate() - MISSED_SHOWN
    return list(asked.filter(deadline__gte=shown_from).select_related("occasion", "municipality").order_by("-deadline"))


@for_members(("POST",))
def begin(request: HttpRequest, municipality: int) -> HttpResponse:
    """A new draft, without an invitation or for one."""
    mine = own_membership(request, municipality, Membership.Role.OWNER, Membership.Role.EDITOR)
    key = request.POST.get("invitation", "")
    asked = Invitation.objects.filter(municipality_id=municipality, pk=key).first() if key.isdigit() else None
    try:
        page = (
            beginning.for_invitation(asked, request.user)
            if asked
            else beginning.of_ones_own(mine.municipality, request.user)
        )
    except CallOver as over:
        messages.error(request, str(over))
        return redirect("portal_overview")
    return redirect("portal_case", page.pk)
