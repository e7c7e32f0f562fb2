//! The four allowances of months that differ: what a year's estimate gives each month, what is advanced while estimates
//! change, and what is settled after the year.
//!
//! Law: art. 7, 8, 14, 16, 19, 22, 26a Awir <https://wetten.overheid.nl/BWBR0018472>: the income of a whole year counts for
//! every month of it.

use rust_decimal::Decimal;

use super::tijd::{K, Reeks, Tijd};
use super::verloop::{Kern, Verloop};
use crate::engine::huishouden::Samen;
use crate::engine::rights;
use crate::engine::year::{rekeninkomen, toetsingsinkomen_samen};
use crate::error::Error;
use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{Euro, PerMonth, PerYear, Rounding};
use crate::schemes::{huurtoeslag, kinderopvangtoeslag, kindgebonden_budget, toeslag, zorgtoeslag};

const HELE_EUROS: Rounding =
    Rounding::down_to_euro("voorschot: maandbedrag naar beneden op hele euro's");
const SPREIDEN: Rounding = Rounding::down_to_euro("art. 22(2) Awir");
const NIET_IN_DEZE_MAAND: Reason =
    Reason { code: "werkt_niet", article: "art. 1.6 Wet kinderopvang" };

/// One of the four.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Soort {
    /// Zorgtoeslag.
    Zorgtoeslag,
    /// Huurtoeslag.
    Huurtoeslag,
    /// Kindgebonden budget.
    KindgebondenBudget,
    /// Kinderopvangtoeslag.
    Kinderopvangtoeslag,
}

impl Soort {
    /// The four, in the order of the contract.
    pub const ALLE: [Self; 4] =
        [Self::Zorgtoeslag, Self::Huurtoeslag, Self::KindgebondenBudget, Self::Kinderopvangtoeslag];

    /// The name in the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Zorgtoeslag => "zorgtoeslag",
            Self::Huurtoeslag => "huurtoeslag",
            Self::KindgebondenBudget => "kindgebonden_budget",
            Self::Kinderopvangtoeslag => "kinderopvangtoeslag",
        }
    }
}

/// What an estimate takes for granted: the income of each year, and the months with kinderopvangtoeslag.
#[derive(Clone)]
pub(crate) struct Uitgangspunt<'a> {
    /// Of the first and of the second year; a later month takes that of the second.
    pub(crate) inkomens: [Vec<Explained<PerYear>>; 2],
    /// Whose care it is.
    opvang: &'a Verloop,
}

impl<'a> Uitgangspunt<'a> {
    /// The years of one path with the care of another.
    pub(crate) fn van(jaren: &Verloop, opvang: &'a Verloop) -> Self {
        let [a, b] = &jaren.jaren;
        Self { inkomens: [a.inkomens.clone(), b.inkomens.clone()], opvang }
    }

    /// The same with the income she gives herself.
    pub(crate) fn met_inkomen(mut self, tijd: Tijd, geschat: &[(i16, PerYear)]) -> Self {
        for (jaar, inkomen) in geschat {
            let mut w = Working::of("geschat_inkomen", "art. 7 Awir", Explain::Yes);
            w.input("geschat_inkomen", *inkomen);
            self.inkomens[usize::from(*jaar != tijd.a)] = vec![w.result(*inkomen)];
        }
        self
    }

    /// Whether a month has the household, the care and the income of the one before, and so its allowances.
    fn is_als_vorige(&self, kern: Kern, k: K) -> bool {
        let met_toeslag = &self.opvang.met_toeslag;
        kern.huizen[k].als_vorige
            && kern.zorg_als_vorige(self.opvang.nieuw, k)
            && met_toeslag.get(k - 1) == Some(&met_toeslag[k])
    }

    /// What the years come to, without anyone who lives in.
    pub(crate) fn toetsingsinkomen(&self, jaar: usize) -> PerYear {
        self.inkomens[jaar].iter().map(|inkomen| inkomen.value).sum()
    }
}

