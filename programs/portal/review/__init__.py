"""The academy's side: questions on sections, invitations, requests for access."""
