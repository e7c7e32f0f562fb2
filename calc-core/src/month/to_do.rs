//! What she has to report, apply for, change or stop because of the job, and by when: worked out from the result,
//! one small function per item. What no source asks for is not here.
//!
//! Law: art. 17 and 45 Participatiewet <https://wetten.overheid.nl/BWBR0015703>; art. 14 to 18 Awir
//! <https://wetten.overheid.nl/BWBR0018472>; art. 1.3 Wet kinderopvang <https://wetten.overheid.nl/BWBR0017017>.
//! The terms are dated parameters (`termijnen`; that of the payslip stands in the municipality's file).
//! Left out: kinderbijslag, which no job changes; what a partner or a person who lives in has to do; what ends
//! with the job she has now.

mod item;
mod rondom;

pub use item::{Bij, Soort, TeDoen};

use jiff::civil::Date;

use item::Facts;

use super::gemeente::{GemeenteRegeling, VanGemeente};
use crate::dates::{first_of_month, first_of_month_from, months_later, weeks_later};
use crate::engine::house::House;
use crate::engine::huishouden::vrij_door_contract;
use crate::engine::lines::Lijn;
use crate::engine::outcome::Outcome;
use crate::message::{Arg, Melding};
use crate::parameters::gemeenten::Soort as SoortRegeling;
use crate::schemes::bijstand::inkomensvrijlating::Regel;
use crate::schemes::gemeente::{Antwoord, Bedrag};
use crate::schemes::inkomstenbelasting::inkomensafhankelijke_combinatiekorting as iack;
use crate::situatie::Situatie;
use crate::value::{Shown, Value};

const INLICHTINGEN: &str = "art. 17(1) Participatiewet";
const EINDE_BIJSTAND: &str = "art. 45(1) Participatiewet";
const GEGEVENS: &str = "art. 18(1) Awir";
const HUURDER: &str = "art. 1.2(9) Wet IB 2001";
const HEFFINGSKORTING: &str = "art. 22 Wet LB 1964";

/// Everything to do because of the job, by date; what has no date comes last. Nothing without hours of work.
pub(super) fn te_doen(
    house: &House,
    nu: &Outcome,
    met_baan: &Outcome,
    gemeente: &VanGemeente,
) -> Vec<TeDoen> {
    if !house.situatie.baan.heeft_uren() {
        return Vec::new();
    }
    let f = Facts { house, nu, met_baan, gemeente, start: start(house.situatie) };
    let mut lijst: Vec<TeDoen> = [
        baan_doorgeven(&f),
        einde_bijstand(&f),
        loonstrook_sturen(&f),
        inkomen_doorgeven(&f),
        toeslag_stopzetten(&f),
        toeslag_aanvragen(&f),
        kinderopvangtoeslag_aanvragen(&f),
        rondom::opvang_voorwaarden(&f),
        loonheffingskorting(&f),
        vrijlating_vragen(&f),
        iack_regelen(&f),
        huurder_doorgeven(&f),
        opvang_te_duur(&f),
        loonstroken_bewaren(&f),
        rondom::startkosten_vragen(&f),
        rondom::zorgverzekering_vragen(&f),
        rondom::bijstand_opnieuw(&f),
        rondom::ontheffing_vragen(&f),
    ]
    .into_iter()
    .flatten()
    .chain(gemeente.regelingen.iter().filter_map(gemeente_vragen))
    .collect();
    lijst.sort_by_key(|item| (item.uiterlijk.is_none(), item.uiterlijk));
    lijst
}

/// The day the list counts from: `baan.start` when it was given; else the reference date when that is the first of
/// a month, or else the first of the next month.
fn start(situatie: &Situatie) -> Date {
    let start = situatie.baan.start;
    start.unwrap_or_else(|| first_of_month_from(situatie.peildatum))
}

/// A sentence with the names of allowances; `None` without any.
fn met_toeslagen(code: &'static str, toeslagen: &[Lijn]) -> Option<Melding> {
    let namen: Vec<Value> = toeslagen.iter().map(|lijn| lijn.word().shown()).collect();
    (!namen.is_empty()).then(|| Melding::te_doen(code).met("toeslagen", Arg::List(namen)))
}

