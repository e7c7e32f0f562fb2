//! Every field that can be sent, once: what it holds, its bounds, what it takes when it is left out, who is asked. The
//! reader, the table in `docs/contract.md`, the JSON Schema, the generators of the fuzzer and what the page knows of a
//! field are made of this table, so a field that is added here is added there.
//!
//! A bound keeps every sum far below what a decimal can hold; none is an amount of law.

pub use super::field::{Absent, Ages, Asked, Field, Kind};
use crate::value::Unit;

/// The words of `soort` of care, in the order the reader takes them.
pub const SOORTEN_OPVANG: &[&str] = &["dagopvang", "bso", "gastouder"];

macro_rules! fields {
    ($($(#[$when:meta])* $name:ident: $path:literal, $kind:expr, $absent:expr, $asked:ident, $meaning:literal;)*) => {
        $(
            $(#[$when])*
            #[doc = $meaning]
            pub static $name: Field = Field {
                path: $path,
                kind: $kind,
                absent: $absent,
                asked: Asked::$asked,
                #[cfg(feature = "catalogue")]
                since: 1,
                #[cfg(feature = "catalogue")]
                meaning: $meaning,
            };
        )*

        /// Every field, in the order of the contract.
        pub static FIELDS: &[&Field] = &[$($(#[$when])* &$name),*];
    };
}

use Absent::{Depends, Refused, Takes};
#[cfg_attr(
    not(all(feature = "calendar", feature = "weekplan")),
    allow(unused_imports, reason = "kinds that only the calendar or the week plan has")
)]
use Kind::{
    Amount, AmountOrNull, AmountsOrNull, BalanceOrNull, Born, Date, List, Municipality, Names,
    NamesOrNull, Object, ObjectOrNull, Times, Whole, WholeBetween, WholeBetweenOrNull, Word, Words,
    WordsOrNull, YesNo, YesNoOrNull,
};
use Unit::{Euro, EuroPerHour, EuroPerMonth, EuroPerYear, HoursPerMonth, HoursPerWeek, Months};

const SOORTEN_BAAN: &[&str] = &["dienstverband", "proefplaatsing", "traject"];
const RELATIES: &[&str] = &["ouder", "kind", "broer_of_zus", "grootouder_of_kleinkind", "overig"];
const VAKANTIEGELD_WANNEER: &[&str] = &["mei", "maandelijks", "inbegrepen"];
const IACK_WANNEER: &[&str] = &["maandelijks", "niet"];
const SOORTEN_SCHULDEN: &[&str] = &["geen", "beslag", "schuldregeling"];
#[cfg(feature = "weekplan")]
const OPVANG_HOE: &[&str] = &["vast", "naar_uren", "dagen"];
#[cfg(not(feature = "weekplan"))]
const OPVANG_HOE: &[&str] = &["vast", "naar_uren"];
const DAGEN: &[&str] = &["ma", "di", "wo", "do", "vr", "za", "zo"];
const AFNAME: &[&str] = &["blok", "uur"];
const FAMILIE_WEKEN: &[&str] = &["alle", "school", "vakantie"];
const WERKDAGEN: &str = r#"["ma", "di", "wo", "do", "vr"]"#;
const MELDEN_HOE: &[&str] = &["direct", "niet"];
const AFREKENING_HOE: &[&str] = &["schatting", "achteraf"];

fields! {
    PEILDATUM: "peildatum", Date, Refused, Everybody,
        "the reference date, a covered day; from 2027 on `voortgezet`, see Results";
    HUISHOUDEN: "huishouden", Object, Refused, Everybody,
        "who lives there, and on what";
    GEBOREN: "huishouden.geboren", Born(Ages::Working), Refused, Everybody,
        "her date of birth";
    PARTNER: "huishouden.partner", ObjectOrNull, Takes("null"), Coach,
        "the partner she shares a household with";
    PARTNER_GEBOREN: "huishouden.partner.geboren", Born(Ages::Working), Refused, Coach,
        "date of birth";
    PARTNER_MAANDLOON: "huishouden.partner.maandloon", Amount(EuroPerMonth, 20_000), Takes("0"), Coach,
        "gross wage";
    KINDEREN: "huishouden.kinderen", List(12), Takes("[]"), Everybody,
        "children under 18, born or expected";
    KIND_GEBOREN: "huishouden.kinderen.#.geboren", Born(Ages::ChildOrExpected), Refused, Everybody,
        "date of birth, or the day it is due";
    OPVANG: "huishouden.kinderen.#.opvang", List(4), Takes("[]"), Everybody,
        "childcare contracts";
    SOORT_OPVANG: "huishouden.kinderen.#.opvang.#.soort", Word(SOORTEN_OPVANG), Refused, Everybody,
        "kind of care";
    UREN_OPVANG: "huishouden.kinderen.#.opvang.#.uren_per_maand", AmountOrNull(HoursPerMonth, 744), Depends, Everybody,
        "hours that are paid for; required, unless a `contract` with a `weekplan`, or by the block with `dagen`, gives them; typed hours win";
    UURPRIJS: "huishouden.kinderen.#.opvang.#.uurprijs", Amount(EuroPerHour, 50), Refused, Everybody,
        "what the provider charges (for a childminder with the bureau's costs)";
    CONTRACT: "huishouden.kinderen.#.opvang.#.contract", ObjectOrNull, Takes("null"), Nobody,
        "how the care is sold, from which its hours follow; times are minutes from midnight";
    #[cfg(feature = "weekplan")]
    AFNAME_OPVANG: "huishouden.kinderen.#.opvang.#.contract.afname", Word(AFNAME), Depends, Nobody,
        "whole parts of a day or by the hour; left out: `uur` for a childminder, else `blok`";
    #[cfg(feature = "weekplan")]
    CONTRACT_PLEK: "huishouden.kinderen.#.opvang.#.contract.plek", WholeBetween(Unit::Factor, 0, 5), Takes("0"), Nobody,
        "where it is: a place in `weekplan.plekken`, from 0";
    #[cfg(feature = "weekplan")]
    SCHOOLWEKEN: "huishouden.kinderen.#.opvang.#.contract.schoolweken", WholeBetween(Unit::Factor, 0, 40), Depends, Nobody,
        "school weeks in a year: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    VAKANTIEWEKEN: "huishouden.kinderen.#.opvang.#.contract.vakantieweken", WholeBetween(Unit::Factor, 0, 12), Depends, Nobody,
        "holiday weeks in a year: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    CONTRACT_DAGEN: "huishouden.kinderen.#.opvang.#.contract.dagen", WordsOrNull(DAGEN), Takes("null"), Nobody,
        "the days in the contract, bought whether needed or not; `null`: those she needs";
    #[cfg(feature = "weekplan")]
    BLOKKEN: "huishouden.kinderen.#.opvang.#.contract.blokken", List(8), Depends, Nobody,
        "what can be bought on a day without school, 1 to 8: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    BLOK_VAN: "huishouden.kinderen.#.opvang.#.contract.blokken.#.van", WholeBetween(Unit::Factor, 0, 1_439), Refused, Nobody,
        "from when";
    #[cfg(feature = "weekplan")]
    BLOK_TOT: "huishouden.kinderen.#.opvang.#.contract.blokken.#.tot", WholeBetween(Unit::Factor, 1, 1_440), Refused, Nobody,
        "until when, after `van`";
    #[cfg(feature = "weekplan")]
    VOORSCHOOL_VAN: "huishouden.kinderen.#.opvang.#.contract.voorschool_van", WholeBetweenOrNull(Unit::Factor, 0, 1_439), Depends, Nobody,
        "bso: start of care before school; `null`: not offered; left out: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    VOORSCHOOL_DAGEN: "huishouden.kinderen.#.opvang.#.contract.voorschool_dagen", WordsOrNull(DAGEN), Takes("null"), Nobody,
        "bso: days with care before school; `null`: where it is needed";
    #[cfg(feature = "weekplan")]
    MIDDAG_VAN: "huishouden.kinderen.#.opvang.#.contract.middag_van", WholeBetweenOrNull(Unit::Factor, 0, 1_439), Takes("null"), Nobody,
        "bso: sold from here; `null`: from the bell";
    #[cfg(feature = "weekplan")]
    MIDDAG_TOT: "huishouden.kinderen.#.opvang.#.contract.middag_tot", WholeBetween(Unit::Factor, 1, 1_440), Depends, Nobody,
        "bso: closing on a school day: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    OPEN_DAGEN: "huishouden.kinderen.#.opvang.#.contract.open_dagen", Words(DAGEN), Depends, Nobody,
        "when it is open; left out: Monday to Friday by the block, every day by the hour";
    #[cfg(feature = "weekplan")]
    OPEN_VAN: "huishouden.kinderen.#.opvang.#.contract.open_van", WholeBetween(Unit::Factor, 0, 1_439), Takes("0"), Nobody,
        "by the hour: opening";
    #[cfg(feature = "weekplan")]
    OPEN_TOT: "huishouden.kinderen.#.opvang.#.contract.open_tot", WholeBetween(Unit::Factor, 1, 1_440), Takes("1440"), Nobody,
        "by the hour: closing, after `open_van`";
    #[cfg(feature = "weekplan")]
    AFRONDEN: "huishouden.kinderen.#.opvang.#.contract.afronden", WholeBetween(Unit::Factor, 1, 60), Depends, Nobody,
        "by the hour: a day is rounded up to a multiple of so many minutes: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    MINIMUM: "huishouden.kinderen.#.opvang.#.contract.minimum", WholeBetween(Unit::Factor, 0, 1_440), Takes("0"), Nobody,
        "by the hour: the least of a day, in minutes";
    #[cfg(feature = "weekplan")]
    GRATIS: "huishouden.kinderen.#.opvang.#.contract.gratis", WholeBetween(Unit::Factor, 0, 10_080), Takes("0"), Nobody,
        "minutes a week that the city pays; only of `dagopvang`";
    #[cfg(feature = "weekplan")]
    STUDIEDAGEN: "huishouden.kinderen.#.opvang.#.contract.studiedagen", WholeBetween(Unit::Factor, 0, 15), Takes("0"), Nobody,
        "bso: study days of the school in a year that are paid extra";
    NAAR_SCHOOL: "huishouden.kinderen.#.naar_school", YesNoOrNull, Takes("null"), Nobody,
        "week plan: whether it goes to school; `null`: from four years on";
    SCHOOL: "huishouden.kinderen.#.school", Object, Depends, Nobody,
        "week plan: its school; left out, each of its fields is";
    #[cfg(feature = "weekplan")]
    SCHOOL_TIJDEN: "huishouden.kinderen.#.school.tijden", Times(5), Depends, Nobody,
        "Monday to Friday `[van, tot]`, or `null` for a free day: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    SCHOOL_PLEK: "huishouden.kinderen.#.school.plek", WholeBetween(Unit::Factor, 0, 5), Takes("0"), Nobody,
        "where it is: a place in `weekplan.plekken`, from 0";
    #[cfg(feature = "weekplan")]
    SCHOOL_DEUR: "huishouden.kinderen.#.school.deur", WholeBetween(Unit::Factor, 0, 60), Depends, Nobody,
        "minutes before the bell that the door opens: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    ALLEEN: "huishouden.kinderen.#.school.alleen", YesNo, Takes("false"), Nobody,
        "goes and comes alone";
    #[cfg(feature = "weekplan")]
    ALLEEN_THUIS: "huishouden.kinderen.#.school.alleen_thuis", WholeBetween(Unit::Factor, 0, 600), Takes("0"), Nobody,
        "the longest it is alone at a stretch, in minutes; above 0 only with `alleen`";
    FAMILIE: "huishouden.kinderen.#.familie", List(128), Takes("[]"), Nobody,
        "week plan: unpaid help by people of her own";
    #[cfg(feature = "weekplan")]
    FAMILIE_DAGEN: "huishouden.kinderen.#.familie.#.dagen", Words(DAGEN), Takes(WERKDAGEN), Nobody,
        "the days on which it begins";
    #[cfg(feature = "weekplan")]
    FAMILIE_VAN: "huishouden.kinderen.#.familie.#.van", WholeBetween(Unit::Factor, 0, 1_439), Refused, Nobody,
        "from when, in minutes from midnight";
    #[cfg(feature = "weekplan")]
    FAMILIE_TOT: "huishouden.kinderen.#.familie.#.tot", WholeBetween(Unit::Factor, 1, 2_879), Refused, Nobody,
        "until when: after `van`, at most 1440 later";
    #[cfg(feature = "weekplan")]
    FAMILIE_WEKEN_WELKE: "huishouden.kinderen.#.familie.#.weken", Word(FAMILIE_WEKEN), Takes("alle"), Nobody,
        "in which weeks";
    INWONENDEN: "huishouden.inwonenden", List(10), Takes("[]"), Everybody,
        "everyone of 18 or older but the partner";
    INWONENDE_GEBOREN: "huishouden.inwonenden.#.geboren", Born(Ages::Adult), Refused, Everybody,
        "date of birth";
    RELATIE: "huishouden.inwonenden.#.relatie", Word(RELATIES), Refused, Everybody,
        "what they are to her";
    INKOMEN_JAAR: "huishouden.inwonenden.#.inkomen_jaar", Amount(EuroPerYear, 1_000_000), Refused, Everybody,
        "taxable income";
    ARBEIDSINKOMEN_JAAR: "huishouden.inwonenden.#.arbeidsinkomen_jaar", Amount(EuroPerYear, 1_000_000), Takes("0"), Everybody,
        "the part of it that is wage: at most `inkomen_jaar`";
    WERKT: "huishouden.inwonenden.#.werkt", YesNo, Takes("false"), Everybody,
        "works, studies or is in a trajectory (art. 1.6 Wet kinderopvang)";
    STUDEERT: "huishouden.inwonenden.#.studeert", YesNo, Takes("false"), Everybody,
        "in education as art. 19a(1)(d) Participatiewet means it: with studiefinanciering or WTOS, BBL, or comparable abroad";
    HUURT_ZAKELIJK: "huishouden.inwonenden.#.huurt_zakelijk", YesNo, Takes("false"), Everybody,
        "rents on business terms: what that frees differs per law and relation";
    KALE_HUUR: "huishouden.kale_huur", AmountOrNull(EuroPerMonth, 5_000), Takes("null"), Everybody,
        "basic rent (kale huur); `null` without a rented home of her own";
    ZELFSTANDIGE_WONING: "huishouden.zelfstandige_woning", YesNo, Takes("true"), Coach,
        "whether the home has its own door, kitchen and toilet";
    VASTE_LASTEN: "huishouden.vaste_lasten", Amount(EuroPerMonth, 10_000), Takes("0"), Everybody,
        "fixed costs, as given";
    VERMOGEN: "huishouden.vermogen", Amount(Euro, 10_000_000), Takes("0"), Everybody,
        "savings";
    GEMEENTE: "huishouden.gemeente", Municipality, Takes("rotterdam"), Nobody,
        "a known municipality: a folder of `calc-core/parameters/gemeenten`";
    GEMEENTE_MEETELLEN: "huishouden.gemeente_meetellen", YesNo, Takes("false"), Everybody,
        "adds what the municipality pays, in a total of its own";
    GEMEENTE_BEDRAGEN: "huishouden.gemeente_bedragen", Names(50), Takes("{}"), Everybody,
        "amounts by hand: keys are codes of the municipality's schemes that pay money";
    GEMEENTE_BEDRAG: "huishouden.gemeente_bedragen.*", Amount(Euro, 20_000), Refused, Everybody,
        "the amount over the period of the scheme";
    ALIMENTATIE_KINDEREN: "huishouden.alimentatie_kinderen", Amount(EuroPerMonth, 10_000), Takes("0"), Everybody,
        "child maintenance received";
    ALIMENTATIE_PARTNER: "huishouden.alimentatie_partner", Amount(EuroPerMonth, 10_000), Takes("0"), Everybody,
        "partner maintenance received";
    MEDISCHE_URENBEPERKING: "huishouden.medische_urenbeperking", YesNo, Takes("false"), Coach,
        "medically limited in the hours she can work (art. 6b Participatiewet)";
    BIJSTAND: "bijstand", Object, Depends, Everybody,
        "the bijstand so far; left out, each of its fields is";
    ONTVANGT: "bijstand.ontvangt", YesNo, Takes("true"), Coach,
        "whether she receives it; false: none in either situation";
    BEROEP_OP_OUDERS: "bijstand.beroep_op_ouders", YesNo, Depends, Everybody,
        "whether she can fall back on her parents: asked at 18 to 20, refused at other ages";
    VRIJLATING_N_MAANDEN: "bijstand.vrijlating_n_maanden", Whole(Months, 6), Takes("0"), Everybody,
        "months of the disregard n used in this benefit period";
    VRIJLATING_R_MAANDEN: "bijstand.vrijlating_r_maanden", Whole(Months, 30), Takes("0"), Everybody,
        "months of the disregard r used; above 0 only when n is 6";
    VRIJLATING_TOEGEKEND: "bijstand.vrijlating_toegekend", YesNo, Takes("true"), Coach,
        "false: the municipality grants no disregard, in any month";
    VRIJLATING_34A_MAANDEN: "bijstand.vrijlating_34a_maanden", Whole(Months, 12), Takes("0"), Everybody,
        "months of the disregard of 2027 used; above 0 only when `peildatum` is in 2027 or later";
    BAAN_NU: "baan_nu", ObjectOrNull, Takes("null"), Everybody,
        "the job she has: the fields of `baan`";
    BAAN: "baan", Object, Refused, Everybody,
        "the job offered; of both jobs:";
    SOORT_BAAN: "baan.soort", Word(SOORTEN_BAAN), Takes("dienstverband"), Coach,
        "kind of work";
    UREN_PER_WEEK: "baan.uren_per_week", Amount(HoursPerWeek, 60), Refused, Everybody,
        "hours of work; 0 is no job";
    UURLOON: "baan.uurloon", Amount(EuroPerHour, 200), Depends, Everybody,
        "gross wage; of the two wages one, and only for a `dienstverband` required";
    MAANDLOON: "baan.maandloon", Amount(EuroPerMonth, 20_000), Depends, Everybody,
        "gross wage without holiday pay";
    PENSIOENPREMIE: "baan.pensioenpremie", Amount(EuroPerMonth, 20_000), Takes("0"), Coach,
        "the employee's pension contribution";
    VERPLICHTE_INHOUDINGEN: "baan.verplichte_inhoudingen", Amount(EuroPerMonth, 20_000), Takes("0"), Coach,
        "other deductions that the law or the collective agreement compels";
    OVERIGE_INHOUDINGEN: "baan.overige_inhoudingen", Amount(EuroPerMonth, 20_000), Takes("0"), Coach,
        "deductions that do not lower counted income";
    LOONHEFFINGSKORTING: "baan.loonheffingskorting", YesNo, Takes("true"), Coach,
        "whether the employer applies the tax credits";
    VAKANTIEGELD: "baan.vakantiegeld", Word(VAKANTIEGELD_WANNEER), Takes("mei"), Coach,
        "when holiday pay is paid; `inbegrepen`: the wage given holds it";
    REISKOSTEN: "baan.reiskosten", Amount(EuroPerMonth, 20_000), Takes("0"), Coach,
        "what travelling costs";
    REISVERGOEDING: "baan.reisvergoeding", Amount(EuroPerMonth, 20_000), Takes("0"), Coach,
        "what the employer pays for it, untaxed";
    START: "baan.start", Date, Takes("eerste_van_de_maand"), Nobody,
        "first day of work; left out: the first of a month from `peildatum` on";
    ZELFDE_WERKGEVER: "baan.zelfde_werkgever", YesNo, Takes("false"), Nobody,
        "a job with the employer of `baan_nu`: holiday pay runs on; refused in `baan_nu`; calendar only";
    IACK: "iack", Word(IACK_WANNEER), Takes("maandelijks"), Coach,
        "whether the IACK is paid out by the month";
    OPVANG_SCHAALT: "opvang_schaalt", Word(OPVANG_HOE), Takes("vast"), Coach,
        "whether the hours of care follow the hours of work; hours curve only; `dagen`: by the days of a `weekplan` of one week, refused without";
    SCHULDEN: "schulden", Object, Takes(r#"{"soort": "geen"}"#), Everybody,
        "debts that others collect from her income";
    SOORT_SCHULDEN: "schulden.soort", Word(SOORTEN_SCHULDEN), Takes("geen"), Everybody,
        "an attachment of wage, bijstand or both (`beslag`), or a debt scheme, by agreement or by the law";
    VRIJ_NU: "schulden.vrij_nu", AmountOrNull(EuroPerMonth, 20_000), Takes("null"), Everybody,
        "the beslagvrije voet or vtlb of her letter, holiday pay included; refused when `soort` is `geen`";
    VRIJ_MET_BAAN: "schulden.vrij_met_baan", AmountOrNull(EuroPerMonth, 20_000), Takes("null"), Coach,
        "the same with the job, in the calendar while it lasts; never guessed from `vrij_nu`";
    KALENDER: "kalender", Object, Depends, Nobody,
        "what only the calendar asks; left out, each of its fields is";
    #[cfg(feature = "calendar")]
    MELDEN: "kalender.melden", Word(MELDEN_HOE), Takes("direct"), Nobody,
        "whether she reports the job at once, or to nobody";
    #[cfg(feature = "calendar")]
    VERWERKT_MAAND: "kalender.verwerkt_maand", WholeBetween(Unit::Factor, 0, 4), Takes("1"), Nobody,
        "the month whose payment of allowances is the first with the new data";
    #[cfg(feature = "calendar")]
    BAAN_STOPT_NA: "kalender.baan_stopt_na", WholeBetweenOrNull(Months, 1, 12), Takes("null"), Nobody,
        "how long the job lasts, when it ends";
    #[cfg(feature = "calendar")]
    WAT_ALS_STOPT_NA: "kalender.wat_als_stopt_na", WholeBetween(Months, 1, 12), Takes("6"), Nobody,
        "how long the job lasts in the question what if it ends";
    #[cfg(feature = "calendar")]
    UREN_PER_MAAND: "kalender.uren_per_maand", AmountsOrNull(HoursPerMonth, 12, 744), Takes("null"), Nobody,
        "hours worked in months 1 to 12, `null` as agreed; only of a `dienstverband` with an hourly wage and hours";
    #[cfg(feature = "calendar")]
    LOON_MAAND_LATER: "kalender.loon_maand_later", YesNo, Takes("false"), Nobody,
        "whether the employer pays in the month after";
    #[cfg(feature = "calendar")]
    GESCHAT_INKOMEN: "kalender.geschat_inkomen", NamesOrNull(2), Takes("null"), Nobody,
        "the income she gives to Dienst Toeslagen instead of ours: keys are the year of month 0 and the next; not with `melden` `niet`";
    #[cfg(feature = "calendar")]
    GESCHAT_INKOMEN_JAAR: "kalender.geschat_inkomen.*", Amount(EuroPerYear, 200_000), Refused, Nobody,
        "the toetsingsinkomen of that year (with a partner: of both)";
    #[cfg(feature = "calendar")]
    AFREKENING: "kalender.afrekening", Word(AFREKENING_HOE), Depends, Nobody,
        "how the municipality settles wage: as its file says, else `achteraf`";
    #[cfg(feature = "calendar")]
    MAAND_VAKANTIETOESLAG: "kalender.maand_vakantietoeslag", WholeBetween(Unit::Factor, 5, 6), Depends, Nobody,
        "the month in which the holiday part of bijstand is paid: as the municipality's file says, else 6";
    #[cfg(feature = "calendar")]
    BEGINSALDO: "kalender.beginsaldo", BalanceOrNull(Euro, -20_000, 1_000_000), Takes("null"), Nobody,
        "what is on the account at the start of month 0; `null`: the least with which who never started stays above nil";
    #[cfg(feature = "calendar")]
    LEEFGELD: "kalender.leefgeld", AmountOrNull(EuroPerMonth, 10_000), Takes("null"), Nobody,
        "what she spends on living; `null`: what she has over now";
    #[cfg(feature = "calendar")]
    UITGAVEN: "kalender.uitgaven", List(10), Takes("[]"), Nobody,
        "fixed costs with their days; empty: `vaste_lasten`, else the rent, on the first";
    #[cfg(feature = "calendar")]
    UITGAVE_BEDRAG: "kalender.uitgaven.#.bedrag", Amount(EuroPerMonth, 10_000), Refused, Nobody,
        "how much";
    #[cfg(feature = "calendar")]
    UITGAVE_DAG: "kalender.uitgaven.#.dag", WholeBetween(Unit::Factor, 1, 28), Refused, Nobody,
        "the day of the month";
    #[cfg(feature = "calendar")]
    OPVANG_VOORUIT: "kalender.opvang_vooruit", YesNo, Takes("true"), Nobody,
        "whether childcare is collected in the month before";
    #[cfg(feature = "calendar")]
    BETAALDAGEN: "kalender.betaaldagen", Object, Depends, Nobody,
        "the days of the month on which money moves; left out, each of its fields is";
    #[cfg(feature = "calendar")]
    DAG_LOON: "kalender.betaaldagen.loon", WholeBetween(Unit::Factor, 1, 28), Takes("27"), Nobody,
        "wage and holiday pay";
    #[cfg(feature = "calendar")]
    DAG_BIJSTAND: "kalender.betaaldagen.bijstand", WholeBetween(Unit::Factor, 1, 28), Depends, Nobody,
        "bijstand: as the municipality's file says, else 25";
    #[cfg(feature = "calendar")]
    DAG_TOESLAGEN: "kalender.betaaldagen.toeslagen", WholeBetween(Unit::Factor, 1, 28), Takes("20"), Nobody,
        "the allowances";
    #[cfg(feature = "calendar")]
    DAG_KINDERBIJSLAG: "kalender.betaaldagen.kinderbijslag", WholeBetween(Unit::Factor, 1, 28), Takes("2"), Nobody,
        "kinderbijslag";
    #[cfg(feature = "calendar")]
    DAG_IACK: "kalender.betaaldagen.iack", WholeBetween(Unit::Factor, 1, 28), Takes("15"), Nobody,
        "the IACK by the month";
    #[cfg(feature = "calendar")]
    DAG_ALIMENTATIE: "kalender.betaaldagen.alimentatie", WholeBetween(Unit::Factor, 1, 28), Takes("1"), Nobody,
        "alimony";
    #[cfg(feature = "calendar")]
    DAG_OPVANG: "kalender.betaaldagen.opvang", WholeBetween(Unit::Factor, 1, 28), Takes("26"), Nobody,
        "the childcare bill";
    #[cfg(feature = "calendar")]
    DAG_REISKOSTEN: "kalender.betaaldagen.reiskosten", WholeBetween(Unit::Factor, 1, 28), Takes("1"), Nobody,
        "travelling";
    WEEKPLAN: "weekplan", ObjectOrNull, Takes("null"), Nobody,
        "when she works and how she travels, from which the hours of care follow; times are minutes from midnight";
    #[cfg(feature = "weekplan")]
    WEKEN: "weekplan.weken", List(4), Refused, Nobody,
        "the weeks of a rota that repeats, 1 to 4; together at least one shift";
    #[cfg(feature = "weekplan")]
    DIENSTEN: "weekplan.weken.#.dagen", List(14), Takes("[]"), Nobody,
        "the shifts of a week; they may not overlap";
    #[cfg(feature = "weekplan")]
    DIENST_DAG: "weekplan.weken.#.dagen.#.dag", Word(DAGEN), Refused, Nobody,
        "the day it begins";
    #[cfg(feature = "weekplan")]
    DIENST_VAN: "weekplan.weken.#.dagen.#.van", WholeBetween(Unit::Factor, 0, 1_439), Refused, Nobody,
        "from when";
    #[cfg(feature = "weekplan")]
    DIENST_TOT: "weekplan.weken.#.dagen.#.tot", WholeBetween(Unit::Factor, 1, 2_399), Refused, Nobody,
        "until when, counted on past midnight: after `van`, at most 960 later";
    #[cfg(feature = "weekplan")]
    DIENST_PAUZE: "weekplan.weken.#.dagen.#.pauze", WholeBetween(Unit::Factor, 0, 959), Takes("0"), Nobody,
        "the unpaid break, in minutes: shorter than the shift";
    #[cfg(feature = "weekplan")]
    HUIS_WERK: "weekplan.huis_werk", WholeBetween(Unit::Factor, 0, 240), Depends, Nobody,
        "minutes straight from home to work: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    PLEKKEN: "weekplan.plekken", List(6), Depends, Nobody,
        "where children are brought, in the order of her route from home, 1 to 6; left out: one";
    #[cfg(feature = "weekplan")]
    NAAR_WERK: "weekplan.plekken.#.naar_werk", WholeBetween(Unit::Factor, 0, 240), Depends, Nobody,
        "minutes from there to work: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    VAN_HUIS: "weekplan.plekken.#.van_huis", WholeBetween(Unit::Factor, 0, 120), Depends, Nobody,
        "minutes from home to there: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    OVERDRACHT: "weekplan.plekken.#.overdracht", WholeBetween(Unit::Factor, 0, 60), Depends, Nobody,
        "minutes of handing over, for all children there together: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    TUSSEN: "weekplan.tussen", WholeBetween(Unit::Factor, 0, 120), Depends, Nobody,
        "minutes from one place to the next: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    WACHTEN: "weekplan.wachten", WholeBetween(Unit::Factor, 0, 60), Depends, Nobody,
        "how long after the bell she may come, in minutes: as the municipality's file says";
    #[cfg(feature = "weekplan")]
    VERLOF_WEKEN: "weekplan.verlof_weken", WholeBetween(Unit::Factor, 0, 12), Depends, Nobody,
        "weeks of school holiday she covers with her own leave: as the municipality's file says";
}

/// Whether only a calendar asks what stands at a path.
pub fn is_of_calendar(path: &str) -> bool {
    path == ZELFDE_WERKGEVER.path || path.starts_with(KALENDER.path)
}

/// The field at a path as it was written (`huishouden.kinderen.0.geboren`), both jobs alike.
pub fn at(path: &str) -> Option<&'static Field> {
    let path = path.strip_prefix("baan_nu.").map_or(path.to_owned(), |rest| format!("baan.{rest}"));
    FIELDS.iter().copied().find(|field| is_at(field.path, &path))
}

fn is_at(pattern: &str, path: &str) -> bool {
    let (mut known, mut written) = (pattern.split('.'), path.split('.'));
    loop {
        match (known.next(), written.next()) {
            (None, None) => return true,
            (Some("*"), Some(_)) => {}
            (Some("#"), Some(at))
                if at.bytes().all(|byte| byte.is_ascii_digit() || byte == b'#') => {}
            (Some(known), Some(written)) if known == written => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_is_told_twice_and_every_field_has_the_object_it_stands_in() {
        for (at, field) in FIELDS.iter().enumerate() {
            assert!(FIELDS[..at].iter().all(|other| other.path != field.path), "{}", field.path);
            let Some((outer, _)) = field.path.rsplit_once('.') else { continue };
            let outer = outer.strip_suffix(".#").unwrap_or(outer);
            let holder = FIELDS[..at].iter().find(|other| other.path == outer);
            let kind = holder.unwrap_or_else(|| panic!("{} stands in nothing", field.path)).kind;
            assert!(
                matches!(kind, Object | ObjectOrNull | List(_) | Names(_) | NamesOrNull(_)),
                "{}",
                field.path
            );
        }
    }

    #[test]
    fn a_default_is_one_of_its_words() {
        for field in FIELDS {
            if let (Word(words), Takes(default)) = (field.kind, field.absent) {
                assert!(words.contains(&default), "{}", field.path);
            }
        }
    }

    #[test]
    fn a_field_is_found_at_its_path_and_nothing_else_is() {
        for (path, expected) in [
            ("baan.uurloon", &UURLOON),
            ("baan_nu.uurloon", &UURLOON),
            ("huishouden.kinderen.11.opvang.0.uurprijs", &UURPRIJS),
            ("huishouden.kinderen.#.geboren", &KIND_GEBOREN),
            ("huishouden.gemeente_bedragen.werkpremie", &GEMEENTE_BEDRAG),
        ] {
            assert_eq!(at(path), Some(expected), "{path}");
        }
        for path in
            ["", "uurloon", "baan.uurloon.x", "huishouden.kinderen.x.geboren", "baan_nu.baan"]
        {
            assert_eq!(at(path), None, "{path}");
        }
    }
}
