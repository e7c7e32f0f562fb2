"""What is left when I take this job, for many households at once.

Households come as columns named and nested as docs/contract.md has them (`schema("situatie")`): a row each, with a column
`id` of any type that is carried through. Of the contract's fields only the required ones have to be there; a null is a
field left out. Amounts are exact: decimals of any precision, whole numbers, or text as "11.75". A float column and a
column that the contract does not know are a `ValueError` of the call, before any row.

Answers are columns too. Money is decimal(10,2): euros a month unless the name says otherwise; hours a week are
decimal(10,2). A household that is refused is no error: it has one row with nulls and with `problemen`, a list of
`{pad, code, reden, toegestaan}` as in the contract; elsewhere `problemen` is null.

`scenario` are amounts tried in the place of published ones, by the names of `parameters()`:
`{"inkomensvrijlating.r_percentage": "25", "gemeente.eigen_deel_opvang": "100"}`. Every row that was computed by one says
so in its column `scenario` (JSON text; null by the published amounts). A wrong name or value is a `ValueError`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol

import pyarrow

__version__: str

Scenario = Mapping[str, str]
Answers = Literal["month", "hours", "calendar", "summary"]

class _Stream(Protocol):
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

class Refused(ValueError):
    """A household that is refused, by `month_json`, `hours_json` or `calendar_json`."""

    problems: list[dict[str, str]]
    """Everything that is wrong: `pad`, `code`, `reden`, `toegestaan`."""

def month(
    data: _Stream, *, id: str = "id", scenario: Scenario | None = None, threads: int = 1
) -> pyarrow.Table:
    """The steady month, now and with the job: one row for each household, in their order.

    `data`: a pyarrow Table or RecordBatchReader, or whatever offers `__arrow_c_stream__` (Polars, DuckDB, pandas).
    `threads`: how many processors may be used.

    Columns: `id`, `scenario`, `status` (`geldend` or `voortgezet`), the thirteen lines of the contract as `nu_…` and
    `met_baan_…`, `verschil` (of `besteedbaar`), `per_gewerkt_uur` (euros an hour; null without extra hours),
    `volgende_100` (kept of the next 100 euros gross; null without wage), `vrijlating_regel`, `besteedbaar_jaar_nu` and
    `besteedbaar_jaar_met_baan` (euros a year), the same with municipal money where `gemeente_meetellen` asks for it,
    `waarschuwingen` (codes), `problemen`.
    """

def hours(
    data: _Stream,
    *,
    id: str = "id",
    from_: str = "0",
    to: str = "40",
    step: str = "1",
    lijnen: Sequence[str] | None = None,
    scenario: Scenario | None = None,
    threads: int = 1,
) -> pyarrow.Table:
    """The hours curve: for each household a row for every number of hours a week, 41 of them unless told otherwise.

    `from_`, `to`, `step`: hours as text, 0 to 60. `lijnen`: only these lines of the contract (`["besteedbaar"]`), which
    keeps the answer small.

    Columns: `id`, `scenario`, `uren`, the thirteen lines with a job of these hours (or those of `lijnen`), `problemen`.
    """

def calendar(
    data: _Stream, *, id: str = "id", scenario: Scenario | None = None, threads: int = 1
) -> pyarrow.Table:
    """The first twelve months: thirteen rows for each household, month 0 (before the start) to 12.

    Columns: `id`, `scenario`, `nummer`, `maand` (its first day), `status`, `werk`, the sum of every code that moves on
    the account (signed), `begin`, `eind`, `laagste` and its date, `nog_terug`, `echt_van_haar`, `opzij`, `nooit_…` (the
    account had she never started), `waarde_…` (what the month brings whenever it is paid; null in month 0),
    `bijstand_regel`, `bijstand_recht`, `bijstand_openstaand`, `problemen`.
    """

def summary(
    data: _Stream, *, id: str = "id", scenario: Scenario | None = None, threads: int = 1
) -> pyarrow.Table:
    """The few amounts that a question about many asks for: one row for each household.

    Columns: `id`, `scenario`, `status`; of six lines `nu_…` and `met_baan_…`; `verschil`; `twaalf_maanden` (what the first
    twelve months bring more than never having started; null when the job is not reported) and the same
    `…_per_maand`; `laagste_saldo` of the account and its date; `break_even` (hours from which all more hours leave more
    than now; null: none), `einde_bijstand` (hours; null: never within 40), `beste_uren` within eight hours of the job
    offered and what they leave; the largest fall of the hours curve (`daling`, `daling_van`, `daling_tot`: null without
    one), and the line that fell most in it (`daling_oorzaak`, `daling_oorzaak_bedrag`); `problemen`.

    A household that the calendar refuses (a start it does not cover, an age of 67 within the year) is refused whole.
    """

def month_batch(
    batch: pyarrow.RecordBatch, *, id: str = "id", scenario: Scenario | None = None
) -> pyarrow.RecordBatch:
    """`month` of one record batch: for Spark's `mapInArrow` and for streams of any length."""

def hours_batch(
    batch: pyarrow.RecordBatch,
    *,
    id: str = "id",
    from_: str = "0",
    to: str = "40",
    step: str = "1",
    lijnen: Sequence[str] | None = None,
    scenario: Scenario | None = None,
) -> pyarrow.RecordBatch:
    """`hours` of one record batch."""

def calendar_batch(
    batch: pyarrow.RecordBatch, *, id: str = "id", scenario: Scenario | None = None
) -> pyarrow.RecordBatch:
    """`calendar` of one record batch."""

def summary_batch(
    batch: pyarrow.RecordBatch, *, id: str = "id", scenario: Scenario | None = None
) -> pyarrow.RecordBatch:
    """`summary` of one record batch."""

def month_json(situatie: str, *, scenario: Scenario | None = None) -> str:
    """The steady month of one household: a `situatie` as JSON in, what `calc month` writes out. Raises `Refused`."""

def hours_json(
    situatie: str,
    *,
    from_: str = "0",
    to: str = "40",
    step: str = "1",
    scenario: Scenario | None = None,
) -> str:
    """The hours curve of one household: what `calc hours` writes. Raises `Refused`."""

def calendar_json(situatie: str, *, scenario: Scenario | None = None) -> str:
    """The first twelve months of one household: what `calc calendar` writes. Raises `Refused`."""

def schema(
    table: Literal["situatie"] | Answers,
    *,
    id: str = "id",
    id_type: Any = ...,
    lijnen: Sequence[str] | None = None,
) -> pyarrow.Schema:
    """The columns of the households (`situatie`) or of an answer. `id_type`: a pyarrow type, int64 if left out."""

def spark_ddl(
    table: Literal["situatie"] | Answers,
    *,
    id: str = "id",
    id_type: Any = ...,
    lijnen: Sequence[str] | None = None,
) -> str:
    """The same as Spark writes it: the second argument of `mapInArrow`, which matches columns by position."""

def parameters(date: str | None = None) -> pyarrow.Table:
    """The amounts of law: all, or those that hold on a day ("2026-10-01").

    Columns: `naam` (as `scenario` takes it), `waarde`, `eenheid`, `geldig_van`, `geldig_tot`, `status`, `artikel`,
    `bron`, `bron_url`.
    """

def covered() -> tuple[str, str]:
    """The first and the last `peildatum` that can be computed."""
