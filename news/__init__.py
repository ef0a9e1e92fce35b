"""Programme announcements."""
