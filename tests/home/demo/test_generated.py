"""`load_demo --articles N`: for trying loads."""

import pytest
from django.core.management import CommandError

from home.page.models import BasePage
from news.models import ArticlePage, NewsIndexPage
from tests.home.demo.loading import load, person

pytestmark = pytest.mark.xdist_group("demo")


class TestGeneratedArticles:
    """`--articles N`: for trying loads."""

    def generated(self):
        return ArticlePage.objects.filter(slug__startswith="erzeugter-artikel-")

    def test_brings_the_total_to_the_number(self):
        assert "7 insgesamt, +7 in diesem Lauf." in load("--articles", "7")
        assert "7 insgesamt, +0 in diesem Lauf." in load("--articles", "7")
        assert "9 insgesamt, +2 in diesem Lauf." in load("--articles", "9")
        assert "4 insgesamt, -5 in diesem Lauf." in load("--articles", "4")
        assert self.generated().count() == 4

    def test_they_are_whole_pages_in_a_whole_tree(self, client):
        load("--articles", "5")
        assert BasePage.find_problems() == ([], [], [], [], [])
        page = self.generated().first()
        assert page.get_parent().specific_class is NewsIndexPage
        assert page.subjects.count() == 2
        assert client.get(page.url).status_code == 200
        assert client.get(f"{page.url}artikel.pdf").status_code == 200

    def test_they_are_found(self):
        load("--articles", "5")
        page = self.generated().last()
        assert page in list(ArticlePage.objects.search(page.place))

    def test_editors_can_work_on_them(self):
        load("--articles", "1")
        page = self.generated().get()
        page.title = "Bearbeitet"
        page.save_revision(user=person("akademie"))
        assert page.get_latest_revision_as_object().title == "Bearbeitet"

    @pytest.mark.parametrize("number", ["-1", "viele", "1.5"])
    def test_a_number_is_a_number(self, number):
        with pytest.raises(CommandError):
            load(f"--articles={number}")
