"""The engines that people have: each hands over its own columns and takes the answer back."""

import importlib.util
from decimal import Decimal

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import rekenhulp

SOME = 60


@pytest.fixture(scope="module")
def some(table):
    # Polars has no maps; a struct does as well, and nobody's amounts are typed in by hand here.
    table = table.slice(0, SOME).drop(["huishouden", "kalender", "weekplan"])
    houses = pa.array(
        [
            {
                "geboren": "1994-03-14" if at != 7 else "1794-03-14",
                "kale_huur": Decimal("655.00"),
                "kinderen": [
                    {
                        "geboren": "2023-05-01",
                        "opvang": [
                            {"soort": "dagopvang", "uren_per_maand": 110, "uurprijs": Decimal("11.95")}
                        ],
                    }
                ],
            }
            for at in range(SOME)
        ]
    )
    days = pa.array(["2026-10-01"] * SOME)
    jobs = [{"uren_per_week": 8 + at % 30, "uurloon": Decimal("15.52")} for at in range(SOME)]
    return pa.table({"id": table["id"], "peildatum": days, "huishouden": houses, "baan": pa.array(jobs)})


@pytest.fixture(scope="module")
def answer(some):
    found = rekenhulp.month(some)
    assert found["problemen"].null_count == SOME - 1
    return found


def same(found, answer):
    """Text and lists may come back in another kind of array."""
    assert found.to_pylist() == answer.to_pylist()


def test_polars_eager(some, answer):
    households = pl.from_arrow(some)
    same(rekenhulp.month(households), answer)
    back = pl.from_arrow(rekenhulp.month(households))
    assert back.schema["verschil"] == pl.Decimal(10, 2)


def test_polars_lazy(some, answer):
    schema = pl.from_arrow(rekenhulp.schema("month").empty_table()).schema
    lazy = pl.from_arrow(some).lazy().map_batches(
        lambda it: pl.from_arrow(rekenhulp.month(it)), schema=schema
    )
    found = lazy.select("id", "verschil").collect(engine="streaming")
    assert found["verschil"].to_list() == answer["verschil"].to_pylist()


def test_duckdb(some, answer):
    con = duckdb.connect()
    con.register("households", some)
    found = rekenhulp.month(con.sql("select * from households"))
    same(found, answer)
    sums = con.sql("select count(*), sum(verschil) from found where problemen is null").fetchall()
    amounts = [it for it in answer["verschil"].to_pylist() if it is not None]
    assert sums == [(SOME - 1, sum(amounts))]


def test_pandas_of_arrow_types_and_of_python_objects(some, answer):
    typed = some.to_pandas(types_mapper=pd.ArrowDtype)
    same(rekenhulp.month(typed), answer)
    same(rekenhulp.month(pa.Table.from_pandas(some.to_pandas(), preserve_index=False)), answer)


def test_parquet_comes_in_batch_by_batch(some, answer, tmp_path):
    file = tmp_path / "households.parquet"
    pq.write_table(some, file, row_group_size=7)
    batches = pq.ParquetFile(file).iter_batches(batch_size=9)
    same(pa.Table.from_batches(map(rekenhulp.month_batch, batches)), answer)


spark_is_here = importlib.util.find_spec("pyspark") is not None


@pytest.mark.skipif(not spark_is_here, reason="Spark is not installed")
def test_spark(some, answer, tmp_path):
    from pyspark.sql import SparkSession

    def answers(batches):
        for batch in batches:
            if batch.num_rows:
                yield rekenhulp.month_batch(batch)

    file = str(tmp_path / "households.parquet")
    pq.write_table(some, file)
    spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = spark.read.parquet(file).mapInArrow(answers, rekenhulp.spark_ddl("month"))
        rows = {row["id"]: row["verschil"] for row in frame.select("id", "verschil").collect()}
    finally:
        spark.stop()
    assert rows == dict(zip(answer["id"].to_pylist(), answer["verschil"].to_pylist()))
