//! The Python module `rekenhulp`. `rekenhulp.pyi` beside it says what each function takes and gives; what they do is in
//! `calc_batch`.

use arrow_array::ffi_stream::RecordBatchStreamReader;
use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_pyarrow::{FromPyArrow, IntoPyArrow, ToPyArrow};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use calc_batch::{
    Question, Table, Wrong, ddl, json, parameters as amounts, scenario as scenarios, shape,
};
use calc_core::contract::Told;
use calc_core::parameters::Book;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

pyo3::create_exception!(
    rekenhulp,
    Refused,
    PyValueError,
    "A household that is refused; `problems` lists everything that is wrong, as `problemen` does."
);

/// The amounts of a scenario: names as `parameters()` has them, values as text, in the order of the dict.
type Scenario<'a, 'py> = Option<&'a Bound<'py, PyDict>>;

fn wrong(wrong: Wrong) -> PyErr {
    PyValueError::new_err(wrong.0)
}

fn book(scenario: Scenario) -> PyResult<Book> {
    let changed: Vec<(String, String)> = scenario
        .into_iter()
        .flatten()
        .map(|(name, value)| Ok((name.extract()?, value.extract()?)))
        .collect::<PyResult<_>>()?;
    scenarios::book(&changed).map_err(wrong)
}

fn asked(table: Table, id: &str, scenario: Scenario) -> PyResult<Question> {
    Ok(Question { table, id: id.to_owned(), book: book(scenario)? })
}

fn curve(from: &str, to: &str, step: &str, lijnen: Option<&[String]>) -> PyResult<Table> {
    Table::hours(from, to, step, lijnen).map_err(wrong)
}

/// A `pyarrow.Table` of the answers to all batches of a stream, worked out batch by batch.
fn table<'py>(
    data: &Bound<'py, PyAny>,
    question: Question,
    threads: usize,
) -> PyResult<Bound<'py, PyAny>> {
    let households = RecordBatchStreamReader::from_pyarrow_bound(data)?;
    let schema = question.schema(&households.schema()).map_err(wrong)?;
    let answers = households.map(move |batch| {
        let answer = question.answer(&batch?, threads);
        answer.map_err(|wrong| ArrowError::InvalidArgumentError(wrong.0))
    });
    let reader: Box<dyn RecordBatchReader + Send> =
        Box::new(RecordBatchIterator::new(answers, schema));
    // pyarrow lets go of Python while it reads.
    reader.into_pyarrow(data.py())?.call_method0("read_all")
}

fn batch<'py>(data: &Bound<'py, PyAny>, question: &Question) -> PyResult<Bound<'py, PyAny>> {
    let households = RecordBatch::from_pyarrow_bound(data)?;
    let py = data.py();
    py.detach(|| question.answer(&households, 1)).map_err(wrong)?.to_pyarrow(py)
}

/// One row for each household: the steady month, now and with the job.
#[pyfunction]
#[pyo3(signature = (data, *, id = "id", scenario = None, threads = 1))]
fn month<'py>(
    data: &Bound<'py, PyAny>,
    id: &str,
    scenario: Scenario<'_, 'py>,
    threads: usize,
) -> PyResult<Bound<'py, PyAny>> {
    table(data, asked(Table::Month, id, scenario)?, threads)
}

/// A row for each household and number of hours: the lines of the month with a job of these hours.
#[pyfunction]
#[pyo3(signature = (data, *, id = "id", from_ = "0", to = "40", step = "1", lijnen = None, scenario = None, threads = 1))]
#[expect(clippy::too_many_arguments, clippy::needless_pass_by_value, reason = "as Python calls it")]
fn hours<'py>(
    data: &Bound<'py, PyAny>,
    id: &str,
    from_: &str,
    to: &str,
    step: &str,
    lijnen: Option<Vec<String>>,
    scenario: Scenario<'_, 'py>,
    threads: usize,
) -> PyResult<Bound<'py, PyAny>> {
    table(data, asked(curve(from_, to, step, lijnen.as_deref())?, id, scenario)?, threads)
}

