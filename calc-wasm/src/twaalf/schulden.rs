//! Debts: what she keeps with the job, what goes to creditors, who helps. Her twelve months are counted before that, and every
//! piece that counts in them says so.

use calc_core::Melding;
use calc_core::money::Euro;
use calc_core::texts::fill;

use super::{Woorden, bullets, folded, line, ongeveer, richting};
use crate::markup::Markup;
use crate::places::Twaalf;

/// That nothing has gone to creditors yet, in an amount that stands above or below this.
pub fn voor_schulden(twaalf: &Twaalf, w: Woorden) -> Option<Markup> {
    twaalf.heeft_schulden.then(|| line("kop__onder", w.kalender("voor_schulden")))
}

/// What a month is more with the job once creditors had theirs; nothing where that is not computed.
fn na_schulden(twaalf: &Twaalf) -> Option<Euro> {
    let [nooit, werkelijk] = twaalf.calendar.samenvatting.schulden?;
    Some(werkelijk.over_per_maand - nooit.over_per_maand)
}

/// The same, and how much it is after them: that can be the other way.
pub fn voor_en_na_schulden(twaalf: &Twaalf, w: Woorden) -> Option<Markup> {
    let Some(na) = na_schulden(twaalf) else { return voor_schulden(twaalf, w) };
    let bedrag = Markup::amount(&[], na.amount(), &ongeveer(na, w));
    let na = w.zin_met(&format!("na_schulden_{}", richting(Some(na))), &[], &[("bedrag", bedrag)]);
    Some(line("kop__onder", [w.kalender("voor_schulden").into(), Markup::words(" "), na]))
}

/// The answer in a few words: after creditors, or that it is before them.
pub fn in_het_kort(twaalf: &Twaalf, kort: String, w: Woorden) -> String {
    match na_schulden(twaalf) {
        Some(na) => {
            let key = format!("kort_na_schulden_{}", richting(Some(na)));
            w.t_met(&key, &[("bedrag", ongeveer(na, w))])
        }
        None if twaalf.heeft_schulden => w.t_met("kort_voor_schulden", &[("kort", kort)]),
        None => kort,
    }
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
