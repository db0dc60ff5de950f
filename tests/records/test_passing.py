"""What is only kept for a while: never taken out, and gone a day later."""

from datetime import timedelta
from uuid import uuid4

from afterus.records.chat_mirror import ChatMirror, MirrorLook, MirrorTold, MirrorWork

from .samples import NIGHT, SETTINGS

LOOK = MirrorLook(mirror_id="m1", seen={"questions": []})
PASSING = (LOOK, MirrorWork(state="reading", beat=NIGHT), MirrorTold(work_id="w1"))
STAYS = ChatMirror(made=NIGHT, them="Sam", format="whatsapp", figures={"enough": True})


def test_what_passes_is_in_no_export(vault):
    stays = vault.keep(STAYS)
    for document in PASSING:
        vault.keep(document)
    assert [kept.id for kept in vault.everything()] == [stays]


def test_what_passes_is_gone_once_it_is_old_and_the_rest_stays(vault):
    for document in (*PASSING, STAYS, SETTINGS):
        vault.restore(uuid4(), NIGHT - timedelta(days=2), document)
    young = vault.restore(uuid4(), NIGHT, LOOK)
    vault.forget_passing(NIGHT - timedelta(days=1))
    assert [kept.id for kept in vault.all(MirrorLook)] == [young]
    assert not vault.all(MirrorWork)
    assert not vault.all(MirrorTold)
    assert vault.latest(ChatMirror).document == STAYS
    assert vault.latest(type(SETTINGS)).document == SETTINGS
