//! Columns side by side, one for each month: a wide one with a narrow one in it, the lowest point between them, and below
//! them the days on which money comes and goes.

use rust_decimal::Decimal;

use super::{Written, amounts, label, named, share, silent};
use crate::markup::Markup;
use crate::scale::Scale;

const HEIGHT: f64 = 270.0;
const TOP: f64 = 14.0;
/// Below the lowest amount, for the words of the lowest point.
const BELOW: f64 = 48.0;
/// How much of the room of a month its columns take.
const WIDE: f64 = 0.84;
const NARROW: f64 = 0.4;
/// A row of days.
const ROW: f64 = 17.0;
/// The names of the months, and their years.
const NAMES: [f64; 2] = [14.0, 30.0];
/// Every so many months a name below: on a narrow screen there is no room for more.
const BETWEEN_NAMES: usize = 3;
/// From this share of the width on words stand in the middle of their place, and to the left of it.
const MIDDLE: f64 = 0.3;
const RIGHT: f64 = 0.7;

/// A month.
pub struct Column {
    /// What it is called, in few letters; and its year.
    pub name: [String; 2],
    /// The wide column.
    pub wide: Decimal,
    /// The narrow one.
    pub narrow: Decimal,
}

/// The shape of a mark.
#[derive(Clone, Copy)]
pub enum Shape {
    /// A full disc.
    Disc,
    /// A full square.
    Square,
    /// A full triangle that points up.
    Up,
    /// An open triangle that points down.
    Down,
}

/// A kind of days, marked below the months.
pub struct Days {
    /// How they are marked.
    pub shape: Shape,
    /// The month of each, from nought, and how much of it is over.
    pub at: Vec<(usize, f64)>,
}

/// The lowest point.
pub struct Lowest {
    /// Its month, from nought, and how much of it is over.
    pub at: (usize, f64),
    /// How low.
    pub value: Decimal,
    /// What it says, and when.
    pub words: [String; 2],
}

/// What is drawn, with its words.
pub struct Columns {
    /// By rising month; without any there is no drawing.
    pub columns: Vec<Column>,
    /// The kinds of days, from top to bottom.
    pub days: Vec<Days>,
    /// The lowest point.
    pub lowest: Lowest,
    /// What the drawing is called.
    pub name: String,
    /// What stands above the scale.
    pub axis: String,
}

impl Shape {
    fn path(self) -> &'static str {
        match self {
            Self::Disc => "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
            Self::Square => "M-3.7-3.7h7.4v7.4h-7.4z",
            Self::Up => "M0-4.7 4.7 3.7h-9.4z",
            Self::Down => "M0 4.2 4.2-3.5h-8.4z",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Down => "dag dag--open",
            _ => "dag",
        }
    }

    /// The mark at a place of a drawing.
    fn at(self, x: &str, y: f64) -> Markup {
        let y = format!("{y:.1}");
        let path = Markup::element("path", &[("class", self.class()), ("d", self.path())], "");
        Markup::element("svg", &[("x", x), ("y", &*y)], path)
    }

    /// The mark beside its words.
    pub fn key(self) -> Markup {
        key(self.at("7", 7.0))
    }
}

/// The wide column and the narrow one beside their words.
pub fn key_of_column(class: &str) -> Markup {
    let its = [("class", class), ("x", "2"), ("width", "10"), ("height", "14")];
    key(Markup::element("rect", &its, ""))
}

fn key(mark: Markup) -> Markup {
    let its = [
        ("class", "sleutel"),
        ("width", "14"),
        ("height", "14"),
        ("aria-hidden", "true"),
        ("focusable", "false"),
    ];
    Markup::element("svg", &its, mark)
}

/// The classes of the columns.
pub const CLASSES: [&str; 2] = ["kolom", "kolom kolom--echt"];

impl Columns {
    /// The drawing.
    pub fn draw(&self, amount: Written) -> Markup {
        if self.columns.is_empty() {
            return Markup::default();
        }
        let values = self.columns.iter().flat_map(|column| [column.wide, column.narrow]);
        let values = values.chain([Decimal::ZERO, self.lowest.value]);
        let scale = Scale::over(values, TOP, HEIGHT - BELOW);
        let axis =
            Markup::element("p", &[("class", "lijn__as"), ("aria-hidden", "true")], &*self.axis);
        let parts = [axis, amounts(HEIGHT, &scale, amount), self.plot(&scale), self.below()];
        Markup::element("div", &[("class", "lijn")], parts)
    }

