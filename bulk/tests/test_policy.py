"""The policy example makes its page, and what it says of a caseload is what the calculation says of its households."""

import re
import subprocess
import sys
from decimal import Decimal

import pyarrow.parquet as pq
import pytest
import rekenhulp
from conftest import REPOSITORY

EXAMPLES = REPOSITORY / "bulk/examples"


def run(*arguments):
    done = subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def caseload(tmp_path_factory):
    file = tmp_path_factory.mktemp("policy") / "households.parquet"
    run(EXAMPLES / "caseload.py", 150, file)
    return file


def test_the_same_number_makes_the_same_caseload_and_nobody_is_refused(caseload, tmp_path):
    again = tmp_path / "again.parquet"
    run(EXAMPLES / "caseload.py", 150, again)
    households = pq.read_table(caseload)
    assert households.equals(pq.read_table(again))
    assert rekenhulp.summary(households)["problemen"].null_count == 150


def test_the_page_says_what_the_households_come_to(caseload, tmp_path):
    file = tmp_path / "policy.html"
    run(EXAMPLES / "policy.py", caseload, file)
    page = file.read_text()
    assert page.count("<svg") == 3 and page.count("<table>") == 4
    # Nothing is fetched: the page can be sent to somebody.
    assert not re.search(r"<script|<link|src=|@import", page)
    households = pq.read_table(caseload)
    now = {row["id"]: row for row in rekenhulp.month(households).to_pylist()}
    points = rekenhulp.hours(households, from_="20", to="20").to_pylist()

    def keeps_nothing(point):
        month = now[point["id"]]
        wage = point["netto_loon"] - month["nu_netto_loon"]
        return point["besteedbaar"] - month["nu_besteedbaar"] < Decimal("0.05") * wage

    share = round(Decimal(100 * sum(map(keeps_nothing, points))) / len(points), 1).normalize()
    assert f"Bij 20 uur is dat {share:f}%".replace(".", ",") in page
