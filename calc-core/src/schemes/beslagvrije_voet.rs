//! Beslagvrije voet: what an attachment of wage and bijstand leaves her, and what goes to creditors.
//!
//! Law: art. 475a-475e Wetboek van Burgerlijke Rechtsvordering (Rv) <https://wetten.overheid.nl/BWBR0001827>.
//! Above the income at which allowances begin to fall the voet rises by what they lose, so that voet and allowances
//! together stay the same.
//! Left out: what is raised on request (475da(5) and (7), 475fa), couples, the vtlb of a debt scheme.

use jiff::civil::Date;

use crate::error::Error;
use crate::explain::{Explain, Explained, Working};
use crate::money::{PerMonth, PerYear, Rounding};
use crate::parameters::{
    Book, Param, beslagvrije_voet, bijstandsnorm, huurtoeslag, kindgebonden_budget, zorgtoeslag,
};
use crate::value::{Shown, Value};

const VOET: &str = "art. 475da Rv";
const MINSTE_DEEL: &str = "art. 475dc Rv";
const ORDE: &str = "art. 475c Rv";
const VAKANTIEGELD: &str = "art. 475b(2) Rv";
const VOET_OP_CENTEN: Rounding = Rounding::to_cents(VOET);
const DEEL_OP_CENTEN: Rounding = Rounding::to_cents(MINSTE_DEEL);
const BESLAG_OP_CENTEN: Rounding = Rounding::to_cents(ORDE);
const JAAR_OP_CENTEN: Rounding = Rounding::to_cents(VAKANTIEGELD);

/// Who the voet is for (art. 475ab). Who else lives in, and her age, do not change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leefsituatie {
    /// Neither partner nor child.
    Alleenstaande,
    /// No partner, and a born child under 18.
    AlleenstaandeOuder,
    /// With a partner.
    Gehuwd,
    /// With a partner and a born child under 18.
    GehuwdMetKinderen,
}

impl Leefsituatie {
    /// Each of them.
    pub const ALL: [Self; 4] =
        [Self::Alleenstaande, Self::AlleenstaandeOuder, Self::Gehuwd, Self::GehuwdMetKinderen];

    /// The name in explanations.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Alleenstaande => "alleenstaande",
            Self::AlleenstaandeOuder => "alleenstaande_ouder",
            Self::Gehuwd => "gehuwd",
            Self::GehuwdMetKinderen => "gehuwd_met_kinderen",
        }
    }

    const fn is_gehuwd(self) -> bool {
        matches!(self, Self::Gehuwd | Self::GehuwdMetKinderen)
    }
}

/// The dated amounts: those of the norm and of the allowances that the voet follows, beside its own.
#[derive(Clone, Copy)]
pub struct Params {
    /// Of the voet.
    pub voet: &'static beslagvrije_voet::Params,
    /// Of the norm.
    pub norm: &'static bijstandsnorm::Params,
    /// Of zorgtoeslag.
    pub zorgtoeslag: &'static zorgtoeslag::Params,
    /// Of huurtoeslag.
    pub huurtoeslag: &'static huurtoeslag::Params,
    /// Of kindgebonden budget.
    pub kindgebonden_budget: &'static kindgebonden_budget::Params,
}

impl Params {
    /// The amounts of a day by a book.
    pub fn op(book: Book, day: Date) -> Result<Self, Error> {
        Ok(Self {
            voet: beslagvrije_voet::by(book, day)?,
            norm: bijstandsnorm::by(book, day)?,
            zorgtoeslag: zorgtoeslag::by(book, day)?,
            huurtoeslag: huurtoeslag::by(book, day)?,
            kindgebonden_budget: kindgebonden_budget::by(book, day)?,
        })
    }
}

