"""Settings that make the tests fast and keep them to themselves."""

import hashlib
import os
import tempfile
from datetime import timedelta
from pathlib import Path

_checkout = hashlib.sha256(str(Path(__file__).resolve()).encode()).hexdigest()[:8]
os.environ.setdefault("TENURE_DATA", f"{tempfile.gettempdir()}/tenure-tests-{_checkout}")

from tenure.project.settings import *
from tenure.project.settings import DATABASES, MIDDLEWARE, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
DATABASES["default"]["OPTIONS"].pop("pool", None)
DATABASES["default"]["OPTIONS"]["options"] += " -c synchronous_commit=off"
if "DATABASE_URL" not in os.environ:
    DATABASES["default"]["TEST"] = {"TEMPLATE": DATABASES["default"]["NAME"]}  # it has all tables
TOKENS_ARE_KEPT = timedelta()
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")
