//! Debts: what she keeps with the job, what goes to creditors, who helps. Her twelve months are counted before that, and every
//! piece that counts in them says so.

use calc_core::Melding;
use calc_core::texts::fill;

use super::{Woorden, bullets, folded, line};
use crate::markup::Markup;
use crate::places::Twaalf;

/// That nothing has gone to creditors yet, in an amount that stands above or below this.
pub fn voor_schulden(twaalf: &Twaalf, w: Woorden) -> Option<Markup> {
    twaalf.heeft_schulden.then(|| line("kop__onder", w.kalender("voor_schulden")))
}

/// What she keeps at least in a month with the job, and all there is to know of it; with a partner that it is not computed.
pub fn houdt(twaalf: &Twaalf, w: Woorden) -> Vec<Markup> {
    let Some(schulden) = &twaalf.schulden else {
        let key = "niet_berekend.schulden_met_partner";
        let zin = || line("kop__onder", fill(w.0, key, &[]));
        return twaalf.heeft_schulden.then(zin).into_iter().collect();
    };
    let bedrag = w.bedrag(schulden.met_baan.beslagvrij_maand.once());
    let houdt = line("kop__onder", w.zin_met("schulden_houdt", &[], &[("bedrag", bedrag)]));
    let zin = |melding: &Melding| Markup::from(melding.tekst(w.0));
    let alles = bullets(schulden.zinnen().iter().map(zin).collect());
    vec![houdt, folded("schulden", &w.t("schulden_meer"), alles)]
}
