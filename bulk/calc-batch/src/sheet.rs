//! A table of answers, column by column: each is a name and what it takes from an answer. A row without an answer has
//! nulls, and its problems. With no answers at all the same columns are the schema.

use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder, StructBuilder};
use arrow_array::{
    Array, ArrayRef, Date32Array, Decimal128Array, Int32Array, RecordBatch, StringArray,
};
use arrow_schema::{DataType, Field, FieldRef, Fields, Schema, SchemaRef};
use calc_core::contract::Told;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use crate::Wrong;
use crate::shape::{self, CENTS, DIGITS};

/// What a household came to: its rows, or what is wrong with it.
pub(crate) type Outcome<T> = Result<Vec<T>, Vec<Told>>;

/// The fields of a problem, as the contract has them.
const PROBLEM: [&str; 4] = ["pad", "code", "reden", "toegestaan"];
const EPOCH: Date = date(1970, 1, 1);

/// The rows of a table and the columns they have so far.
pub(crate) struct Sheet<T> {
    rows: Vec<Row<T>>,
    fields: Vec<FieldRef>,
    columns: Vec<ArrayRef>,
}

/// A row: of which household, and its answer.
struct Row<T> {
    of: u64,
    answer: Result<T, Vec<Told>>,
}

impl<T> Sheet<T> {
    /// The rows of these households, in order.
    pub(crate) fn of(outcomes: Vec<Outcome<T>>) -> Self {
        let rows = (0..).zip(outcomes).flat_map(|(of, outcome)| match outcome {
            Ok(answers) => {
                answers.into_iter().map(|answer| Row { of, answer: Ok(answer) }).collect()
            }
            Err(problems) => vec![Row { of, answer: Err(problems) }],
        });
        Self { rows: rows.collect(), fields: Vec::new(), columns: Vec::new() }
    }

    /// For each row the place of its household.
    pub(crate) fn households(&self) -> Vec<u64> {
        self.rows.iter().map(|row| row.of).collect()
    }

    /// A column that was made elsewhere.
    pub(crate) fn put(&mut self, field: FieldRef, column: ArrayRef) {
        self.fields.push(field);
        self.columns.push(column);
    }

    /// An amount of money or a number of hours.
    pub(crate) fn amount(&mut self, name: impl Into<String>, of: impl Fn(&T) -> Option<Decimal>) {
        let column: Decimal128Array = self.values(|row| of(row).map(cents)).collect();
        let data_type = shape::amount();
        // The precision is that of the contract's columns, which holds every amount.
        let column = column.with_precision_and_scale(DIGITS, CENTS);
        let column = column.unwrap_or_else(|_| Decimal128Array::new_null(self.rows.len()));
        self.add(name, data_type, Arc::new(column));
    }

    /// A day.
    pub(crate) fn day(&mut self, name: impl Into<String>, of: impl Fn(&T) -> Option<Date>) {
        let column: Date32Array = self.values(|row| of(row).map(days)).collect();
        self.add(name, DataType::Date32, Arc::new(column));
    }

    /// A whole number.
    pub(crate) fn whole(&mut self, name: impl Into<String>, of: impl Fn(&T) -> Option<i32>) {
        let column: Int32Array = self.values(of).collect();
        self.add(name, DataType::Int32, Arc::new(column));
    }

    /// A word of the contract.
    pub(crate) fn word(
        &mut self,
        name: impl Into<String>,
        of: impl Fn(&T) -> Option<&'static str>,
    ) {
        let column: StringArray = self.values(of).collect();
        self.add(name, DataType::Utf8, Arc::new(column));
    }

    /// Words of the contract.
    pub(crate) fn words(&mut self, name: impl Into<String>, of: impl Fn(&T) -> Vec<&'static str>) {
        let mut column = ListBuilder::new(StringBuilder::new());
        for row in &self.rows {
            match &row.answer {
                Ok(answer) => column.append_value(of(answer).into_iter().map(Some)),
                Err(_) => column.append_null(),
            }
        }
        let item = Arc::new(Field::new("item", DataType::Utf8, true));
        self.add(name, DataType::List(item), Arc::new(column.finish()));
    }

    /// The same text on every row.
    pub(crate) fn same(&mut self, name: &str, text: Option<&str>) {
        let column: StringArray = self.rows.iter().map(|_| text).collect();
        self.add(name, DataType::Utf8, Arc::new(column));
    }

    /// What is wrong with rows that have no answer; the last column.
    pub(crate) fn close(mut self) -> Result<RecordBatch, Wrong> {
        let fields: Fields =
            PROBLEM.iter().map(|name| Field::new(*name, DataType::Utf8, true)).collect();
        let problem = StructBuilder::from_fields(fields.clone(), 0);
        let mut column = ListBuilder::new(problem);
        for row in &self.rows {
            let problems = row.answer.as_ref().err();
            for Told { pad, code, reden, toegestaan } in problems.into_iter().flatten() {
                let problem = column.values();
                for (at, text) in [pad, code, reden, toegestaan].into_iter().enumerate() {
                    if let Some(field) = problem.field_builder::<StringBuilder>(at) {
                        field.append_value(text);
                    }
                }
                problem.append(true);
            }
            column.append(problems.is_some());
        }
        let column = column.finish();
        self.add("problemen", column.data_type().clone(), Arc::new(column));
        let schema: SchemaRef = Arc::new(Schema::new(self.fields));
        Ok(RecordBatch::try_new(schema, self.columns)?)
    }

    fn values<V>(&self, of: impl Fn(&T) -> Option<V>) -> impl Iterator<Item = Option<V>> {
        self.rows.iter().map(move |row| row.answer.as_ref().ok().and_then(&of))
    }

    fn add(&mut self, name: impl Into<String>, data_type: DataType, column: ArrayRef) {
        self.put(Arc::new(Field::new(name, data_type, true)), column);
    }
}

/// As the contract writes an amount, in cents.
fn cents(amount: Decimal) -> i128 {
    let mut amount = amount;
    amount.rescale(CENTS.unsigned_abs().into());
    amount.mantissa()
}

pub(crate) fn days(day: Date) -> i32 {
    (day - EPOCH).get_days()
}
