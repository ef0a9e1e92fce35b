"""Addresses of files below pages: calendars, and the open calls for machines."""

from django.urls import re_path

from .call_feeds import open_calls
from .views import event_file, events_file

PATH = r"^(?P<path>(?:[\w\-]+/)*)"

urlpatterns = [
    re_path(PATH + r"termin\.ics$", event_file, name="event_file"),
    re_path(PATH + r"termine\.ics$", events_file, name="events_file"),
    re_path(PATH + r"offen\.(?P<format>atom|json)$", open_calls, name="open_calls"),
]