/// Thirteen rows for each household: the month before the start and the first twelve.
#[pyfunction]
#[pyo3(signature = (data, *, id = "id", scenario = None, threads = 1))]
fn calendar<'py>(
    data: &Bound<'py, PyAny>,
    id: &str,
    scenario: Scenario<'_, 'py>,
    threads: usize,
) -> PyResult<Bound<'py, PyAny>> {
    table(data, asked(Table::Calendar, id, scenario)?, threads)
}

/// One row for each household: the few amounts that a question about many asks for.
#[pyfunction]
#[pyo3(signature = (data, *, id = "id", scenario = None, threads = 1))]
fn summary<'py>(
    data: &Bound<'py, PyAny>,
    id: &str,
    scenario: Scenario<'_, 'py>,
    threads: usize,
) -> PyResult<Bound<'py, PyAny>> {
    table(data, asked(Table::Summary, id, scenario)?, threads)
}

/// `month` of one record batch: for `mapInArrow` and `map_batches`.
#[pyfunction]
#[pyo3(signature = (batch, *, id = "id", scenario = None))]
fn month_batch<'py>(
    batch: &Bound<'py, PyAny>,
    id: &str,
    scenario: Scenario<'_, 'py>,
) -> PyResult<Bound<'py, PyAny>> {
    self::batch(batch, &asked(Table::Month, id, scenario)?)
}

/// `hours` of one record batch.
#[pyfunction]
#[pyo3(signature = (batch, *, id = "id", from_ = "0", to = "40", step = "1", lijnen = None, scenario = None))]
#[expect(clippy::needless_pass_by_value, reason = "as Python calls it")]
fn hours_batch<'py>(
    batch: &Bound<'py, PyAny>,
    id: &str,
    from_: &str,
    to: &str,
    step: &str,
    lijnen: Option<Vec<String>>,
    scenario: Scenario<'_, 'py>,
) -> PyResult<Bound<'py, PyAny>> {
    self::batch(batch, &asked(curve(from_, to, step, lijnen.as_deref())?, id, scenario)?)
}

/// `calendar` of one record batch.
#[pyfunction]
#[pyo3(signature = (batch, *, id = "id", scenario = None))]
fn calendar_batch<'py>(
    batch: &Bound<'py, PyAny>,
    id: &str,
    scenario: Scenario<'_, 'py>,
) -> PyResult<Bound<'py, PyAny>> {
    self::batch(batch, &asked(Table::Calendar, id, scenario)?)
}

/// `summary` of one record batch.
#[pyfunction]
#[pyo3(signature = (batch, *, id = "id", scenario = None))]
fn summary_batch<'py>(
    batch: &Bound<'py, PyAny>,
    id: &str,
    scenario: Scenario<'_, 'py>,
) -> PyResult<Bound<'py, PyAny>> {
    self::batch(batch, &asked(Table::Summary, id, scenario)?)
}

/// The steady month of one household, JSON in and out as the contract has it.
#[pyfunction]
#[pyo3(signature = (situatie, *, scenario = None))]
fn month_json(py: Python<'_>, situatie: &str, scenario: Scenario) -> PyResult<String> {
    written(py, json::month(book(scenario)?, situatie))
}

/// The hours curve of one household, JSON in and out as the contract has it.
#[pyfunction]
#[pyo3(signature = (situatie, *, from_ = "0", to = "40", step = "1", scenario = None))]
fn hours_json(
    py: Python<'_>,
    situatie: &str,
    from_: &str,
    to: &str,
    step: &str,
    scenario: Scenario,
) -> PyResult<String> {
    let options = Table::options(from_, to, step).map_err(wrong)?;
    written(py, json::hours(book(scenario)?, situatie, options))
}

/// The first twelve months of one household, JSON in and out as the contract has it.
#[pyfunction]
#[pyo3(signature = (situatie, *, scenario = None))]
fn calendar_json(py: Python<'_>, situatie: &str, scenario: Scenario) -> PyResult<String> {
    written(py, json::calendar(book(scenario)?, situatie))
}

fn written(py: Python<'_>, written: json::Written) -> PyResult<String> {
    written.or_else(|problems| Err(refused(py, &problems)?))
}

