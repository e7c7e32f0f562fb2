//! The drawing of the hours line: the curve, what is left now, the stretches where more hours leave less, and
//! where she is.

use calc_core::hours::{Hours, Zone};
use calc_wasm::scale::{Scale, coordinate};
use rust_decimal::Decimal;
use yew::Html;

use super::svg::{down, key, named, percent, rect, silent, words};
use crate::answer::Ready;
use crate::dom::{all, el, text, when};
use crate::format::{self, euro, euro_whole, place};
use crate::words::{t, t_with};

/// Every so many hours a mark.
const HOURS_BETWEEN_MARKS: usize = 8;
const HEIGHT: f64 = 310.0;
const TOP: f64 = 80.0;
/// Below the lowest amount, for a label.
const BELOW: f64 = 26.0;
/// Above the drawing, one below the other: from where it is more again, the next fall, the numbers of the falls.
const AGAIN: f64 = 13.0;
const FALL: f64 = 30.0;
const NUMBERS: f64 = 48.0;
const BANDS: f64 = 53.0;
/// Room for a number on the narrowest screen.
const NUMBER_WIDTH: f64 = 8.0;
/// A label on the narrowest screen is as wide as twice this.
const HALF_LABEL: f64 = 38.0;

/// The id of what is cut out of the curve; ids are of the whole page.
const UNDER: &str = "onder-nu";

/// The stretches of loss.
pub struct Falls<'a> {
    /// Those that are told in words, by rising hours.
    pub told: Vec<&'a Zone>,
    /// The first that begins above her hours.
    pub next: Option<&'a Zone>,
    /// From where it is more again, after the stretch she is in or else after the next.
    pub again: Option<Decimal>,
}

struct Plot<'a> {
    ready: &'a Ready,
    hours: &'a Hours,
    falls: &'a Falls<'a>,
    now: Decimal,
    scale: Scale,
    most: f64,
}

/// The parts of the drawing: the amounts beside it, the drawing itself, the hours below it, and what its patterns
/// mean.
pub struct Drawing {
    /// The amounts beside it.
    pub amounts: Html,
    /// The drawing itself.
    pub plot: Html,
    /// The hours below it.
    pub hours: Html,
    /// What its patterns mean.
    pub keys: Html,
}

/// The drawing.
pub fn drawing(ready: &Ready, hours: &Hours, falls: &Falls) -> Drawing {
    let now = ready.month.nu.besteedbaar().amount();
    let hers = ready.month.met_baan.besteedbaar().amount();
    let points = hours.punten.iter().map(|point| point.lijnen.besteedbaar().amount());
    let scale = Scale::over(points.chain([now, hers]), TOP, HEIGHT - BELOW);
    let most = hours.punten.last().map_or(1.0, |point| coordinate(point.uren).max(1.0));
    let plot = Plot { ready, hours, falls, now, scale, most };
    Drawing { amounts: plot.amounts(), plot: plot.svg(), hours: plot.marks(), keys: plot.keys() }
}

/// Where a label goes that belongs to a place, so that it stays within the drawing.
fn label(x: f64) -> (f64, &'static str) {
    if x < 100.0 - 2.0 * HALF_LABEL {
        (x, "start")
    } else if x > 2.0 * HALF_LABEL {
        (x, "end")
    } else {
        (x.clamp(HALF_LABEL, 100.0 - HALF_LABEL), "middle")
    }
}

