"""Stories in a real browser against the running demo:  python -m tests.journeys"""
