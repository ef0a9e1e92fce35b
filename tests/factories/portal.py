"""People of municipalities and their case studies, named like the state they are in."""

from datetime import date
from io import BytesIO

from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.text import slugify
from PIL import Image

from home.bodies.models import Municipality
from home.workflow import transitions
from programs.models import CaseStudyPage, CaseStudyPartner, CaseStudyPicture, Method, TargetGroup
from programs.portal import drafts, submitting
from programs.portal.models import Membership, SectionComment
from tests.factories import pages
from tests.factories.media import picture
from tests.factories.people import person

ARS = {"Lindenfurt": "089990001001", "Haselbrunn": "089990002002"}


def town(name: str = "Lindenfurt") -> Municipality:
    """An invented municipality."""
    fields = {"name": name, "slug": slugify(name), "county": "Musterkreis", "email": f"rathaus@{slugify(name)}.example"}
    return Municipality.objects.get_or_create(ars=ARS[name], defaults=fields)[0]


def member(name: str, municipality: Municipality, role: str = "owner") -> User:
    """Somebody who acts for the municipality."""
    user = person(name)
    Membership.objects.create(user=user, municipality=municipality, role=role, accepted_at=timezone.now())
    return user


def draft(user: User, municipality: Municipality) -> CaseStudyPage:
    """A draft as somebody begins it."""
    pages.case_study_index()
    return drafts.begin(municipality, user)


def complete(user: User, municipality: Municipality) -> CaseStudyPage:
    """A draft with everything that is needed."""
    page = draft(user, municipality)
    text = page.get_latest_revision_as_object()
    fill(text)
    text.save_revision(user=user, clean=False)
    page.refresh_from_db()
    return page


def fill(text: CaseStudyPage) -> None:
    """Says everything that is needed."""
    text.title, text.lead = "Wanderbänke", "Zwölf Bänke, die man ausleihen kann."
    for name in ("situation", "approach", "results", "pitfalls", "tips"):
        setattr(text, name, f"<p>Etwas über {name}.</p>")
    text.goals, text.starts_on = "Sich begegnen", date(2024, 5, 1)
    text.main_subject = pages.subject()
    text.target_groups = [TargetGroup.objects.get_or_create(slug="alle", defaults={"name": "Alle"})[0]]
    text.methods = [Method.objects.get_or_create(slug="werkstatt", defaults={"name": "Werkstatt"})[0]]
    text.level, text.form, text.open_to_all = "shape", "on_site", True
    text.cost_band, text.staff_hours = "under_5000", "under_20"
    text.partners = [CaseStudyPartner(name="Bauhof", kind="administration")]
    text.contact, text.contact_email = "Rathaus", "rathaus@lindenfurt.example"
    for name in text.DECLARATIONS:
        setattr(text, name, True)


def submitted(user: User, municipality: Municipality) -> CaseStudyPage:
    """With the academy."""
    page = complete(user, municipality)
    submitting.submit(page, user)
    return CaseStudyPage.objects.get(pk=page.pk)


def sent_in() -> CaseStudyPage:
    """With the academy, by the colleague of a town that nobody has to prepare."""
    return submitted(member("kommune", town()), town())


def asked(user: User, municipality: Municipality, editor: User, section: str = "anlass") -> CaseStudyPage:
    """With a question to the municipality."""
    page = submitted(user, municipality)
    comment(page, editor, section)
    transitions.request_changes(page, editor, "Bitte sehen Sie die Fragen an.")
    return CaseStudyPage.objects.get(pk=page.pk)


def declined(page: CaseStudyPage, editor: User, second: User, why: str = "Passt nicht zum Programm.") -> CaseStudyPage:
    """Not accepted: proposed by one person, confirmed by another."""
    transitions.propose_decline(page, editor, why, "other_subject")
    transitions.decline(page, second, why)
    return CaseStudyPage.objects.get(pk=page.pk)


def comment(
    page: CaseStudyPage, editor: User, section: str = "anlass", audience: str = "municipality"
) -> SectionComment:
    """A remark on a section."""
    return SectionComment.objects.create(
        page=page, section=section, audience=audience, text="Wie viele kamen?", author=editor
    )


def published(user: User, municipality: Municipality, editor: User, ministry: User) -> CaseStudyPage:
    """Online, by the whole way."""
    return released(submitted(user, municipality), editor, ministry)


def photo(size: tuple[int, int] = (1600, 1200), name: str = "markt.jpg", where: bool = True) -> SimpleUploadedFile:
    """A photo as a telephone makes it, with the place where it was taken."""
    exif = Image.Exif()
    if where:
        exif[0x010F] = "Telefonbauer"
        exif.get_ifd(0x8825)[2] = (48.0, 53.0, 30.0)
    out = BytesIO()
    Image.new("RGB", size, "#3465a4").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def published_again(page: CaseStudyPage, user: User, editor: User, ministry: User) -> CaseStudyPage:
    """With a new version, by the whole way once more."""
    text = CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    text.lead = f"{text.lead} Neu."
    text.save_revision(user=user, clean=False)
    submitting.submit(page, user)
    return released(page, editor, ministry)


def with_pictures(user: User, municipality: Municipality, editor: User, ministry: User) -> CaseStudyPage:
    """Online, with two pictures of people."""
    page = complete(user, municipality)
    text = page.get_latest_revision_as_object()
    said = {
        "alt": "Menschen",
        "credit": "Stadt",
        "licence": "own",
        "shows_people": True,
        "consent_on": date(2025, 1, 1),
    }
    text.pictures = [CaseStudyPicture(image=picture(name), sort_order=n, **said) for n, name in enumerate("ab")]
    text.save_revision(user=user, clean=False)
    submitting.submit(page, user)
    return released(page, editor, ministry)


def released(page: CaseStudyPage, editor: User, ministry: User) -> CaseStudyPage:
    """Approved by both."""
    transitions.approve(page, editor)
    transitions.approve(page, ministry)
    return CaseStudyPage.objects.get(pk=page.pk)
