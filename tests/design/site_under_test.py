"""A small site with one page of every type, and a strict look at the markup of its answers."""

from datetime import UTC, date, datetime

from django.utils.text import slugify
from justhtml import JustHTML
from wagtail.blocks import Block
from wagtail.models import Site, get_page_models

from home.blocks.body import BodyBlock
from home.bodies.models import Body, Municipality
from home.models import CollectionPage, InformationPage, SiteIdentity
from home.page.models import BasePage
from programs.models import EditionPage, EventPage, Participation, ProgramPage
from tests.factories import case_studies, pages
from tests.factories.media import document, picture

SINCE = datetime(2018, 2, 5, 10, tzinfo=UTC)
NEXT = datetime(2031, 2, 5, 10, tzinfo=UTC)


def body(name: str = "Akademie für Beteiligung", kind: str = "academy") -> Body:
    """An organisation."""
    return Body.objects.get_or_create(name=name, defaults={"kind": kind})[0]


def municipality(name: str = "Musterstadt", ars: str = "089990001001") -> Municipality:
    """An invented municipality."""
    fields = {"name": name, "slug": slugify(name), "county": "Musterkreis", "is_demo": True}
    return Municipality.objects.get_or_create(ars=ars, defaults=fields)[0]


def identity() -> SiteIdentity:
    """Who publishes the site."""
    site = Site.objects.get()
    return SiteIdentity.objects.update_or_create(
        site=site, defaults={"publisher": body(), "contact_email": "post@example.org", "claim": "Was Kommunen bewegt"}
    )[0]


def duties() -> list[InformationPage]:
    """The pages that must be linked from everywhere."""
    return [
        pages.information(title=str(purpose.label), slug=f"pflicht-{purpose.value.replace('_', '-')}", purpose=purpose)
        for purpose in InformationPage.Purpose
    ]


def every_block(linked: object) -> list[dict]:
    """A body with a block of every kind; what a block needs of the database included."""
    examples = {name: block.meta.preview_value for name, block in BodyBlock().child_blocks.items() if example_of(block)}
    examples["call"] = examples["call"] | {"deadline": "2031-03-31T21:59:00Z"}
    examples["related_links"] = examples["related_links"] | {"links": [{"page": linked.pk, "url": "", "title": ""}]}
    examples["image"] = {"image": picture("Im Text").pk, "alt": "Eine Wand", "caption": "Die Wand", "credit": ""}
    examples["downloads"] = {"title": "Dateien", "files": [{"document": document().pk, "title": ""}]}
    return [{"type": name, "value": value} for name, value in examples.items()]


def example_of(block: Block) -> object:
    """The block's own example, if it has one."""
    return getattr(block.meta, "preview_value", None)


def full_edition(program: ProgramPage, **shown: object) -> EditionPage:
    """An open edition with all its parts."""
    rich = "<p>Ein <b>kurzer</b> Text.</p>"
    return pages.edition(
        program,
        title="Gespräche 2031",
        amount_to=15_000,
        places=20,
        eligible=["municipality", "county"],
        opens_on=date(2018, 1, 1),
        deadline_on=date(2031, 3, 31),
        ends_on=date(2032, 12, 31),
        apply_url="https://bewerbung.example.org/",
        criteria=[{"type": "criterion", "value": {"text": "Ein Verein wirkt mit.", "proof": "Erklärung"}}],
        steps=[{"type": "step", "value": {"title": "Anrufen", "date": "2031-01-10", "text": rich}}],
        building_blocks=[{"type": "building_block", "value": {"title": "Zuhören", "period": "Mai", "text": rich}}],
        questions=[{"type": "question", "value": {"question": "Zu zweit?", "answer": rich}}],
        participations=[Participation(municipality=municipality(), quarter="Au", project="Gespräche am Fluss")],
        **shown,
    )


def full_event(edition: EditionPage, **shown: object) -> EventPage:
    """An event to come with all its parts."""
    return pages.event(
        title="Netzwerktreffen",
        starts_at=NEXT,
        edition=edition,
        venue="Rathaus",
        municipality=municipality(),
        online_url="https://treffen.example.org/",
        registration_url="https://anmeldung.example.org/",
        registration_until=date(2031, 1, 31),
        **shown,
    )


def page_types() -> list[type[BasePage]]:
    """All types that editors can make, whichever app they come from; a new one is tested from its first day."""
    return [model for model in get_page_models() if issubclass(model, BasePage) and model is not BasePage]


def every_type() -> dict[str, object]:
    """One page of each type, with all that it can show."""
    identity()
    duties()
    program = pages.program(
        title="Nachbarschaftsgespräche",
        lead="Ein Vorspann.",
        lead_image=picture(),
        run_by=body(),
        starts_on=date(2018, 1, 1),
    )
    program.funders.set([body("Ministerium", "ministry")])
    program.save_revision().publish(skip_permission_checks=True)
    shown = {
        "lead": "Zwei Sätze. Mehr nicht.",
        "display_date": SINCE,
        "lead_image": picture(),
        "contact": "a@example.org",
    }
    article = pages.article(
        title="Mitreden in der Nachbarschaft",
        place="Pforzheim",
        program=program,
        owner_body=body(),
        **shown | {"body": every_block(program)},
    )
    article.subjects.set([pages.subject()])
    article.municipalities.set([municipality()])
    article.save_revision().publish(skip_permission_checks=True)
    details = shown | case_studies.everything()
    study = pages.case_study(title="Ein Platz für alle", municipality=municipality(), program=program, **details)
    section = pages.section(title="Über uns", show_in_menus=True, body=pages.TEXT)
    information = pages.information(section, title="Kontakt", body=pages.TEXT)
    found = [pages.home_page(), section, information, pages.news_index(), article]
    edition = full_edition(program, **shown)
    found += [edition, pages.event_index(), full_event(edition, **shown)]
    found += [pages.program_index(), program, pages.case_study_index(), study]
    question = [{"type": "query", "value": {}}]
    found += [
        pages.live(CollectionPage, pages.home_page(), title="Alles", slug="alles", body=pages.TEXT, query=question)
    ]
    return {type(page).__name__: page for page in found}


def parsed(response) -> JustHTML:
    """The answer as a document; any fault of its markup is an error."""
    return JustHTML(response.content.decode(), strict=True, sanitize=False)
