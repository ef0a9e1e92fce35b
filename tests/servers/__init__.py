"""The suite on real servers, started for it and stopped afterwards:  python -m tests.servers"""
