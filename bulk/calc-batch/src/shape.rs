//! The contract as columns: made of the engine's one table of fields, so that a field that is added there is a column here.

use std::sync::Arc;

use arrow_schema::{DataType, Field, Fields, Schema};
use calc_core::contract::fields::{self, FIELDS, Kind};
use calc_core::contract::schema::within;

use crate::Wrong;

/// Digits of an amount, and those of them behind the point: ten million euros and the cents.
pub(crate) const DIGITS: u8 = 10;
/// Cents.
pub(crate) const CENTS: i8 = 2;

/// What a field of the contract is as a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A day.
    Day,
    /// An exact decimal.
    Amount,
    /// A whole number.
    Whole,
    /// Yes or no.
    YesNo,
    /// A word or a name.
    Text,
    /// Fields by name.
    Object(Vec<(&'static str, Shape)>),
    /// Many of the same.
    List(Box<Shape>),
    /// Values under names of the writer's.
    Names(Box<Shape>),
}

impl Shape {
    /// The whole situation.
    pub(crate) fn situatie() -> Self {
        object("")
    }

    /// The type of column that is offered for it.
    fn data_type(&self) -> DataType {
        match self {
            Self::Day => DataType::Date32,
            Self::Amount => amount(),
            Self::Whole => DataType::Int32,
            Self::YesNo => DataType::Boolean,
            Self::Text => DataType::Utf8,
            Self::Object(fields) => DataType::Struct(columns(fields)),
            Self::List(item) => {
                DataType::List(Arc::new(Field::new("item", item.data_type(), true)))
            }
            Self::Names(value) => {
                let entries = vec![
                    Field::new("key", DataType::Utf8, false),
                    Field::new("value", value.data_type(), true),
                ];
                let entries = DataType::Struct(Fields::from(entries));
                DataType::Map(Arc::new(Field::new("entries", entries, false)), false)
            }
        }
    }

    /// What a column of it may be, in words.
    fn allowed(&self) -> &'static str {
        match self {
            Self::Day => "a date (date32), or text as 2026-10-01",
            Self::Amount => "an exact decimal, as decimal(10,2), a whole number, or text as 11.75",
            Self::Whole => "a whole number",
            Self::YesNo => "a boolean",
            Self::Text => "text",
            Self::Object(_) => "a struct",
            Self::List(_) => "a list",
            Self::Names(_) => "a map of text to values, or a struct",
        }
    }

    /// Whether a column of a type can be read as this; else a sentence that says which column cannot, and why.
    pub(crate) fn check(&self, path: &str, found: &DataType) -> Result<(), Wrong> {
        match (self, found) {
            (_, DataType::Null) => Ok(()),
            (_, DataType::Dictionary(_, values)) => self.check(path, values),
            (
                Self::Amount | Self::Whole,
                DataType::Float16 | DataType::Float32 | DataType::Float64,
            ) => {
                let advice =
                    "a float holds no exact amount; cast it to decimal(10,2), or to a whole number";
                Err(Wrong(format!("column {path} is {found}: {advice}")))
            }
            (Self::Object(fields), DataType::Struct(own)) => check_all(fields, path, own.iter()),
            (
                Self::List(item),
                DataType::List(own) | DataType::LargeList(own) | DataType::FixedSizeList(own, _),
            ) => item.check(&format!("{path}.#"), own.data_type()),
            (Self::Names(value), DataType::Struct(own)) => own
                .iter()
                .try_for_each(|it| value.check(&format!("{path}.{}", it.name()), it.data_type())),
            (Self::Names(value), DataType::Map(entries, _)) => match entries.data_type() {
                DataType::Struct(own) if own.len() == 2 && is_text(own[0].data_type()) => {
                    value.check(&format!("{path}.*"), own[1].data_type())
                }
                _ => Err(self.wrong(path, found)),
            },
            _ if self.takes(found) => Ok(()),
            _ => Err(self.wrong(path, found)),
        }
    }

    fn takes(&self, found: &DataType) -> bool {
        match self {
            Self::Day => matches!(found, DataType::Date32) || is_text(found),
            Self::Amount => is_number(found) || is_text(found),
            Self::Whole => is_number(found),
            Self::YesNo => matches!(found, DataType::Boolean),
            Self::Text => is_text(found),
            Self::Object(_) | Self::List(_) | Self::Names(_) => false,
        }
    }

    fn wrong(&self, path: &str, found: &DataType) -> Wrong {
        Wrong(format!("column {path} is {found}; it may be {}", self.allowed()))
    }
}