/// The error that carries what is wrong with a household.
fn refused(py: Python<'_>, problems: &[Told]) -> PyResult<PyErr> {
    let line = |it: &Told| format!("{}: {} ({})", it.pad, it.reden, it.toegestaan);
    let error = Refused::new_err(problems.iter().map(line).collect::<Vec<_>>().join("\n"));
    let told = PyList::empty(py);
    for Told { pad, code, reden, toegestaan } in problems {
        // In the order of the contract.
        let problem = PyDict::new(py);
        for (name, text) in
            [("pad", pad), ("code", code), ("reden", reden), ("toegestaan", toegestaan)]
        {
            problem.set_item(name, text)?;
        }
        told.append(problem)?;
    }
    error.value(py).setattr("problems", told)?;
    Ok(error)
}

/// The columns of `situatie`, `month`, `hours`, `calendar` or `summary`, as a `pyarrow.Schema`.
#[pyfunction]
#[pyo3(signature = (table, *, id = "id", id_type = None, lijnen = None))]
#[expect(clippy::needless_pass_by_value, reason = "as Python calls it")]
fn schema<'py>(
    py: Python<'py>,
    table: &str,
    id: &str,
    id_type: Option<&Bound<'py, PyAny>>,
    lijnen: Option<Vec<String>>,
) -> PyResult<Bound<'py, PyAny>> {
    let id_type = id_type.map_or(Ok(DataType::Int64), DataType::from_pyarrow_bound)?;
    columns(table, id, id_type, lijnen.as_deref())?.to_pyarrow(py)
}

/// The columns of a table as Spark writes them: the second argument of `mapInArrow`.
#[pyfunction]
#[pyo3(signature = (table, *, id = "id", id_type = None, lijnen = None))]
#[expect(clippy::needless_pass_by_value, reason = "as Python calls it")]
fn spark_ddl(
    table: &str,
    id: &str,
    id_type: Option<&Bound<'_, PyAny>>,
    lijnen: Option<Vec<String>>,
) -> PyResult<String> {
    let id_type = id_type.map_or(Ok(DataType::Int64), DataType::from_pyarrow_bound)?;
    Ok(ddl::spark(&columns(table, id, id_type, lijnen.as_deref())?))
}

fn columns(
    table: &str,
    id: &str,
    id_type: DataType,
    lijnen: Option<&[String]>,
) -> PyResult<Schema> {
    let field = Field::new(id, id_type, true);
    let households = shape::situatie(&field);
    if table == "situatie" {
        return Ok(households);
    }
    let table = match lijnen {
        Some(_) if table == "hours" => curve("0", "40", "1", lijnen)?,
        _ => Table::named(table).map_err(wrong)?,
    };
    let question = Question { table, id: id.to_owned(), book: Book::PUBLISHED };
    question.schema(&households).map(|it| it.as_ref().clone()).map_err(wrong)
}

/// The amounts of law as a `pyarrow.Table`: all, or those that hold on a day.
#[pyfunction]
#[pyo3(signature = (date = None))]
fn parameters<'py>(py: Python<'py>, date: Option<&str>) -> PyResult<Bound<'py, PyAny>> {
    let batch = amounts::table(date).map_err(wrong)?;
    let schema = batch.schema();
    let reader: Box<dyn RecordBatchReader + Send> =
        Box::new(RecordBatchIterator::new([Ok(batch)], schema));
    reader.into_pyarrow(py)?.call_method0("read_all")
}

/// The first and the last `peildatum` that can be computed.
#[pyfunction]
fn covered() -> (String, String) {
    let (first, last) = calc_core::coverage::days();
    (first.to_string(), last.to_string())
}

/// What is left when I take this job, for many households at once.
#[pymodule]
mod rekenhulp {
    #[pymodule_export]
    use super::{
        Refused, calendar, calendar_batch, calendar_json, covered, hours, hours_batch, hours_json,
        month, month_batch, month_json, parameters, schema, spark_ddl, summary, summary_batch,
    };

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "the name that Python asks for")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
