"""*Mein Bereich*: where municipalities write case studies, answer questions and see where their text is."""
