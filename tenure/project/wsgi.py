"""What the web server serves."""

import os

from django.core.wsgi import get_wsgi_application

from tenure.project.orphans import end_with_starter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tenure.project.settings")

application = get_wsgi_application()
end_with_starter()
