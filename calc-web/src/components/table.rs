//! The table with now, then and the difference. On a narrow screen its rows are laid out anew, so every part
//! says what it is (`role`); browsers forget that of a table that is not shown as one.

use yew::Html;

use crate::dom::{El, el, text};
use crate::entry::Column;
use crate::words::t;

fn part(name: &'static str, role: &'static str) -> El {
    el(name).at("role", role)
}

/// A row: its heading and its cells.
pub fn row(class: &'static str, heading: Vec<Html>, cells: [Html; 3]) -> Html {
    let heading = part("th", "rowheader").at("scope", "row").children(heading);
    let cells = cells.into_iter().zip(Column::ALL).map(|(cell, column)| {
        part("td", "cell").at("data-kop", &t(&format!("tabel.{}", column.word()))).of([cell])
    });
    part("tr", "row").class(class).children(std::iter::once(heading).chain(cells).collect())
}

/// A row that is one cell.
pub fn wide(class: &'static str, name: &'static str, inner: Html) -> Html {
    let role = if name == "th" { "columnheader" } else { "cell" };
    let cell = part(name, role).at("colspan", "4").of([inner]);
    part("tr", "row").class(class).of([cell])
}

/// Rows that belong together.
pub fn body(rows: Vec<Html>) -> Html {
    part("tbody", "rowgroup").children(rows)
}

/// The table; `first` is a key of the texts, the heading of the first column.
pub fn table(labelled_by: &str, first: &str, bodies: Vec<Html>) -> Html {
    let column = |words: String| part("th", "columnheader").at("scope", "col").of([text(words)]);
    let headings = Column::ALL.map(|column| t(&format!("tabel.{}", column.word())));
    let cells = std::iter::once(t(first)).chain(headings).map(column).collect();
    let row = part("tr", "row").class("regel regel--kop").children(cells);
    let head = part("thead", "rowgroup").of([row]);
    let parts = std::iter::once(head).chain(bodies).collect();
    part("table", "table")
        .class("utrecht-table tabel")
        .at("aria-labelledby", labelled_by)
        .children(parts)
}

/// A plain table with a heading for each column.
pub fn plain_table(name: &str, headings: &[&str], rows: Vec<Html>) -> Html {
    let heading = |key: &&str| el("th").at("scope", "col").text(t(key));
    let head = el("tr").children(headings.iter().map(heading).collect());
    let table = el("table").class("utrecht-table tabel-klein").at("data-lijst", name);
    let table = table.of([el("thead").of([head]), el("tbody").children(rows)]);
    // On the narrowest screen with the largest letters only the table is wider than the page.
    el("div").class("schuif").of([table])
}
