"""All mails of the portal: subject, what happened, the one thing to do, and the name of the one link."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OPEN = _("Open “Mein Bereich”")


@dataclass(frozen=True)
class Letter:
    """A mail; without a thing to do it says so."""

    subject: str | Promise
    happened: str | Promise
    to_do: str | Promise = ""
    button: str | Promise = OPEN
    enclosed: str | Promise = ""


LETTERS: dict[str, Letter] = {
    "sign_in": Letter(
        _("%(code)s is your code"),
        _("Somebody wants to sign in to “Mein Bereich” with your address. Was it you? Your code is %(code)s."),
        _("Enter the code, or use the link, within 60 minutes. If it was not you, please ignore this mail."),
        _("Sign in"),
    ),
    "invitation": Letter(
        _("%(municipality)s: Please tell us what worked (“%(occasion)s”)"),
        _("Your municipality took part in “%(occasion)s”. Others want to learn from it. Twenty minutes are enough."),
        _("Please submit your case study by %(deadline)s. You can stop at any time; nothing is lost."),
        _("Begin the case study"),
        _("All questions are enclosed as a PDF, so that you can look at them in peace."),
    ),
    "invitation_reminder": Letter(
        _("%(municipality)s: your case study on “%(occasion)s”, by %(deadline)s"),
        _("We asked you for a case study on “%(occasion)s”. A draft is prepared, with what we already know."),
        _("Please submit your case study by %(deadline)s."),
        _("Begin the case study"),
    ),
    "colleague": Letter(
        _("%(actor)s invites you: case studies of %(municipality)s"),
        _("%(actor)s would like to write case studies of %(municipality)s together with you."),
        _("Please accept within 30 days. You need no password."),
        _("Accept the invitation"),
    ),
    "access_granted": Letter(
        _("You now have access for %(municipality)s"),
        _("You asked for access to “Mein Bereich” for %(municipality)s. It is granted."),
        _("Please accept within 30 days. You need no password."),
        _("Accept the invitation"),
    ),
    "invitation_extended": Letter(
        _("%(municipality)s: more time for “%(occasion)s”, until %(deadline)s"),
        _("You now have more time for your case study on “%(occasion)s”."),
        _("Please submit your case study by %(deadline)s."),
        _("Begin the case study"),
    ),
    "succession": Letter(
        _("%(municipality)s: you now look after the case studies"),
        _("%(actor)s has handed over to you what %(municipality)s writes here."),
    ),
    "draft": Letter(
        _("Your draft “%(title)s”: how to get back to it"),
        _("Your draft “%(title)s” is saved. You and your colleagues can go on at any time."),
        _("Please submit it by %(deadline)s."),
        _("Go on writing"),
    ),
    "draft_open": Letter(
        _("Your draft “%(title)s”: you can open it at any time"),
        _("Your draft “%(title)s” is saved. You and your colleagues can go on at any time."),
        button=_("Go on writing"),
    ),
    "idle": Letter(
        _("Your draft “%(title)s” is waiting"),
        _("Nobody has worked on your draft “%(title)s” since %(since)s."),
        _("Please go on, or write to us if something is in the way."),
        _("Go on writing"),
    ),
    "idle_last": Letter(
        _("Your draft “%(title)s” is deleted on %(until)s"),
        _("Nobody has worked on your draft “%(title)s” since %(since)s. We do not keep texts that nobody needs."),
        _("To keep it, open the draft and save a section before %(until)s."),
        _("Keep the draft"),
    ),
    "ending": Letter(
        _("Your draft “%(title)s”: please submit it by %(deadline)s"),
        _("The call ends on %(deadline)s. Afterwards you can read your draft “%(title)s”, but no longer change it."),
        _("Please submit it by %(deadline)s, or write to us if you need more time."),
        _("Go on writing"),
    ),
    "extended": Letter(
        _("“%(title)s”: you have until %(deadline)s"),
        _("You can go on writing “%(title)s”."),
        _("Please submit your case study by %(deadline)s."),
        _("Go on writing"),
    ),
    "submit": Letter(
        _("Received: “%(title)s”"),
        _("“%(title)s” has arrived. You get an answer by %(expected)s."),
        enclosed=_("A copy of what you submitted is enclosed as a PDF."),
    ),
    "retract": Letter(
        _("Taken back: “%(title)s”"),
        _("%(actor)s has taken “%(title)s” back. It is a draft again."),
    ),
    "request_changes": Letter(
        _("Questions on “%(title)s”, please answer by %(due)s"),
        _("We have read “%(title)s” and have questions on these sections:"),
        _("Please answer by %(due)s, and submit again."),
        _("To the questions"),
    ),
    "answer_reminder": Letter(
        _("“%(title)s”: your answer is due on %(due)s"),
        _("We have questions on “%(title)s” that are still open."),
        _("Please answer by %(due)s, or write to us if you need more time."),
        _("To the questions"),
    ),
    "decline": Letter(
        _("“%(title)s” is not accepted"),
        _("We will not publish “%(title)s”. %(reason)s %(comment)s"),
        _("Shall we talk about it? Please answer this mail, and we call you. Your text stays in “Mein Bereich”."),
    ),
    "release": Letter(
        _("Online: “%(title)s”"),
        _(
            "“%(title)s” was released, and is online since today, %(day)s. Thank you! A press kit lies ready in "
            "“Mein Bereich”: text, pictures, QR code, and a paper for your council."
        ),
        button=_("Read it"),
    ),
    "release_later": Letter(
        _("Released: “%(title)s”"),
        _("“%(title)s” was released. It goes online on %(day)s; you get a mail then. A press kit lies ready for you."),
        _("Please do not pass it on before %(day)s."),
        _("To the press kit"),
    ),
    "go_live": Letter(
        _("Online: “%(title)s”"),
        _("“%(title)s” is now online. Thank you! The press kit in “Mein Bereich” may now be passed on."),
        button=_("Read it"),
    ),
    "withdraw": Letter(
        _("No longer online: “%(title)s”"),
        _("“%(title)s” was taken offline. The reason: %(comment)s"),
    ),
    "archive": Letter(
        _("In the archive: “%(title)s”"),
        _("“%(title)s” was archived: %(comment)s"),
    ),
    "retire": Letter(
        _("In the archive: “%(title)s”"),
        _(
            "Nobody has confirmed for a year and a half that “%(title)s” is still true. It is in no list and no search"
            " any more; its address still shows the text, with a notice above it."
        ),
        _("If it still holds, please write to us; then we open it again."),
    ),
    "interview": Letter(
        _("Please look through: “%(title)s”"),
        _("Thank you for the conversation. %(actor)s has written down “%(title)s” for you."),
        _("Please read it, correct what is not right, and confirm it by %(due)s."),
        _("Read and confirm"),
    ),
    "freshness": Letter(
        _("Is “%(title)s” still true?"),
        _("Readers still find your case study “%(title)s” (as of %(since)s)."),
        _("Please answer with one click by %(due)s: still true, a small change, or ended."),
        _("Give the answer"),
    ),
    "consent_revoked": Letter(
        _("A picture was removed from “%(title)s”"),
        _("The consent to a picture in “%(title)s” was revoked. The picture and all copies on this site are deleted."),
    ),
    # To academy and ministry.
    "waiting": Letter(
        _("Waiting for your decision: %(count)s"),
        _("These texts wait for your decision:"),
        _("Please decide by %(due)s. If you cannot, anybody else of your group may do it."),
        _("To what is waiting"),
    ),
    "still_waiting": Letter(
        _("“%(title)s” has been waiting since %(since)s"),
        _("You approved “%(title)s”. Since %(since)s it has been waiting at the next step (%(step)s)."),
        _("Please ask there what is in the way. The municipality waits for an answer."),
        _("Open the case study"),
    ),
    "call_them": Letter(
        _("Please call %(municipality)s: no answer on “%(title)s”"),
        _("Our questions to %(municipality)s on “%(title)s” were due on %(due)s, and nobody has answered."),
        _("Please call the municipality. Perhaps somebody is on leave, or has left."),
        _("To the questions"),
    ),
    "silent": Letter(
        _("%(municipality)s: nobody confirms “%(title)s”"),
        _("We have asked %(municipality)s twice whether “%(title)s” is still true, and nobody has answered."),
        _("Please call them. Without an answer it goes to the archive on %(gone)s."),
        _("Open the case study"),
    ),
}
