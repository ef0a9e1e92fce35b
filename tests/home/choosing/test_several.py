"""Several municipalities in a form of the admin: by name, with and without script, however many there are."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from justhtml import JustHTML

from home.bodies.models import Body, Municipality
from home.choosing.field import SeveralField
from home.choosing.widget import Typed
from tests.factories import pages

pytestmark = pytest.mark.django_db


def town(name: str, ars: str, county: str = "") -> Municipality:
    return Municipality.objects.create(name=name, slug=f"ort-{ars}", ars=ars, ags=ars[:5] + ars[9:], county=county)


@pytest.fixture
def towns() -> dict[str, Municipality]:
    """Two of the same name, and one of its own."""
    return {
        "bb": town("Altdorf", "081150001001", "Landkreis Böblingen"),
        "es": town("Altdorf", "081160004004", "Landkreis Esslingen"),
        "pf": town("Pforzheim", "082310000000"),
    }


@pytest.fixture
def field() -> SeveralField:
    return SeveralField(Municipality.objects.all(), required=False)


def names(found) -> list[str]:
    return sorted(str(place) for place in found)


class TestNames:
    """What somebody without script types."""

    def test_a_whole_name_an_official_key_and_a_ticked_box_are_taken(self, field, towns):
        found = field.clean([str(towns["bb"].pk), Typed("pforzheim")])
        assert names(found) == ["Altdorf (Landkreis Böblingen)", "Pforzheim"]
        assert names(field.clean([Typed("082310000000")])) == ["Pforzheim"]
        assert names(field.clean([Typed("08231000")])) == ["Pforzheim"]

    def test_equal_names_are_told_apart_by_the_county(self, field, towns):
        assert names(field.clean([Typed("Altdorf (Landkreis Esslingen)")])) == ["Altdorf (Landkreis Esslingen)"]

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("Altdorf", "„Altdorf“ passt auf mehrere: Altdorf (Landkreis Böblingen); Altdorf (Landkreis Esslingen)."),
            ("Pforz", "„Pforz“ gibt es nicht. Meinten Sie eines davon: Pforzheim?"),
            ("Quastingen", "„Quastingen“ gibt es nicht."),
        ],
    )
    def test_what_is_not_clear_is_refused_with_what_comes_close(self, field, towns, text, sentence):
        with pytest.raises(ValidationError, match=re.escape(sentence)):
            field.clean([Typed(text)])

    def test_nothing_typed_is_lost_when_the_form_comes_back(self, field, towns):
        data = {"orte-typed": "Altdorf; Quastingen"}
        widget = field.widget
        entered = widget.value_from_datadict(FormData(data, orte=[str(towns["pf"].pk)]), {}, "orte")
        form = JustHTML(widget.render("orte", entered, {"id": "id_orte"}), strict=True, fragment=True, sanitize=False)
        assert form.query("input[type=text]")[0].attrs["value"] == "Altdorf; Quastingen"
        assert [box.attrs["value"] for box in form.query("input[type=checkbox]")] == [str(towns["pf"].pk)]


class FormData(dict):
    """Form data with several values for some names."""

    def __init__(self, values: dict, **lists: list[str]) -> None:
        super().__init__(values)
        self.lists = lists

    def getlist(self, name: str) -> list[str]:
        return self.lists.get(name, [])


class TestForm:
    """The forms of pages."""

    def opened(self, client, page) -> tuple[str, int]:
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert answer.status_code == 200
        return answer.content.decode(), len(queries)

    def test_offers_only_what_is_chosen_however_many_there_are(self, client, academy, towns):
        article = pages.article(municipalities=[towns["pf"]])
        study = pages.case_study(municipality=towns["bb"], further_municipalities=[towns["pf"]])
        edition = pages.edition()
        client.force_login(academy)
        for page in (article, study, edition):
            self.opened(client, page)
        few = {page: self.opened(client, page)[1] for page in (article, study, edition)}
        for number in range(40):
            town(f"Neuort {number}", f"0811500020{number:02}")
            Body.objects.create(name=f"Partner {number}")
            pages.event(title=f"Treffen {number}")
        for page, needed in few.items():
            text, now = self.opened(client, page)
            assert "Neuort" not in text
            assert "Partner 7" not in text
            assert "Treffen 7" not in text
            assert now <= needed
            assert 'role="listbox"' not in text
        assert "Pforzheim" in self.opened(client, article)[0]

    def test_short_lists_are_boxes_to_tick(self, client, academy):
        subject = pages.subject("Jugend")
        client.force_login(academy)
        text, _queries = self.opened(client, pages.article())
        assert JustHTML(text, sanitize=False).query(f'input[type=checkbox][name=subjects][value="{subject.pk}"]')


class TestSuggestions:
    """What the script in the form asks for."""

    def test_names_begin_so_and_come_with_their_county(self, client, academy, towns):
        client.force_login(academy)
        answer = client.get(reverse("choosing", args=["bodies.Municipality"]), {"q": "altd"}).json()
        assert {entry["title"] for entry in answer["suggestions"]} == {str(towns["bb"]), str(towns["es"])}

    def test_organisations_come_before_municipalities(self, client, academy, towns):
        Body.objects.create(name="Verein Pforzheimer Nachbarn")
        client.force_login(academy)
        answer = client.get(reverse("choosing", args=["bodies.Body"]), {"q": "pforz"}).json()
        assert [entry["title"] for entry in answer["suggestions"]] == ["Verein Pforzheimer Nachbarn", "Pforzheim"]

    def test_events_are_told_apart_by_their_day(self, client, academy):
        pages.event(title="Netzwerktreffen")
        client.force_login(academy)
        answer = client.get(reverse("choosing", args=["programs.EventPage"]), {"q": "treffen netz"}).json()
        assert [entry["title"] for entry in answer["suggestions"]] == ["Netzwerktreffen (5. Februar 2018)"]

    def test_only_people_of_the_admin_ask(self, client, academy, towns):
        address = reverse("choosing", args=["bodies.Municipality"])
        assert client.get(address, {"q": "altd"}).status_code == 302
        client.force_login(academy)
        assert client.get(reverse("choosing", args=["auth.User"]), {"q": "a"}).status_code == 404
        assert client.get(address, {"q": "\x00"}).status_code in (200, 400, 404)
