//! The columns of the first twelve months: thirteen rows for each household, the month before the start among them.

use calc_core::calendar::{Code, Maand, calendar_of};
use calc_core::money::Euro;
use calc_core::{Explain, Situatie};

use crate::sheet::{Outcome, Sheet};
use crate::told::told;

/// The months of a situation that was read for the calendar.
pub(crate) fn of(situatie: &Situatie) -> Outcome<Maand> {
    calendar_of(situatie, Explain::No).map(|calendar| calendar.maanden).map_err(|it| told(&it))
}

pub(crate) fn columns(sheet: &mut Sheet<Maand>) {
    sheet.whole("nummer", |it| Some(it.nummer));
    sheet.day("maand", |it| Some(it.maand));
    sheet.word("status", |it| Some(it.status.word()));
    sheet.word("werk", |it| Some(it.werk.word()));
    for code in Code::ALLE {
        let lijn = move |it: &Maand| it.lijnen.iter().find(|(own, _)| *own == code).map(|it| it.1);
        sheet.amount(code.word(), |it| lijn(it).map(Euro::amount));
    }
    sheet.amount("begin", |it| Some(it.begin.amount()));
    sheet.amount("eind", |it| Some(it.eind.amount()));
    sheet.day("laagste_datum", |it| Some(it.laagste.datum));
    sheet.amount("laagste", |it| Some(it.laagste.bedrag.amount()));
    sheet.amount("nog_terug", |it| Some(it.nog_terug.amount()));
    sheet.amount("echt_van_haar", |it| Some(it.echt_van_haar.amount()));
    sheet.amount("opzij", |it| Some(it.opzij.amount()));
    sheet.amount("nooit_eind", |it| Some(it.nooit.0.amount()));
    sheet.amount("nooit_nog_terug", |it| Some(it.nooit.1.amount()));
    sheet.amount("waarde_nooit", |it| it.waarde.map(|it| it.nooit.amount()));
    sheet.amount("waarde_werkelijk", |it| it.waarde.map(|it| it.werkelijk.amount()));
    sheet.amount("waarde_verschil", |it| it.waarde.map(|it| it.verschil().amount()));
    sheet.word("bijstand_regel", |it| Some(it.bijstand.regel));
    sheet.amount("bijstand_recht", |it| Some(it.bijstand.recht.amount()));
    sheet.amount("bijstand_openstaand", |it| Some(it.bijstand.openstaand.amount()));
}
