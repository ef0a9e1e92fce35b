"""The tables of approval, one file each."""

from .assignment import Assignment, assigned_workflow
from .contact_change import ContactChange
from .exceptions import DeclineProposal, SecondLook, Withdrawal
from .guarded import GuardedWorkflow, GuardedWorkflowState
from .message import Message
from .record import ChangeNote, Entry, Head, Manifest, Person, Remark, Use
from .state import PageState
from .task import FourEyesTask, Vote

__all__ = [
    "Assignment",
    "ChangeNote",
    "ContactChange",
    "DeclineProposal",
    "Entry",
    "FourEyesTask",
    "GuardedWorkflow",
    "GuardedWorkflowState",
    "Head",
    "Manifest",
    "Message",
    "PageState",
    "Person",
    "Remark",
    "SecondLook",
    "Use",
    "Vote",
    "Withdrawal",
    "assigned_workflow",
]
