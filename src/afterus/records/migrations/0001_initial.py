"""Owners, key slots and sealed entries."""

import uuid
from typing import ClassVar

from django.db import migrations, models


def _of_an_owner(name: str) -> "models.ForeignKey[object, object]":
    return models.ForeignKey(
        on_delete=models.deletion.CASCADE, related_name=name, to="records.owner"
    )


class Migration(migrations.Migration):
    initial = True
    dependencies: ClassVar = []
    operations: ClassVar = [
        migrations.CreateModel(
            name="Owner",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=150, unique=True)),
                ("epoch", models.PositiveIntegerField(default=1)),
                ("wrong_tries", models.PositiveIntegerField(default=0)),
                ("wait_until", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="KeySlot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("way", models.CharField(max_length=20)),
                ("blob", models.BinaryField()),
                ("owner", _of_an_owner("slots")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "way"), name="one_slot_a_way")
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "owner_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("id", models.UUIDField(default=uuid.uuid4)),
                ("tag", models.BinaryField(max_length=16)),
                ("rev", models.PositiveBigIntegerField(default=1)),
                ("blob", models.BinaryField()),
                ("owner", _of_an_owner("entries")),
            ],
            options={"indexes": [models.Index(fields=["owner", "tag"], name="entries_by_kind")]},
        ),
    ]
