#!/usr/bin/env python
"""Django's own commands, for developers, with the database running."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tenure.project.settings")
    from django.core.management import execute_from_command_line

    from tenure.foundation.database.choice import database_running

    with database_running():
        execute_from_command_line(sys.argv)
