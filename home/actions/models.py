"""What editors and administrators may switch about the actions, for each site."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import register_setting

from home.page.site_settings import SiteSettings

from .share_targets import ShareTargetsField

HANDLE = RegexValidator(r"^@[\w.-]+@[\w.-]+\.\w+$", _("Please enter a handle like @name@example.org."))


@register_setting(icon="mail", order=300)
class ActionSettings(SiteSettings):
    """How articles can be passed on."""

    class MailForm(models.TextChoices):
        OFF = "off", _("nobody: readers write with their own mail program")
        MEMBERS = "members", _("people who are signed in")
        EVERYBODY = "everybody", _("everybody")

    mail_form = models.CharField(
        _("mail form for"),
        max_length=10,
        choices=MailForm,
        default=MailForm.OFF,
        help_text=_("The site itself then sends the mail. It switches the form off when somebody floods it."),
    )
    mail_form_stopped_at = models.DateTimeField(_("switched off by the site on"), null=True, editable=False)
    share_targets = ShareTargetsField(verbose_name=_("share targets"))
    fediverse_creator = models.CharField(
        _("account in the Fediverse"),
        max_length=120,
        blank=True,
        validators=[HANDLE],
        help_text=_("Named as the author when articles are shared there, e.g. @name@example.org."),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("mail_form", permission="superuser"),  # sends in the name of the site: no editor's decision
                FieldPanel("mail_form_stopped_at", read_only=True),
            ],
            heading=_("Send by e-mail"),
        ),
        MultiFieldPanel([FieldPanel("share_targets"), FieldPanel("fediverse_creator")], heading=_("Share")),
    ]

    class Meta:
        verbose_name = _("saving, sending and sharing")
        verbose_name_plural = _("saving, sending and sharing")

    def stop_mail_form(self) -> bool:
        """Switches the form off until a person switches it on again; False when somebody else was first."""
        on = type(self).objects.filter(pk=self.pk).exclude(mail_form=self.MailForm.OFF)
        return bool(on.update(mail_form=self.MailForm.OFF, mail_form_stopped_at=timezone.now()))
