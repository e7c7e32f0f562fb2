//! One side of the comparison: a path with its bijstand, its allowances and its account, what of that account is really
//! hers, and what its months are worth.

use std::rc::Rc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::schulden::{Beslag, stromen};
use super::stromen::{Code, GETOOND, Laagste, Maand, Rekening, laagste};
use super::tijd::{K, LAATSTE, Reeks, Tijd};
use super::toeslagen::{Afrekening, Betaald, Schatting, Soort, VanMaand};
use super::vakantiegeld::vakantiegeld_van_partner;
use super::verloop::{Kern, Verloop};
use super::verrekening::Uitkering;
use super::werk::betaalde_maand;
use crate::coverage::{amounts_in_calendar, days};
use crate::dates::first_of_quarter;
use crate::error::Error;
use crate::explain::{Explain, Explained};
use crate::money::{Euro, PerMonth, PerQuarter, Rounding};
use crate::parameters::kinderbijslag as bedragen_kinderbijslag;
use crate::schemes::kinderbijslag::kwartaal;

const OP_CENTEN: Rounding = Rounding::to_cents("bedrag op een rekening: op hele centen");
const OPZIJ: Rounding = Rounding::up_to_euro("advies: naar boven op hele euro's");

/// A refund comes before 1 July, a bill is paid within six weeks after it (art. 9 Invorderingswet 1990).
const TERUGGAAF: (i8, i8) = (7, 1);
const BETALEN: (i8, i8) = (8, 12);
/// Art. 19 Awir: within six months of the assessment of tax, at the latest.
const AFREKENING: (i8, i8) = (12, 31);

/// What both sides spend and begin with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Huishoudgeld {
    pub(crate) beginsaldo: Euro,
    pub(crate) leefgeld: PerMonth,
}

/// A path as it comes on the account.
pub(crate) struct Kant {
    pub(crate) verloop: Rc<Verloop>,
    pub(crate) uitkering: Reeks<Uitkering>,
    /// The holiday part of the bijstand that is paid in a month.
    pub(crate) vakantiedeel: Reeks<PerMonth>,
    /// In the order of the four.
    pub(crate) betaald: [Betaald; 4],
    /// Of each of the two years.
    pub(crate) afrekeningen: [[Afrekening; 4]; 2],
    /// What creditors take; `None` when nothing of it is computed.
    pub(crate) beslag: Option<Reeks<Beslag>>,
    /// Months 0 to 12.
    pub(crate) rekeningen: Vec<Rekening>,
    /// What is claimed back of bijstand at the end of a month; nil or more.
    pub(crate) vordering: Reeks<Euro>,
}

/// What still comes or has to be paid, of one year.
#[derive(Clone, Copy)]
pub(crate) struct Naheffing {
    pub(crate) code: Code,
    pub(crate) datum: Date,
    pub(crate) bedrag: Euro,
}

impl Naheffing {
    /// Whether it is a bill: what the municipality takes of a refund is none.
    pub(crate) fn is_te_betalen(&self) -> bool {
        self.bedrag < Euro::ZERO && self.code != Code::BelastingNaarGemeente
    }
}

impl Kant {
    /// What is settled after a year, with its day, as it moves on the account: tax, what the municipality takes of it, the
    /// allowances.
    pub(crate) fn na_het_jaar(&self, tijd: Tijd, jaar: i16) -> Vec<Naheffing> {
        let mut alle = self.naheffingen(tijd, jaar);
        for naheffing in &mut alle {
            naheffing.bedrag = naheffing.bedrag.rounded(OP_CENTEN);
        }
        alle.retain(|naheffing| !naheffing.bedrag.is_zero());
        alle
    }

