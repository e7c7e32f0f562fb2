//! A batch of columns as rows of JSON: what the contract's door reads. Whatever kind of array a column is, its values come
//! out as the contract writes them; whether they are right is the door's to say.

use std::fmt::Write;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Decimal128Array, LargeStringArray, RecordBatch,
    StringArray, StringViewArray, StructArray,
};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, FieldRef};
use calc_core::dates::iso;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::Wrong;
use crate::shape::{self, Shape};

/// The day that dates are counted from.
const EPOCH: Date = date(1970, 1, 1);

/// The households of a batch.
pub(crate) struct Households {
    /// The id of each, under the name and of the type it came with.
    pub(crate) id: ArrayRef,
    pub(crate) id_field: FieldRef,
    columns: Vec<(String, Column)>,
}

impl Households {
    /// Of a batch whose columns are those of the contract and the id.
    pub(crate) fn of(batch: &RecordBatch, id: &str) -> Result<Self, Wrong> {
        shape::check(batch.schema_ref(), id)?;
        let (mut own, mut columns) = (None, Vec::new());
        let Shape::Object(shapes) = Shape::situatie() else {
            return Err(Wrong("the contract holds no fields".to_owned()));
        };
        for (field, array) in batch.schema_ref().fields().iter().zip(batch.columns()) {
            if field.name() == id {
                own = Some((array.clone(), field.clone()));
            } else if let Some((name, shape)) = shapes.iter().find(|(name, _)| name == field.name())
            {
                columns.push(((*name).to_owned(), Column::of(array, shape)?));
            }
        }
        let (id, id_field) = own.ok_or_else(|| Wrong(format!("there is no column {id}")))?;
        Ok(Self { id, id_field, columns })
    }

    /// Writes a household in the place of what the buffer held.
    pub(crate) fn write(&self, row: usize, out: &mut String) {
        out.clear();
        object(&self.columns, row, out);
    }
}

/// A column and where it is null.
struct Column {
    nulls: Option<NullBuffer>,
    values: Values,
}

enum Values {
    /// Nothing but nulls.
    None,
    Day(Date32Array),
    /// A decimal with so many digits behind the point.
    Decimal(Decimal128Array, i8),
    /// The same where a whole number is asked.
    WholeDecimal(Decimal128Array, i8),
    Whole(Vec<i128>),
    YesNo(BooleanArray),
    Text(StringArray),
    LargeText(LargeStringArray),
    TextView(StringViewArray),
    Dictionary(Vec<usize>, Box<Column>),
    Object(Vec<(String, Column)>),
    /// From where to where the items of each row stand.
    List(Vec<(usize, usize)>, Box<Column>),
    /// The same of names and their values.
    Names(Vec<(usize, usize)>, Box<Column>, Box<Column>),
}

impl Column {
    fn of(array: &ArrayRef, shape: &Shape) -> Result<Self, Wrong> {
        let values = Values::of(array, shape)?;
        Ok(Self { nulls: array.logical_nulls(), values })
    }

    fn is_null(&self, row: usize) -> bool {
        matches!(self.values, Values::None) || self.nulls.as_ref().is_some_and(|it| it.is_null(row))
    }

    /// Writes a value, or `null`.
    fn write(&self, row: usize, out: &mut String) {
        if self.is_null(row) {
            out.push_str("null");
            return;
        }
        match &self.values {
            Values::None => out.push_str("null"),
            Values::Day(array) => day(array.value(row), out),
            Values::Decimal(array, scale) => {
                out.push('"');
                decimal(array.value(row), *scale, shape::CENTS, out);
                out.push('"');
            }
            Values::WholeDecimal(array, scale) => decimal(array.value(row), *scale, 0, out),
            Values::Whole(numbers) => display(numbers[row], out),
            Values::YesNo(array) => out.push_str(if array.value(row) { "true" } else { "false" }),
            Values::Text(array) => text(array.value(row), out),
            Values::LargeText(array) => text(array.value(row), out),
            Values::TextView(array) => text(array.value(row), out),
            Values::Dictionary(keys, values) => values.write(keys[row], out),
            Values::Object(columns) => object(columns, row, out),
            Values::List(bounds, items) => {
                let (from, to) = bounds[row];
                out.push('[');
                for at in from..to {
                    comma(out, '[');
                    items.write(at, out);
                }
                out.push(']');
            }
            Values::Names(bounds, names, values) => {
                let (from, to) = bounds[row];
                out.push('{');
                for at in from..to {
                    comma(out, '{');
                    names.write(at, out);
                    out.push(':');
                    values.write(at, out);
                }
                out.push('}');
            }
        }
    }
}

