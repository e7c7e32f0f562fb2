"""The first question of `policy.py` in Spark: who keeps less than a twentieth of the extra wage, at 12, 20 and 28 hours.

    pip install pyspark==4.3.0
    python bulk/examples/caseload.py 35000 households.parquet
    PYSPARK_PYTHON=python python bulk/examples/policy_spark.py households.parquet

Spark has Java 17 or newer beneath it. A job that was broken off is simply run again: nothing is kept but what it writes.
"""

import json
import sys

import rekenhulp
from pyspark.sql import SparkSession
from pyspark.sql import functions as f

LINES = ["netto_loon", "besteedbaar"]


def hours(batches):
    for batch in batches:
        if batch.num_rows:
            yield rekenhulp.hours_batch(batch, lijnen=LINES)


def month(batches):
    for batch in batches:
        if batch.num_rows:
            yield rekenhulp.month_batch(batch)


def shares(households):
    """As Spark columns: the share, and how many households it is of."""
    curve = households.mapInArrow(hours, rekenhulp.spark_ddl("hours", lijnen=LINES))
    now = households.mapInArrow(month, rekenhulp.spark_ddl("month"))
    now = now.select("id", "nu_netto_loon", "nu_besteedbaar")
    gain = f.col("besteedbaar") - f.col("nu_besteedbaar")
    wage = f.col("netto_loon") - f.col("nu_netto_loon")
    asked = curve.where(f.col("uren").isin(12, 20, 28) & f.col("problemen").isNull())
    keeps_nothing = (gain < wage * f.lit("0.05").cast("decimal(3,2)")).cast("int")
    found = asked.join(now, "id").groupBy("uren")
    return found.agg(f.round(100 * f.avg(keeps_nothing), 1).alias("aandeel"), f.count("*").alias("huishoudens"))


def main():
    spark = SparkSession.builder.config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    found = shares(spark.read.parquet(sys.argv[1])).orderBy("uren").collect()
    for row in found:
        print(json.dumps({"uren": int(row["uren"]), "aandeel": row["aandeel"], "huishoudens": row["huishoudens"]}))
    spark.stop()


if __name__ == "__main__":
    main()
