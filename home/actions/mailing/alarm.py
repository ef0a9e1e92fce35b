"""When the form is flooded: it goes off, the log says so, and those who answer for the site get a mail."""

import logging

from django.core.mail import mail_admins, send_mail
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.actions.models import ActionSettings

from .letter import contact_of

log = logging.getLogger(__name__)


def stop(request: HttpRequest) -> None:
    """Switches the form off until a person switches it on again; tells people once."""
    kept = ActionSettings.for_request(request)
    if not kept.stop_mail_form():
        return
    site = Site.find_for_request(request)
    log.error("The mail form of %s was flooded and has been switched off", site.hostname)
    subject = _("The mail form has been switched off")
    sentence = _(
        "More mails than usual were to be sent with the mail form of %(host)s within an hour. The form has been "
        "switched off; readers use their own mail program. You can switch it on again in the settings."
    ) % {"host": site.hostname}
    mail_admins(subject, sentence, fail_silently=True)
    if contact := contact_of(site):
        send_mail(subject, sentence, None, [contact], fail_silently=True)
