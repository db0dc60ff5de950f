"""The Django app of the sealed entries."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Owners, key slots and entries."""

    name = "afterus.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
