"""Addresses below every article, and the short address of every page."""

from django.urls import path, re_path

from .fediverse import fediverse_page
from .mailing.views import mail_page
from .pdf.collection_views import program_pdf
from .pdf.views import article_pdf
from .reading_list import reading_list, reading_list_pdf
from .views import share_page, short_address

ARTICLE = r"^(?P<path>(?:[\w\-]+/)*)"

urlpatterns = [
    path("a/<int:page_id>/", short_address, name="short_address"),
    re_path(ARTICLE + r"artikel\.pdf$", article_pdf, name="article_pdf"),
    path("merkliste/", reading_list, name="reading_list"),
    path("merkliste/merkliste.pdf", reading_list_pdf, name="reading_list_pdf"),
    re_path(ARTICLE + r"sammlung\.pdf$", program_pdf, name="program_pdf"),
    re_path(ARTICLE + r"senden/$", mail_page, name="mail_page"),
    re_path(ARTICLE + r"teilen/fediverse/$", fediverse_page, name="fediverse_page"),
    re_path(ARTICLE + r"teilen/$", share_page, name="share_page"),
]
