"""The form, filled in."""

from django.utils import timezone

from home.actions.mailing import ticket

RECIPIENT, SENDER = "empfaengerin-qwxgeheim@example.org", "absender-qwxgeheim@example.net"
NOTE = "Das könnte euch gefallen."


def ripe(page) -> str:
    """A ticket that is a minute old."""
    return aged(page, 60)


def aged(page, seconds: float) -> str:
    """A ticket of this age."""
    signer = ticket.signer(page.pk)
    signer.timestamp = lambda: ticket.signing.b62_encode(int(timezone.now().timestamp() - seconds))
    return signer.sign(ticket.secrets.token_urlsafe(12))


def fields(page, **changed) -> dict:
    """A filled-in form."""
    filled = {"recipient": RECIPIENT, "name": "Ada Muster", "sender": SENDER, "note": NOTE, "trap": ""}
    return {**filled, "ticket": ripe(page), **changed}


def send(client, page, **changed):
    """Sends the form."""
    return client.post(page.url + "senden/", fields(page, **changed))


def thanked(response) -> bool:
    """Whether the visitor was told that it has been sent."""
    return response.status_code == 303 and response["Location"].endswith("/senden/?gesendet")