    /// The same, not rounded.
    pub(crate) fn naheffingen(&self, tijd: Tijd, jaar: i16) -> Vec<Naheffing> {
        let van = self.verloop.jaar(jaar);
        let saldo = van.saldo.once();
        let op = |(maand, dag)| Date::new(jaar + 1, maand, dag).unwrap_or(Date::MAX);
        let teruggaaf = op(if saldo.is_positive() { TERUGGAAF } else { BETALEN });
        let mut alle = vec![
            Naheffing { code: Code::Belasting, datum: teruggaaf, bedrag: saldo },
            Naheffing {
                code: Code::BelastingNaarGemeente,
                datum: op(TERUGGAAF),
                bedrag: van.naar_gemeente.once(),
            },
        ];
        let at = usize::from(jaar != tijd.a);
        for (soort, afrekening) in Soort::ALLE.into_iter().zip(&self.afrekeningen[at]) {
            let bedrag = afrekening.afrekening;
            alle.push(Naheffing { code: Code::Afrekening(soort), datum: op(AFREKENING), bedrag });
        }
        alle
    }

    /// What has to be paid of a year after it: a bill of tax, and each allowance that was too much. Not rounded.
    pub(crate) fn te_betalen(&self, tijd: Tijd, jaar: i16) -> Vec<Naheffing> {
        let mut alle = self.naheffingen(tijd, jaar);
        alle.retain(Naheffing::is_te_betalen);
        alle
    }

    /// The same as it moves on the account.
    pub(crate) fn rekeningen_van(&self, tijd: Tijd, jaar: i16) -> Vec<Naheffing> {
        let mut alle = self.na_het_jaar(tijd, jaar);
        alle.retain(Naheffing::is_te_betalen);
        alle
    }

    /// What of the account at the end of a month has to be paid back: bijstand that was too much, and the bills of a year
    /// by the part of its working months that has passed.
    pub(crate) fn nog_terug(&self, tijd: Tijd, k: K) -> Euro {
        let mut samen = self.vordering[k];
        for jaar in tijd.jaren() {
            let (voorbij, alle) = self.deel(tijd, jaar, k);
            let later = |bill: &Naheffing| tijd.k(bill.datum) > k;
            let bills: Euro = self
                .te_betalen(tijd, jaar)
                .into_iter()
                .filter(later)
                .map(|bill| -bill.bedrag)
                .sum();
            let teller = bills.amount() * Decimal::from(voorbij);
            samen += Euro::new(teller.checked_div(Decimal::from(alle)).unwrap_or_default());
        }
        samen.rounded(OP_CENTEN)
    }

    /// How many of the months with a job of a year (without any: of all its months) have passed.
    pub(crate) fn deel(&self, tijd: Tijd, jaar: i16, k: K) -> (usize, usize) {
        let met_baan: Vec<K> =
            tijd.van_jaar(jaar).filter(|maand| self.verloop.werk[*maand].is_baan()).collect();
        let maanden = if met_baan.is_empty() { tijd.van_jaar(jaar).collect() } else { met_baan };
        (maanden.iter().filter(|maand| **maand <= k).count(), maanden.len())
    }

    /// What is really hers at the end of a month.
    pub(crate) fn echt_van_haar(&self, tijd: Tijd, k: K) -> Euro {
        self.eind(k) - self.nog_terug(tijd, k)
    }

    /// What to put aside in a month with the job, for the bills of its year.
    pub(crate) fn opzij(&self, tijd: Tijd, k: K) -> Euro {
        if k < 1 || !self.verloop.werk[k].is_baan() {
            return Euro::ZERO;
        }
        self.opzij_per_maand(tijd, tijd.jaar(k))
    }

    /// The same, of a year.
    pub(crate) fn opzij_per_maand(&self, tijd: Tijd, jaar: i16) -> Euro {
        let bills: Euro = self.te_betalen(tijd, jaar).into_iter().map(|bill| -bill.bedrag).sum();
        let deel = bills.amount().checked_div(Decimal::from(self.maanden_werk(tijd, jaar)));
        Euro::new(deel.unwrap_or_default()).rounded(OPZIJ)
    }