/// The voet at this taxable income of a year (art. 475da Rv): 95% of the norm, and what zorgtoeslag, huurtoeslag and
/// kindgebonden budget have lost at it, up to a maximum.
pub fn beslagvrije_voet(
    inkomen: PerYear,
    wie: Leefsituatie,
    p: Params,
    explain: Explain,
) -> Explained<PerMonth> {
    let mut w = Working::of("beslagvrije_voet", VOET, explain);
    w.input("leefsituatie", wie.word());
    let inkomen = w.input("toetsingsinkomen", inkomen);
    let norm = if wie.is_gehuwd() { &p.norm.gehuwden } else { &p.norm.alleenstaande };
    let norm = w.param(norm) * w.param(&p.voet.norm_deel);
    let norm = w.step("norm_voet", norm);
    let zorg = minder_zorgtoeslag(&mut w, inkomen, wie, p);
    let huur = minder_huurtoeslag(&mut w, inkomen, wie, p);
    let kind = minder_kindgebonden_budget(&mut w, inkomen, wie, p);
    let voet = w.rounded("voet", norm + zorg + huur + kind, VOET_OP_CENTEN);
    let maximum = w.param(match wie {
        Leefsituatie::Alleenstaande => &p.voet.maximum_alleenstaande,
        Leefsituatie::AlleenstaandeOuder => &p.voet.maximum_alleenstaande_ouder,
        Leefsituatie::Gehuwd => &p.voet.maximum_gehuwd,
        Leefsituatie::GehuwdMetKinderen => &p.voet.maximum_gehuwd_met_kinderen,
    });
    w.result(voet.min(maximum))
}

/// What zorgtoeslag has lost, at most what the premium is more than the norm holds for it.
fn minder_zorgtoeslag(w: &mut Working, inkomen: PerYear, wie: Leefsituatie, p: Params) -> PerMonth {
    let z = p.zorgtoeslag;
    let boven = (inkomen - w.param(&z.drempelinkomen)).at_least_zero();
    let minder = (boven * w.param(&z.afbouw)).per_month();
    let (personen, in_norm) = if wie.is_gehuwd() {
        (2, &p.voet.zorgpremie_in_norm_gehuwd)
    } else {
        (1, &p.voet.zorgpremie_in_norm_alleen)
    };
    let premie = (w.param(&z.standaardpremie) * personen).per_month();
    let hoogste = premie - w.param(in_norm);
    w.step("minder_zorgtoeslag", minder.min(hoogste))
}

/// What huurtoeslag has lost, at most the highest rent less what everybody pays of it. Never below nothing: the law
/// writes no floor, practice has one.
fn minder_huurtoeslag(w: &mut Working, inkomen: PerYear, wie: Leefsituatie, p: Params) -> PerMonth {
    let h = p.huurtoeslag;
    let (afbouw, basishuur) = if wie == Leefsituatie::Alleenstaande {
        (&h.een_persoon_afbouw, &h.een_persoon_basishuur)
    } else {
        (&h.meer_personen_afbouw, &h.meer_personen_basishuur)
    };
    let boven = (inkomen - w.param(inkomensgrens_huur(wie, p))).at_least_zero();
    let minder = (boven * w.param(afbouw)).per_month();
    let hoogste = w.param(&h.maximale_rekenhuur) - w.param(basishuur);
    w.step("minder_huurtoeslag", minder.min(hoogste))
}

/// The income of a year from which huurtoeslag falls.
fn inkomensgrens_huur(wie: Leefsituatie, p: Params) -> &'static Param<PerYear> {
    match wie {
        Leefsituatie::Alleenstaande => &p.huurtoeslag.een_persoon_inkomensgrens,
        _ => &p.huurtoeslag.meer_personen_inkomensgrens,
    }
}

/// Whether the floor under the part for rent makes the voet higher at this income of a year.
pub fn raakt_ondergrens(inkomen: PerYear, wie: Leefsituatie, p: Params) -> bool {
    inkomen < inkomensgrens_huur(wie, p).value
}

/// What kindgebonden budget has lost; nothing without children.
fn minder_kindgebonden_budget(
    w: &mut Working,
    inkomen: PerYear,
    wie: Leefsituatie,
    p: Params,
) -> PerMonth {
    let k = p.kindgebonden_budget;
    let drempel = match wie {
        Leefsituatie::AlleenstaandeOuder => &k.drempel_alleen,
        Leefsituatie::GehuwdMetKinderen => &k.drempel_partners,
        Leefsituatie::Alleenstaande | Leefsituatie::Gehuwd => return PerMonth::ZERO,
    };
    let boven = (inkomen - w.param(drempel)).at_least_zero();
    let minder = (boven * w.param(&k.afbouw)).per_month();
    w.step("minder_kindgebonden_budget", minder)
}

