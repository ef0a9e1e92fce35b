"""Case studies for tests, with everything that one can have."""

from datetime import date
from typing import Any

from home.bodies.models import Municipality
from programs.models import (
    CaseStudyFigure,
    CaseStudyFile,
    CaseStudyLink,
    CaseStudyPage,
    CaseStudyPartner,
    CaseStudyPicture,
    CaseStudyStep,
    Method,
    TargetGroup,
)
from tests.factories import media, pages


def method(name: str = "Bürgerrat", slug: str = "buergerrat") -> Method:
    """A method with its explanation."""
    return Method.objects.get_or_create(slug=slug, defaults={"name": name, "explanation": "Ausgeloste beraten."})[0]


def target_group(name: str = "Familien", slug: str = "familien") -> TargetGroup:
    """People who were reached."""
    return TargetGroup.objects.get_or_create(slug=slug, defaults={"name": name})[0]


def town(name: str = "Musterstadt", number: int = 1, **fields: Any) -> Municipality:
    """An invented municipality."""
    fields = {"county": "Musterkreis", "region": "Karlsruhe", "population": 4_900, "is_demo": True, **fields}
    fields = {"name": name, "slug": f"{name.lower().replace(' ', '-')}-{number}", **fields}
    return Municipality.objects.get_or_create(ars=f"08999000{number:04}", defaults=fields)[0]


def everything() -> dict[str, Any]:
    """All fields and rows that do not need a place."""
    picture = media.picture("Runde")
    return {
        "district": "Nordstadt",
        "target_groups": [target_group()],
        "methods": [method()],
        "level": "shape",
        "form": "mixed",
        "drawn_by_lot": True,
        "invited_count": 500,
        "attended_count": 40,
        "starts_on": date(2024, 3, 1),
        "situation": "<h3>Anlass</h3><p>Es war <b>laut</b>.</p>",
        "goals": "Zuhören\n- Weniger Streit",
        "approach": "<p>Wir fingen klein an.</p>",
        "steps": [CaseStudyStep(title="Laden", month=date(2024, 3, 1), text="Mit Briefen.")],
        "partners": [CaseStudyPartner(name="Sportverein", role="Stühle")],
        "results": "<p>Es ist ruhiger.</p>",
        "figures": [CaseStudyFigure(number="1012.5", unit="m²", label="Platz", as_of=date(2025, 1, 1), source="Plan")],
        "pitfalls": "<p>Wir kamen zu spät.</p>",
        "tips": "<p>Früh fragen.</p>",
        "prerequisites": "Ein Raum",
        "outlook": "<p>Es geht weiter.</p>",
        "quote": "Endlich fragt jemand.",
        "quote_function": "Anwohnerin",
        "cost_total": 12_000,
        "own_share": 4_000,
        "funded_by": "Spenden",
        "staff_hours": "under_5",
        "external_support": False,
        "contact": "Stabsstelle Beteiligung",
        "contact_email": "stelle@musterstadt.example",
        "contact_phone": "07999 1",
        "pictures": [
            CaseStudyPicture(image=picture, alt="Ein Kreis", caption="Die Runde", credit="Stadt", licence="own")
        ],
        "files": [CaseStudyFile(document=media.document(), title="Ablauf", accessible="no", language="Englisch")],
        "links": [CaseStudyLink(title="Bericht", url="https://www.example.org/bericht")],
        "video_url": "https://video.example.org/1",
        "video_transcript": "Guten Tag.",
        "reuse": "cc-by",
        **dict.fromkeys(CaseStudyPage.DECLARATIONS, True),
    }


def submittable() -> dict[str, Any]:
    """Everything, with what has to be said before it is submitted."""
    return {"municipality": town(), "lead": "Kurz.", "main_subject": pages.subject()} | everything()


def full(**fields: Any) -> CaseStudyPage:
    """A live case study with everything."""
    study = pages.case_study(**{"municipality": town(), **everything()} | fields)
    study.further_municipalities.set([town("Oberdorf", 2)])
    study.save_revision().publish(skip_permission_checks=True)
    return CaseStudyPage.objects.get(pk=study.pk)
