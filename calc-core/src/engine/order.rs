//! **The order of computation** of one situation of one household: wage, means, bijstand, the year of each person, the
//! allowances, what is left.

use super::house::House;
use super::huishouden::Samen;
use super::iack::iack_maand;
use super::lines::{Lijn, Lijnen};
use super::outcome::Outcome;
use super::per_jaar::PerJaar;
use super::rights;
use super::totals::per_jaar;
use super::year::{MONTHS, MonthFacts, Person, Year, persons};
use crate::error::Error;
use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{PerMonth, PerYear};
use crate::schemes::bijstand::inkomensvrijlating::{Regel, inkomensvrijlating};
use crate::schemes::bijstand::vakantiegeld_claim::{
    GEEN_BIJSTAND, GEEN_LOON, PER_MAAND, geen_claim, vakantiegeld_claim,
};
use crate::schemes::bijstand::{Middelen, bijstand, uitbetaald};
use crate::schemes::huurtoeslag::{self, huurtoeslag};
use crate::schemes::kinderopvangtoeslag::{KindMetOpvang, Kinderopvang, kinderopvangtoeslag};
use crate::schemes::kindgebonden_budget::kindgebonden_budget;
use crate::schemes::loon::{Loon, Verdienste, loon};
use crate::schemes::toeslag::Toeslag;
use crate::schemes::zorgtoeslag::{self, zorgtoeslag};
use crate::situatie::{Baan, IackUitbetaling};

const GEEN_LOON_MAAND: Reason = Reason { code: "geen_loon", article: "art. 31(3) Participatiewet" };
const IACK_NIET_PER_MAAND: Reason = Reason {
    code: "iack_niet_per_maand",
    article: crate::schemes::inkomstenbelasting::inkomensafhankelijke_combinatiekorting::ARTICLE,
};
const IACK_TE_KLEIN: Reason =
    Reason { code: "iack_te_klein_per_maand", article: "art. 31(1) Participatiewet" };

/// A job (or none) with what its wage decides by itself, whatever disregard is tried.
pub(crate) struct Werk<'a> {
    baan: Option<&'a Baan>,
    loon: Explained<Loon>,
    /// She, and her partner, with the wages of a year of such months.
    persons: Vec<Person>,
}

impl<'a> Werk<'a> {
    pub(crate) fn of(house: &House, baan: Option<&'a Baan>, explain: Explain) -> Self {
        let baan = baan.filter(|baan| baan.heeft_uren());
        let loon = loon_van(house, baan, explain);
        let persons = persons(house, &loon.value, explain);
        Self { baan, loon, persons }
    }

    pub(crate) fn loon(&self) -> &Loon {
        &self.loon.value
    }
}

/// The month with this job (`None`: no job), these childcare contracts and this disregard, as if it lasted a year.
pub(crate) fn situation(
    house: &House,
    baan: Option<&Baan>,
    opvang: &[KindMetOpvang],
    regel: Regel,
    explain: Explain,
) -> Result<Outcome, Error> {
    situation_of(house, &Werk::of(house, baan, explain), opvang, regel, explain)
}

/// The same with work that was looked at before.
pub(crate) fn situation_of(
    house: &House,
    werk: &Werk,
    opvang: &[KindMetOpvang],
    regel: Regel,
    explain: Explain,
) -> Result<Outcome, Error> {
    let (situatie, b) = (house.situatie, &house.amounts);
    let Werk { baan, loon, persons } = werk;
    let regel = if kan_vrijlaten(house, &loon.value) { regel } else { Regel::Geen };
    let middelen = middelen(house, loon.clone(), regel, explain);

    let iack = iack_maand(house, &middelen, persons);
    let ontvangt = situatie.bijstand.ontvangt;
    let bijstand = bijstand(ontvangt, &house.norm, &middelen, iack, explain);
    let alimentatie_partner = situatie.huishouden.alimentatie_partner;
    let month = MonthFacts { bijstand: bijstand.value, alimentatie_partner, iack };
    let year = Year::of(house, persons, &[(month, MONTHS)], explain);

    let (samen, bijstand_maand) = (year.samen.value, bijstand.value);
    let mut outcome = Outcome {
        regel,
        iack_maand: iack,
        uitbetaald: uitbetaald(&bijstand, b.norm.norm, explain),
        bijstand,
        zorgtoeslag: zorgtoeslag_bij(house, &year, explain),
        huurtoeslag: huurtoeslag_bij(house, &year, explain),
        kindgebonden_budget: kindgebonden_budget(
            samen,
            house.kinderen_kgb,
            !house.bewoners.toeslagpartner.is_iemand(),
            rights::kindgebonden_budget(house),
            b.kindgebonden_budget,
            b.toeslagen,
            explain,
        ),
        kinderopvang: kinderopvang_bij(house, werk, opvang, bijstand_maand, samen, explain)?,
        reiskosten: reiskosten(*baan, explain),
        year,
        middelen,
        lijnen: Lijnen::default(),
        per_jaar: PerJaar::default(),
    };
    outcome.lijnen = lijnen(house, &outcome);
    outcome.per_jaar = per_jaar(&outcome);
    Ok(outcome)
}

