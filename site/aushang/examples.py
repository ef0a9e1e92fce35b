"""Invented data for the style guide, shaped like what the templates get on the site; no database row is needed."""

from datetime import UTC, date, datetime
from types import SimpleNamespace as Thing
from typing import Any

from django.core.paginator import Paginator
from django.utils.html import format_html

from home.frame import Link
from search.query import SearchQuery
from search.results import Chip, Facet, FacetValue, Hit, ResultPage

from . import case_examples, example_calls

DAY = datetime(2018, 2, 5, 10, tzinfo=UTC)
EXCERPT = format_html("Die Gespräche zur <mark>{}</mark> beginnen im Frühjahr …", "Integration")


def many(*things: Any) -> Thing:
    """A relation to several things."""
    return Thing(all=lambda: list(things))


INTEGRATION = Thing(name="Integration", brief="Integration", slug="integration")
BETEILIGUNG = Thing(name="Beteiligung", brief="Beteiligung", slug="beteiligung")
TOWN = Thing(
    name="Musterstadt",
    county="Musterkreis",
    region="Karlsruhe",
    ars="089990001001",
    population=24_600,
    is_demo=True,
    get_status_display="Stadt",
    get_absolute_url="#",
)
VILLAGE = Thing(**vars(TOWN) | {"name": "Beispielheim", "population": 2_700, "get_status_display": "Gemeinde"})
PROGRAM = Thing(
    kind="programme",
    kind_label="Programm",
    live=True,
    url="#",
    title="Gespräche im Viertel",
    lead="Zufällig ausgewählte Menschen sprechen über ihr Viertel und sagen, was sich ändern soll.",
    subject_list=[BETEILIGUNG],
    kicker=[BETEILIGUNG],
    run_by=Thing(name="Landesakademie"),
    funders=many(Thing(name="Ministerium für Soziales"), Thing(name="Staatsministerium")),
    starts_on=date(2018, 1, 1),
    ends_on=date(2019, 12, 31),
    municipalities=example_calls.PLACES,
    county_map=example_calls.PROGRAM.county_map,
    open_editions=[example_calls.EDITION],
)
ARTICLE = Thing(
    kind="news",
    url="#",
    title="Mitreden, wo man wohnt: drei Stadtteile fangen an",
    lead="Ab dem Frühjahr laden drei Städte zum Gespräch in die Nachbarschaft. Wer kommt, entscheidet auch das Los.",
    place="Musterstadt",
    shown_date=DAY,
    subject_list=[INTEGRATION, BETEILIGUNG],
    kicker=[INTEGRATION, BETEILIGUNG],
    owner_body=Thing(name="Landesakademie"),
    updated_at=datetime(2018, 3, 1, 9, tzinfo=UTC),
    update_note="Anmeldung bis Ende März verlängert",
    contact="Geschäftsstelle Beteiligung, beteiligung@example.org",
)
CASE_STUDY = Thing(
    **case_examples.DETAILS,
    kind="case_study",
    kind_label="Praxisbeispiel",
    url="#",
    title="Ein Garten, fünf Sprachen",
    lead="Zwischen zwei Wohnblocks wächst ein Garten, den alle pflegen, die mögen.",
    shown_date=DAY,
    subject_list=[INTEGRATION],
    kicker=[INTEGRATION],
    municipality=TOWN,
    program=PROGRAM,
    get_phase_display="läuft",
    starts_on=date(2018, 5, 1),
    ends_on=None,
)
OFFICE = Thing(
    name="Pressestelle der Landesakademie",
    purpose="für Anfragen der Presse",
    phone="0711 555 01-23",
    email="presse@example.org",
    hours="Montag bis Freitag, 9 bis 16 Uhr",
)
CORRECTIONS = [
    Thing(
        corrected_on=date(2018, 2, 6),
        wrong="Das Treffen beginne um 18 Uhr.",
        right="Das Treffen beginnt um 19 Uhr.",
    )
]
LIST = Thing(
    page=Paginator([ARTICLE, CASE_STUDY, PROGRAM], 3).page(1),
    subject=INTEGRATION,
    year=2018,
    subjects=[INTEGRATION, BETEILIGUNG],
    years=[2018, 2017],
    query="thema=integration&jahr=2018",
    is_filtered=True,
)
FRAME = Thing(
    name="Aushang",
    trail=[Link("Start", "#"), Link("Aktuelles", "#")],
    identity=None,
    navigation=[Link("Aktuelles", "#", "true"), Link("Programme", "#")],
)
RESULTS = ResultPage(
    query=SearchQuery(text="Integration", typ=("news",)),
    engine="database",
    took_ms=3,
    total=2,
    page=Paginator(range(2), 10).page(1),
    hits=[
        Hit(ARTICLE.title, "#", "news", "Aktuelles", DAY, EXCERPT),
        Hit(CASE_STUDY.title, "#", "case_study", "Praxisbeispiel", DAY, EXCERPT),
    ],
    facets=[
        Facet("typ", "Art", [FacetValue("news", "Aktuelles", 19, "", is_chosen=True)]),
        Facet("jahr", "Jahr", [FacetValue("2018", "2018", 12, ""), FacetValue("2017", "2017", 7, "")]),
    ],
    chips=[Chip("Art", "Aktuelles", "")],
    suggestion="Integration",
    is_relaxed=True,
)
CONTEXT = {
    "page": ARTICLE,
    "program": PROGRAM,
    **example_calls.CONTEXT,
    "towns": [TOWN, VILLAGE],
    "case_study": CASE_STUDY,
    "town": TOWN,
    "town_list": [VILLAGE, TOWN],
    "places": [Thing(municipality=TOWN, former_name=""), Thing(municipality=VILLAGE, former_name="Altbeispiel")],
    "faceted": case_examples.FACETED,
    "similar": [Thing(page=CASE_STUDY, municipality=TOWN, reasons=["ähnliche Einwohnerzahl", "Thema Integration"])],
    "method": case_examples.METHOD,
    "towns_news": [ARTICLE],
    "pages": [ARTICLE, CASE_STUDY, PROGRAM],
    "list": LIST,
    "numbered": Paginator(range(90), 10).page(4),
    "frame": FRAME,
    "office": OFFICE,
    "corrections": CORRECTIONS,
    "years": [2018, 2017],
    "results": RESULTS,
    "kinds": [("news", "Aktuelles"), ("programme", "Programme"), ("case_study", "Praxisbeispiele")],
}
