"""The tables of approval, one file each."""

from .assignment import Assignment, assigned_workflow
from .exceptions import SecondLook, Withdrawal
from .guarded import GuardedWorkflow, GuardedWorkflowState
from .message import Message
from .state import PageState
from .task import FourEyesTask, Vote

__all__ = [
    "Assignment",
    "FourEyesTask",
    "GuardedWorkflow",
    "GuardedWorkflowState",
    "Message",
    "PageState",
    "SecondLook",
    "Vote",
    "Withdrawal",
    "assigned_workflow",
]
