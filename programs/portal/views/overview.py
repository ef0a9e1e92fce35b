"""The overview: every case study of one's municipalities, what is open, and whose turn it is."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from ...models import CaseStudyPage
from .. import drafts
from ..models import Invitation, Membership, SectionComment
from ..people import memberships
from ..standing import standing_of
from .entrance import for_members, own_membership, shown

OPEN_QUESTION = Q(
    section_comments__audience=SectionComment.Audience.MUNICIPALITY,
    section_comments__sent_at__isnull=False,
    section_comments__answered_at=None,
    section_comments__settled_at=None,
)


@for_members()
def overview(request: HttpRequest) -> HttpResponse:
    """Everything at a glance; the number of questions to the database does not grow with it."""
    own = list(memberships(request.user))
    keys = [row.municipality_id for row in own]
    pages = CaseStudyPage.objects.filter(municipality__in=keys, case__isnull=False)
    pages = pages.select_related("state", "case", "municipality").annotate(
        open_questions=Count("section_comments", filter=OPEN_QUESTION, distinct=True)
    )
    standings = [standing_of(page) for page in pages.order_by("-latest_revision_created_at")[:200]]
    asked = Invitation.objects.filter(municipality__in=keys, page=None, deadline__gte=timezone.localdate())
    context = {
        "own": own,
        "yours": [one for one in standings if one.is_yours],
        "others": [one for one in standings if not one.is_yours],
        "asked": asked.select_related("occasion", "municipality"),
        "writes": [row for row in own if row.may_write],
    }
    return shown(request, "overview", context)


@for_members(("POST",))
def begin(request: HttpRequest, municipality: int) -> HttpResponse:
    """A new draft, without an invitation or for one."""
    mine = own_membership(request, municipality, Membership.Role.OWNER, Membership.Role.EDITOR)
    key = request.POST.get("invitation", "")
    asked = Invitation.objects.filter(municipality_id=municipality, pk=key).first() if key.isdigit() else None
    page = drafts.for_invitation(asked, request.user) if asked else drafts.begin(mine.municipality, request.user)
    return redirect("portal_case", page.pk)
