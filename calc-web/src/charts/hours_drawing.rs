//! The drawing of the hours line. It is hidden from who listens: the sentences and the table say the same.

use rust_decimal::Decimal;
use yew::Html;

use super::scale::Scale;
use crate::answer::Ready;
use crate::dom::{el, when};
use crate::format::{self, coordinate, euro, euro_whole, place};
use crate::words::{t, t_with};

/// Every so many hours a mark.
const HOURS_BETWEEN_MARKS: usize = 8;
const TOP: f64 = 30.0;
const BELOW: f64 = 44.0;
const LEFT: f64 = 62.0;
const RIGHT: f64 = 18.0;

/// The size of a drawing, in pixels at full size.
#[derive(Clone, Copy)]
pub struct Size {
    /// Goes into the ids, which are of the whole page.
    pub name: &'static str,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

struct Plot<'a> {
    size: Size,
    ready: &'a Ready,
    points: Vec<(Decimal, Decimal)>,
    now: Decimal,
    scale: Scale,
    most: f64,
}

/// The drawing; nothing without points.
pub fn drawing(size: Size, ready: &Ready) -> Option<Html> {
    let hours = ready.hours.as_ref()?;
    let points: Vec<(Decimal, Decimal)> = hours
        .punten
        .iter()
        .map(|point| (point.uren, point.lijnen.besteedbaar().amount()))
        .collect();
    let now = ready.month.nu.besteedbaar().amount();
    let hers = ready.month.met_baan.besteedbaar().amount();
    let amounts = points.iter().map(|(_, left)| *left).chain([now, hers]);
    let scale = Scale::over(amounts, TOP, size.height - BELOW);
    let most = coordinate(points.last()?.0).max(1.0);
    let plot = Plot { size, ready, points, now, scale, most };
    Some(plot.svg())
}

impl Plot<'_> {
    fn x(&self, hours: Decimal) -> f64 {
        LEFT + coordinate(hours) / self.most * (self.right() - LEFT)
    }

    fn right(&self) -> f64 {
        self.size.width - RIGHT
    }

    fn bottom(&self) -> f64 {
        self.size.height - BELOW
    }

    fn id(&self, name: &str) -> String {
        format!("{name}-{}", self.size.name)
    }

    fn svg(&self) -> Html {
        let Size { name, width, height } = self.size;
        let drawing = el("svg").at("class", &format!("lijn lijn--{name}"));
        let drawing = drawing.at("viewBox", &format!("0 0 {} {}", place(width), place(height)));
        let curve = el("polyline").class("lijn__lijn").at("points", &self.line()).empty();
        drawing.at("aria-hidden", "true").at("focusable", "false").of([
            self.definitions(),
            self.amounts(),
            self.hours(),
            self.loss(),
            curve,
            self.hers(),
            self.now(),
        ])
    }

    /// The hatching of what is less than now, and the part of the drawing it may cover.
    fn definitions(&self) -> Html {
        let top = self.scale.place(self.now);
        let square = |class, width: &str| {
            el("rect").class(class).at("width", width).at("height", "7").empty()
        };
        let hatching =
            el("pattern").at("id", &self.id("streep")).at("width", "7").at("height", "7");
        let hatching =
            hatching.at("patternUnits", "userSpaceOnUse").at("patternTransform", "rotate(45)");
        let below_now = el("rect")
            .at("x", &place(LEFT))
            .at("y", &place(top))
            .at("width", &place(self.right() - LEFT))
            .at("height", &place(self.bottom() - top));
        el("defs").of([
            hatching.of([square("lijn__verlies", "7"), square("lijn__streep", "2")]),
            el("clipPath").at("id", &self.id("onder")).of([below_now.empty()]),
        ])
    }

    fn amounts(&self) -> Html {
        let mut parts = vec![words("lijn__as", 2.0, 14.0, "start", t("uren.as_bedrag"))];
        for amount in &self.scale.lines {
            let y = self.scale.place_of_line(*amount);
            parts.push(line("lijn__raster", [LEFT, y], [self.right(), y]));
            let written = euro_whole(Decimal::from(*amount));
            parts.push(words("lijn__schaal", LEFT - 8.0, y + 4.0, "end", written));
        }
        el("g").children(parts)
    }

    fn hours(&self) -> Html {
        let marks = self.points.iter().step_by(HOURS_BETWEEN_MARKS);
        let mark = |(hours, _): &(Decimal, Decimal)| {
            words(
                "lijn__schaal",
                self.x(*hours),
                self.bottom() + 20.0,
                "middle",
                format::hours(*hours),
            )
        };
        let mut parts: Vec<Html> = marks.map(mark).collect();
        parts.push(words(
            "lijn__as",
            self.right(),
            self.size.height - 4.0,
            "end",
            t("uren.as_uren"),
        ));
        el("g").children(parts)
    }

    fn line(&self) -> String {
        let point = |(hours, left): &(Decimal, Decimal)| {
            format!("{},{}", place(self.x(*hours)), place(self.scale.place(*left)))
        };
        self.points.iter().map(point).collect::<Vec<_>>().join(" ")
    }

    /// What lies under the line of now and above the curve.
    fn loss(&self) -> Html {
        let loses = self.points.iter().any(|(_, left)| *left < self.now);
        when(loses, || {
            let top = place(self.scale.place(self.now));
            let around =
                format!("{},{top} {} {},{top}", place(LEFT), self.line(), place(self.right()));
            let loss = el("polygon")
                .at("points", &around)
                .at("fill", &format!("url(#{})", self.id("streep")));
            loss.at("clip-path", &format!("url(#{})", self.id("onder"))).empty()
        })
    }

    fn now(&self) -> Html {
        let y = self.scale.place(self.now);
        let written = t_with("uren.nu", &[("bedrag", euro(self.now))]);
        // Where there is room: above the line when it lies low.
        let below = if y > f64::midpoint(TOP, self.bottom()) { -7.0 } else { 17.0 };
        el("g").of([
            line("lijn__nu", [LEFT, y], [self.right(), y]),
            words("lijn__nu-woord", self.right(), y + below, "end", written),
        ])
    }

    fn hers(&self) -> Html {
        let uren = self.ready.uren;
        when(coordinate(uren) <= self.most, || {
            let left = self.ready.month.met_baan.besteedbaar().amount();
            let (x, y) = (self.x(uren), self.scale.place(left));
            let dot =
                el("circle").class("lijn__u").at("cx", &place(x)).at("cy", &place(y)).at("r", "7");
            el("g").of([
                line("lijn__u-lijn", [x, y], [x, self.bottom()]),
                dot.empty(),
                words("lijn__u-woord", x, y - 14.0, "middle", t("uren.u")),
            ])
        })
    }
}

fn line(class: &'static str, [x1, y1]: [f64; 2], [x2, y2]: [f64; 2]) -> Html {
    let ends = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)];
    let line = el("line").class(class);
    ends.into_iter().fold(line, |line, (name, value)| line.at(name, &place(value))).empty()
}

fn words(class: &'static str, x: f64, y: f64, anchor: &'static str, words: String) -> Html {
    let element = el("text").class(class).at("x", &place(x)).at("y", &place(y));
    element.at("text-anchor", anchor).text(words)
}