/// The toeslag and the bill of care beside work; without work there is no care.
fn kinderopvang_bij(
    house: &House,
    werk: &Werk,
    opvang: &[KindMetOpvang],
    bijstand: PerMonth,
    samen: PerYear,
    explain: Explain,
) -> Result<Explained<Kinderopvang>, Error> {
    let opvang = if werk.baan.is_some() { opvang } else { &[] };
    let recht = rights::kinderopvangtoeslag(house, werk.baan, werk.loon(), bijstand);
    kinderopvangtoeslag(opvang, samen, recht, house.amounts.kinderopvang, explain)
}

/// What is left with other care beside the work of an outcome: nothing but its own two lines looks at care.
pub(crate) fn besteedbaar_met_opvang(
    house: &House,
    werk: &Werk,
    o: &Outcome,
    opvang: &[KindMetOpvang],
) -> Result<PerMonth, Error> {
    let (bijstand, samen) = (o.bijstand.value, o.year.samen.value);
    let anders = kinderopvang_bij(house, werk, opvang, bijstand, samen, Explain::No)?.value;
    let erbij = |care: &Kinderopvang| care.toeslag.maand - care.rekening;
    Ok(o.lijnen.besteedbaar() - erbij(&o.kinderopvang.value) + erbij(&anders))
}

/// Whether there is wage that a disregard can leave out of account, bijstand beside it, and a municipality that grants
/// it.
pub(crate) fn kan_vrijlaten(house: &House, loon: &Loon) -> bool {
    let bijstand = house.situatie.bijstand;
    bijstand.ontvangt && bijstand.vrijlating_toegekend && loon.ink.is_positive()
}

pub(crate) fn loon_van(house: &House, baan: Option<&Baan>, explain: Explain) -> Explained<Loon> {
    match baan.and_then(Verdienste::uit) {
        Some(verdienste) => loon(&verdienste, house.amounts.loon, explain),
        None => Working::of("loon", GEEN_LOON_MAAND.article, explain).nothing(GEEN_LOON_MAAND),
    }
}

/// What is set against the norm. Without bijstand nothing is disregarded or claimed.
pub(crate) fn middelen(
    house: &House,
    loon: Explained<Loon>,
    regel: Regel,
    explain: Explain,
) -> Middelen {
    let (b, h) = (&house.amounts, &house.situatie.huishouden);
    let ontvangt = house.situatie.bijstand.ontvangt;
    let vrijlating = inkomensvrijlating(loon.value.ink, regel, b.vrijlating, explain);
    let geteld = loon.value.ink - vrijlating.value;
    let claim = if !ontvangt {
        geen_claim(GEEN_BIJSTAND, explain)
    } else if loon.value.bruto.is_zero() {
        geen_claim(GEEN_LOON, explain)
    } else if loon.value.vakantiegeld_maandelijks {
        geen_claim(PER_MAAND, explain)
    } else {
        let korting = loon.value.loonheffingskorting;
        vakantiegeld_claim(geteld, korting, b.vakantiegeld_claim, explain)
    };
    let alimentatie = h.alimentatie_kinderen + h.alimentatie_partner;
    Middelen { loon, vrijlating, claim, partner: house.partner.clone(), alimentatie }
}

