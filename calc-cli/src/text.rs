//! Text for people: tables that line up, explanations as indented trees. All words come from the texts.

use std::fmt::{self, Write};

use calc_core::contract::explanation::{rule_name, sentence, step_name};
use calc_core::coverage::Standing;
use calc_core::explain::{Explanation, Step};
use calc_core::format::{euro, value};
use calc_core::parameters::{Book, Status};
use calc_core::{Language, texts};

const LANGUAGE: Language = Language::NL;

/// A text without values.
pub fn word(key: &str) -> String {
    filled(key, &[])
}

/// A text with its values.
pub fn filled(key: &str, args: &[(&str, String)]) -> String {
    texts::fill(LANGUAGE, key, args)
}

/// An amount of euros.
pub fn amount(amount: impl Into<rust_decimal::Decimal>) -> String {
    euro(LANGUAGE, amount.into())
}

/// A percentage.
pub fn percentage(amount: rust_decimal::Decimal) -> String {
    calc_core::format::number(LANGUAGE, amount, calc_core::value::Unit::Percent)
}

/// Above a result whose amounts are carried on past the last published day: that they are.
pub fn mark(standing: Standing) -> String {
    match standing {
        Standing::InForce => String::new(),
        Standing::Continued => {
            let said = [("wat", word("aannames.voortgezet_2027"))];
            format!("{}\n\n", filled("tabel.let_op", &said))
        }
    }
}

/// Above a result of a scenario: that it is one, and which amounts were changed.
pub fn changed(book: Book) -> String {
    let Some(changed) = book.changed() else { return String::new() };
    let name = |(name, written): &(String, String)| format!("{name} = {}", written.trim());
    let amounts = changed.iter().map(name).collect::<Vec<_>>().join(", ");
    format!("{}\n\n", filled("tabel.scenario", &[("bedragen", amounts)]))
}

/// A heading with a line under it.
pub fn heading(title: &str) -> String {
    format!("{title}\n{}", "─".repeat(title.chars().count()))
}

/// A column of a table.
pub enum Column {
    /// Words.
    Left(String),
    /// Numbers.
    Right(String),
}

/// A table of which every column is as wide as its widest cell.
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Option<Vec<String>>>,
}

impl Table {
    pub fn new(columns: &[Column]) -> Self {
        let columns = columns
            .iter()
            .map(|column| match column {
                Column::Left(title) => Column::Left(title.clone()),
                Column::Right(title) => Column::Right(title.clone()),
            })
            .collect();
        Self { columns, rows: Vec::new() }
    }

    pub fn row<const N: usize>(&mut self, first: String, others: [String; N]) {
        self.rows.push(Some(std::iter::once(first).chain(others).collect()));
    }

    /// A line across.
    pub fn rule(&mut self) {
        self.rows.push(None);
    }

    fn widths(&self) -> Vec<usize> {
        let title = |column: &Column| match column {
            Column::Left(title) | Column::Right(title) => title.chars().count(),
        };
        let widest = |at: usize| {
            let cells = self.rows.iter().flatten().filter_map(move |row| row.get(at));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        self.columns.iter().enumerate().map(|(at, column)| title(column).max(widest(at))).collect()
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths = self.widths();
        let across = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
        let line = |f: &mut fmt::Formatter<'_>, cells: &[&str]| {
            let mut written = String::new();
            for ((cell, column), width) in cells.iter().zip(&self.columns).zip(&widths) {
                let cell = match column {
                    Column::Left(_) => format!("{cell:<width$}"),
                    Column::Right(_) => format!("{cell:>width$}"),
                };
                written.push_str(&cell);
                written.push_str("  ");
            }
            writeln!(f, "{}", written.trim_end())
        };
        let titles: Vec<&str> = self
            .columns
            .iter()
            .map(|column| match column {
                Column::Left(title) | Column::Right(title) => title.as_str(),
            })
            .collect();
        line(f, &titles)?;
        writeln!(f, "{}", "─".repeat(across))?;
        for row in &self.rows {
            match row {
                Some(cells) => line(f, &cells.iter().map(String::as_str).collect::<Vec<_>>())?,
                None => writeln!(f, "{}", "─".repeat(across))?,
            }
        }
        Ok(())
    }
}

/// An explanation as a tree: the sentence, the steps with their figures, the amounts of law with their source.
pub fn explanation(explanation: &Explanation) -> String {
    let mut out = String::from("\n");
    branch(&mut out, explanation, 0);
    out
}

fn branch(out: &mut String, explanation: &Explanation, depth: usize) {
    let indent = "  ".repeat(depth);
    let name = rule_name(LANGUAGE, explanation.rule);
    let result = value(LANGUAGE, &explanation.result);
    let _ = writeln!(out, "{indent}{name} = {result}  ({})", explanation.article);
    if let Some(sentence) = sentence(LANGUAGE, explanation) {
        let _ = writeln!(out, "{indent}  “{sentence}”");
    }
    for step in &explanation.steps {
        match step {
            Step::Rule(inner) => branch(out, inner, depth + 1),
            Step::Input { name, value: v } | Step::Computed { name, value: v } => {
                let name = step_name(LANGUAGE, explanation.rule, name);
                let _ = writeln!(out, "{indent}  {name}: {}", value(LANGUAGE, v));
            }
            Step::Rounded { name, value: v, article } => {
                let name = step_name(LANGUAGE, explanation.rule, name);
                let _ = writeln!(out, "{indent}  {name}: {}  ({article})", value(LANGUAGE, v));
            }
            Step::Param { about, value: v } => {
                let name = word(&format!("parameters.{}.{}", about.set, about.name));
                let mark = match about.status {
                    Status::InForce => String::new(),
                    other => format!(", {}", word(&format!("status.{}", other.as_str()))),
                };
                let _ = writeln!(
                    out,
                    "{indent}  {name}: {}  [{}{mark}; vanaf {}; {}, bekeken {}]",
                    value(LANGUAGE, v),
                    about.article,
                    about.valid_from,
                    about.source.title,
                    about.source.checked,
                );
            }
        }
    }
}