    /// The months of a year with a job, from the start on.
    pub(crate) fn maanden_werk(&self, tijd: Tijd, jaar: i16) -> u32 {
        let maanden = tijd.van_jaar(jaar).filter(|k| *k >= 1 && self.verloop.werk[*k].is_baan());
        u32::try_from(maanden.count()).unwrap_or_default()
    }

    /// The balance at the end of a month that is shown.
    pub(crate) fn eind(&self, k: K) -> Euro {
        self.rekening(k).map_or(Euro::ZERO, |rekening| rekening.eind)
    }

    /// The account of a month that is shown.
    pub(crate) fn rekening(&self, k: K) -> Option<&Rekening> {
        self.rekeningen.get(usize::try_from(k).ok()?)
    }

    /// The lowest balance of all months that are shown.
    pub(crate) fn laagste(&self) -> Laagste {
        laagste(&self.rekeningen)
    }
}

/// What a path has when its account is still to be drawn up.
pub(crate) struct Bewegingen<'a> {
    pub(crate) kern: Kern<'a>,
    pub(crate) verloop: &'a Verloop,
    pub(crate) uitkering: &'a Reeks<Uitkering>,
    pub(crate) vakantiedeel: &'a Reeks<PerMonth>,
    pub(crate) betaald: &'a [Betaald; 4],
    pub(crate) beslag: Option<&'a Reeks<Beslag>>,
    pub(crate) na_het_jaar: Vec<Naheffing>,
}

impl Bewegingen<'_> {
    /// The account of the months that are shown.
    pub(crate) fn rekeningen(&self, geld: Huishoudgeld) -> Result<Vec<Rekening>, Error> {
        let mut saldo = geld.beginsaldo;
        GETOOND
            .map(|k| {
                let rekening = self.maand(k, geld.leefgeld)?.rekening(saldo);
                saldo = rekening.eind;
                Ok(rekening)
            })
            .collect()
    }

    fn maand(&self, k: K, leefgeld: PerMonth) -> Result<Maand, Error> {
        let Kern { situatie, tijd, .. } = self.kern;
        let (kalender, h) = (&situatie.kalender, &situatie.huishouden);
        let dagen = kalender.betaaldagen;
        let mut maand = Maand::van(tijd, k);
        for (dag, bedrag) in uitgaven(self.kern) {
            maand.beweegt(Code::VasteLasten, dag, -bedrag.once());
        }
        maand.leefgeld(leefgeld);
        let van = if kalender.opvang_vooruit { k + 1 } else { k };
        maand.beweegt(Code::Opvang, dagen.opvang, -self.verloop.rekening(self.kern, van).once());
        let werk = &self.verloop.werk[k];
        maand.beweegt(Code::Reiskosten, dagen.reiskosten, -werk.reiskosten.once());
        let alimentatie = h.alimentatie_kinderen + h.alimentatie_partner;
        maand.beweegt(Code::Alimentatie, dagen.alimentatie, alimentatie.once());
        if tijd.dag(k) == first_of_quarter(tijd.dag(k)) {
            let kwartaal =
                kwartaal_van(self.kern, k - 1, Explain::No)?.value.once().rounded(OP_CENTEN);
            maand.beweegt(Code::Kinderbijslag, dagen.kinderbijslag, kwartaal);
        }
        maand.beweegt(Code::Iack, dagen.iack, self.verloop.recht[k].iack.once());
        for (soort, betaald) in Soort::ALLE.into_iter().zip(self.betaald) {
            maand.beweegt(Code::Toeslag(soort), dagen.toeslagen, betaald.betaling[k].once());
        }
        let (loon, vergoeding) = self.loon_van(k);
        maand.beweegt(Code::NettoLoon, dagen.loon, loon.once());
        maand.beweegt(Code::Reisvergoeding, dagen.loon, vergoeding.once());
        let vakantiegeld = &self.verloop.vakantiegeld;
        let netto = vakantiegeld.zij[k].netto() + vakantiegeld.partner[k].netto();
        maand.beweegt(Code::Vakantiegeld, dagen.loon, netto);
        maand.beweegt(Code::Bijstand, dagen.bijstand, self.uitkering[k].betaald.once());
        let vakantiedeel = self.vakantiedeel[k].once().rounded(OP_CENTEN);
        maand.beweegt(Code::VakantietoeslagBijstand, dagen.bijstand, vakantiedeel);
        if let Some(beslag) = self.beslag {
            let betaald = self.uitkering[k].betaald;
            for (code, dag, bedrag) in stromen(&beslag[k], betaald, (dagen.bijstand, dagen.loon)) {
                maand.beweegt(code, dag, bedrag);
            }
        }
        for naheffing in self.na_het_jaar.iter().filter(|later| tijd.k(later.datum) == k) {
            maand.op(naheffing.code, naheffing.datum, naheffing.bedrag);
        }
        Ok(maand)
    }

    /// Net wage of both and what the employer pays for travelling, as paid in a month.
    fn loon_van(&self, k: K) -> (PerMonth, PerMonth) {
        let partner = self.kern.huizen[k].house.partner.as_ref();
        let partner = partner.map_or(PerMonth::ZERO, |(loon, _)| loon.value.netto_loon);
        let betaald = betaalde_maand(&self.verloop.werk, self.kern.situatie, k);
        let loon = partner + betaald.map_or(PerMonth::ZERO, |werk| werk.loon.value.netto_loon);
        (loon, betaald.map_or(PerMonth::ZERO, |werk| werk.reisvergoeding))
    }
}

