"""What the web server serves."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tenure.project.settings")
django.setup(set_prefix=False)

from tenure.project.api.handlers import Switch

application = Switch()
