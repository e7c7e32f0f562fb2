//! A curve over hours.

use rust_decimal::Decimal;

use super::{Written, amounts, label, named, share, silent};
use crate::markup::Markup;
use crate::scale::{Scale, coordinate};

const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 240.0;
const TOP: f64 = 28.0;
const BELOW: f64 = 24.0;
/// Every so many points a number below.
const BETWEEN_MARKS: usize = 8;

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

struct Plot<'a> {
    curve: &'a Curve,
    scale: Scale,
    most: f64,
}

impl Curve {
    /// The drawing.
    pub fn draw(&self, amount: Written, hours: Written) -> Markup {
        let Some(plot) = Plot::of(self) else { return Markup::default() };
        let axis =
            Markup::element("p", &[("class", "lijn__as"), ("aria-hidden", "true")], &*self.axis);
        let parts = [axis, amounts(HEIGHT, &plot.scale, amount), plot.plot(), plot.hours(hours)];
        Markup::element("div", &[("class", "lijn")], parts)
    }
}

impl<'a> Plot<'a> {
    fn of(curve: &'a Curve) -> Option<Self> {
        // The line of nothing more and nothing less is on it too.
        let values = curve.points.iter().map(|point| point.value).chain([Decimal::ZERO]);
        let most = coordinate(curve.points.last()?.at).max(1.0);
        Some(Self { curve, scale: Scale::over(values, TOP, HEIGHT - BELOW), most })
    }

    fn x(&self, hours: Decimal) -> f64 {
        coordinate(hours) / self.most * WIDTH
    }

    fn share(&self, hours: Decimal) -> String {
        share(self.x(hours) / WIDTH)
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
        let parts = [self.bands(), self.lines(), self.level(), self.here()];
        named("tekening lijn__vlak", HEIGHT, &self.curve.name, parts.into())
    }

    /// Where more hours bring less.
    fn bands(&self) -> Markup {
        let band = |(from, again): &(Decimal, Option<Decimal>)| {
            let end = again.map_or(WIDTH, |again| self.x(again));
            let width = share((end - self.x(*from)) / WIDTH);
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
        let line = |line: &i64| format!("M0 {:.1}H{WIDTH}", self.scale.place_of_line(*line));
        let raster = self.scale.lines.iter().map(line).collect::<Vec<_>>().concat();
        let point = |point: &Point| {
            format!("{:.1} {:.1} ", self.x(point.at), self.scale.place(point.value))
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
        let zero = self.scale.place_of_line(0);
        let (y, word) = (format!("{zero:.1}"), format!("{:.1}", zero - 8.0));
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
        let (x, y) = (self.share(self.curve.here), self.scale.place(point.value));
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
