"""What this application offers to lists and to the home page."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.listing.registry import Listing

from .models import CaseStudyPage, EditionPage, EventPage, ProgramPage

LISTINGS = (
    Listing(
        key="edition",
        label=_("Open calls"),
        find=lambda: EditionPage.objects.readable().open_at(timezone.now()).first_deadline_first(),
        index_model="programs.ProgramIndexPage",
        below="offen/",
        order=15,
    ),
    Listing(
        key="programme",
        label=_("Programmes"),
        find=lambda: ProgramPage.objects.readable().order_by("title"),
        index_model="programs.ProgramIndexPage",
        order=20,
        on_home_page=4,
    ),
    Listing(
        key="case_study",
        label=_("Case studies"),
        find=lambda: CaseStudyPage.objects.readable().newest_first().select_related("municipality"),
        index_model="programs.CaseStudyIndexPage",
        order=30,
    ),
    Listing(
        key="event",
        label=_("Events"),
        find=lambda: EventPage.objects.readable().coming(timezone.now()).select_related("municipality"),
        index_model="programs.EventIndexPage",
        order=40,
    ),
)
