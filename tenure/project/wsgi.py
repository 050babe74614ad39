"""What the web server serves."""

import os

import django

from tenure.project.orphans import end_with_starter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tenure.project.settings")
django.setup(set_prefix=False)

from tenure.project.api.handlers import Switch

application = Switch()
end_with_starter()