/// Work beside bijstand is told at once (art. 17(1) Participatiewet: onverwijld): before the first day of work.
fn baan_doorgeven(f: &Facts) -> Option<TeDoen> {
    let zin = Melding::te_doen("baan_doorgeven");
    (f.nu.bijstand.value.is_positive() && f.loon()).then(|| {
        TeDoen::nieuw(zin, Soort::Doorgeven, Bij::Gemeente, INLICHTINGEN).uiterlijk(Some(f.start))
    })
}

/// The end of the bijstand on paper, with the holiday allowance that is then paid (art. 45(1) Participatiewet).
fn einde_bijstand(f: &Facts) -> Option<TeDoen> {
    let zin = Melding::te_doen("einde_bijstand");
    f.uit_bijstand().then(|| {
        TeDoen::nieuw(zin, Soort::Stopzetten, Bij::Gemeente, EINDE_BIJSTAND)
            .uiterlijk(Some(f.start))
    })
}

/// Every payslip to the municipality that settles wage with bijstand; how soon, and how sure that is, says the
/// municipality's file.
fn loonstrook_sturen(f: &Facts) -> Option<TeDoen> {
    if !(f.met_baan.bijstand.value.is_positive() && f.loon()) {
        return None;
    }
    let termijn = f.gemeente.regelingen.iter().find_map(|regeling| match regeling.regeling.soort {
        SoortRegeling::VerrekeningMetSchatting { loonstrook_binnen, .. } => {
            Some((regeling.regeling, loonstrook_binnen))
        }
        _ => None,
    });
    let Some((regeling, weken)) = termijn else {
        let zin = Melding::te_doen("loonstrook_sturen");
        return Some(TeDoen::nieuw(zin, Soort::Doorgeven, Bij::Gemeente, INLICHTINGEN));
    };
    let zin = Melding::te_doen("loonstrook_sturen_binnen")
        .met("weken", Arg::Value(weken.shown()))
        .met("jaar", Arg::Text(regeling.jaar.to_string()));
    let item = TeDoen::nieuw(zin, Soort::Doorgeven, Bij::Gemeente, INLICHTINGEN);
    Some(TeDoen { document: Some(regeling.source), ..item })
}

/// The new income, for the allowances she has (art. 17 Awir), within the term after the change.
fn inkomen_doorgeven(f: &Facts) -> Option<TeDoen> {
    if f.nu.year.toetsingsinkomen == f.met_baan.year.toetsingsinkomen {
        return None;
    }
    let termijn = &f.house.amounts.termijnen.wijziging_doorgeven;
    let zin = met_toeslagen("inkomen_doorgeven", &f.toeslagen(|nu, _| nu))?.met("jaar", f.jaar());
    let item = TeDoen::volgens(zin, Soort::Doorgeven, Bij::Toeslagen, termijn.about);
    Some(item.uiterlijk(weeks_later(f.start, termijn.value)))
}

/// An allowance for which a whole year of this job pays too much. It is stopped only when the job lasts from January:
/// the income of the whole calendar year counts (art. 8 Awir), so in a year with months before the job it may still be
/// hers. Kinderopvangtoeslag goes by the month and runs on after work (art. 1.6(5) Wet kinderopvang): not stopped here.
fn toeslag_stopzetten(f: &Facts) -> Option<TeDoen> {
    let (code, soort) = if f.start.month() == 1 {
        ("toeslag_stopzetten", Soort::Stopzetten)
    } else {
        ("toeslag_volgend_jaar", Soort::Doorgeven)
    };
    let mut eindigt = f.toeslagen(|nu, met_baan| nu && !met_baan);
    eindigt.retain(|lijn| *lijn != Lijn::Kinderopvangtoeslag);
    let termijn = &f.house.amounts.termijnen.wijziging_doorgeven;
    let zin = met_toeslagen(code, &eindigt)?.met("jaar", f.jaar());
    let item = TeDoen::volgens(zin, soort, Bij::Toeslagen, termijn.about);
    Some(item.uiterlijk(weeks_later(f.start, termijn.value)))
}