/// The fixed costs of every month with their days: as given, else one on the first: the fixed costs of the situation,
/// which then hold the rent, else the rent.
pub(crate) fn uitgaven(kern: Kern) -> Vec<(i8, PerMonth)> {
    let (kalender, h) = (&kern.situatie.kalender, &kern.situatie.huishouden);
    if !kalender.uitgaven.is_empty() {
        return kalender.uitgaven.iter().map(|uitgave| (uitgave.dag, uitgave.bedrag)).collect();
    }
    let huur = h.kale_huur.unwrap_or(PerMonth::ZERO);
    vec![(1, if h.vaste_lasten.is_positive() { h.vaste_lasten } else { huur })]
}

/// Kinderbijslag of the quarter of a month; the amounts of a quarter before the first published one are those of that.
pub(crate) fn kwartaal_van(
    kern: Kern,
    k: K,
    explain: Explain,
) -> Result<Explained<PerQuarter>, Error> {
    let eerste_dag = first_of_quarter(kern.tijd.dag(k));
    let (bedragen_van, _) = amounts_in_calendar(eerste_dag.max(days().0))?;
    let kinderen: Vec<Date> =
        kern.situatie.huishouden.kinderen.iter().map(|kind| kind.geboren).collect();
    let p = bedragen_kinderbijslag::by(kern.situatie.book, bedragen_van)?;
    Ok(kwartaal(&kinderen, eerste_dag, p, explain))
}

/// What she spends on living when she does not say so: what is left of a month as it is now.
pub(crate) fn leefgeld_van(
    kern: Kern,
    nooit: &Verloop,
    schatting: &Schatting,
) -> Result<PerMonth, Error> {
    const PER_MAAND: Rounding = Rounding::to_cents("kwartaalbedrag gespreid over drie maanden");
    let (recht, werk) = (&nooit.recht[0], &nooit.werk[0]);
    let h = &kern.situatie.huishouden;
    let partner = kern.huizen[0].house.partner.as_ref();
    let partner = partner.map_or(PerMonth::ZERO, |(loon, _)| loon.value.netto_loon);
    let toeslagen: PerMonth = Soort::ALLE.into_iter().map(|soort| schatting.maand(soort, 0)).sum();
    let kinderbijslag = kwartaal_van(kern, 0, Explain::No)?.value.per_month().rounded(PER_MAAND);
    let binnen = werk.loon.value.netto_loon
        + partner
        + recht.uitbetaald
        + recht.iack
        + h.alimentatie_kinderen
        + h.alimentatie_partner
        + toeslagen
        + kinderbijslag;
    let vast: PerMonth = uitgaven(kern).into_iter().map(|(_, bedrag)| bedrag).sum();
    let reis = werk.reiskosten - werk.reisvergoeding;
    Ok((binnen - nooit.rekening(kern, 0) - reis - vast).at_least_zero())
}