fn zorgtoeslag_bij(house: &House, year: &Year, explain: Explain) -> Explained<Toeslag> {
    let voor = match house.bewoners.toeslagpartner {
        Samen::Niemand => zorgtoeslag::Voor::Alleen,
        Samen::Partner(_) => zorgtoeslag::Voor::Partners,
        Samen::Inwonende(_) => zorgtoeslag::Voor::HelftVanPartners,
    };
    let recht = rights::zorgtoeslag(house);
    zorgtoeslag(year.samen.value, voor, recht, house.amounts.zorgtoeslag, explain)
}

fn huurtoeslag_bij(house: &House, year: &Year, explain: Explain) -> Explained<Toeslag> {
    let b = &house.amounts;
    let inkomen = year.rekeninkomen.value;
    match house.huur {
        Ok(huur) => huurtoeslag(inkomen, huur, Ok(()), b.huurtoeslag, b.toeslagen, explain),
        Err(reason) => Working::of("huurtoeslag", huurtoeslag::ARTICLE, explain).nothing(reason),
    }
}

/// Travel less its reimbursement, which is no income (art. 31(2)(g) Participatiewet).
fn reiskosten(baan: Option<&Baan>, explain: Explain) -> Explained<PerMonth> {
    let mut w = Working::of("reiskosten", "art. 31(2)(g) Participatiewet", explain);
    let kosten = w.input("reiskosten", baan.map_or(PerMonth::ZERO, |baan| baan.reiskosten));
    let vergoeding =
        w.input("reisvergoeding", baan.map_or(PerMonth::ZERO, |baan| baan.reisvergoeding));
    w.result(kosten - vergoeding)
}

fn lijnen(house: &House, o: &Outcome) -> Lijnen {
    let h = &house.situatie.huishouden;
    Lijnen::of(h.vaste_lasten, |lijn| match lijn {
        Lijn::NettoLoon => o.loon().netto_loon + o.partner().0.netto_loon,
        Lijn::Bijstand => o.uitbetaald.value,
        Lijn::Iack => o.iack_maand,
        Lijn::Alimentatie => h.alimentatie_kinderen + h.alimentatie_partner,
        Lijn::Zorgtoeslag => o.zorgtoeslag.value.maand,
        Lijn::Huurtoeslag => o.huurtoeslag.value.maand,
        Lijn::KindgebondenBudget => o.kindgebonden_budget.value.maand,
        Lijn::Kinderbijslag => house.kinderbijslag.value,
        Lijn::Kinderopvangtoeslag => o.kinderopvang.value.toeslag.maand,
        Lijn::KinderopvangKosten => o.kinderopvang.value.rekening,
        Lijn::Reiskosten => o.reiskosten.value,
        Lijn::Besteedbaar | Lijn::OverNaVasteLasten => PerMonth::ZERO,
    })
}

/// Which schemes pay nothing, and why.
pub(crate) fn reasons(house: &House, o: &Outcome) -> Vec<(Lijn, Reason)> {
    let geen_iack = if o.iack_maand.is_zero() { geen_iack(house, &o.year) } else { None };
    let reasons = [
        (Lijn::Bijstand, o.bijstand.reason),
        (Lijn::Iack, geen_iack),
        (Lijn::Zorgtoeslag, o.zorgtoeslag.reason),
        (Lijn::Huurtoeslag, o.huurtoeslag.reason),
        (Lijn::KindgebondenBudget, o.kindgebonden_budget.reason),
        (Lijn::Kinderbijslag, house.kinderbijslag.reason),
        (Lijn::Kinderopvangtoeslag, o.kinderopvang.reason),
    ];
    reasons.into_iter().filter_map(|(lijn, reason)| Some((lijn, reason?))).collect()
}

/// Why there is no monthly IACK.
pub(crate) fn geen_iack(house: &House, year: &Year) -> Option<Reason> {
    let reason = year.van_iack().and_then(|jaar| jaar.heffing.value.geen_iack);
    let niet_per_maand = house.situatie.iack == IackUitbetaling::Niet;
    reason.or(Some(if niet_per_maand { IACK_NIET_PER_MAAND } else { IACK_TE_KLEIN }))
}
