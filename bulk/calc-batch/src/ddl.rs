//! The columns of a table as Spark writes them (DDL): `mapInArrow` matches by position and casts nothing, so the text is
//! made of the schema itself.

use arrow_schema::{DataType, Schema};

/// `id bigint, scenario string, …`.
pub fn spark(schema: &Schema) -> String {
    let columns = schema.fields().iter();
    columns
        .map(|it| format!("{} {}", it.name(), kind(it.data_type())))
        .collect::<Vec<_>>()
        .join(", ")
}

fn kind(data_type: &DataType) -> String {
    match data_type {
        DataType::Int8 => "tinyint".to_owned(),
        DataType::Int16 => "smallint".to_owned(),
        DataType::Int32 => "int".to_owned(),
        DataType::Int64 => "bigint".to_owned(),
        DataType::Boolean => "boolean".to_owned(),
        DataType::Date32 => "date".to_owned(),
        DataType::Decimal128(digits, scale) => format!("decimal({digits},{scale})"),
        DataType::List(item) => format!("array<{}>", kind(item.data_type())),
        DataType::Struct(fields) => {
            let field =
                |it: &arrow_schema::FieldRef| format!("{}: {}", it.name(), kind(it.data_type()));
            format!("struct<{}>", fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
        // Text, and of an id whatever Spark cannot hold otherwise.
        _ => "string".to_owned(),
    }
}
