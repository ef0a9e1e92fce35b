#!/usr/bin/env python
"""The command line of the site."""

import os
import sys


def main() -> None:
    """Run one management command; without any variable set, with the development settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aushang.settings.dev")
    try:
        from django.core.management import execute_from_command_line  # noqa: PLC0415

        import aushang  # noqa: F401, PLC0415
    except ImportError as error:
        sys.exit(f"{error}. Run `make install` first, then use .venv/bin/python manage.py …")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
