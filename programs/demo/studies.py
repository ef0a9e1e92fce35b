"""Case studies of the demo: their rows and terms are named in their files, and made here."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from home.demo import directory, library, record
from home.demo.publishing import add
from home.demo.stories import stories
from programs.models import (
    CaseStudyFigure,
    CaseStudyIndexPage,
    CaseStudyLink,
    CaseStudyPage,
    CaseStudyPartner,
    CaseStudyPicture,
    CaseStudyStep,
    Method,
    TargetGroup,
)

from .rounds import round_named

FILE = Path(__file__).parent / "vocabulary.toml"
ROWS = {"steps": CaseStudyStep, "partners": CaseStudyPartner, "figures": CaseStudyFigure, "links": CaseStudyLink}


def load_case_studies() -> None:
    """The case studies of invented municipalities."""
    parent = CaseStudyIndexPage.objects.first()
    told = stories("programs", "case_studies") if parent else []
    for story in told:
        if not record.was_loaded(story.key):
            add(CaseStudyPage, parent, story, **fields_of(dict(story.fields)))


def fields_of(fields: dict[str, Any]) -> dict[str, Any]:
    """Names become what they name."""
    rows = {name: [model(**row) for row in fields.pop(name, [])] for name, model in ROWS.items()}
    subject = fields.pop("main_subject", "")
    return {
        "municipality": directory.municipality(fields.pop("municipality")),
        "edition": round_named(fields.pop("edition")) if "edition" in fields else None,
        "further_municipalities": [directory.municipality(slug) for slug in fields.pop("further", [])],
        "main_subject": directory.subject(subject) if subject else None,
        "target_groups": [target_group(slug) for slug in fields.pop("target_groups", [])],
        "methods": [method(slug) for slug in fields.pop("methods", [])],
        "pictures": [picture(row) for row in fields.pop("pictures", [])],
        **dict.fromkeys(CaseStudyPage.DECLARATIONS, True),
        **rows,
        **fields,
    }


@cache
def vocabulary() -> dict[str, dict]:
    """The file as it is."""
    return tomllib.loads(FILE.read_text("utf-8"))


def target_group(slug: str) -> TargetGroup:
    """The target group with this public key."""
    name = vocabulary()["target_groups"][slug]
    return TargetGroup.objects.get_or_create(slug=slug, defaults={"name": name})[0]


def method(slug: str) -> Method:
    """The method with this public key."""
    return Method.objects.get_or_create(slug=slug, defaults=vocabulary()["methods"][slug])[0]


def picture(row: dict[str, Any]) -> CaseStudyPicture:
    """A picture by the name of its scene."""
    licence = CaseStudyPicture.Licence.OWN
    return CaseStudyPicture(licence=licence, **row | {"image": library.picture(row["image"])})