/// What a month has of an allowance under an estimate.
#[derive(Clone, Copy, Default)]
pub(crate) struct VanMaand {
    /// The amount of a year as if the month lasted.
    pub(crate) jaarbedrag: PerYear,
    /// A twelfth, not rounded.
    pub(crate) deel: PerMonth,
    /// A twelfth as it is advanced, before it is known whether the year is worth paying.
    voorschot: PerMonth,
}

impl VanMaand {
    fn van(jaarbedrag: PerYear) -> Self {
        let deel = jaarbedrag.per_month();
        Self { jaarbedrag, deel, voorschot: deel.rounded(HELE_EUROS) }
    }
}

/// What an estimate gives.
pub(crate) struct Schatting {
    /// Each allowance, month by month.
    pub(crate) maanden: [Reeks<VanMaand>; 4],
    /// The right over each of the two years, in whole euros; nothing below the smallest amount.
    pub(crate) recht: [[PerYear; 2]; 4],
    tijd: Tijd,
}

impl Schatting {
    /// What every month gives under an estimate.
    pub(crate) fn van(kern: Kern, uitgangspunt: &Uitgangspunt) -> Result<Self, Error> {
        let Kern { tijd, huizen, .. } = kern;
        let mut vorige = [VanMaand::default(); 4];
        let alle = Reeks::probeer(tijd.alle(), |k| {
            if !uitgangspunt.is_als_vorige(kern, k) {
                let bedragen = van_maand(kern, uitgangspunt, k, Explain::No)?;
                vorige = bedragen.map(|bedrag| VanMaand::van(bedrag.value));
            }
            Ok::<_, Error>(vorige)
        })?;
        let maanden = [0, 1, 2, 3].map(|at| Reeks::van(tijd.alle(), |k| alle[k][at]));
        let recht = [0, 1, 2, 3].map(|at: usize| {
            tijd.jaren().map(|jaar| {
                let p = huizen[*tijd.van_jaar(jaar).start()].house.amounts.toeslagen;
                let som: PerYear = tijd.van_jaar(jaar).map(|k| maanden[at][k].jaarbedrag).sum();
                let recht = toeslag::op_hele_euros(twelfth(som));
                if recht < p.kleinste_jaarbedrag.value { PerYear::ZERO } else { recht }
            })
        });
        Ok(Self { maanden, recht, tijd })
    }

    /// The advance of a month.
    pub(crate) fn maand(&self, soort: Soort, k: K) -> PerMonth {
        let at = soort as usize;
        if self.recht[at][van_jaar(self.tijd, k)].is_zero() {
            return PerMonth::ZERO;
        }
        self.maanden[at][k].voorschot
    }

    /// The right over a year less the sum of its months, not rounded: what the rounding of the year adds.
    pub(crate) fn afronding(&self, soort: Soort, jaar: i16) -> PerYear {
        self.recht[soort as usize][usize::from(jaar != self.tijd.a)]
            - som_van_jaar(self, soort, jaar)
    }
}

/// What the months of a year add up to, each a twelfth of its amount of a year; not rounded.
pub(crate) fn som_van_jaar(schatting: &Schatting, soort: Soort, jaar: i16) -> PerYear {
    let maanden = schatting.tijd.van_jaar(jaar);
    twelfth(maanden.map(|k| schatting.maanden[soort as usize][k].jaarbedrag).sum())
}

/// The place of the year whose income a month takes.
pub(crate) fn van_jaar(tijd: Tijd, k: K) -> usize {
    usize::from(tijd.jaar(k) != tijd.a)
}

