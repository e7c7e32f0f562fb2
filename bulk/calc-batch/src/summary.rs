//! The columns of the summary: a row for each household with the few amounts that a question about many asks for, from the
//! month, the hours curve and the first twelve months.

use calc_core::calendar::{Samenvatting, calendar_of};
use calc_core::hours::{Zone, hours_of};
use calc_core::money::Euro;
use calc_core::month::{Lijn, month_of};
use calc_core::{Error, Explain, Hours, HoursOptions, Month, Situatie};

use crate::sheet::{Outcome, Sheet};
use crate::told::told;

/// What the lines are of.
const SHOWN: [Lijn; 6] = [
    Lijn::NettoLoon,
    Lijn::Bijstand,
    Lijn::Kinderopvangtoeslag,
    Lijn::KinderopvangKosten,
    Lijn::Reiskosten,
    Lijn::Besteedbaar,
];

/// A household in a few amounts.
pub(crate) struct Summary {
    month: Month,
    hours: Hours,
    twaalf: Samenvatting,
}

impl Summary {
    /// The stretch where most is lost; of equal ones the first.
    fn largest_fall(&self) -> Option<&Zone> {
        // Of equal ones `max_by_key` would take the last.
        self.hours.zones.iter().rev().max_by_key(|zone| zone.daling)
    }
}

/// Of a situation that was read for the calendar, which asks most.
pub(crate) fn of(situatie: &Situatie) -> Outcome<Summary> {
    let summary = || {
        let month = month_of(situatie, Explain::No)?;
        let hours = hours_of(situatie, HoursOptions::default())?;
        let twaalf = calendar_of(situatie, Explain::No)?.samenvatting;
        Ok(vec![Summary { month, hours, twaalf }])
    };
    summary().map_err(|error: Error| told(&error))
}

pub(crate) fn columns(sheet: &mut Sheet<Summary>) {
    sheet.word("status", |it| Some(it.month.status.word()));
    for lijn in SHOWN {
        let word = lijn.word();
        sheet.amount(format!("nu_{word}"), |it| Some(it.month.nu.bedrag(lijn).amount()));
        sheet
            .amount(format!("met_baan_{word}"), |it| Some(it.month.met_baan.bedrag(lijn).amount()));
    }
    sheet.amount("verschil", |it| Some(it.month.verschil.besteedbaar().amount()));
    sheet.amount("twaalf_maanden", |it| it.twaalf.verschil_met_nooit.map(Euro::amount));
    sheet.amount("twaalf_maanden_per_maand", |it| it.twaalf.per_maand.map(Euro::amount));
    sheet.amount("laagste_saldo", |it| Some(it.twaalf.laagste.bedrag.amount()));
    sheet.day("laagste_saldo_datum", |it| Some(it.twaalf.laagste.datum));
    sheet.amount("break_even", |it| it.hours.break_even);
    sheet.amount("einde_bijstand", |it| it.hours.einde_bijstand);
    sheet.amount("beste_uren", |it| it.hours.beste_uren.map(|it| it.uren));
    sheet.amount("beste_uren_besteedbaar", |it| {
        it.hours.beste_uren.map(|it| it.lijnen.besteedbaar().amount())
    });
    sheet.amount("daling_van", |it| it.largest_fall().map(|zone| zone.van));
    sheet.amount("daling_tot", |it| it.largest_fall().map(|zone| zone.tot));
    sheet.amount("daling", |it| it.largest_fall().map(|zone| zone.daling.amount()));
    let cause = |it: &Summary| it.largest_fall().and_then(|zone| zone.oorzaken.first().copied());
    sheet.word("daling_oorzaak", |it| cause(it).map(|(lijn, _)| lijn.word()));
    sheet.amount("daling_oorzaak_bedrag", |it| cause(it).map(|(_, bedrag)| bedrag.amount()));
}
