"""One module an environment: dev, demo, test, production; what they share is in base."""
