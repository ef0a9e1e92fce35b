"""The record in the admin: its addresses below each page."""

from django.urls import URLPattern, path
from wagtail import hooks

from .views import record_json, record_pdf


@hooks.register("register_admin_urls")
def record_addresses() -> list[URLPattern]:
    """`/admin/pages/<key>/akte.json` and `.pdf`."""
    return [
        path("pages/<int:page_id>/akte.json", record_json, name="page_record_json"),
        path("pages/<int:page_id>/akte.pdf", record_pdf, name="page_record_pdf"),
    ]
