"""Gives every page its language and translation key, as Wagtail prescribes for an own base page."""

from django.db import migrations
from wagtail.models import BootstrapLocaleField, BootstrapTranslatableModel, BootstrapTranslationKeyField


class Migration(migrations.Migration):
    dependencies = [("page", "0001_initial"), ("wagtailcore", "0098_apitoken")]

    operations = [
        BootstrapLocaleField("page.BasePage"),
        BootstrapTranslationKeyField("page.BasePage"),
        BootstrapTranslatableModel("page.BasePage"),
    ]