impl Values {
    fn of(array: &ArrayRef, shape: &Shape) -> Result<Self, Wrong> {
        Ok(match (array.data_type(), shape) {
            (DataType::Null, _) => Self::None,
            (DataType::Dictionary(..), _) => {
                let dictionary = array.as_any_dictionary();
                let values = Column::of(dictionary.values(), shape)?;
                // An empty dictionary has no key to normalise to.
                let is_empty = dictionary.values().is_empty();
                let keys = if is_empty { Vec::new() } else { dictionary.normalized_keys() };
                if is_empty { Self::None } else { Self::Dictionary(keys, Box::new(values)) }
            }
            (DataType::Date32, _) => Self::Day(array.as_primitive::<Date32Type>().clone()),
            (DataType::Decimal128(_, scale), Shape::Whole) => {
                Self::WholeDecimal(array.as_primitive::<Decimal128Type>().clone(), *scale)
            }
            (DataType::Decimal128(_, scale), _) => {
                Self::Decimal(array.as_primitive::<Decimal128Type>().clone(), *scale)
            }
            (DataType::Boolean, _) => Self::YesNo(array.as_boolean().clone()),
            (DataType::Utf8, _) => Self::Text(array.as_string().clone()),
            (DataType::LargeUtf8, _) => Self::LargeText(array.as_string().clone()),
            (DataType::Utf8View, _) => Self::TextView(array.as_string_view().clone()),
            (DataType::Struct(_), Shape::Object(shapes)) => {
                let find = |name: &str| shapes.iter().find(|(own, _)| *own == name).map(|it| &it.1);
                Self::Object(parts(array.as_struct(), find)?)
            }
            (DataType::Struct(_), Shape::Names(value)) => {
                Self::Object(parts(array.as_struct(), |_| Some(value))?)
            }
            (DataType::Map(..), Shape::Names(value)) => {
                let map = array.as_map();
                let names = Column::of(map.keys(), &Shape::Text)?;
                let values = Column::of(map.values(), value)?;
                Self::Names(bounds(map.value_offsets()), Box::new(names), Box::new(values))
            }
            (DataType::List(_), Shape::List(item)) => {
                let list = array.as_list::<i32>();
                Self::List(bounds(list.value_offsets()), Box::new(Column::of(list.values(), item)?))
            }
            (DataType::LargeList(_), Shape::List(item)) => {
                let list = array.as_list::<i64>();
                Self::List(bounds(list.value_offsets()), Box::new(Column::of(list.values(), item)?))
            }
            (DataType::FixedSizeList(..), Shape::List(item)) => {
                let list = array.as_fixed_size_list();
                let each = usize::try_from(list.value_length()).unwrap_or_default();
                let bounds = (0..list.len()).map(|row| {
                    let from = list.value_offset_at(row);
                    (from, from + each)
                });
                Self::List(bounds.collect(), Box::new(Column::of(list.values(), item)?))
            }
            _ => Self::Whole(whole_numbers(array)?),
        })
    }
}

fn parts<'a>(
    array: &StructArray,
    find: impl Fn(&str) -> Option<&'a Shape>,
) -> Result<Vec<(String, Column)>, Wrong> {
    let own = array.fields().iter().zip(array.columns());
    let known = own.filter_map(|(field, column)| Some((field, column, find(field.name())?)));
    known
        .map(|(field, column, shape)| Ok((field.name().clone(), Column::of(column, shape)?)))
        .collect()
}

fn bounds<T: Copy + TryInto<usize>>(offsets: &[T]) -> Vec<(usize, usize)> {
    let at = |offset: T| offset.try_into().unwrap_or_default();
    offsets.windows(2).map(|pair| (at(pair[0]), at(pair[1]))).collect()
}

fn whole_numbers(array: &ArrayRef) -> Result<Vec<i128>, Wrong> {
    macro_rules! of {
        ($kind:ty) => {
            array.as_primitive::<$kind>().values().iter().map(|it| i128::from(*it)).collect()
        };
    }
    Ok(match array.data_type() {
        DataType::Int8 => of!(Int8Type),
        DataType::Int16 => of!(Int16Type),
        DataType::Int32 => of!(Int32Type),
        DataType::Int64 => of!(Int64Type),
        DataType::UInt8 => of!(UInt8Type),
        DataType::UInt16 => of!(UInt16Type),
        DataType::UInt32 => of!(UInt32Type),
        DataType::UInt64 => of!(UInt64Type),
        other => return Err(Wrong(format!("a column of {other} cannot be read"))),
    })
}

/// Fields that are null are left out: they take their defaults.
fn object(columns: &[(String, Column)], row: usize, out: &mut String) {
    out.push('{');
    for (name, column) in columns.iter().filter(|(_, column)| !column.is_null(row)) {
        comma(out, '{');
        text(name, out);
        out.push(':');
        column.write(row, out);
    }
    out.push('}');
}

/// Between two, and not before the first.
fn comma(out: &mut String, opened: char) {
    if !out.ends_with(opened) {
        out.push(',');
    }
}

fn day(days: i32, out: &mut String) {
    match EPOCH.checked_add(i64::from(days).days()) {
        Ok(day) => text(&iso(day), out),
        // A day that no calendar has: the door says so.
        Err(_) => text(&format!("{days} days after 1970-01-01"), out),
    }
}

/// All digits, but no needless zeros beyond so many decimals: columns of many decimals hold amounts in cents too.
fn decimal(mut value: i128, mut scale: i8, kept: i8, out: &mut String) {
    const TEN: i128 = 10;
    while scale > kept && value % TEN == 0 {
        (value, scale) = (value / TEN, scale - 1);
    }
    if value < 0 {
        out.push('-');
    }
    let digits = value.unsigned_abs();
    let Ok(behind @ 1..) = usize::try_from(scale) else {
        display(digits, out);
        (scale..0).for_each(|_| out.push('0'));
        return;
    };
    let start = out.len();
    // Writing to a text cannot fail.
    let _ = write!(out, "{digits:0>width$}", width = behind + 1);
    out.insert(start.max(out.len() - behind), '.');
}

fn display(value: impl std::fmt::Display, out: &mut String) {
    let _ = write!(out, "{value}");
}

fn text(value: &str, out: &mut String) {
    let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
    if value.bytes().all(is_plain) {
        out.push('"');
        out.push_str(value);
        out.push('"');
    } else {
        // A text can always be written.
        out.push_str(&serde_json::to_string(value).unwrap_or_default());
    }
}
