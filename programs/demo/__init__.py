"""The flyers of the demo and how they are made."""
