"""Prepares, in the running demo, a case study in every state; run in the demo's own process."""

import json
from datetime import timedelta

from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from home.workflow import transitions
from programs.models import CaseStudyPage, EditionPage
from programs.portal import drafts, inviting, submitting
from programs.portal.invitations import link_of
from programs.portal.models import AccessRequest, Membership
from programs.portal.people import invited
from programs.portal.review import asking
from programs.portal.signed import answer_link
from tests.factories import portal

BACKEND = "django.contrib.auth.backends.ModelBackend"


def make() -> None:
    """Prints keys, links and sessions as JSON."""
    writer, academy = User.objects.get(email="kommune@example.org"), User.objects.get(username="akademie")
    town = writer.memberships.get().municipality
    ways = Ways(writer, academy, User.objects.get(username="ministerium"))
    guest = invited("gast@haus.example", town, Membership.Role.READER, writer)
    AccessRequest.objects.create(municipality=town, name="Jo Fremd", email="jo@haus.example")
    edition = EditionPage.objects.filter(participations__isnull=False).order_by("pk").first()
    row = edition.participations.order_by("-pk").first()
    deadline = timezone.localdate() + timedelta(days=42)
    inviting.invite(edition, row.municipality, "einladung@haus.example", deadline, academy)
    online = CaseStudyPage.objects.filter(municipality=town, live=True, case__isnull=False).first()
    found = {"town": town.pk, "edition": edition.pk, "guest": link_of(guest), "online": online.pk, **ways.cases()}
    found |= {kind: answer_link(kind, online, writer) for kind in ("frische", "gespraech")}
    people = (writer, academy, ways.ministry)
    print(json.dumps(found | {person.username: session_of(person) for person in people}))


class Ways:
    """Case studies as far on their way as their names say."""

    def __init__(self, writer: User, academy: User, ministry: User) -> None:
        self.writer, self.academy, self.ministry = writer, academy, ministry
        self.town = writer.memberships.get().municipality

    def cases(self) -> dict[str, int]:
        """One of each."""
        empty, complete = drafts.begin(self.town, self.writer), self.complete("Fertig")
        asked, scheduled = self.asked(), self.released()
        found = {"empty": empty, "complete": complete, "submitted": self.submitted("Eingereicht"), "asked": asked}
        return {name: page.pk for name, page in (found | {"released": scheduled}).items()}

    def complete(self, title: str) -> CaseStudyPage:
        """With everything that is needed."""
        page = drafts.begin(self.town, self.writer)
        text = page.get_latest_revision_as_object()
        portal.fill(text)
        text.title = title
        text.save_revision(user=self.writer, clean=False)
        return CaseStudyPage.objects.get(pk=page.pk)

    def submitted(self, title: str) -> CaseStudyPage:
        """With the academy."""
        page = self.complete(title)
        submitting.submit(page, self.writer)
        return CaseStudyPage.objects.get(pk=page.pk)

    def asked(self) -> CaseStudyPage:
        """With questions, one of them answered by a change of the text."""
        page = self.submitted("Gefragt")
        for audience in ("internal", "municipality"):
            asking.remark(page, self.academy, "anlass", audience, "Wie viele Menschen kamen?")
        asking.ask_municipality(page, self.academy)
        text = CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        text.situation = "<p>Etwas über situation. Es kamen vierzig Menschen.</p>"
        text.save_revision(user=self.writer, clean=False)
        return page

    def released(self) -> CaseStudyPage:
        """Waits for its date."""
        page = self.complete("Terminiert")
        text = page.get_latest_revision_as_object()
        text.go_live_at = timezone.now() + timedelta(days=30)
        text.save_revision(user=self.writer, clean=False)
        submitting.submit(CaseStudyPage.objects.get(pk=page.pk), self.writer)
        for person in (self.academy, self.ministry):
            transitions.approve(CaseStudyPage.objects.get(pk=page.pk), person)
        return page


def session_of(person: User) -> str:
    """A session in which this person is signed in."""
    session = SessionStore()
    known = {"_auth_user_id": str(person.pk), "_auth_user_backend": BACKEND}
    session.update(known | {"_auth_user_hash": person.get_session_auth_hash()})
    session.create()
    return session.session_key