/// What comes in of a month that can be attached: wage, bijstand, monthly IACK and alimony (art. 475c(1) Rv), after
/// what the law, pension and health insurance take of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inkomen {
    /// Net wage.
    pub ink: PerMonth,
    /// A twelfth of the net holiday pay of a year.
    pub vakantiegeld: PerMonth,
    /// Bijstand, holiday allowance included.
    pub bijstand: PerMonth,
    /// What of it is paid in the month.
    pub uitbetaald: PerMonth,
    /// Monthly IACK.
    pub iack: PerMonth,
    /// Alimony, of both kinds.
    pub alimentatie: PerMonth,
    /// Her own norm, with who shares the costs and her age.
    pub norm: PerMonth,
}

impl Inkomen {
    /// Of the month with what is paid once a year spread over it.
    pub fn met_vakantiegeld(self) -> PerMonth {
        self.ink + self.vakantiegeld + self.bijstand + self.iack + self.alimentatie
    }

    /// What is paid in an ordinary month.
    pub fn in_de_maand(self) -> PerMonth {
        self.te_beslaan() + self.alimentatie
    }

    /// What of that can be attached here: alimony is not, it leaves less of the rest free.
    fn te_beslaan(self) -> PerMonth {
        self.ink + self.uitbetaald + self.iack
    }
}

/// By which rule she keeps what she keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Regel {
    /// The voet itself.
    #[default]
    Voet,
    /// All but a twentieth of her income, without bijstand.
    DeelVanInkomen,
    /// All but a twentieth of her norm, with bijstand.
    DeelVanNorm,
    /// The amount of her letter.
    Opgegeven,
}

impl Regel {
    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Voet => "475da",
            Self::DeelVanInkomen => "475dc_1",
            Self::DeelVanNorm => "475dc_2",
            Self::Opgegeven => "opgegeven",
        }
    }
}

/// What she keeps of a month's income, holiday pay included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Vrij {
    /// The amount.
    pub bedrag: PerMonth,
    /// By which rule.
    pub regel: Regel,
}

impl Shown for Vrij {
    fn shown(&self) -> Value {
        self.bedrag.shown()
    }
}

/// What she keeps at least: the voet, but never so much that nothing goes (art. 475dc Rv); or what her letter says.
pub fn vrij(
    inkomen: Inkomen,
    voet: &Explained<PerMonth>,
    opgegeven: Option<PerMonth>,
    p: &'static beslagvrije_voet::Params,
    explain: Explain,
) -> Explained<Vrij> {
    let mut w = Working::of("beslagvrij", MINSTE_DEEL, explain);
    if let Some(bedrag) = opgegeven {
        w.input("vrij_opgegeven", bedrag);
        return w.result(Vrij { bedrag, regel: Regel::Opgegeven });
    }
    let voet = w.rule(voet);
    let samen = inkomen_van(&mut w, inkomen);
    let minste = w.param(&p.minste_deel);
    let hoogstens = w.rounded("hoogstens_vrij", samen - samen * minste, DEEL_OP_CENTEN);
    if voet <= hoogstens {
        return w.result(Vrij { bedrag: voet, regel: Regel::Voet });
    }
    if !inkomen.bijstand.is_positive() {
        return w.result(Vrij { bedrag: hoogstens, regel: Regel::DeelVanInkomen });
    }
    let deel_van_norm = w.input("eigen_norm", inkomen.norm) * minste;
    let weg = w.step("hoogstens_van_bijstand", inkomen.bijstand.min(deel_van_norm));
    let bedrag = w.rounded("vrij", samen - weg, DEEL_OP_CENTEN);
    w.result(Vrij { bedrag, regel: Regel::DeelVanNorm })
}

fn inkomen_van(w: &mut Working, inkomen: Inkomen) -> PerMonth {
    w.input("ink", inkomen.ink);
    w.input("vakantiegeld_per_maand", inkomen.vakantiegeld);
    w.input("bijstand", inkomen.bijstand);
    w.input("iack_maand", inkomen.iack);
    w.input("alimentatie", inkomen.alimentatie);
    w.step("inkomen_onder_beslag", inkomen.met_vakantiegeld())
}

