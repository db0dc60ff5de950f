"""The tables. None of them holds a word of anyone's in clear."""

import uuid

from django.db import models


class Owner(models.Model):
    """Whose vault it is. `epoch` rises with the passphrase and so ends older sessions."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=150, unique=True)
    epoch = models.PositiveIntegerField(default=1)
    wrong_tries = models.PositiveIntegerField(default=0)
    wait_until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class KeySlot(models.Model):
    """The vault key, sealed under the passphrase or the recovery code."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a way in
    RECOVERY = "recovery"

    owner = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name="slots")
    way = models.CharField(max_length=20)
    blob = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("owner", "way"), name="one_slot_a_way"),)

    def __str__(self) -> str:
        return f"{self.way} of {self.owner_id}"


class Entry(models.Model):
    """One sealed document. The key starts with the owner, so that a host can part by owner."""

    pk = models.CompositePrimaryKey("owner_id", "id")
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name="entries")
    id = models.UUIDField(default=uuid.uuid4)
    tag = models.BinaryField(max_length=16)
    rev = models.PositiveBigIntegerField(default=1)
    blob = models.BinaryField()

    class Meta:
        indexes = (models.Index(fields=("owner", "tag"), name="entries_by_kind"),)

    def __str__(self) -> str:
        return str(self.id)
