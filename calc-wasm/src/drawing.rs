//! A curve over hours as a drawing: floats only place its points, what is written is the engine's own amount. It says nothing
//! that the sentences and the table beside it do not say.

use rust_decimal::Decimal;

use crate::markup::Markup;

const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 240.0;
const TOP: f64 = 28.0;
const BELOW: f64 = 24.0;
/// Every so many points a number below.
const BETWEEN_MARKS: usize = 8;
/// Distances between the lines of the scale that read well (euro).
const STEPS: [i64; 8] = [20, 50, 100, 200, 250, 500, 1000, 2000];
const MOST_LINES: i64 = 5;

/// A point of the curve.
pub struct Point {
    /// Hours a week.
    pub at: Decimal,
    /// Euro a month.
    pub value: Decimal,
}

/// What is drawn, with its words.
pub struct Curve {
    /// By rising hours; without any there is no drawing.
    pub points: Vec<Point>,
    /// From where it falls, and from where it is more again.
    pub falls: Vec<(Decimal, Option<Decimal>)>,
    /// Her hours.
    pub here: Decimal,
    /// What the drawing is called.
    pub name: String,
    /// The word at her point.
    pub here_word: String,
    /// The word at the line of nothing.
    pub level_word: String,
    /// What stands above the scale.
    pub axis: String,
    /// What stands below the hours.
    pub across: String,
}

/// Writes a number.
type Written<'a> = &'a dyn Fn(Decimal) -> String;

struct Plot<'a> {
    curve: &'a Curve,
    low: f64,
    high: f64,
    lines: Vec<i64>,
    most: f64,
}

impl Curve {
    /// The drawing.
    pub fn draw(&self, amount: Written, hours: Written) -> Markup {
        let Some(plot) = Plot::of(self) else { return Markup::default() };
        let axis =
            Markup::element("p", &[("class", "lijn__as"), ("aria-hidden", "true")], &*self.axis);
        let parts = [axis, plot.amounts(amount), plot.plot(), plot.hours(hours)];
        Markup::element("div", &[("class", "lijn")], parts)
    }
}

impl<'a> Plot<'a> {
    fn of(curve: &'a Curve) -> Option<Self> {
        let values = curve.points.iter().map(|point| place_of(point.value));
        let (low, high) =
            values.fold((0.0_f64, 0.0_f64), |(low, high), it| (low.min(it), high.max(it)));
        let most = place_of(curve.points.last()?.at).max(1.0);
        let (low, high) = (whole(low.floor()), whole(high.ceil()));
        let fits = |step: &i64| high.div_euclid(*step) - low.div_euclid(*step) < MOST_LINES;
        let step = STEPS.into_iter().find(fits).unwrap_or((high - low).max(1));
        let (first, last) = (low.div_euclid(step), (high + step - 1).div_euclid(step));
        let last = last.max(first + 1);
        let lines = (first..=last).map(|line| line * step).collect();
        Some(Self { curve, low: near(first * step), high: near(last * step), lines, most })
    }

    fn y(&self, value: f64) -> f64 {
        HEIGHT - BELOW - (value - self.low) / (self.high - self.low) * (HEIGHT - BELOW - TOP)
    }

    fn x(&self, hours: Decimal) -> f64 {
        place_of(hours) / self.most * WIDTH
    }

    fn share(&self, hours: Decimal) -> String {
        format!("{:.1}%", self.x(hours) / WIDTH * 100.0)
    }

    /// The amounts beside it.
    fn amounts(&self, amount: Written) -> Markup {
        let line = |line: &i64| {
            let y = format!("{:.1}", self.y(near(*line)) + 4.5);
            label("lijn__schaal", "100%", &y, "end", &amount(Decimal::from(*line)))
        };
        silent("tekening lijn__bedragen", HEIGHT, self.lines.iter().map(line).collect::<Markup>())
    }

    /// The hours below it.
    fn hours(&self, hours: Written) -> Markup {
        let mark = |point: &Point| {
            label("lijn__schaal", &self.share(point.at), "14", "middle", &hours(point.at))
        };
        let marks = self.curve.points.iter().step_by(BETWEEN_MARKS).map(mark);
        let across = label("lijn__schaal", "100%", "33", "end", &self.curve.across);
        silent("tekening lijn__uren", 38.0, marks.chain([across]).collect::<Markup>())
    }

    fn plot(&self) -> Markup {
        let height = format!("{HEIGHT}");
        let name = &*self.curve.name;
        let attributes = [
            ("class", "tekening lijn__vlak"),
            ("width", "100%"),
            ("height", &*height),
            ("focusable", "false"),
            ("translate", "no"),
            ("role", "img"),
            ("aria-label", name),
        ];
        let parts = [self.bands(), self.lines(), self.level(), self.here()];
        Markup::element("svg", &attributes, parts)
    }

