"""Django's settings. What may differ from place to place is in `environment.py`."""

from django.utils.functional import SimpleLazyObject

from afterus.web import environment, home
from afterus.web.database import databases

ENVIRONMENT = environment.read()
HOME = ENVIRONMENT.home
DEBUG = False
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
# Lazy, so that reading the settings makes no file.
SECRET_KEY = SimpleLazyObject(lambda: ENVIRONMENT.secret_key or home.signing_key(HOME))
DATABASES = databases(HOME, ENVIRONMENT.database_url)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "afterus.records",
    "afterus.web",
]
MIDDLEWARE = [
    "afterus.web.middleware.headers.Headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "afterus.web.middleware.unlocking.Unlocking",
]
ROOT_URLCONF = "afterus.web.urls"
WSGI_APPLICATION = "afterus.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "django.templatetags.static",
                "afterus.web.templatetags.words",
                "afterus.web.templatetags.shapes",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "afterus.web.context.page",
            ],
        },
    }
]

LANGUAGE_CODE = "en"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

# Neutral names; gone when the browser closes; never sent along from another site.
SESSION_ENGINE = "afterus.web.sessions"
SESSION_COOKIE_NAME = "s"
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_HTTPONLY = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
KEY_COOKIE_NAME = "k"
CSRF_COOKIE_NAME = "c"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "afterus.web.errors.refused"

# An upload stays in memory: what is spooled to disk is there in clear.
MEBIBYTE = 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 256 * MEBIBYTE
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * MEBIBYTE

LEAVE_TO = "https://www.bbc.co.uk/weather"
# Where that site may send a reader on to, which a strict form-action would block.
LEAVE_ORIGINS = ("https://www.bbc.co.uk", "https://www.bbc.com")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"wordless": {"()": "afterus.web.logs.Wordless"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "wordless"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "waitress": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
SILENCED_SYSTEM_CHECKS: list[str] = []