/// What goes to creditors at most in an ordinary month: what comes in above what she keeps, or what the attachment of
/// the bijstand alone takes, which comes first (art. 475c(2), 475db(1)(b) Rv).
pub fn naar_schuldeisers(
    inkomen: Inkomen,
    vrij: &Explained<Vrij>,
    explain: Explain,
) -> Explained<PerMonth> {
    let mut w = Working::of("naar_schuldeisers", ORDE, explain);
    let Vrij { bedrag: vrij, regel } = w.rule(vrij);
    let in_de_maand = w.step("in_de_maand", inkomen.in_de_maand());
    let boven = (in_de_maand - vrij).at_least_zero().min(inkomen.te_beslaan());
    let boven = w.step("boven_vrij", boven);
    let mut meeste = boven;
    if inkomen.bijstand.is_positive() && regel != Regel::Opgegeven {
        let ander = inkomen.ink + inkomen.vakantiegeld + inkomen.iack + inkomen.alimentatie;
        let rest = (vrij - w.step("ander_inkomen", ander)).at_least_zero();
        let van_bijstand = (inkomen.uitbetaald - rest).at_least_zero();
        meeste = meeste.max(w.step("van_bijstand_alleen", van_bijstand));
    }
    let naar = w.rounded("naar_schuldeisers", meeste, BESLAG_OP_CENTEN);
    w.result(naar)
}