/// The four amounts of a year as if a month lasted.
pub(crate) fn van_maand(
    kern: Kern,
    uitgangspunt: &Uitgangspunt,
    k: K,
    explain: Explain,
) -> Result<[Explained<PerYear>; 4], Error> {
    let (tijd, house) = (kern.tijd, &kern.huizen[k].house);
    let care = kern.zorg(uitgangspunt.opvang.nieuw, k);
    let b = &house.amounts;
    let eigen: Vec<_> = uitgangspunt.inkomens[van_jaar(tijd, k)].iter().collect();
    let samen = toetsingsinkomen_samen(house, &eigen, explain).value;
    let voor = match house.bewoners.toeslagpartner {
        Samen::Niemand => zorgtoeslag::Voor::Alleen,
        Samen::Partner(_) => zorgtoeslag::Voor::Partners,
        Samen::Inwonende(_) => zorgtoeslag::Voor::HelftVanPartners,
    };
    let zorg =
        zorgtoeslag::jaarbedrag(samen, voor, rights::zorgtoeslag(house), b.zorgtoeslag, explain);
    let huur = match house.huur {
        Ok(huur) => {
            let inkomen = rekeninkomen(house, &eigen, explain).value;
            huurtoeslag::jaarbedrag(inkomen, huur, b.huurtoeslag, explain)
        }
        Err(reason) => Working::of("huurtoeslag", huurtoeslag::ARTICLE, explain).nothing(reason),
    };
    let kinderen = kindgebonden_budget::jaarbedrag(
        samen,
        house.kinderen_kgb,
        !house.bewoners.toeslagpartner.is_iemand(),
        rights::kindgebonden_budget(house),
        b.kindgebonden_budget,
        explain,
    );
    let met_toeslag = if uitgangspunt.opvang.met_toeslag[k] {
        rights::partner_werkt(house)
    } else {
        Err(NIET_IN_DEZE_MAAND)
    };
    let opvang = match met_toeslag {
        Ok(()) => kinderopvangtoeslag::jaarbedrag(&care.kinderen, samen, b.kinderopvang, explain)?,
        Err(reason) => Working::of("kinderopvangtoeslag", kinderopvangtoeslag::ARTICLE, explain)
            .nothing(reason),
    };
    Ok([zorg, huur, kinderen, opvang])
}

/// One allowance as it is paid, and settled.
pub(crate) struct Betaald {
    /// The payment in each month (for the month after it).
    pub(crate) betaling: Reeks<PerMonth>,
    /// What of it was paid for months before.
    pub(crate) nabetaling: Reeks<PerMonth>,
    /// What was added to (or taken off) the advance of the month after, because of months before.
    pub(crate) verrekend: Reeks<PerMonth>,
    /// All that was paid for each of the two years.
    pub(crate) jaren: [PerYear; 2],
    /// Whether the estimate changes at the payment of a month.
    pub(crate) nieuwe_schatting: Reeks<bool>,
    /// Whether something fell away and is left to the settlement.
    pub(crate) bleef_liggen: bool,
}

/// Which estimate is used by the payment of a month: its place in a list.
pub(crate) type Keuze<'a> = &'a dyn Fn(K) -> usize;

/// The payments of an allowance under estimates that change.
pub(crate) fn betaald(
    schattingen: &[&Schatting],
    keuze: Keuze,
    soort: Soort,
    tijd: Tijd,
) -> Betaald {
    let momenten = *tijd.alle().start() - 1..=*tijd.alle().end() - 1;
    let mut jaren = [PerYear::ZERO; 2];
    let mut bleef_liggen = false;
    let mut c = Reeks::van(tijd.alle(), |_| PerMonth::ZERO);
    let mut nabetalingen = Vec::new();
    let betalingen: Vec<PerMonth> = { momenten.clone() }
        .map(|k| {
            let schatting = schattingen[keuze(k)];
            let mut nabetaling = PerMonth::ZERO;
            if keuze(k) != keuze(k - 1) {
                for (at, jaar) in tijd.jaren().into_iter().enumerate() {
                    let maanden = tijd.van_jaar(jaar);
                    if *maanden.start() > k {
                        continue;
                    }
                    let verschil = inhalen(schatting, soort, maanden.clone(), k, jaren[at], &mut c);
                    match verschil {
                        Inhalen::Nu(bedrag) => {
                            nabetaling += PerMonth::new(bedrag.amount());
                            jaren[at] += bedrag;
                        }
                        Inhalen::Gespreid => {}
                        Inhalen::Later => bleef_liggen = true,
                    }
                }
            }
            let gewoon = schatting.maand(soort, k + 1) + c[k + 1];
            bleef_liggen |= gewoon < PerMonth::ZERO;
            let gewoon = gewoon.at_least_zero();
            let at = tijd.jaren().into_iter().position(|jaar| jaar == tijd.jaar(k + 1));
            if let Some(at) = at {
                jaren[at] += gewoon.times(1);
            }
            nabetalingen.push(nabetaling);
            gewoon + nabetaling
        })
        .collect();
    let verrekend = Reeks::van(momenten.clone(), |k| c[k + 1]);
    let eerste = *momenten.start();
    Betaald {
        betaling: Reeks::uit(eerste, betalingen),
        nabetaling: Reeks::uit(eerste, nabetalingen),
        verrekend,
        jaren,
        nieuwe_schatting: Reeks::van(momenten, |k| keuze(k) != keuze(k - 1)),
        bleef_liggen,
    }
}

