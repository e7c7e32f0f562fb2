//! A question that is asked of many households: which table, by which amounts, under what column their ids stand.

use std::ops::Range;
use std::sync::Arc;
use std::thread;

use arrow_array::{RecordBatch, UInt64Array};
use arrow_schema::{Schema, SchemaRef};
use arrow_select::concat::concat_batches;
use arrow_select::take::take;
use calc_core::month::Lijn;
use calc_core::parameters::Book;
use calc_core::{Error, HoursOptions, Situatie};

use crate::columns::Households;
use crate::sheet::{Outcome, Sheet};
use crate::told::told;
use crate::{Wrong, calendar, hours, month, scenario, summary};

/// So many households at once: their answers are held until their columns are made.
const AT_ONCE: usize = 512;

/// A table of answers.
#[derive(Clone, Debug)]
pub enum Table {
    /// The steady month: a row for each household.
    Month,
    /// The hours curve: a row for each household and number of hours.
    Hours(HoursOptions, Vec<Lijn>),
    /// The first twelve months: thirteen rows for each household.
    Calendar,
    /// A few amounts of each: a row for each household.
    Summary,
}

impl Table {
    /// The hours curve of these hours; of the lines all, or those with these names.
    pub fn hours(
        from: &str,
        to: &str,
        step: &str,
        lijnen: Option<&[String]>,
    ) -> Result<Self, Wrong> {
        Ok(Self::Hours(hours::options(from, to, step)?, hours::lines(lijnen)?))
    }

    /// Which hours the curve has, as they are written.
    pub fn options(from: &str, to: &str, step: &str) -> Result<HoursOptions, Wrong> {
        hours::options(from, to, step)
    }

    /// The table with its usual arguments.
    pub fn named(name: &str) -> Result<Self, Wrong> {
        match name {
            "month" => Ok(Self::Month),
            "hours" => Ok(Self::Hours(HoursOptions::default(), Lijn::ALLE.to_vec())),
            "calendar" => Ok(Self::Calendar),
            "summary" => Ok(Self::Summary),
            _ => {
                let known = "month, hours, calendar and summary";
                Err(Wrong(format!("there is no table {name:?}; there are {known}")))
            }
        }
    }
}

/// What is asked of every household.
#[derive(Clone, Debug)]
pub struct Question {
    /// Which table.
    pub table: Table,
    /// The column that says whose a row is.
    pub id: String,
    /// By which amounts.
    pub book: Book,
}

impl Question {
    /// The columns of the answer, of households with these columns. What is wrong with those is told here.
    pub fn schema(&self, households: &Schema) -> Result<SchemaRef, Wrong> {
        let none = Households::of(&RecordBatch::new_empty(Arc::new(households.clone())), &self.id)?;
        Ok(self.rows(&none, 0..0)?.schema())
    }

    /// The answer to a batch: its rows in order, each with its id. By so many threads at most.
    pub fn answer(&self, batch: &RecordBatch, threads: usize) -> Result<RecordBatch, Wrong> {
        let households = Households::of(batch, &self.id)?;
        let rows = batch.num_rows();
        let each = rows.div_ceil(threads.max(1)).max(1);
        let starts = (0..rows).step_by(each);
        let parts = if rows <= each {
            vec![self.parts(&households, 0..rows)]
        } else {
            thread::scope(|scope| {
                let part = |from| self.parts(&households, from..rows.min(from + each));
                let running: Vec<_> = starts.map(|from| scope.spawn(move || part(from))).collect();
                let stopped = || Err(Wrong("a thread stopped".to_owned()));
                running.into_iter().map(|it| it.join().unwrap_or_else(|_| stopped())).collect()
            })
        };
        let parts = parts.into_iter().collect::<Result<Vec<_>, Wrong>>()?;
        let schema = self.rows(&households, 0..0)?.schema();
        Ok(concat_batches(&schema, parts.iter().flatten())?)
    }

    fn parts(
        &self,
        households: &Households,
        rows: Range<usize>,
    ) -> Result<Vec<RecordBatch>, Wrong> {
        let end = rows.end;
        rows.step_by(AT_ONCE).map(|at| self.rows(households, at..end.min(at + AT_ONCE))).collect()
    }

    /// The answers of some of the households.
    fn rows(&self, households: &Households, rows: Range<usize>) -> Result<RecordBatch, Wrong> {
        let asked = Asked { households, rows, book: self.book };
        match &self.table {
            Table::Month => asked.table(Situatie::from_json_by, month::of, month::columns),
            Table::Hours(options, lijnen) => {
                let of = |situatie: &Situatie| hours::of(situatie, *options);
                asked.table(Situatie::from_json_by, of, |sheet| hours::columns(sheet, lijnen))
            }
            Table::Calendar => {
                asked.table(Situatie::for_calendar_by, calendar::of, calendar::columns)
            }
            Table::Summary => asked.table(Situatie::for_calendar_by, summary::of, summary::columns),
        }
    }
}

/// Some households, and by which amounts.
struct Asked<'a> {
    households: &'a Households,
    rows: Range<usize>,
    book: Book,
}

impl Asked<'_> {
    /// Reads each, works out its rows, and makes columns of them: the id, the scenario, those of the table, the problems.
    fn table<T>(
        self,
        read: impl Fn(Book, &str) -> Result<Situatie, Error>,
        of: impl Fn(&Situatie) -> Outcome<T>,
        columns: impl FnOnce(&mut Sheet<T>),
    ) -> Result<RecordBatch, Wrong> {
        let Self { households, rows, book } = self;
        let (mut json, from) = (String::new(), rows.start);
        let outcomes = rows.map(|row| {
            households.write(row, &mut json);
            read(book, &json).map_err(|error| told(&error)).and_then(|situatie| of(&situatie))
        });
        let mut sheet = Sheet::of(outcomes.collect());
        let own = sheet.households().into_iter().map(|at| at + from as u64);
        let ids = take(&households.id, &own.collect::<UInt64Array>(), None)?;
        sheet.put(households.id_field.clone(), ids);
        sheet.same("scenario", scenario::mark(book).as_deref());
        columns(&mut sheet);
        sheet.close()
    }
}
