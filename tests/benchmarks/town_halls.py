"""Fills a site as if all of Germany took part: accounts, published case studies, and drafts being written now."""

import json
from itertools import cycle, islice

from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.utils import timezone

from home.bodies.models import Municipality
from home.page.newest import newest_text
from home.workflow.keeping import rows_of_published
from programs.models import CaseStudyPage
from programs.portal.forms.section import values_of, version_of
from programs.portal.models import Case, Membership
from programs.portal.sections import BY_KEY
from tests.factories.many_places import import_list, more_case_studies

from .open_drafts import begun_by

TOWNS, ACCOUNTS, STUDIES, WRITING = 10_700, 15_000, 10_000, 500
SECTION = "anlass"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def fill(studies: int = STUDIES, accounts: int = ACCOUNTS) -> None:
    """Prints, for those who write now: the address of a draft, the version of its section, and a session."""
    import_list(TOWNS)
    more_case_studies(studies)
    pages = list(CaseStudyPage.objects.filter(live=True, case=None).only("pk"))
    rows_of_published(pages)
    Case.objects.bulk_create((Case(page_id=page.pk, fresh_at=timezone.now()) for page in pages), batch_size=500)
    writing = join(accounts)[:WRITING]
    pages = begun_by([(row.user, row.municipality) for row in writing])
    print(json.dumps([at_work(row.user, page) for row, page in zip(writing, pages, strict=True)]))


@transaction.atomic
def join(count: int) -> list[Membership]:
    """So many people, one municipality after the other."""
    names = [f"rathaus-{number}" for number in range(count)]
    people = User.objects.bulk_create(
        (User(username=name, email=f"{name}@example.org", last_name=name, password="!") for name in names),
        batch_size=500,
    )
    towns = islice(cycle(Municipality.objects.order_by("pk")), count)
    return Membership.objects.bulk_create(
        (
            Membership(user=person, municipality=town, role="owner", accepted_at=timezone.now())
            for person, town in zip(people, towns, strict=True)
        ),
        batch_size=500,
    )


def at_work(person: User, page: CaseStudyPage) -> dict[str, str]:
    """Somebody signed in, at a section of a draft."""
    session = SessionStore()
    session.update(
        {
            "_auth_user_id": str(person.pk),
            "_auth_user_backend": BACKEND,
            "_auth_user_hash": person.get_session_auth_hash(),
        }
    )
    session.create()
    text = newest_text(page, page.latest_revision)
    return {
        "path": f"/mein-bereich/beispiel/{page.pk}/{SECTION}/",
        "token": version_of(values_of(text, BY_KEY[SECTION])),
        "session": session.session_key,
    }