/// What a change of estimate does to the months that were paid before it.
enum Inhalen {
    /// Paid at once.
    Nu(PerYear),
    /// Spread over the months that are left, or nothing to spread.
    Gespreid,
    /// Left to the settlement.
    Later,
}

/// Art. 22(2) to (5) Awir: the months up to this one are paid anew, what is over or short is spread over the months that
/// are left of the year.
fn inhalen(
    schatting: &Schatting,
    soort: Soort,
    maanden: std::ops::RangeInclusive<K>,
    k: K,
    betaald: PerYear,
    c: &mut Reeks<PerMonth>,
) -> Inhalen {
    let laatste = *maanden.end();
    let tot_nu = *maanden.start()..=k.min(laatste);
    let recht: PerYear = { tot_nu }.map(|maand| schatting.maand(soort, maand).times(1)).sum();
    let verschil = recht - betaald;
    for maand in k + 1..=laatste {
        c[maand] = PerMonth::ZERO;
    }
    let over = u32::try_from(laatste - k).unwrap_or_default();
    if verschil.is_positive() && (over == 0 || betaald.is_zero()) {
        return Inhalen::Nu(verschil);
    }
    if over == 0 {
        return if verschil.is_zero() { Inhalen::Gespreid } else { Inhalen::Later };
    }
    let bedrag = if verschil.is_positive() { verschil } else { -verschil };
    let deel = PerMonth::new(bedrag.amount() / Decimal::from(over)).rounded(SPREIDEN);
    let rest = PerMonth::new(bedrag.amount()) - PerMonth::new(deel.times(over - 1).amount());
    let met_teken = |deel: PerMonth| if verschil.is_positive() { deel } else { -deel };
    for maand in k + 1..laatste {
        c[maand] = met_teken(deel);
    }
    c[laatste] = met_teken(rest);
    Inhalen::Gespreid
}

/// The settlement of a year.
#[expect(clippy::struct_field_names, reason = "the contract calls it so")]
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Afrekening {
    pub(crate) recht: PerYear,
    pub(crate) betaald: PerYear,
    /// What is paid out after the year; below zero: paid back.
    pub(crate) afrekening: Euro,
    /// What does not have to be paid back.
    pub(crate) kwijt: Euro,
}

/// The right of a year less what was paid for it; a small reclaim is forgiven (art. 26a Awir).
pub(crate) fn afrekening(recht: PerYear, betaald: PerYear, kwijt_tot: Euro) -> Afrekening {
    let verschil = (recht - betaald).once();
    let klein = verschil < Euro::ZERO && -kwijt_tot <= verschil;
    let (afrekening, kwijt) = if klein { (Euro::ZERO, -verschil) } else { (verschil, Euro::ZERO) };
    Afrekening { recht, betaald, afrekening, kwijt }
}

/// A twelfth, as an amount of the year.
fn twelfth(som: PerYear) -> PerYear {
    som.per_month().times(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reclaim_is_forgiven_up_to_the_amount_itself() {
        let of = |recht: &str| {
            let recht = PerYear::new(recht.parse().expect("a decimal"));
            let betaald = PerYear::new(Decimal::from(1_000));
            let settled = afrekening(recht, betaald, Euro::new(Decimal::from(100)));
            [settled.afrekening, settled.kwijt].map(|euro| euro.amount().to_string())
        };
        assert_eq!(of("900"), ["0", "100"]);
        assert_eq!(of("899"), ["-101", "0"]);
        assert_eq!(of("1000"), ["0", "0"]);
        assert_eq!(of("1001"), ["1", "0"]);
    }
}
