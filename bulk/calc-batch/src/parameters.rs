//! The amounts of law as a table.

use std::sync::Arc;

use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use calc_core::parameters::{About, SETS, Version};
use jiff::civil::Date;

use crate::Wrong;
use crate::sheet::days;

/// Every amount, or those that hold on a day (2026-10-01): a row for each with its name as a scenario takes it, value,
/// unit, the days it holds, status, article and source.
pub fn table(day: Option<&str>) -> Result<RecordBatch, Wrong> {
    let day = day.map(read).transpose()?;
    let holds = |version: &&Version| {
        day.is_none_or(|day| version.valid_from <= day && day <= version.valid_to)
    };
    let versions = SETS.iter().flat_map(|set| set.versions.iter()).filter(holds);
    let rows: Vec<(&Version, &About)> = versions
        .flat_map(|version| version.values.iter().map(move |about| (version, *about)))
        .collect();
    let text = |of: &dyn Fn(&About) -> String| -> (DataType, ArrayRef) {
        let column: StringArray = rows.iter().map(|(_, about)| Some(of(about))).collect();
        (DataType::Utf8, Arc::new(column))
    };
    let date = |of: &dyn Fn(&Version) -> Date| -> (DataType, ArrayRef) {
        let column: Date32Array = rows.iter().map(|(version, _)| Some(days(of(version)))).collect();
        (DataType::Date32, Arc::new(column))
    };
    let columns = [
        ("naam", text(&|it| format!("{}.{}", it.set, it.name))),
        ("waarde", text(&|it| it.shown.to_owned())),
        ("eenheid", text(&|it| it.unit.to_owned())),
        ("geldig_van", date(&|it| it.valid_from)),
        ("geldig_tot", date(&|it| it.valid_to)),
        ("status", text(&|it| it.status.as_str().to_owned())),
        ("artikel", text(&|it| it.article.to_owned())),
        ("bron", text(&|it| it.source.title.to_owned())),
        ("bron_url", text(&|it| it.source.url.to_owned())),
    ];
    let (fields, columns): (Vec<Field>, Vec<ArrayRef>) = columns
        .into_iter()
        .map(|(name, (kind, column))| (Field::new(name, kind, false), column))
        .unzip();
    Ok(RecordBatch::try_new(Arc::new(Schema::new(fields)), columns)?)
}

fn read(day: &str) -> Result<Date, Wrong> {
    let wrong = || Wrong(format!("date is {day:?}; it may be a day, as 2026-10-01"));
    day.parse().ok().filter(|read: &Date| read.to_string() == day).ok_or_else(wrong)
}