    /// How much of the width a month takes.
    #[expect(clippy::cast_precision_loss, reason = "a year has thirteen months at most")]
    fn x(&self, (month, part): (usize, f64)) -> f64 {
        (month as f64 + part) / self.columns.len() as f64
    }

    fn plot(&self, scale: &Scale) -> Markup {
        let lines = scale.lines.iter().map(|at| line("lijn__raster", scale.place_of_line(*at)));
        let columns = self.columns.iter().enumerate().map(|(at, column)| {
            let pair = [(WIDE, column.wide), (NARROW, column.narrow)];
            let one = |(class, (width, value)): (&str, (f64, Decimal))| {
                self.rect(class, at, width, [scale.place(value), scale.place_of_line(0)])
            };
            CLASSES.into_iter().zip(pair).map(one).collect()
        });
        let zero = line("lijn__nu", scale.place_of_line(0));
        let all = lines.chain(columns).chain([zero, self.lowest(scale)]).collect();
        named("tekening lijn__vlak", HEIGHT, &self.name, all)
    }

    fn rect(&self, class: &str, at: usize, width: f64, [one, other]: [f64; 2]) -> Markup {
        let x = share(self.x((at, (1.0 - width) / 2.0)));
        let its_width = share(self.x((0, width)));
        let (y, height) = (format!("{:.1}", one.min(other)), format!("{:.1}", (one - other).abs()));
        let its = [
            ("class", class),
            ("x", &*x),
            ("width", &*its_width),
            ("y", &*y),
            ("height", &*height),
        ];
        Markup::element("rect", &its, "")
    }

    /// The lowest point, tied to the line of nothing, with its words below both: no column is there.
    fn lowest(&self, scale: &Scale) -> Markup {
        let at = self.x(self.lowest.at);
        let (x, y) = (share(at), scale.place(self.lowest.value));
        let anchor = match at {
            at if at < MIDDLE => "start",
            at if at < RIGHT => "middle",
            _ => "end",
        };
        let bottom = scale.place_of_line(0).max(y);
        let (here, zero) = (format!("{y:.1}"), format!("{:.1}", scale.place_of_line(0)));
        let tie = [
            ("class", "lijn__merk-lijn"),
            ("x1", &*x),
            ("x2", &*x),
            ("y1", &*zero),
            ("y2", &*here),
        ];
        let dot = [("class", "lijn__merk"), ("cx", &*x), ("cy", &*here), ("r", "6")];
        let words = self.lowest.words.iter().zip([22.0, 38.0]).map(|(words, below)| {
            label("lijn__merk-woord", &x, &format!("{:.1}", bottom + below), anchor, words)
        });
        let marks = [Markup::element("line", &tie, ""), Markup::element("circle", &dot, "")];
        marks.into_iter().chain(words).collect()
    }

    /// The days, and the names of the months below them.
    fn below(&self) -> Markup {
        let mut top = ROW / 2.0;
        let mut all = Vec::new();
        for days in &self.days {
            all.extend(days.at.iter().map(|at| days.shape.at(&share(self.x(*at)), top)));
            top += ROW;
        }
        let last = self.columns.len() - 1;
        let named = self.columns.iter().enumerate().step_by(BETWEEN_NAMES);
        for (at, Column { name: [month, year], .. }) in named {
            let x = share(self.x((at, 0.5)));
            let y = |below: f64| format!("{:.1}", top - ROW / 2.0 + below);
            all.push(label("lijn__schaal", &x, &y(NAMES[0]), "middle", month));
            if at == 0 || at == last {
                all.push(label("lijn__schaal", &x, &y(NAMES[1]), "middle", year));
            }
        }
        silent("tekening lijn__uren", top - ROW / 2.0 + NAMES[1] + 5.0, all.into())
    }
}

/// A line over the whole width.
fn line(class: &str, y: f64) -> Markup {
    let y = format!("{y:.1}");
    let its = [("class", class), ("x2", "100%"), ("y1", &*y), ("y2", &*y)];
    Markup::element("line", &its, "")
}