/// An allowance she has with the job only: until the end of the year after the year it is for (art. 15(1) Awir).
fn toeslag_aanvragen(f: &Facts) -> Option<TeDoen> {
    let mut nieuw = f.toeslagen(|nu, met_baan| !nu && met_baan);
    nieuw.retain(|lijn| *lijn != Lijn::Kinderopvangtoeslag);
    let termijn = &f.house.amounts.termijnen.aanvraag_toeslag;
    let zin = met_toeslagen("toeslag_aanvragen", &nieuw)?.met("jaar", f.jaar());
    let laatste_dag = i16::try_from(termijn.value.0)
        .ok()
        .and_then(|jaren| f.start.year().checked_add(jaren))
        .and_then(|jaar| Date::new(jaar, 12, 31).ok());
    let item = TeDoen::volgens(zin, Soort::Aanvragen, Bij::Toeslagen, termijn.about);
    Some(item.uiterlijk(laatste_dag))
}

/// Kinderopvangtoeslag she has with the job only. An application reaches back to the first day of the month so many
/// months before (art. 1.3(2)(b) Wet kinderopvang): asked on the last day of that later month, nothing is lost.
fn kinderopvangtoeslag_aanvragen(f: &Facts) -> Option<TeDoen> {
    if !f.nieuwe_kinderopvangtoeslag() {
        return None;
    }
    let termijn = &f.house.amounts.termijnen.aanvraag_kinderopvangtoeslag;
    let laatste_dag =
        months_later(first_of_month(f.start), termijn.value.0).map(Date::last_of_month);
    let bedrag = f.met_baan.kinderopvang.value.toeslag.maand;
    let zin = Melding::te_doen("kinderopvangtoeslag_aanvragen")
        .met("bedrag", Arg::Value(bedrag.shown()))
        .met("start", Arg::Value(f.start.shown()));
    let item = TeDoen::volgens(zin, Soort::Aanvragen, Bij::Toeslagen, termijn.about);
    Some(item.uiterlijk(laatste_dag))
}

/// The tax credits at one employer only, where someone else pays her too: another employer now, or the municipality.
fn loonheffingskorting(f: &Facts) -> Option<TeDoen> {
    let baan = &f.house.situatie.baan;
    let nog_een = f.nu.loon().bruto.is_positive() || f.met_baan.bijstand.value.is_positive();
    let zin = Melding::te_doen("loonheffingskorting");
    (f.loon() && baan.loonheffingskorting && nog_een)
        .then(|| TeDoen::nieuw(zin, Soort::Regelen, Bij::Werkgever, HEFFINGSKORTING))
}

/// A disregard that the result takes as granted and that she does not have now: the municipality judges whether it
/// helps her to work (art. 31(2)(n), (r), (y) and 34a Participatiewet).
fn vrijlating_vragen(f: &Facts) -> Option<TeDoen> {
    let vrijlating = f.house.amounts.vrijlating;
    let p = vrijlating.n_r_y;
    let about = match f.met_baan.regel {
        Regel::N => p.n_maximum.about,
        Regel::R => p.r_maximum.about,
        Regel::Y => p.y_maximum.about,
        Regel::Art34a => vrijlating.art_34a.percentage.about,
        Regel::Geen => return None,
    };
    let bedrag = f.met_baan.middelen.vrijlating.value;
    // Without bijstand there is nothing to disregard a wage from.
    let nieuw = bedrag.is_positive() && f.nu.middelen.vrijlating.value.is_zero();
    let zin = Melding::te_doen("vrijlating_vragen").met("bedrag", Arg::Value(bedrag.shown()));
    (nieuw && f.met_baan.bijstand.value.is_positive())
        .then(|| TeDoen::volgens(zin, Soort::Regelen, Bij::Gemeente, about))
}

/// The IACK by the month is a provisional assessment: asked for, or changed when she has it now.
fn iack_regelen(f: &Facts) -> Option<TeDoen> {
    let [nu, met_baan] = [f.nu, f.met_baan].map(|uitkomst| uitkomst.lijnen.bedrag(Lijn::Iack));
    if !met_baan.is_positive() || nu == met_baan {
        return None;
    }
    let (code, soort) = if nu.is_positive() {
        ("iack_aanpassen", Soort::Doorgeven)
    } else {
        ("iack_aanvragen", Soort::Aanvragen)
    };
    let zin = Melding::te_doen(code).met("bedrag", Arg::Value(met_baan.shown()));
    let drempel = f.house.amounts.heffing.iack.drempel.about;
    let item = TeDoen::nieuw(zin, soort, Bij::Belastingdienst, iack::ARTICLE);
    Some(TeDoen { document: Some(drempel.source), ..item })
}