/// What a month of a path brings, whenever it is paid; not rounded.
pub(crate) fn waarde(kern: Kern, verloop: &Verloop, eind: &Schatting, k: K) -> Result<Euro, Error> {
    Ok(posten_van_maand(kern, verloop, eind, k)?.into_iter().map(|(_, bedrag)| bedrag).sum())
}

/// A part of what a month brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Post {
    NettoLoon,
    Bijstand,
    Iack,
    Alimentatie,
    Toeslag(usize),
    Kinderbijslag,
    Opvang,
    Reiskosten,
}

/// What a month brings, part by part; not rounded.
pub(crate) fn posten_van_maand(
    kern: Kern,
    verloop: &Verloop,
    eind: &Schatting,
    k: K,
) -> Result<Vec<(Post, Euro)>, Error> {
    let house = &kern.huizen[k].house;
    let (recht, werk) = (&verloop.recht[k], &verloop.werk[k]);
    let h = &kern.situatie.huishouden;
    let partner = house.partner.as_ref().map(|(loon, _)| loon.value).unwrap_or_default();
    let van_partner = vakantiegeld_van_partner(house);
    let vakantiegeld = werk.vakantiegeld - werk.vakantiegeld * werk.tarief() + van_partner
        - van_partner * partner.vakantiegeld_tarief;
    let loon = werk.loon.value.netto_loon + partner.netto_loon + vakantiegeld;
    let mut posten = vec![
        (Post::NettoLoon, loon.once()),
        (Post::Bijstand, recht.bijstand.once()),
        (Post::Iack, recht.iack.once()),
        (Post::Alimentatie, (h.alimentatie_kinderen + h.alimentatie_partner).once()),
        (Post::Kinderbijslag, kwartaal_van(kern, k, Explain::No)?.value.per_month().once()),
        (Post::Opvang, -verloop.rekening(kern, k).once()),
        (Post::Reiskosten, (werk.reisvergoeding - werk.reiskosten).once()),
    ];
    posten.extend(toeslagen_van_maand(eind, k));
    Ok(posten)
}

/// The four allowances of a month under an estimate; not rounded.
pub(crate) fn toeslagen_van_maand(
    eind: &Schatting,
    k: K,
) -> impl Iterator<Item = (Post, Euro)> + use<'_> {
    let van =
        move |(at, reeks): (usize, &Reeks<VanMaand>)| (Post::Toeslag(at), reeks[k].deel.once());
    eind.maanden.iter().enumerate().map(van)
}

/// What the months of a year before the start or after month 12 bring because its income counts for all of them.
pub(crate) fn buiten_de_maanden(
    kern: Kern,
    verloop: &Verloop,
    eind: &Schatting,
    maanden: impl Iterator<Item = K>,
) -> Euro {
    let van = |k: K| {
        let toeslagen: Euro = toeslagen_van_maand(eind, k).map(|(_, bedrag)| bedrag).sum();
        toeslagen - verloop.rekening(kern, k).once()
    };
    maanden.map(van).sum()
}

/// The months of the second year after the last that is shown.
pub(crate) fn na_de_laatste(tijd: Tijd) -> impl Iterator<Item = K> {
    tijd.van_jaar(tijd.b()).filter(|k| *k > LAATSTE)
}

/// The months of the first year before the start.
pub(crate) fn voor_de_start(tijd: Tijd) -> impl Iterator<Item = K> {
    tijd.van_jaar(tijd.a).filter(|k| *k < 1)
}
