"""The settings of an installation: safe unless told otherwise, and what the environment decides."""

import runpy
from pathlib import Path

import pytest

from tenure.foundation.refusals import Unavailable
from tenure.project import settings as module

HTTPS = {"TENURE_URL": "https://tenure.example.com/"}


@pytest.fixture
def settings_of(tmp_path, monkeypatch):
    """The settings as they are read in an environment, on a folder of their own."""
    for name in ("DEBUG", "URL", "PORT", "CURRENCY", "TIME_ZONE", "MAIL_URL", "MAIL_FROM"):
        monkeypatch.delenv(f"TENURE_{name}", raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("TENURE_DATA", str(tmp_path / "data"))

    def read(**environ):
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(module.__file__)

    return read


def test_trouble_is_not_shown_in_detail_unless_told(settings_of):
    assert settings_of()["DEBUG"] is False
    assert settings_of(TENURE_DEBUG="0")["DEBUG"] is False
    assert settings_of(TENURE_DEBUG="1")["DEBUG"] is True


def test_the_session_key_is_random_long_and_stays(settings_of, tmp_path):
    key = settings_of()["SECRET_KEY"]

    assert len(key) == 64
    assert settings_of()["SECRET_KEY"] == key
    assert (tmp_path / "data" / "secrets" / "session-key").read_text() == key


def test_another_installation_has_another_session_key(settings_of, tmp_path):
    assert settings_of()["SECRET_KEY"] != settings_of(TENURE_DATA=str(tmp_path / "b"))["SECRET_KEY"]


def test_over_https_cookies_and_browsers_stay_there(settings_of):
    settings = settings_of(**HTTPS)

    assert settings["SESSION_COOKIE_SECURE"] is True
    assert settings["CSRF_COOKIE_SECURE"] is True
    assert settings["SECURE_HSTS_SECONDS"] == 31_536_000
    assert settings["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")
    assert settings["CSRF_TRUSTED_ORIGINS"] == ["https://tenure.example.com"]


def test_without_https_nobodys_word_about_the_protocol_counts(settings_of):
    settings = settings_of()

    assert settings["SECURE_PROXY_SSL_HEADER"] is None
    assert settings["SESSION_COOKIE_SECURE"] is False


def test_only_the_own_address_and_this_machine_are_answered(settings_of):
    local = ["localhost", "127.0.0.1", "[::1]"]

    assert settings_of(**HTTPS)["ALLOWED_HOSTS"] == ["tenure.example.com", *local]


def test_the_address_follows_the_port(settings_of):
    assert settings_of()["SITE_URL"] == "http://localhost:8000"
    assert settings_of(TENURE_PORT="9001")["SITE_URL"] == "http://localhost:9001"


@pytest.mark.parametrize(
    ("name", "value"),
    [("SESSION_COOKIE_HTTPONLY", True), ("X_FRAME_OPTIONS", "DENY"),
     ("SESSION_COOKIE_AGE", 1_209_600), ("PASSWORD_RESET_TIMEOUT", 3600)],
)  # fmt: skip
def test_sessions_and_frames_are_guarded(settings_of, name, value):
    assert settings_of()[name] == value


def test_pages_run_and_load_nothing_from_elsewhere(settings_of):
    policy = settings_of()["SECURE_CSP"]

    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == ["'self'"]
    assert "unsafe" not in str(policy)
    assert "*" not in str(policy)


def test_passwords_are_kept_as_argon2_and_must_be_good(settings_of):
    settings = settings_of()

    assert settings["PASSWORD_HASHERS"] == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert settings["AUTH_PASSWORD_VALIDATORS"][0]["OPTIONS"] == {"min_length": 10}
    assert len(settings["AUTH_PASSWORD_VALIDATORS"]) == 4


def test_everybody_signs_in_unless_a_page_says_otherwise(settings_of):
    guard = "django.contrib.auth.middleware.LoginRequiredMiddleware"

    assert guard in settings_of()["MIDDLEWARE"]


def test_mail_goes_into_the_outbox_until_there_is_a_server(settings_of, tmp_path):
    assert settings_of()["MAILERS"]["default"]["OPTIONS"] == {
        "file_path": str(tmp_path / "data" / "outbox")
    }
    options = settings_of(TENURE_MAIL_URL="smtp://mail.example.com")["MAILERS"]["default"]
    assert (options["OPTIONS"]["host"], options["OPTIONS"]["port"]) == ("mail.example.com", 587)


def test_a_mail_address_that_is_none_is_refused(settings_of):
    with pytest.raises(Unavailable, match="TENURE_MAIL_URL cannot be read"):
        settings_of(TENURE_MAIL_URL="mail.example.com")


def test_uploads_lie_in_the_data_folder_closed_to_others(settings_of, tmp_path):
    uploads = Path(settings_of()["MEDIA_ROOT"])

    assert uploads == tmp_path / "data" / "uploads"
    assert uploads.stat().st_mode & 0o077 == 0


def test_money_and_days_are_the_installations(settings_of):
    settings = settings_of(TENURE_CURRENCY="EUR", TENURE_TIME_ZONE="Europe/Berlin")

    assert (settings["CURRENCY"], settings["TIME_ZONE"]) == ("EUR", "Europe/Berlin")
