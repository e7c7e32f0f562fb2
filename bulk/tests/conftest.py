"""What the tests share: households that `tests/examples/households.rs` makes up, as JSON and as columns, and `calc`.

Two settings come from `cargo xtask test`: HOUSEHOLDS, a file with a household a line, and CALC, the command.
"""

import datetime
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
import rekenhulp

REPOSITORY = Path(__file__).resolve().parents[2]
# Spark's workers, where there is a Spark, have to be of the Python that has the wheel.
os.environ["PYSPARK_PYTHON"] = sys.executable


def without_nulls(value):
    """A null in a column is a field left out, so that is how households are sent everywhere here."""
    if isinstance(value, dict):
        return {name: without_nulls(field) for name, field in value.items() if field is not None}
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    return value


def as_typed(value, kind):
    """A value of the contract's JSON as the type of its column."""
    if value is None:
        return None
    if pa.types.is_decimal(kind):
        return Decimal(str(value))
    if pa.types.is_date(kind):
        return datetime.date.fromisoformat(value)
    if pa.types.is_map(kind):
        return [(name, as_typed(field, kind.item_type)) for name, field in value.items()]
    if pa.types.is_struct(kind):
        unknown = set(value) - {field.name for field in kind}
        assert not unknown, unknown
        return {field.name: as_typed(value.get(field.name), field.type) for field in kind}
    if pa.types.is_list(kind):
        return [as_typed(item, kind.value_type) for item in value]
    return value


def as_table(households):
    """Households as columns, by the schema that the wheel hands out."""
    schema = rekenhulp.schema("situatie")
    rows = [{field.name: as_typed(it.get(field.name), field.type) for field in schema} for it in households]
    return pa.Table.from_pylist(rows, schema=schema)


def calc(picture, households, *options):
    """What `calc batch` answers, a line for each household."""
    lines = "".join(json.dumps(household) + "\n" for household in households)
    command = [os.environ["CALC"], "batch", picture, "-", *options]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.fixture(scope="session")
def households():
    """Households of every kind; two in the middle are refused."""
    lines = Path(os.environ["HOUSEHOLDS"]).read_text().splitlines()
    read = [without_nulls(json.loads(line)) for line in lines]
    middle = len(read) // 2
    read[middle]["baan"]["uren_per_week"] = "61.25"
    del read[middle + 1]["huishouden"]["geboren"]
    return read


@pytest.fixture(scope="session")
def table(households):
    """The same as columns."""
    return as_table(households)
