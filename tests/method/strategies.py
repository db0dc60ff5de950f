"""Every set of answers within the contract, said or not said, for property tests."""

from typing import Any

from hypothesis import strategies as st
from msgspec import inspect

from afterus.method import Answers
from afterus.safety.findings import Finding


def _of(kind: inspect.Type) -> st.SearchStrategy[Any]:
    match kind:
        case inspect.NoneType():
            return st.none()
        case inspect.LiteralType():
            return st.sampled_from(kind.values)
        case inspect.IntType(ge=0, le=10):
            return st.integers(0, 10)
        case inspect.IntType():
            return st.integers(0, 400)
        case inspect.BoolType():
            return st.booleans()
        case inspect.VarTupleType():
            return st.lists(_of(kind.item_type), max_size=4)
        case inspect.StructType():
            needed = {f.encode_name: _of(f.type) for f in kind.fields if f.required}
            free = {f.encode_name: _of(f.type) for f in kind.fields if not f.required}
            return st.fixed_dictionaries(needed, optional=free)
        case inspect.UnionType():
            return st.one_of(*map(_of, kind.types))
        case _:
            return st.sampled_from(["", "we argued about the dishes", "I read her messages"])


answers = _of(inspect.type_info(Answers))
findings = st.lists(
    st.builds(
        Finding,
        kind=st.sampled_from(["abuse", "control", "threat", "stalking"]),
        by=st.sampled_from(["ex", "me", "unclear"]),
        key=st.just("harm_example"),
        quote=st.just("words"),
        start=st.just(0),
        end=st.just(5),
        reply=st.sampled_from([None, "meant", "not_meant", "unsure"]),
    ),
    max_size=2,
)
