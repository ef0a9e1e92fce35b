"""The portal of the demo: two invented municipalities with somebody who writes for them, and a draft each."""

from django.utils import timezone

from home.demo import record
from home.demo.accounts import person
from home.demo.chapters import Chapter

from ..models import CaseStudyPage
from . import drafts
from .models import Case, Membership

TEAMS = {"kommune": "lindenfurt", "kommune2": "haselbrunn"}
DRAFTS = {
    "kommune": {
        "title": "Wanderbänke: sitzen, wo man sich begegnet",
        "lead": "Lindenfurt verleiht zwölf Bänke: Straßen, Höfe und Vereine holen sie sich.",
        "situation": "<p>In drei Wohngebieten fehlten Orte, an denen man sich ohne Anlass trifft.</p>",
    },
    "kommune2": {
        "title": "Der Dorfladen als Rathaus",
        "lead": "Zweimal in der Woche steht der Schreibtisch des Bürgerbüros zwischen Brot und Briefmarken.",
    },
}


def load_teams() -> None:
    """Who writes for which municipality; what is published already belongs to it."""
    for username, slug in TEAMS.items():
        published = CaseStudyPage.objects.filter(municipality__slug=slug, live=True, case=None)
        for page in published:
            Case.objects.create(page=page, fresh_at=timezone.now())
        load_team(username, slug)


def load_team(username: str, slug: str) -> None:
    """The team, and its draft, unless an earlier run or a person made them already."""
    key = f"portal/{username}"
    page = CaseStudyPage.objects.filter(municipality__slug=slug).select_related("municipality").first()
    if page is None or record.was_loaded(key):
        return
    user = person(username)
    Membership.objects.get_or_create(
        user=user,
        municipality=page.municipality,
        ended_at=None,
        defaults={"role": Membership.Role.OWNER, "accepted_at": timezone.now()},
    )
    draft = drafts.begin(page.municipality, user).get_latest_revision_as_object()
    for name, value in DRAFTS[username].items():
        setattr(draft, name, value)
    draft.save_revision(user=user, clean=False)
    record.record(draft, key)


CHAPTERS = (Chapter(60, load_teams),)
