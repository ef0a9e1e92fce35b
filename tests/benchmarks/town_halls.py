"""Fills a site as if all of Germany took part: accounts, published case studies, and drafts being written now."""

import json
from itertools import cycle, islice

from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.utils import timezone

from home.bodies.models import Municipality
from home.workflow.keeping import rows_of_published
from programs.models import CaseStudyPage
from programs.portal import drafts
from programs.portal.forms.section import values_of, version_of
from programs.portal.models import Case, Membership
from programs.portal.sections import BY_KEY
from tests.factories.many_places import import_list, more_case_studies

TOWNS, ACCOUNTS, STUDIES, WRITING = 10_700, 15_000, 10_000, 60
SECTION = "anlass"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def fill(studies: int = STUDIES, accounts: int = ACCOUNTS) -> None:
    """Prints, for those who write now: the address of a draft, the version of its section, and a session."""
    import_list(TOWNS)
    more_case_studies(studies)
    pages = list(CaseStudyPage.objects.filter(live=True, case=None).only("pk"))
    rows_of_published(pages)
    Case.objects.bulk_create((Case(page_id=page.pk, fresh_at=timezone.now()) for page in pages), batch_size=500)
    people = join(accounts)
    print(json.dumps([writer(person) for person in people[:WRITING]]))


@transaction.atomic
def join(count: int) -> list[User]:
    """So many people, one municipality after the other."""
    names = [f"rathaus-{number}" for number in range(count)]
    people = User.objects.bulk_create(
        (User(username=name, email=f"{name}@example.org", last_name=name, password="!") for name in names),
        batch_size=500,
    )
    towns = islice(cycle(Municipality.objects.order_by("pk").values_list("pk", flat=True)), count)
    rows = (
        Membership(user=person, municipality_id=town, role="owner", accepted_at=timezone.now())
        for person, town in zip(people, towns, strict=True)
    )
    Membership.objects.bulk_create(rows, batch_size=500)
    return people


def writer(person: User) -> dict[str, str]:
    """Somebody with a draft, signed in."""
    page = drafts.begin(person.memberships.get().municipality, person)
    session = SessionStore()
    session.update(
        {
            "_auth_user_id": str(person.pk),
            "_auth_user_backend": BACKEND,
            "_auth_user_hash": person.get_session_auth_hash(),
        }
    )
    session.create()
    version = version_of(values_of(page.get_latest_revision_as_object(), BY_KEY[SECTION]))
    return {
        "path": f"/mein-bereich/beispiel/{page.pk}/{SECTION}/",
        "token": version,
        "session": session.session_key,
    }
