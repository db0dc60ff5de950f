"""The Django app of the pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, tags and static files; no tables."""

    name = "afterus.web"
    label = "web"
