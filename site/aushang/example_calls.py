"""Invented editions and events for the style guide."""

from datetime import UTC, date, datetime
from types import SimpleNamespace as Thing

from django.utils.safestring import mark_safe

from programs.calls.counties import county_map

SPRING = datetime(2026, 3, 20, 9, tzinfo=UTC)


def block(**value: object) -> Thing:
    """A block of a list."""
    return Thing(value=Thing(**value))


def place(name: str, county: str, key: str) -> Thing:
    """A municipality."""
    return Thing(name=name, county=county, county_key=key, slug="", is_demo=True)


PLACES = [
    place("Musterstadt", "Ortenaukreis", "08317"),
    place("Beispielheim", "Ortenaukreis", "08317"),
    place("Landkreis Muster", "", "08999"),
]
TEXT = mark_safe("<p>Ein formloses Schreiben genügt für den Anfang. Wir beraten Sie bei allem Weiteren.</p>")
NOTE = Thing(at=SPRING, what="Bewerbungsfrist", before="Dienstag, 31. März 2026", now="Donnerstag, 30. April 2026")
PROGRAM = Thing(title="Gespräche im Viertel", url="#", municipalities=PLACES, county_map=county_map(PLACES))
EDITION = Thing(
    url="#",
    title="Gespräche im Viertel 2026",
    lead="Bis zu zwanzig Kommunen laden Menschen aus einem Quartier ein, über ihr Zusammenleben zu sprechen.",
    is_open=True,
    status_words="Bewerbung offen bis Donnerstag, 30. April 2026",
    apply_url="#",
    history=Thing(notes=[NOTE]),
    amount="bis zu 15.000 Euro je teilnehmende Kommune",
    support="money",
    get_support_display="Geld",
    places=20,
    eligible="Städte und Gemeinden, Landkreise",
    opens_on=date(2026, 2, 1),
    deadline_on=date(2026, 4, 30),
    deadline="Donnerstag, 30. April 2026",
    starts_on=date(2026, 7, 1),
    ends_on=date(2027, 12, 31),
    shown_run_by=Thing(name="Landesakademie"),
    shown_funders=[Thing(name="Ministerium für Soziales")],
    program=PROGRAM,
    criteria=[
        block(text="Ein Verein oder eine Initiative wirkt mit.", proof="gemeinsame Erklärung"),
        block(text="Die Einladung erreicht alle Haushalte des Quartiers.", proof=""),
    ],
    steps=[
        block(title="Gespräch vereinbaren", date=date(2026, 2, 1), text=TEXT),
        block(title="Antrag einreichen", date=None, text=TEXT),
    ],
    building_blocks=[
        block(title="Zuhören", period="Monat 1 bis 3", text=TEXT),
        block(title="Sprechen", period="Monat 4 bis 9", text=TEXT),
    ],
    questions=[block(question="Dürfen sich zwei Gemeinden zusammentun?", answer=TEXT)],
    participants=[
        Thing(municipality=town, quarter="Au", project="Gespräche am Fluss", status="active", case_study=None)
        for town in PLACES
    ],
    county_map=county_map(PLACES),
    results=[
        Thing(label="Gespräche an der Haustür", in_words="1.250", studies=3, places=2),
        Thing(label="neue Ehrenamtliche", in_words="87 Menschen", studies=2, places=2),
    ],
)
EVENT = Thing(
    url="#",
    title="Erstes Netzwerktreffen",
    starts_at=SPRING,
    when="Freitag, 20. März 2026, 10:00 bis 16:00 Uhr",
    location="Rathaus, Musterstadt",
    is_cancelled=False,
    is_over=False,
    may_register=True,
    registration_url="#",
    registration_until=date(2026, 3, 13),
    online_url="",
    documentation="",
    edition=Thing(live=True, title=EDITION.title, url="#"),
    program=Thing(live=True, title=PROGRAM.title, url="#"),
)
CONTEXT = {
    "chapters": [Thing(title="Voraussetzungen", url="#"), Thing(title="So bewerben Sie sich", url="#")],
    "edition": EDITION,
    "editions": [EDITION],
    "event": EVENT,
    "events": [EVENT],
    "withdrawal": Thing(done_at=SPRING, notice="Das Programm ist beendet."),
    "offers": [Thing(edition=EDITION, program=PROGRAM, history=EDITION.history)],
}