/// An amount of money or a number of hours, to the cent.
pub(crate) const fn amount() -> DataType {
    DataType::Decimal128(DIGITS, CENTS)
}

/// The columns that can be sent, each of which may hold nulls; `id` is whatever type the caller has.
pub fn situatie(id: &Field) -> Schema {
    let Shape::Object(fields) = Shape::situatie() else { return Schema::empty() };
    let own = std::iter::once(Arc::new(id.clone()));
    Schema::new(own.chain(columns(&fields).iter().cloned()).collect::<Fields>())
}

/// Holds the columns of a table, but that of the id, against the contract.
pub fn check(schema: &Schema, id: &str) -> Result<(), Wrong> {
    if schema.fields().iter().filter(|it| it.name() == id).count() != 1 {
        let advice =
            "it is carried through, and says whose an answer is (the argument id names another)";
        return Err(Wrong(format!("there has to be one column {id}: {advice}")));
    }
    let others = schema.fields().iter().filter(|it| it.name() != id);
    match Shape::situatie() {
        Shape::Object(fields) => check_all(&fields, "", others),
        _ => Ok(()),
    }
}

fn check_all<'a>(
    fields: &[(&'static str, Shape)],
    path: &str,
    own: impl Iterator<Item = &'a Arc<Field>>,
) -> Result<(), Wrong> {
    let mut seen: Vec<&str> = Vec::new();
    for column in own {
        let name = column.name().as_str();
        let at = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        let Some((_, shape)) = fields.iter().find(|(own, _)| *own == name) else {
            let known = fields.iter().map(|(own, _)| *own).collect::<Vec<_>>().join(", ");
            return Err(Wrong(format!("the contract knows no column {at}; here it knows {known}")));
        };
        if seen.contains(&name) {
            return Err(Wrong(format!("column {at} is there twice; once is allowed")));
        }
        seen.push(name);
        shape.check(&at, column.data_type())?;
    }
    Ok(())
}

fn columns(fields: &[(&'static str, Shape)]) -> Fields {
    fields.iter().map(|(name, shape)| Field::new(*name, shape.data_type(), true)).collect()
}

pub(crate) const fn is_text(found: &DataType) -> bool {
    matches!(found, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View)
}

fn is_number(found: &DataType) -> bool {
    found.is_integer() || matches!(found, DataType::Decimal128(..))
}

/// The object that stands at a path.
fn object(path: &str) -> Shape {
    Shape::Object(within(path).map(|field| (field.name(), of(field, path))).collect())
}

/// A field that stands in the object at a path.
fn of(field: &fields::Field, outer: &str) -> Shape {
    let at = if outer.is_empty() {
        field.name().to_owned()
    } else {
        format!("{outer}.{}", field.name())
    };
    match field.kind {
        Kind::Date | Kind::Born(_) => Shape::Day,
        Kind::Amount(..) | Kind::AmountOrNull(..) | Kind::BalanceOrNull(..) => Shape::Amount,
        Kind::AmountsOrNull(..) => Shape::List(Box::new(Shape::Amount)),
        Kind::Whole(..) | Kind::WholeBetween(..) | Kind::WholeBetweenOrNull(..) => Shape::Whole,
        Kind::YesNo | Kind::YesNoOrNull => Shape::YesNo,
        Kind::Word(_) | Kind::Municipality => Shape::Text,
        Kind::Words(_) | Kind::WordsOrNull(_) => Shape::List(Box::new(Shape::Text)),
        // Of every day two moments.
        Kind::Times(_) => Shape::List(Box::new(Shape::List(Box::new(Shape::Whole)))),
        Kind::Object | Kind::ObjectOrNull => object(&at),
        Kind::List(_) => Shape::List(Box::new(object(&format!("{at}.#")))),
        Kind::Names(_) | Kind::NamesOrNull(_) => {
            let named = format!("{at}.*");
            let value = FIELDS.iter().find(|field| field.path == named);
            Shape::Names(Box::new(value.map_or(Shape::Amount, |value| of(value, &at))))
        }
    }
}
