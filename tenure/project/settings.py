"""Every setting of the application. What differs between installations comes from the environment."""

import os
from urllib.parse import urlsplit

from tenure.foundation.database.choice import database_settings
from tenure.foundation.database.folder import data_folder
from tenure.foundation.mail import mailers
from tenure.project.logs import *
from tenure.project.protection import *

DATA = data_folder()
DATA.prepare()

DEBUG = os.environ.get("TENURE_DEBUG") == "1"
SECRET_KEY = DATA.secret("session-key")

# Where people reach this installation; everything that depends on it follows.
PORT = os.environ.get("TENURE_PORT", "8000")
SITE_URL = os.environ.get("TENURE_URL", f"http://localhost:{PORT}").rstrip("/")
IS_HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = [urlsplit(SITE_URL).hostname or "localhost", "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None

CURRENCY = os.environ.get("TENURE_CURRENCY", "USD")
TIME_ZONE = os.environ.get("TENURE_TIME_ZONE", "UTC")
USE_TZ = True
LANGUAGE_CODE = "en-gb"
USE_I18N = False

ROOT_URLCONF = "tenure.project.urls"
WSGI_APPLICATION = "tenure.project.wsgi.application"
AUTH_USER_MODEL = "people.Person"
SILENCED_SYSTEM_CHECKS = ["auth.E003"]  # e-mail is unique whatever its case: one_person_per_email
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CSRF_FAILURE_VIEW = "tenure.foundation.web.trouble.csrf_failure"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"
FORM_RENDERER = "tenure.foundation.web.forms.Renderer"

INSTALLED_APPS = [
    # slices, the most dependent first
    "tenure.imports",
    "tenure.portfolio",
    "tenure.insights",
    "tenure.advocacy",
    "tenure.reviews",
    "tenure.proof",
    "tenure.tiering",
    "tenure.health",
    *("tenure.onboarding", "tenure.recovery", "tenure.revenue", "tenure.expansion"),
    "tenure.alerts",
    "tenure.plans",
    *("tenure.work", "tenure.requests"),
    "tenure.contracts",
    *("tenure.support", "tenure.surveys", "tenure.usage"),
    "tenure.customers",
    "tenure.documents",
    "tenure.people",
    "tenure.foundation.audit",
    "tenure.foundation.background",
    "tenure.foundation.rest",
    "tenure.foundation.web",
    # libraries
    "procrastinate.contrib.django",
    "django_htmx",
    "ninja",
    "lucide",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tenure.foundation.web.trouble.ShowTrouble",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tenure.foundation.web.origin.NoteOrigin",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tenure.project.navigation.navigation",
            ],
            "builtins": [
                "django.templatetags.static",
                "lucide.templatetags.lucide",
                "tenure.foundation.web.templatetags.saying",
            ],
        },
    }
]

DATABASES = {"default": database_settings(DATA)}
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

MAILERS = mailers(os.environ, DATA.outbox)
DEFAULT_FROM_EMAIL = os.environ.get("TENURE_MAIL_FROM", "Tenure <tenure@localhost>")

STATIC_URL = "static/"
STATIC_ROOT = DATA.static
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("map", "png", "woff2")  # long to compress, or compressed
STATICFILES_FINDERS = [
    "tenure.foundation.web.assets.BundleFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_ROOT = DATA.uploads
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_TEMP_DIR = DATA.uploads
