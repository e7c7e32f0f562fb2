//! What the second module draws, by the name of its place on the page. The page leaves a place empty (`data-plaats`) and
//! never touches what stands in it; [`Pieces`] is what is known of one situation, in one language.

use std::cell::OnceCell;

use calc_core::calendar::{Calendar, HoursOver, calendar_of, hours_over};
use calc_core::money::Euro;
use calc_core::month::{Schulden, month_of};
use calc_core::{ContractForm, Error, Explain, HoursOptions, Language, Month, Situatie};
use rust_decimal::Decimal;

use crate::markup::Markup;
use crate::twaalf::{self, Woorden};
use crate::{bronnen, uitleg};

/// The places of the hours line over twelve months, which take longer than the others: the line, and the hours that are better
/// than hers when hers are worse than no job.
pub const HOURS: [&str; 2] = ["uren", "beter"];
/// The place of the situations of a coach side by side; which they are stands in an attribute of its own.
pub const CASES: &str = "gevallen";
/// So many hours a week there are at most.
const MOST_HOURS: u32 = 60;

/// Everything that can be drawn of a situation.
pub struct Pieces {
    situatie: Situatie,
    twaalf: Result<Twaalf, Error>,
    maand: OnceCell<Result<Month, Error>>,
    uren: OnceCell<Result<HoursOver, Error>>,
    w: Woorden,
}

/// Her twelve months, and what a month of them would be without any disregard.
pub struct Twaalf {
    /// The months.
    pub calendar: Calendar,
    /// The mean of a month if the municipality lets her keep nothing; nothing where that is what she said.
    pub zonder_vrijlating: Option<Euro>,
    /// Whether there is a job at all: at no hours there is none.
    pub heeft_baan: bool,
    /// Whether debts are collected from her income.
    pub heeft_schulden: bool,
    /// What is left with creditors in the steady month; nothing without debts or with a partner.
    pub schulden: Option<Schulden>,
    /// Whether her fixed costs are known: else only the rent comes off.
    pub vaste_lasten: bool,
}

impl Pieces {
    /// Of a situation as the page answered it.
    pub fn of(json: &str, language: Language) -> Result<Self, Error> {
        let situatie = Situatie::from_json(json)?;
        let twaalf = Twaalf::of(&situatie);
        Ok(Self {
            situatie,
            twaalf,
            maand: OnceCell::new(),
            uren: OnceCell::new(),
            w: Woorden(language),
        })
    }

    /// The piece for a place; nothing for a place that is not known.
    pub fn draw(&self, place: &str) -> String {
        let draw = |piece: fn(&Twaalf, Woorden) -> Markup| {
            self.twaalf.as_ref().map(|it| piece(it, self.w))
        };
        let piece = match place.split('.').collect::<Vec<_>>()[..] {
            ["twaalf"] => self.card(),
            ["doen"] => draw(twaalf::doen::te_doen).unwrap_or_default(),
            ["maanden"] => draw(twaalf::maanden::maanden).unwrap_or_default(),
            ["wat_als"] => draw(twaalf::wat_als).unwrap_or_default(),
            ["blad"] => self.paper(twaalf::blad::haar),
            ["blad_coach"] => self.paper(twaalf::blad::coach),
            ["uren"] => [
                draw(|it, w| twaalf::voor_schulden(it, w).into_iter().collect())
                    .unwrap_or_default(),
                self.hours(twaalf::uren::uren),
            ]
            .into(),
            ["beter"] => self.hours(twaalf::uren::beter_dan_geen),
            ["uitleg", situation, line] => self.month(|maand| {
                twaalf::stuk(vec![uitleg::of(maand, situation, line, self.w)], self.w)
            }),
            ["bronnen"] => {
                self.month(|maand| twaalf::stuk(vec![bronnen::list(maand, self.w)], self.w))
            }
            _ => Markup::default(),
        };
        piece.into_text()
    }

    fn card(&self) -> Markup {
        match &self.twaalf {
            Ok(it) => twaalf::card(it, self.w),
            Err(error) => twaalf::refused(error, self.w),
        }
    }

    fn paper(&self, piece: fn(&Situatie, &Twaalf, Woorden) -> Markup) -> Markup {
        match &self.twaalf {
            Ok(it) => piece(&self.situatie, it, self.w),
            Err(error) => twaalf::blad::niet(error, self.w),
        }
    }

    /// The answer in a few words, for the bar and to be read out; nothing when there is none.
    pub fn in_short(&self) -> Option<String> {
        self.twaalf.as_ref().ok().map(|it| twaalf::in_short(it, self.w))
    }

    /// The line runs to 40 hours, unless she works more.
    fn hours(&self, piece: fn(&HoursOver, Decimal, Woorden) -> Markup) -> Markup {
        let hers = self.situatie.baan.uren_per_week.amount();
        let usual = HoursOptions::default();
        let to = if hers > usual.to { Decimal::from(MOST_HOURS) } else { usual.to };
        let line = || hours_over(&self.situatie, HoursOptions { to, ..usual });
        self.uren
            .get_or_init(line)
            .as_ref()
            .map(|line| piece(line, hers, self.w))
            .unwrap_or_default()
    }

    fn month(&self, piece: impl FnOnce(&Month) -> Markup) -> Markup {
        let month = self.maand.get_or_init(|| month_of(&self.situatie, Explain::Yes));
        month.as_ref().map(piece).unwrap_or_default()
    }

    /// Everything the engine did in the steady month, as JSON: for a file, or an objection.
    pub fn trace(&self) -> Option<String> {
        let month = self.maand.get_or_init(|| month_of(&self.situatie, Explain::Yes));
        serde_json::to_string(&month.as_ref().ok()?.form(self.w.0)).ok()
    }
}

impl Twaalf {
    fn of(situatie: &Situatie) -> Result<Self, Error> {
        let calendar = calendar_of(situatie, Explain::No)?;
        let heeft_baan = situatie.baan.uren_per_week.is_positive();
        let uitgaven = !situatie.kalender.uitgaven.is_empty();
        Ok(Self {
            calendar,
            zonder_vrijlating: zonder_vrijlating(situatie)?,
            heeft_baan,
            heeft_schulden: situatie.schulden.heeft(),
            schulden: van_schulden(situatie)?,
            vaste_lasten: uitgaven || situatie.huishouden.vaste_lasten.is_positive(),
        })
    }
}

/// What creditors take of a month; most have none, and for them no month is computed.
fn van_schulden(situatie: &Situatie) -> Result<Option<Schulden>, Error> {
    if !situatie.schulden.heeft() {
        return Ok(None);
    }
    Ok(month_of(situatie, Explain::No)?.schulden)
}

/// The same months if the municipality lets her keep nothing of her wage; nothing when that is what she said.
fn zonder_vrijlating(situatie: &Situatie) -> Result<Option<Euro>, Error> {
    if !situatie.bijstand.vrijlating_toegekend {
        return Ok(None);
    }
    let mut anders = situatie.clone();
    anders.bijstand.vrijlating_toegekend = false;
    Ok(calendar_of(&anders, Explain::No)?.samenvatting.per_maand)
}
