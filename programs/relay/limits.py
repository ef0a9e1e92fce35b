"""How many questions are passed on: counted like the mails of the mail form, kept nowhere."""

from django.http import HttpRequest

from home.actions.mailing.quota import DAY, HOUR, PER_PAGE, PER_VISITOR, visitor, within

PER_MAILBOX = ((DAY, 20),)
PER_SITE = ((HOUR, 100),)


def may_go_out(request: HttpRequest, mailbox: str, page_id: int) -> bool:
    """Counts this question. Its receiver cannot be chosen, so that too many of them harm one mailbox at most."""
    return (
        within(f"visitor:{visitor(request)}", PER_VISITOR)
        and within(f"mailbox:{mailbox.lower()}", PER_MAILBOX)
        and within(f"page:{page_id}", PER_PAGE)
        and within("questions", PER_SITE)
    )
