//! The columns of the steady month: a row for each household.

use calc_core::money::{PerHour, PerMonth};
use calc_core::month::Lijn;
use calc_core::{Explain, Month, Situatie};

use crate::sheet::{Outcome, Sheet};
use crate::told::told;

/// The steady month of a situation.
pub(crate) fn of(situatie: &Situatie) -> Outcome<Month> {
    calc_core::month::month_of(situatie, Explain::No)
        .map(|month| vec![month])
        .map_err(|it| told(&it))
}

pub(crate) fn columns(sheet: &mut Sheet<Month>) {
    sheet.word("status", |it| Some(it.status.word()));
    for lijn in Lijn::ALLE {
        sheet.amount(format!("nu_{}", lijn.word()), |it| Some(it.nu.bedrag(lijn).amount()));
    }
    for lijn in Lijn::ALLE {
        sheet.amount(format!("met_baan_{}", lijn.word()), |it| {
            Some(it.met_baan.bedrag(lijn).amount())
        });
    }
    sheet.amount("verschil", |it| Some(it.verschil.besteedbaar().amount()));
    sheet.amount("per_gewerkt_uur", |it| it.per_gewerkt_uur.map(PerHour::amount));
    sheet.amount("volgende_100", |it| it.volgende_100.map(PerMonth::amount));
    sheet.word("vrijlating_regel", |it| Some(it.tussen.met_baan.vrijlating_regel));
    sheet.amount("besteedbaar_jaar_nu", |it| Some(it.per_jaar_nu.besteedbaar_jaar.amount()));
    sheet.amount("besteedbaar_jaar_met_baan", |it| {
        Some(it.per_jaar_met_baan.besteedbaar_jaar.amount())
    });
    // Only where `huishouden.gemeente_meetellen` asks for it.
    let gemeente = |it: &Month| it.gemeente.besteedbaar_jaar.clone();
    sheet.amount("besteedbaar_jaar_met_gemeente_nu", |it| gemeente(it).map(|it| it.nu.amount()));
    sheet.amount("besteedbaar_jaar_met_gemeente_met_baan", |it| {
        gemeente(it).map(|it| it.met_baan.amount())
    });
    sheet.words("waarschuwingen", |it| it.waarschuwingen.iter().map(|it| it.code).collect());
}
