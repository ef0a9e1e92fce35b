"""What the portal asks for."""
