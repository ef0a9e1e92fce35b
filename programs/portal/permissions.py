"""What a person may do with a page: as everywhere, and members of a municipality may edit its case studies."""

from home.workflow.permissions import PagePermissions

from ..models import CaseStudyPage
from .people import writes_for


class PortalPermissions(PagePermissions):
    """Asked by the verbs of approval; the admin itself stays closed to municipalities (doors.py)."""

    @property
    def speaks_for_sender(self) -> bool:
        """Colleagues of the same municipality may take back what one of them submitted."""
        return isinstance(self.page, CaseStudyPage) and writes_for(self.user, self.page.municipality_id)

    def can_edit(self) -> bool:
        """Also whoever writes for the municipality that the case study belongs to."""
        return super().can_edit() or self.speaks_for_sender
