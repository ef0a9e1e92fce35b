"""The address below every case study."""

from django.urls import re_path

from .views import question_page

urlpatterns = [re_path(r"^(?P<path>(?:[\w\-]+/)*)nachfragen/$", question_page, name="question_page")]