    /// Where more hours bring less.
    fn bands(&self) -> Markup {
        let band = |(from, again): &(Decimal, Option<Decimal>)| {
            let end = again.map_or(WIDTH, |again| self.x(again));
            let width = format!("{:.1}%", (end - self.x(*from)) / WIDTH * 100.0);
            let (x, height) = (self.share(*from), format!("{:.1}", HEIGHT - BELOW - TOP));
            let top = format!("{TOP}");
            let attributes = [
                ("class", "lijn__zone"),
                ("x", &*x),
                ("width", &*width),
                ("y", &*top),
                ("height", &*height),
            ];
            Markup::element("rect", &attributes, "")
        };
        self.curve.falls.iter().map(band).collect()
    }

    /// The lines of the scale and the curve, stretched over the whole width.
    fn lines(&self) -> Markup {
        let line = |line: &i64| format!("M0 {:.1}H{WIDTH}", self.y(near(*line)));
        let raster = self.lines.iter().map(line).collect::<Vec<_>>().concat();
        let point = |point: &Point| {
            format!("{:.1} {:.1} ", self.x(point.at), self.y(place_of(point.value)))
        };
        let points = self.curve.points.iter().map(point).collect::<Vec<_>>().concat();
        let (all, height) = (format!("0 0 {WIDTH} {HEIGHT}"), format!("{HEIGHT}"));
        let attributes = [
            ("viewBox", &*all),
            ("preserveAspectRatio", "none"),
            ("width", "100%"),
            ("height", &*height),
            ("aria-hidden", "true"),
        ];
        let raster = Markup::element("path", &[("class", "lijn__raster"), ("d", &*raster)], "");
        let curve =
            Markup::element("polyline", &[("class", "lijn__lijn"), ("points", &*points)], "");
        Markup::element("svg", &attributes, [raster, curve])
    }

    /// The line of nothing more and nothing less.
    fn level(&self) -> Markup {
        let (y, word) = (format!("{:.1}", self.y(0.0)), format!("{:.1}", self.y(0.0) - 8.0));
        let line = [("class", "lijn__nu"), ("x2", "100%"), ("y1", &*y), ("y2", &*y)];
        [
            Markup::element("line", &line, ""),
            label("lijn__nu-woord", "100%", &word, "end", &self.curve.level_word),
        ]
        .into()
    }

    /// Where she is.
    fn here(&self) -> Markup {
        let Some(point) = self.curve.points.iter().rfind(|point| point.at <= self.curve.here)
        else {
            return Markup::default();
        };
        let (x, y) = (self.share(self.curve.here), self.y(place_of(point.value)));
        let (at, above, bottom) =
            (format!("{y:.1}"), format!("{:.1}", y - 14.0), format!("{:.1}", HEIGHT - BELOW));
        let line =
            [("class", "lijn__u-lijn"), ("x1", &*x), ("x2", &*x), ("y1", &*at), ("y2", &*bottom)];
        let dot = [("class", "lijn__u"), ("cx", &*x), ("cy", &*at), ("r", "8")];
        let parts = [
            Markup::element("line", &line, ""),
            Markup::element("circle", &dot, ""),
            label("lijn__u-woord", &x, &above, "middle", &self.curve.here_word),
        ];
        Markup::element("g", &[], parts)
    }
}

fn silent(class: &str, height: f64, inner: Markup) -> Markup {
    let height = format!("{height}");
    let attributes = [
        ("class", class),
        ("width", "100%"),
        ("height", &*height),
        ("focusable", "false"),
        ("translate", "no"),
        ("aria-hidden", "true"),
    ];
    Markup::element("svg", &attributes, inner)
}

fn label(class: &str, x: &str, y: &str, anchor: &str, words: &str) -> Markup {
    // The drawing runs from left to right in every language.
    let attributes =
        [("class", class), ("x", x), ("y", y), ("text-anchor", anchor), ("direction", "ltr")];
    Markup::element("text", &attributes, Markup::drawn(words))
}

/// A number for a drawing, to hundredths.
#[expect(clippy::cast_precision_loss, reason = "amounts of a household are far below the limit")]
fn place_of(mut value: Decimal) -> f64 {
    value.rescale(2);
    value.mantissa() as f64 / 100.0
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "amounts of a household are far below the limit"
)]
fn whole(value: f64) -> i64 {
    value as i64
}

#[expect(clippy::cast_precision_loss, reason = "amounts of a household are far below the limit")]
fn near(value: i64) -> f64 {
    value as f64
}
