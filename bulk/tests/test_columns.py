"""Columns of every kind that engines hand over, and what is refused of the columns themselves."""

from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc
import pytest
import rekenhulp
from conftest import as_table

SOME = 40


@pytest.fixture(scope="module")
def some(table):
    return table.slice(0, SOME).combine_chunks()


@pytest.fixture(scope="module")
def answer(some):
    return rekenhulp.month(some)


def with_kind(column, change):
    """A column whose parts, however deep, are of a changed type."""
    kind = column.type
    if pa.types.is_struct(kind):
        fields = [with_kind(column.field(at), change) for at in range(kind.num_fields)]
        names = [field.name for field in kind]
        return pa.StructArray.from_arrays(fields, names=names, mask=column.is_null())
    if pa.types.is_map(kind):
        return column
    if pa.types.is_list(kind):
        mask = column.is_null()
        return pa.ListArray.from_arrays(column.offsets, with_kind(column.values, change), mask=mask)
    return change(column)


def changed(table, change):
    columns = [table["id"]]
    columns += [with_kind(table[name].combine_chunks(), change) for name in table.column_names[1:]]
    return pa.table(columns, names=table.column_names)


def only(test, convert):
    return lambda column: convert(column) if test(column.type) else column


KINDS = {
    "large_string": only(pa.types.is_string, lambda it: it.cast(pa.large_string())),
    "string_view": only(pa.types.is_string, lambda it: it.cast(pa.string_view())),
    "dictionary": only(pa.types.is_string, lambda it: it.dictionary_encode()),
    "dates as text": only(pa.types.is_date, lambda it: it.cast(pa.string())),
    "amounts as text": only(pa.types.is_decimal, lambda it: it.cast(pa.string())),
    "decimal(38,18)": only(pa.types.is_decimal, lambda it: it.cast(pa.decimal128(38, 18))),
    "decimal(12,4)": only(pa.types.is_decimal, lambda it: it.cast(pa.decimal128(12, 4))),
    "int64": only(pa.types.is_integer, lambda it: it.cast(pa.int64())),
    "uint16": only(pa.types.is_integer, lambda it: it.cast(pa.uint16())),
    "whole numbers as decimals": only(pa.types.is_integer, lambda it: it.cast(pa.decimal128(38, 4))),
}


@pytest.mark.parametrize("kind", KINDS)
def test_values_are_read_whatever_kind_of_array_holds_them(kind, some, answer):
    other = changed(some, KINDS[kind])
    assert other.schema != some.schema
    assert rekenhulp.month(other).equals(answer)


def test_a_slice_is_answered_as_those_rows(some, answer):
    for start, length in [(0, 7), (5, 11), (SOME - 3, 3), (4, 0)]:
        assert rekenhulp.month(some.slice(start, length)).equals(answer.slice(start, length))
        batch = some.to_batches()[0].slice(start, length)
        assert pa.Table.from_batches([rekenhulp.month_batch(batch)]).equals(answer.slice(start, length))


def test_an_empty_batch_has_the_columns_of_a_full_one(some):
    empty = some.slice(0, 0)
    for name in ("month", "hours", "calendar", "summary"):
        found = getattr(rekenhulp, name)(empty)
        assert found.num_rows == 0
        assert found.schema == rekenhulp.schema(name)
    batch = pa.RecordBatch.from_pylist([], schema=some.schema)
    assert rekenhulp.hours_batch(batch).schema == rekenhulp.schema("hours")


def test_batches_are_answered_one_after_the_other(some, answer):
    parts = pa.concat_tables([some.slice(0, 3), some.slice(3, 0), some.slice(3)])
    assert len(parts["id"].chunks) > 1
    assert rekenhulp.month(parts).equals(answer)
    reader = pa.RecordBatchReader.from_batches(some.schema, parts.to_batches())
    assert rekenhulp.month(reader).equals(answer)


def test_a_null_is_a_field_left_out(some, answer):
    """Columns that hold nothing may be missing, or be of no type at all."""
    present = [name for name in some.column_names if some[name].null_count < SOME]
    assert rekenhulp.month(some.select(present)).equals(answer)
    for name in set(some.column_names) - set(present):
        none = some.set_column(some.column_names.index(name), name, pa.nulls(SOME))
        assert rekenhulp.month(none).equals(answer)


def test_of_a_household_without_anything_all_that_is_required_is_told():
    found = rekenhulp.month(pa.table({"id": ["a"]})).to_pylist()[0]
    assert found["id"] == "a"
    assert {it["pad"] for it in found["problemen"]} == {"peildatum", "huishouden", "baan"}


@pytest.mark.parametrize("kind", [pa.string(), pa.int8(), pa.float64(), pa.decimal128(20, 0), pa.binary()])
def test_an_id_of_any_type_comes_back(kind, some):
    ids = [b"1", b"2", b"2"] if pa.types.is_binary(kind) else pa.array([1, 2, None]).cast(kind)
    three = some.slice(0, 3).drop(["id"]).append_column("wie", pa.array(ids, kind))
    found = rekenhulp.hours(three, id="wie", lijnen=["besteedbaar"])
    assert found.column_names == ["wie", "scenario", "uren", "besteedbaar", "problemen"]
    assert found["wie"].type == kind
    each = pc.value_counts(found["wie"].cast(pa.string())).to_pylist()
    assert sum(it["counts"] for it in each) == found.num_rows