/// What goes in twelve such months with the holiday pay of both: above the voet that goes whole, below it the part that
/// exceeds the voet of the months in which it was built up (HR 24 October 2014, ECLI:NL:HR:2014:3068).
pub fn naar_schuldeisers_jaar(
    inkomen: Inkomen,
    vakantiegeld: PerYear,
    vrij: &Explained<Vrij>,
    maand: &Explained<PerMonth>,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("naar_schuldeisers_jaar", VAKANTIEGELD, explain);
    let maand = w.rule(maand);
    let twaalf_maanden = w.step("twaalf_maanden", maand.per_year());
    let vrij = w.rule(vrij).bedrag;
    let boven = w.step("boven_vrij_jaar", (inkomen.met_vakantiegeld() - vrij).per_year());
    let vakantiegeld = w.input("vakantiegeld_netto", vakantiegeld);
    let later = (inkomen.bijstand - inkomen.uitbetaald).per_year();
    let later = w.step("vakantietoeslag_bijstand", later);
    let alles = w.step("te_beslaan_jaar", inkomen.te_beslaan().per_year() + vakantiegeld + later);
    let jaar = twaalf_maanden.max(boven.min(alles));
    let jaar = w.rounded("naar_schuldeisers_jaar", jaar, JAAR_OP_CENTEN);
    w.result(jaar)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rust_decimal::Decimal;

    use super::*;

    const JANUARI: Date = date(2026, 1, 1);
    const JULI: Date = date(2026, 7, 1);

    fn euros(text: &str) -> Decimal {
        text.parse().expect("an amount")
    }

    fn maand(text: &str) -> PerMonth {
        PerMonth::new(euros(text))
    }

    fn voet(inkomen: Decimal, wie: Leefsituatie, day: Date) -> Decimal {
        let p = Params::op(Book::PUBLISHED, day).expect("covered");
        beslagvrije_voet(PerYear::new(inkomen), wie, p, Explain::No).value.amount()
    }

    #[test]
    fn of_a_single_parent_by_income() {
        let incomes = [
            ("0", "1331.43", "1348.49"),
            ("29736", "1331.43", "1348.49"),
            ("30000", "1336.12", "1353.18"),
            ("31500", "1362.78", "1379.84"),
            ("33000", "1416.94", "1434.00"),
            ("36000", "1525.27", "1542.33"),
            ("40000", "1669.70", "1686.76"),
            ("45000", "1805.18", "1822.24"),
            ("50000", "1928.51", "1945.58"),
            ("60000", "2175.18", "2192.24"),
            ("82388", "2526.69", "2543.75"),
            ("200000", "2526.69", "2543.75"),
        ];
        for (income, january, july) in incomes {
            let of = |day| voet(euros(income), Leefsituatie::AlleenstaandeOuder, day);
            assert_eq!((of(JANUARI), of(JULI)), (euros(january), euros(july)), "{income}");
        }
    }

    /// The published maxima come out of the formula at the income where a twelfth of T x (C - IJ) is the highest rent
    /// (art. 475da(8) Rv); for a couple with children in January the formula is a cent off what was published.
    #[test]
    fn the_published_maxima_are_what_the_formula_gives() {
        use Leefsituatie::{Alleenstaande, AlleenstaandeOuder, Gehuwd, GehuwdMetKinderen};
        let highest = euros("932.93") * Decimal::from(12);
        let published = [
            (JANUARI, Alleenstaande, "2191.42"),
            (JANUARI, AlleenstaandeOuder, "2526.69"),
            (JANUARI, Gehuwd, "2881.41"),
            (JANUARI, GehuwdMetKinderen, "3155.31"),
            (JULI, Alleenstaande, "2208.48"),
            (JULI, AlleenstaandeOuder, "2543.75"),
            (JULI, Gehuwd, "2905.79"),
            (JULI, GehuwdMetKinderen, "3179.68"),
        ];
        for (day, wie, maximum) in published {
            let (grens, afbouw) =
                if wie == Alleenstaande { ("23425", "0.27") } else { ("31500", "0.22") };
            let at = euros(grens) + highest / euros(afbouw);
            let off = (voet(at, wie, day) - euros(maximum)).abs();
            assert!(off <= euros("0.01"), "{wie:?} on {day}");
            assert_eq!(voet(euros("300000"), wie, day), euros(maximum), "{wie:?} on {day}");
        }
    }

    fn van(
        inkomen: Inkomen,
        vakantiegeld: &str,
        opgegeven: Option<&str>,
    ) -> (Vrij, PerMonth, PerYear) {
        let p = Params::op(Book::PUBLISHED, JULI).expect("covered");
        let wie = Leefsituatie::Alleenstaande;
        let voet = beslagvrije_voet(PerYear::ZERO, wie, p, Explain::No);
        let vrij = vrij(inkomen, &voet, opgegeven.map(maand), p.voet, Explain::No);
        let naar = naar_schuldeisers(inkomen, &vrij, Explain::No);
        let vakantiegeld = PerYear::new(euros(vakantiegeld));
        let jaar = naar_schuldeisers_jaar(inkomen, vakantiegeld, &vrij, &naar, Explain::No);
        (vrij.value, naar.value, jaar.value)
    }

    /// Wage of 740 and 60 of holiday pay a month: 95% of 800 is free; 12 x 40 goes, all of it from the holiday pay.
    #[test]
    fn a_small_wage_without_bijstand_keeps_all_but_a_twentieth() {
        let inkomen =
            Inkomen { ink: maand("740"), vakantiegeld: maand("60"), ..Inkomen::default() };
        let (vrij, naar, jaar) = van(inkomen, "720", None);
        assert_eq!((vrij.bedrag, vrij.regel), (maand("760"), Regel::DeelVanInkomen));
        assert_eq!((naar, jaar.amount()), (PerMonth::ZERO, euros("480")));
    }

    /// Norm 1,013.90 of who shares the costs: 5% of it is 50.695; 1,013.90 - 50.695 = 963.205.
    #[test]
    fn who_shares_the_costs_gives_a_twentieth_of_her_own_norm() {
        let inkomen = Inkomen {
            bijstand: maand("1013.90"),
            uitbetaald: maand("963.21"),
            norm: maand("1013.90"),
            ..Inkomen::default()
        };
        let (vrij, naar, _) = van(inkomen, "0", None);
        assert_eq!((vrij.bedrag, vrij.regel), (maand("963.21"), Regel::DeelVanNorm));
        assert_eq!(naar, PerMonth::ZERO);
    }

    #[test]
    fn the_amount_of_a_letter_stands_in_the_place_of_ours() {
        let inkomen = Inkomen { ink: maand("2000"), ..Inkomen::default() };
        let (vrij, naar, _) = van(inkomen, "0", Some("1600"));
        assert_eq!(
            (vrij.bedrag, vrij.regel, naar),
            (maand("1600"), Regel::Opgegeven, maand("400"))
        );
    }

    #[test]
    fn alimony_leaves_less_of_the_wage_free_and_is_not_taken_itself() {
        let inkomen =
            Inkomen { ink: maand("100"), alimentatie: maand("1500"), ..Inkomen::default() };
        // 1,600 comes in, 1,348.49 is free: 251.51 is more than the wage.
        assert_eq!(van(inkomen, "0", None).1, maand("100"));
    }
}
