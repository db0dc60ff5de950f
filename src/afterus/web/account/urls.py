"""Addresses of the door and of what a person keeps here."""

from django.urls import path

from afterus.web.account import choices, data, door, keys, leaving, recovery, welcome

urlpatterns = [
    path("welcome", welcome.welcome, name="welcome"),
    path("recovery", recovery.recovery, name="recovery"),
    path("unlock", door.unlock_view, name="unlock"),
    path("unlock/forgotten", door.forgotten, name="forgotten"),
    path("lock", door.lock, name="lock"),
    path("awake", door.awake, name="awake"),
    path("leave", leaving.leave, name="leave"),
    path("leave/about", leaving.about_leaving, name="about_leaving"),
    path("account", choices.account, name="account"),
    path("account/choices", choices.choices, name="choices"),
    path("account/passphrase", keys.passphrase, name="passphrase"),
    path("account/export", data.export, name="export"),
    path("account/backup", data.backup, name="backup"),
    path("account/import", data.bring_back, name="import"),
    path("account/erase", data.erase, name="erase"),
]