def test_an_amount_with_too_many_decimals_is_refused_and_not_rounded(some):
    amount = pa.array([Decimal("655.0050"), Decimal("655.0000")], pa.decimal128(12, 4))
    house = some.slice(0, 2).to_pylist()
    two = [dict(it["huishouden"], kale_huur=None) for it in house]
    kind = some.schema.field("huishouden").type
    whole = pa.array(two, kind)
    at = kind.get_field_index("kale_huur")
    fields = [amount if place == at else whole.field(place) for place in range(kind.num_fields)]
    houses = pa.StructArray.from_arrays(fields, names=[field.name for field in kind])
    table = some.slice(0, 2).set_column(some.column_names.index("huishouden"), "huishouden", houses)
    first, second = rekenhulp.month(table)["problemen"].to_pylist()
    assert [it["pad"] for it in first] == ["huishouden.kale_huur"]
    assert second is None


REFUSED = {
    "a float": (
        {"id": [1], "huishouden": [{"kale_huur": 655.0}]},
        "column huishouden.kale_huur is Float64: a float holds no exact amount",
    ),
    "a float in a list": (
        {"id": [1], "huishouden": [{"kinderen": [{"opvang": [{"uurprijs": 9.5}]}]}]},
        r"column huishouden.kinderen.#.opvang.#.uurprijs is Float64",
    ),
    "a column nobody knows": ({"id": [1], "huur": [1]}, "the contract knows no column huur"),
    "one that is nested": (
        {"id": [1], "baan": [{"uren": 1}]},
        "the contract knows no column baan.uren; here it knows soort, uren_per_week",
    ),
    "no id": ({"iack": ["niet"]}, "there has to be one column id"),
    "text for an object": ({"id": [1], "baan": ["x"]}, "column baan is Utf8; it may be a struct"),
    "yes or no as a number": (
        {"id": [1], "bijstand": [{"ontvangt": 1}]},
        "column bijstand.ontvangt is Int64; it may be a boolean",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_columns_that_cannot_be_are_an_error_of_the_call(what):
    columns, sentence = REFUSED[what]
    with pytest.raises(ValueError, match=sentence):
        rekenhulp.month(pa.table(columns))
    with pytest.raises(ValueError, match=sentence):
        rekenhulp.month_batch(pa.RecordBatch.from_pydict(columns))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"from_": "x"}, "from_ is"),
        ({"from_": "30", "to": "20"}, "to:"),
        ({"step": "0"}, "step:"),
        ({"lijnen": ["loon"]}, "there is no line loon; there are netto_loon"),
    ],
)
def test_hours_that_cannot_be_are_an_error_of_the_call(arguments, sentence, some):
    with pytest.raises(ValueError, match=sentence):
        rekenhulp.hours(some, **arguments)


def test_only_the_hours_and_lines_that_were_asked_for_come_back(some):
    found = rekenhulp.hours(some, from_="12", to="28", step="8", lijnen=["netto_loon", "besteedbaar"])
    whole = rekenhulp.hours(some)
    asked = whole.filter(pc.is_in(whole["uren"], found["uren"].unique()))
    answered = found.filter(pc.is_null(found["problemen"]))
    assert answered.equals(asked.select(found.column_names))


def test_every_field_of_the_contract_is_a_column(some):
    """The schema is that of the contract: a household with every field once comes through it."""
    table = as_table([{"id": 1, "huishouden": {"gemeente_bedragen": {"werkpremie": "1"}}}])
    assert rekenhulp.month(table).num_rows == 1
    paths = set()

    def collect(field, path):
        paths.add(path)
        kind = field.type
        if pa.types.is_list(kind):
            field, path = kind.value_field, f"{path}.#"
            kind = field.type
        if pa.types.is_struct(kind):
            for inner in kind:
                collect(inner, f"{path}.{inner.name}")

    for field in rekenhulp.schema("situatie"):
        collect(field, field.name)
    told = (path for path in contract_paths() if not path.endswith(".*"))
    assert [path for path in told if path not in paths] == []


def contract_paths():
    from conftest import REPOSITORY

    for line in (REPOSITORY / "docs/contract.md").read_text().splitlines():
        parts = line.split(" | ")
        if len(parts) == 3 and parts[0].startswith("| `"):
            yield parts[0][3:-1]


def test_amounts_of_law_are_a_table():
    every, held = rekenhulp.parameters(), rekenhulp.parameters("2026-10-01")
    assert 0 < held.num_rows < every.num_rows
    assert "inkomensvrijlating.n_maximum" in held["naam"].to_pylist()
    with pytest.raises(ValueError, match="date is"):
        rekenhulp.parameters("1 oktober")
    first, last = rekenhulp.covered()
    assert first <= "2026-10-01" <= last
