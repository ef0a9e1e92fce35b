"""Invented details of a case study for the style guide."""

from datetime import date
from types import SimpleNamespace as Thing

from home.listing.facets import Facet, FacetedList, Offer, Option


def rows(*found: Thing) -> Thing:
    """A relation to several rows."""
    return Thing(all=lambda: list(found))


METHOD = Thing(
    name="Bürgerrat",
    slug="buergerrat",
    explanation="Ausgeloste Menschen beraten einige Tage über eine Frage und geben dem Gemeinderat eine Empfehlung.",
)
DETAILS = {
    "district": "Nordstadt",
    "further_municipalities": rows(Thing(name="Beispielheim", get_absolute_url="#")),
    "size_class": "unter-50000",
    "get_size_class_display": "20.000 bis unter 50.000",
    "target_groups": rows(Thing(name="Familien")),
    "methods": rows(METHOD),
    "list_url": "#",
    "level": "shape",
    "get_level_display": "mitgestalten",
    "form": "on_site",
    "get_form_display": "vor Ort",
    "selections": ["per Zufallsauswahl"],
    "invited_count": 500,
    "attended_count": 40,
    "cost_total": 27_500,
    "own_share": 9_000,
    "funded_by": "Spenden",
    "staff_hours": "under_20",
    "get_staff_hours_display": "5 bis unter 20 Stunden im Monat",
    "external_support": True,
    "figures": rows(
        Thing(shown_number="1.012", unit="Türen", label="angelaufen", as_of=date(2018, 3, 1), source="eigene Zählung"),
        Thing(shown_number="97", unit="Menschen", label="waren dabei", as_of=None, source=""),
    ),
    "situation": "<p>Zu Bürgerabenden kamen zwölf Personen, acht davon aus derselben Straße.</p>",
    "goal_list": ["Menschen hören, die zu keiner Veranstaltung kommen"],
    "approach": "",
    "steps": rows(
        Thing(title="Teams schulen", month=date(2018, 1, 1), text="An drei Abenden."),
        Thing(title="Klingeln", month=date(2018, 2, 1), text="An jeder Tür drei Fragen."),
    ),
    "partners": rows(Thing(name="Quartiersverein", get_kind_display="Verein oder Initiative", role="stellte Teams")),
    "results": "<p>Eine Spielstraße auf Probe.</p>",
    "quote": "Im Waschsalon redet man eine ganze Maschine lang.",
    "quoted_person": "",
    "quote_function": "Gesprächsleiterin",
    "pitfalls": "<p>Der erste Fragebogen hatte zwanzig Fragen.</p>",
    "tips": "<p>Schnell etwas Sichtbares tun.</p>",
    "prerequisite_list": ["Eine halbe Stelle"],
    "outlook": "",
    "pictures": rows(),
    "files": rows(),
    "links": rows(Thing(title="Der Bericht", url="https://www.example.org/")),
    "contact": "Stabsstelle Quartier",
    "contact_phone": "07999 12-345",
    "can_be_asked": True,
    "question_url": "#",
    "reuse": "cc-by",
}
SUBJECT = Facet("thema", "Thema", "subjects__slug", "subjects__name")
PHASE = Facet("phase", "Stand", "phase", "phase", in_front=False)
CHOSEN = Option("integration", "Integration", 12, is_chosen=True)
FACETED = FacetedList(
    page=None,
    offers=[
        Offer(SUBJECT, [CHOSEN, Option("jugend", "Jugend", 4)], CHOSEN, ""),
        Offer(PHASE, [Option("running", "läuft", 9)], None, "thema=integration"),
    ],
    query="thema=integration",
)
