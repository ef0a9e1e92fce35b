"""Very many municipalities and case studies, written in bulk past publishing."""

import itertools
import tempfile
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from home.bodies.models import Municipality
from home.page.models import BasePage, Subject
from programs.models import CaseStudyPage, Method, TargetGroup
from tests.factories.official_list import whole_country
from tests.factories.pages import case_study_index

AT_ONCE = 500
PHASES = list(CaseStudyPage.Phase)


def import_list(count: int) -> int:
    """Imports an invented list of so many municipalities."""
    lines = list(whole_country(count))
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(lines))
        file.flush()
        call_command("import_municipalities", Path(file.name), may_shrink=True, stdout=open("/dev/null", "w"))  # noqa: SIM115
    return len(lines)


def terms(model: type, *names: str) -> list:
    """Entries of a controlled list."""
    return [model.objects.get_or_create(slug=name.lower(), defaults={"name": name})[0] for name in names]


@transaction.atomic
def more_case_studies(total: int) -> None:
    """Brings the number of case studies to this."""
    parent = case_study_index()
    have = CaseStudyPage.objects.count()
    towns = list(Municipality.objects.exclude(population=None).order_by("pk")[:5_000])
    subjects = terms(Subject, "Beteiligung", "Integration", "Jugend", "Ehrenamt", "Verwaltung")
    methods = terms(Method, "Werkstatt", "Bürgerrat", "Lotsendienst")
    groups = terms(TargetGroup, "Familien", "Jugendliche", "Zugewanderte")
    numbers = range(have + 1, total + 1)
    for some in itertools.batched(numbers, AT_ONCE) if hasattr(itertools, "batched") else [numbers]:
        write(parent, list(some), towns, subjects)
    through(CaseStudyPage.methods.through, "method", methods, have)
    through(CaseStudyPage.target_groups.through, "targetgroup", groups, have)
    through(BasePage.subjects.through, "subject", subjects, have)


def write(parent: BasePage, numbers: list[int], towns: list[Municipality], subjects: list[Subject]) -> None:
    """The rows of both tables."""
    kind, now = ContentType.objects.get_for_model(CaseStudyPage), timezone.now()
    pages = []
    for number in numbers:
        town = towns[number % len(towns)]
        slug = f"beispiel-{number}"
        shared = {
            "title": f"Beispiel {number}", "draft_title": f"Beispiel {number}", "slug": slug, "lead": "Zwei Sätze.",
            "url_path": f"{parent.url_path}{slug}/", "depth": parent.depth + 1, "live": True, "display_date": now,
            "path": BasePage._get_path(parent.path, parent.depth + 1, number), "content_type": kind,
            "locale": parent.locale, "first_published_at": now, "last_published_at": now,
        }  # fmt: skip
        page = CaseStudyPage(municipality=town, phase=PHASES[number % len(PHASES)], **shared)
        page.note_place(town)
        pages.append((shared, page))
    insert(pages)
    BasePage.objects.filter(pk=parent.pk).update(numchild=max(numbers))


def insert(pages: list[tuple[dict, CaseStudyPage]]) -> None:
    """Writes pages, each given with the fields of its base row."""
    rows = BasePage.objects.bulk_create(BasePage(**shared) for shared, _page in pages)
    for base, (_shared, page) in zip(rows, pages, strict=True):
        page.pk, page.basepage_ptr = base.pk, base
    fields = CaseStudyPage._meta.local_concrete_fields
    for start in range(0, len(pages), 10):
        some = [page for _shared, page in pages[start : start + 10]]
        CaseStudyPage._base_manager._insert(some, fields=fields, using=rows[0]._state.db)


def through(model: type, target: str, entries: list, have: int) -> None:
    """Links each new page with one or two entries."""
    source = "basepage_id" if target == "subject" else "casestudypage_id"
    keys = CaseStudyPage.objects.order_by("pk").values_list("pk", flat=True)[have:]
    rows = [
        model(**{source: key, f"{target}_id": entries[(number + step) % len(entries)].pk})
        for number, key in enumerate(keys)
        for step in range(2)
    ]
    model.objects.bulk_create(rows, batch_size=400)
