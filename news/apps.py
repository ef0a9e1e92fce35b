"""The application `news`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Programme announcements."""

    name = "news"

    def ready(self) -> None:
        """Enrols the news for lists and the home page; notes when an article was updated."""
        from wagtail.signals import page_published  # noqa: PLC0415

        from home.listing.places import Shelf, enrol_shelf  # noqa: PLC0415
        from home.listing.registry import Listing, enrol  # noqa: PLC0415

        from .models import ArticlePage  # noqa: PLC0415
        from .models.article import note_update  # noqa: PLC0415

        page_published.connect(note_update, sender=ArticlePage, dispatch_uid="news.note_update")
        enrol(
            Listing(
                key="news",
                label=_("News"),
                find=lambda: ArticlePage.objects.readable().newest_first(),
                index_model="news.NewsIndexPage",
                order=10,
            )
        )
        enrol_shelf(
            Shelf(
                key="news",
                label=_("News"),
                find=lambda towns: (
                    ArticlePage.objects.readable().filter(municipalities__in=towns).distinct().newest_first()
                ),
                towns=lambda: (
                    ArticlePage.objects.readable().filter(municipalities__isnull=False).values("municipalities")
                ),
                order=30,
            )
        )
