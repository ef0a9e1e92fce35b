"""Send by mail: the visitor's own mail program writes and sends; no address ever reaches us."""

from urllib.parse import quote

from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from home.page.models import BasePage

from .base import ArticleAction
from .models import ActionSettings

# Mail programs cut longer addresses.
MAX_LENGTH = 1_800
LEAD_LENGTH = 200
LONGEST_PATH = 600
# Lengths of title and lead, tried one after the other until the whole address is short enough.
FITTINGS = [(255, LEAD_LENGTH), (160, LEAD_LENGTH), (160, 100), (100, 60), (80, 0), (40, 0)]


class SendMail(ArticleAction):
    """A link that opens the mail program with title, lead and address filled in."""

    key = "mail"
    label = _("Send by e-mail")

    def url_for(self, page: BasePage, request: HttpRequest | None = None) -> str:
        """The site's own form where it is switched on; else a `mailto:` address."""
        if request and form_offered(page, request):
            return (page.get_url(request) or "/") + "senden/"
        return own_program_link(page, request)


def own_program_link(page: BasePage, request: HttpRequest | None = None) -> str:
    """The `mailto:` address of this page."""
    return mail_link(page.title, page.lead, best_address(page, request))


def form_offered(page: BasePage, request: HttpRequest) -> bool:
    """Whether this reader may send this article by the site's form: only what everybody may read anyway."""
    wanted = ActionSettings.for_request(request).mail_form
    if wanted == ActionSettings.MailForm.OFF or page.get_view_restrictions():
        return False
    return wanted == ActionSettings.MailForm.EVERYBODY or request.user.is_authenticated


def best_address(page: BasePage, request: HttpRequest | None = None) -> str:
    """The canonical address; the short one where that is too long for a mail link."""
    canonical = page.canonical_url(request)
    return canonical if len(quote(canonical, safe="")) <= LONGEST_PATH else page.short_url


def mail_link(title: str, lead: str, address: str) -> str:
    """A `mailto:` link without recipient, shorter than any mail program's limit."""
    for title_length, lead_length in FITTINGS:
        subject = shortened(title, title_length)
        lines = [subject, shortened(lead, lead_length), address]
        link = f"mailto:?subject={quote(subject, safe='')}&body={encoded(lines)}"
        if len(link) < MAX_LENGTH:
            break
    return link


def shortened(text: str, length: int) -> str:
    """The text on one line, at most so long."""
    return Truncator(" ".join(text.split())).chars(length) if length else ""


def encoded(lines: list[str]) -> str:
    """Paragraphs as a mail body: empty lines between, CRLF at line ends, percent-encoded."""
    return quote("\r\n\r\n".join(line for line in lines if line), safe="")