impl Plot<'_> {
    /// The share of the width.
    fn x(&self, hours: Decimal) -> f64 {
        coordinate(hours) / self.most * 100.0
    }

    fn svg(&self) -> Html {
        named("tekening lijn__vlak", HEIGHT, "uren.tekening").of([
            self.less(),
            self.bands(),
            self.curve(),
            self.now(),
            self.falls(),
            self.hers(),
        ])
    }

    /// A part without letters, stretched over the whole width.
    fn stretched(parts: [Html; 2]) -> Html {
        let all = format!("0 0 1000 {}", place(HEIGHT));
        let part = el("svg").at("viewBox", &all).at("preserveAspectRatio", "none");
        let part = part.at("width", "100%").at("height", &place(HEIGHT));
        part.at("aria-hidden", "true").of(parts)
    }

    /// The points of the curve, in the coordinates of a stretched part.
    fn points(&self) -> String {
        let mut points = String::new();
        for point in &self.hours.punten {
            points += &place(self.x(point.uren) * 10.0);
            points.push(' ');
            points += &place(self.scale.place(point.lijnen.besteedbaar().amount()));
            points.push(' ');
        }
        points
    }

    fn loses(&self) -> bool {
        self.hours.punten.iter().any(|point| point.lijnen.besteedbaar().amount() < self.now)
    }

    /// What lies under the line of now and above the curve.
    fn less(&self) -> Html {
        when(self.loses(), || {
            let top = place(self.scale.place(self.now));
            let below = el("rect").at("y", &top).at("width", "1000").at("height", &place(HEIGHT));
            let clip = el("clipPath").at("id", UNDER).of([below.empty()]);
            let around = format!("0 {top} {}1000 {top}", self.points());
            let less = el("polygon").class("lijn__minder").at("points", &around);
            Self::stretched([clip, less.at("clip-path", &format!("url(#{UNDER})")).empty()])
        })
    }

    fn curve(&self) -> Html {
        let mut raster = String::new();
        for amount in &self.scale.lines {
            raster += "M0 ";
            raster += &place(self.scale.place_of_line(*amount));
            raster += "H1000";
        }
        let raster = el("path").class("lijn__raster").at("d", &raster).empty();
        let curve = el("polyline").class("lijn__lijn").at("points", &self.points()).empty();
        Self::stretched([raster, curve])
    }

    /// From where it falls to where it is more again.
    fn band(&self, zone: &Zone) -> [f64; 2] {
        let from = self.x(zone.van);
        [from, zone.weer_hoger_vanaf.map_or(100.0, |again| self.x(again)) - from]
    }

    fn bands(&self) -> Html {
        let band = |zone: &Zone| rect("lijn__zone", self.band(zone), [BANDS, HEIGHT - BANDS]);
        let mut parts: Vec<Html> = self.hours.zones.iter().map(band).collect();
        let mut free = 0.0_f64;
        for (at, zone) in self.falls.told.iter().enumerate() {
            let [from, width] = self.band(zone);
            let x = (from + width / 2.0).max(free).min(100.0 - NUMBER_WIDTH / 2.0);
            free = x + NUMBER_WIDTH;
            let number = at.saturating_add(1).to_string();
            parts.push(words("lijn__nummer", x, NUMBERS, "middle", number));
        }
        el("g").children(parts)
    }

    fn now(&self) -> Html {
        let y = place(self.scale.place(self.now));
        let line = el("line").class("lijn__nu").at("x2", "100%").at("y1", &y).at("y2", &y);
        line.empty()
    }

    /// What is left at a number of hours; of the nearest point below it.
    fn left(&self, hours: Decimal) -> Decimal {
        let below = self.hours.punten.iter().rfind(|point| point.uren <= hours);
        below.map_or(self.now, |point| point.lijnen.besteedbaar().amount())
    }

    fn mark(&self, hours: Decimal, row: f64, key: &str) -> Html {
        let x = self.x(hours);
        let y = self.scale.place(self.left(hours));
        let (at, anchor) = label(x);
        let written = t_with(key, &[("uren", format::hours(hours))]);
        let dot = el("circle").class("lijn__merk").at("cx", &percent(x)).at("cy", &place(y));
        el("g").of([
            down("lijn__merk-lijn", x, [row + 4.0, y]),
            dot.at("r", "4.5").empty(),
            words("lijn__merk-woord", at, row, anchor, written),
        ])
    }

    /// The next fall, and from where it is more again.
    fn falls(&self) -> Html {
        let again = self.falls.again.map(|hours| self.mark(hours, AGAIN, "uren.merk_weer"));
        let next = self.falls.next.map(|zone| self.mark(zone.van, FALL, "uren.merk_daling"));
        all([again.unwrap_or_default(), next.unwrap_or_default()])
    }

    /// Where she is, and what is left now. Her word stands on one side of the line of now and that of now on the
    /// other, so they never meet.
    fn hers(&self) -> Html {
        let left = self.ready.month.met_baan.besteedbaar().amount();
        let (x, y) = (self.x(self.ready.uren), self.scale.place(left));
        let (above, now) = (left >= self.now, self.scale.place(self.now));
        let dot = el("circle").class("lijn__u").at("cx", &percent(x)).at("cy", &place(y));
        let written = t_with("uren.nu", &[("bedrag", euro(self.now))]);
        let now = now + if above { 18.0 } else { -8.0 };
        el("g").of([
            down("lijn__u-lijn", x, [y, HEIGHT]),
            dot.at("r", "8").empty(),
            words("lijn__nu-woord", 100.0, now, "end", written),
            words("lijn__u-woord", x, y + if above { -15.0 } else { 26.0 }, "middle", t("uren.u")),
        ])
    }

    fn amounts(&self) -> Html {
        let amount = |amount: &i64| {
            let y = self.scale.place_of_line(*amount) + 4.5;
            words("lijn__schaal", 100.0, y, "end", euro_whole(Decimal::from(*amount)))
        };
        let amounts = self.scale.lines.iter().map(amount).collect();
        silent("tekening lijn__bedragen", HEIGHT).children(amounts)
    }

    fn marks(&self) -> Html {
        let mark = |hours: Decimal| {
            words("lijn__schaal", self.x(hours), 14.0, "middle", format::hours(hours))
        };
        let marks = self.hours.punten.iter().step_by(HOURS_BETWEEN_MARKS);
        let mut parts: Vec<Html> = marks.map(|point| mark(point.uren)).collect();
        parts.push(words("lijn__schaal", 100.0, 33.0, "end", t("uren.as_uren")));
        silent("tekening lijn__uren", 38.0).children(parts)
    }

    fn keys(&self) -> Html {
        let line = |class, words: &str| el("li").of([key(class), text(t(words))]);
        el("ul").class("sleutels").of([
            when(self.loses(), || line("lijn__minder", "uren.sleutel_minder")),
            when(!self.hours.zones.is_empty(), || line("lijn__zone", "uren.sleutel_zone")),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_stays_within_the_drawing() {
        for x in 0..=100 {
            let (at, anchor) = label(f64::from(x));
            let from = match anchor {
                "start" => at,
                "end" => at - 2.0 * HALF_LABEL,
                _ => at - HALF_LABEL,
            };
            assert!((-0.001..=100.001 - 2.0 * HALF_LABEL).contains(&from), "{x}: {from}");
        }
    }
}
