"""The tables of the portal, one file each."""

from .access_request import AccessRequest
from .case import Case
from .comment import SectionComment
from .invitation import Invitation
from .membership import Membership
from .reminder import Reminder
from .sign_in import SignIn

__all__ = ["AccessRequest", "Case", "Invitation", "Membership", "Reminder", "SectionComment", "SignIn"]