/// A tenant with a child in the house is her fiscal partner unless she asks with the contract: at the Belastingdienst,
/// which then holds for the allowances too (art. 1.2(9) Wet IB 2001). The result takes it as done.
fn huurder_doorgeven(f: &Facts) -> Option<TeDoen> {
    let situatie = f.house.situatie;
    vrij_door_contract(&situatie.huishouden, situatie.peildatum).next()?;
    let zin = Melding::te_doen("huurder_doorgeven");
    Some(TeDoen::nieuw(zin, Soort::Doorgeven, Bij::Belastingdienst, HUURDER))
}

/// Care above the highest price that counts: another price or another provider.
fn opvang_te_duur(f: &Facts) -> Option<TeDoen> {
    let boven = f.met_baan.kinderopvang.value.boven_maximum;
    let about = f.house.amounts.kinderopvang.opvang.maximum_dagopvang.about;
    let zin = Melding::te_doen("opvang_te_duur").met("bedrag", Arg::Value(boven.shown()));
    boven.is_positive().then(|| TeDoen::volgens(zin, Soort::Regelen, Bij::Opvang, about))
}

/// Payslips prove her income to Dienst Toeslagen (art. 18(1) Awir). Who has bijstand sends and keeps them.
fn loonstroken_bewaren(f: &Facts) -> Option<TeDoen> {
    let zin = Melding::te_doen("loonstroken_bewaren");
    (f.loon() && f.met_baan.bijstand.value.is_zero())
        .then(|| TeDoen::nieuw(zin, Soort::Bewaren, Bij::Toeslagen, GEGEVENS))
}

/// Money of the municipality that the job may open: once for childcare on leaving bijstand, the own share of it.
fn gemeente_vragen(regeling: &GemeenteRegeling) -> Option<TeDoen> {
    let open = |antwoord| matches!(antwoord, Antwoord::Ja | Antwoord::Misschien);
    let [nu, met_baan] = [regeling.uitkomst.nu, regeling.uitkomst.met_baan];
    let van_werk = matches!(
        regeling.regeling.soort,
        SoortRegeling::EenmaligBijUitstroom { .. }
            | SoortRegeling::EigenDeelOpvangZonderLoon { .. }
            | SoortRegeling::EigenDeelOpvangBijWerk { .. }
            | SoortRegeling::PremieBijWerk { .. }
    );
    if !van_werk || open(nu.antwoord) || !open(met_baan.antwoord) {
        return None;
    }
    let bedrag = met_baan.bedrag?;
    let hoe_vaak = match bedrag {
        Bedrag::Eenmalig(_) => "gemeente_vragen_eenmalig",
        Bedrag::PerMaand(_) => "gemeente_vragen_per_maand",
        Bedrag::PerJaar(_) => return None,
    };
    let van = regeling.regeling;
    let zin = Melding::te_doen(hoe_vaak)
        .met("naam", Arg::Text(van.naam.to_owned()))
        .met("bedrag", Arg::Value(bedrag.euro().shown()));
    let item = TeDoen::nieuw(zin, Soort::Aanvragen, Bij::Gemeente, van.article);
    Some(TeDoen { document: Some(van.source), ..item })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// The day the list counts from in a situation on this day, with or without a start.
    fn counted_from(peildatum: &str, start_given: &str) -> Date {
        let situatie = format!(
            r#"{{ "peildatum": "{peildatum}", "huishouden": {{ "geboren": "1990-01-01" }},
                "baan": {{ "uren_per_week": "20", "uurloon": "15"{start_given} }} }}"#
        );
        start(&Situatie::from_json(&situatie).expect("a situation"))
    }

    #[test]
    fn without_a_start_the_first_of_a_month_counts_itself_and_any_other_day_the_next_month() {
        assert_eq!(counted_from("2026-10-01", ""), date(2026, 10, 1));
        assert_eq!(counted_from("2026-10-02", ""), date(2026, 11, 1));
        assert_eq!(counted_from("2026-12-31", ""), date(2027, 1, 1));
    }

    #[test]
    fn a_start_that_was_given_counts_whatever_it_is() {
        assert_eq!(counted_from("2026-10-01", r#", "start": "2026-11-16""#), date(2026, 11, 16));
        assert_eq!(counted_from("2026-10-01", r#", "start": "2026-11-01""#), date(2026, 11, 1));
        assert_eq!(counted_from("2026-10-02", r#", "start": "2025-01-31""#), date(2025, 1, 31));
    }
}
