"""The answers as a plain nested dict, looked at and changed by dotted key."""

from collections.abc import Iterable, Mapping

Answers = Mapping[str, object]


def look(answers: Answers, key: str) -> object:
    """What stands at a dotted key ("ex.lied", "insecurities.0"); None when it was not said."""
    found: object = answers
    for part in key.split("."):
        if isinstance(found, Mapping):
            found = found.get(part)
        elif isinstance(found, list | tuple) and part.isdigit() and int(part) < len(found):
            found = found[int(part)]
        else:
            return None
    return found


def put(answers: Answers, key: str, value: object) -> dict[str, object]:
    """New answers with this value at the key; None takes it out, with a group left empty by it."""
    head, _, rest = key.partition(".")
    changed = dict(answers)
    if rest:
        inner = changed.get(head)
        value = put(inner if isinstance(inner, Mapping) else {}, rest, value) or None
    if value is None:
        changed.pop(head, None)
    else:
        changed[head] = value
    return changed


def put_all(answers: Answers, values: Mapping[str, object]) -> dict[str, object]:
    """New answers with every one of these values put in; None takes one out."""
    changed = dict(answers)
    for key, value in values.items():
        changed = put(changed, key, value)
    return changed


def drop(answers: Answers, keys: Iterable[str]) -> dict[str, object]:
    """New answers in which none of these keys is said."""
    return put_all(answers, dict.fromkeys(keys))
