"""What docs/batch.md shows runs as it stands there."""

import importlib.util
import re
import subprocess
import sys

import pytest
from conftest import REPOSITORY

PAGE = (REPOSITORY / "docs/batch.md").read_text()
EXAMPLES = re.findall(r"^```python *(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """With the file that the page has made, but of fewer households."""
    place = tmp_path_factory.mktemp("docs")
    command = re.search(r"^python (bulk/examples/\S+) 1000 (households.parquet)$", PAGE, re.MULTILINE)
    run([str(REPOSITORY / command[1]), "100", command[2]], place)
    return place


def run(arguments, folder):
    done = subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_engine_has_an_example():
    engines = ("duckdb", "polars", "pandas", "pyspark")
    assert all(any(f" {name}" in code for _, code in EXAMPLES) for name in engines)


@pytest.mark.parametrize("code", [code for kind, code in EXAMPLES if kind != "spark"])
def test_examples_run_as_written(code, folder):
    assert run(["-c", code], folder).strip()


@pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="Spark is not installed")
@pytest.mark.parametrize("code", [code for kind, code in EXAMPLES if kind == "spark"])
def test_the_example_of_spark_runs_as_written(code, folder):
    assert "daling_oorzaak" in run(["-c", code], folder)
