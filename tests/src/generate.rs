//! Whole valid situations of every kind, for the properties: ages 18 to 66, partners, housemates, children born and
//! expected, several kinds of care, alimony, savings, jobs with and without wage.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generate_weekplan as weekplan;

/// A situation the door accepts.
pub fn situatie() -> impl Strategy<Value = Value> {
    peildatum().prop_flat_map(|day| {
        let rest = (
            option::weighted(0.3, baan()),
            baan(),
            prop_oneof![4 => Just("maandelijks"), 1 => Just("niet")],
            prop_oneof![Just("vast"), Just("naar_uren")],
            (option::weighted(0.3, (kalender(), any::<bool>())), option::weighted(0.3, schulden())),
            option::weighted(0.3, (weekplan::weekplan(), any::<bool>())),
        );
        (aanvrager(day), huishouden(day), rest).prop_map(
            move |(
                (geboren, bijstand),
                mut huishouden,
                (baan_nu, mut baan, iack, schaalt, (kalender, schulden), plan),
            )| {
                huishouden["geboren"] = text(geboren);
                let mut situatie = json!({
                    "peildatum": day.to_string(),
                    "huishouden": huishouden,
                    "bijstand": bijstand,
                    "baan_nu": baan_nu,
                    "iack": iack,
                    "opvang_schaalt": schaalt,
                });
                if let Some((kalender, zelfde_werkgever)) = kalender {
                    baan["zelfde_werkgever"] = zelfde_werkgever.into();
                    situatie["kalender"] = kalender;
                }
                situatie["baan"] = baan;
                if let Some(schulden) = schulden {
                    situatie["schulden"] = schulden;
                }
                if let Some((plan, is_computed)) = plan {
                    weekplan::put(&mut situatie, plan, is_computed);
                }
                situatie
            },
        )
    })
}

/// Debts of every kind, with and without the amounts of a letter.
pub fn schulden() -> impl Strategy<Value = Value> {
    let vrij = || option::weighted(0.3, euros(3_000));
    let met = (prop_oneof![Just("beslag"), Just("schuldregeling")], vrij(), vrij());
    prop_oneof![
        1 => Just(json!({ "soort": "geen" })),
        4 => met.prop_map(|(soort, nu, met_baan)| {
            json!({ "soort": soort, "vrij_nu": nu, "vrij_met_baan": met_baan })
        }),
    ]
}

/// What only a calendar asks: every field, within its bounds.
pub fn kalender() -> impl Strategy<Value = Value> {
    let job = (
        0..=4_u32,
        option::weighted(0.3, 1..=12_u32),
        1..=12_u32,
        option::weighted(0.3, vec(option::weighted(0.4, euros(200)), 12..=12)),
        any::<bool>(),
    );
    let estimate = prop_oneof![
        4 => Just(json!({ "melden": "direct" })),
        1 => Just(json!({ "melden": "niet" })),
        1 => euros(60_000).prop_map(|inkomen| json!({ "geschat_inkomen": { "2027": inkomen } })),
    ];
    let account = (
        option::weighted(0.3, (-500..=5_000_i64).prop_map(|euros| json!(euros.to_string()))),
        option::weighted(0.3, euros(3_000)),
        vec((euros(900), 1..=28_u32), 0..=2),
        any::<bool>(),
        (prop_oneof![Just("schatting"), Just("achteraf")], 5..=6_u32),
        1..=28_u32,
    );
    (job, estimate, account)
        .prop_map(|(job, mut kalender, account)| {
            let (verwerkt, stopt_na, wat_als, uren, later) = job;
            let (beginsaldo, leefgeld, uitgaven, vooruit, (afrekening, maand), dag) = account;
            let cost = |(bedrag, dag): (Value, u32)| json!({ "bedrag": bedrag, "dag": dag });
            let days = ["loon", "bijstand", "toeslagen", "kinderbijslag", "iack", "alimentatie"];
            let days = days.into_iter().chain(["opvang", "reiskosten"]);
            kalender["betaaldagen"] = days.map(|name| (name.to_owned(), json!(dag))).collect();
            kalender["verwerkt_maand"] = json!(verwerkt);
            kalender["baan_stopt_na"] = json!(stopt_na);
            kalender["wat_als_stopt_na"] = json!(wat_als);
            kalender["uren_per_maand"] = json!(uren);
            kalender["loon_maand_later"] = json!(later);
            kalender["beginsaldo"] = json!(beginsaldo);
            kalender["leefgeld"] = json!(leefgeld);
            kalender["uitgaven"] = uitgaven.into_iter().map(cost).collect();
            kalender["opvang_vooruit"] = json!(vooruit);
            kalender["afrekening"] = json!(afrekening);
            kalender["maand_vakantietoeslag"] = json!(maand);
            kalender
        })
        .boxed()
}

/// Any day that is covered: a year of published amounts and half a year after it.
fn peildatum() -> impl Strategy<Value = Date> {
    (0..546_i32).prop_map(|days| date(2026, 1, 1).saturating_add(days.days()))
}

fn text(day: Date) -> Value {
    Value::String(day.to_string())
}

/// An amount from 0 to so many euros, with cents.
fn euros(most: i64) -> impl Strategy<Value = Value> {
    between(0, most * 100)
}

/// An amount between two numbers of cents.
fn between(least: i64, most: i64) -> impl Strategy<Value = Value> {
    (least..=most).prop_map(|cents| json!(format!("{}.{:02}", cents / 100, cents % 100)))
}

/// Mostly nothing, else an amount.
fn sometimes(most: i64) -> impl Strategy<Value = Value> {
    prop_oneof![3 => Just(json!("0")), 1 => euros(most)]
}

/// A date of birth, so many completed years before the day.
fn born(day: Date, years: impl Strategy<Value = i32>) -> impl Strategy<Value = (i32, Date)> {
    (years, 0..365_i32).prop_map(move |(years, days)| {
        (years, day.saturating_sub(years.years()).saturating_sub(days.days()))
    })
}

/// Ages around which the rules change come up more often.
fn adult_years() -> impl Strategy<Value = i32> {
    prop_oneof![1 => 18..=20, 2 => 21..=26, 5 => 27..=66]
}

/// Her date of birth and the bijstand so far: who is 18 to 20 is asked one thing more.
fn aanvrager(day: Date) -> impl Strategy<Value = (Date, Value)> {
    let months = prop_oneof![3 => (0..=5, Just(0)), 2 => (Just(6), 0..=30)];
    let art_34a = if day < date(2027, 1, 1) { 0..=0 } else { 0..=12 };
    let mostly = || prop_oneof![6 => Just(true), 1 => Just(false)];
    let answers = (mostly(), mostly(), any::<bool>(), months, art_34a);
    (born(day, adult_years()), answers).prop_map(
        |((years, geboren), (ontvangt, toegekend, beroep_op_ouders, (n, r), art_34a))| {
            let mut bijstand = json!({
                "ontvangt": ontvangt,
                "vrijlating_n_maanden": n,
                "vrijlating_r_maanden": r,
                "vrijlating_toegekend": toegekend,
                "vrijlating_34a_maanden": art_34a,
            });
            if years < 21 {
                bijstand["beroep_op_ouders"] = beroep_op_ouders.into();
            }
            (geboren, bijstand)
        },
    )
}

fn huishouden(day: Date) -> impl Strategy<Value = Value> {
    let vermogen = prop_oneof![4 => euros(8_000), 2 => euros(40_000), 1 => euros(200_000)];
    let people = (
        option::weighted(0.25, partner(day)),
        vec(kind(day), 0..=4),
        prop_oneof![3 => vec(inwonende(day), 0), 2 => vec(inwonende(day), 1..=2)],
    );
    let money = (
        option::weighted(0.85, euros(1_100)),
        prop::bool::weighted(0.9),
        sometimes(1_500),
        vermogen,
        sometimes(600),
        sometimes(600),
        prop::bool::weighted(0.15),
        (gemeente_bedragen(), prop::bool::weighted(0.3)),
    );
    (people, money).prop_map(|((partner, kinderen, inwonenden), money)| {
        let (kale_huur, zelfstandig, lasten, vermogen, voor_kinderen, voor_haar, medisch, gemeente) =
            money;
        let (bedragen, meetellen) = gemeente;
        json!({
            "partner": partner,
            "kinderen": kinderen,
            "inwonenden": inwonenden,
            "kale_huur": kale_huur,
            "zelfstandige_woning": zelfstandig,
            "vaste_lasten": lasten,
            "vermogen": vermogen,
            "alimentatie_kinderen": voor_kinderen,
            "alimentatie_partner": voor_haar,
            "medische_urenbeperking": medisch,
            "gemeente_bedragen": bedragen,
            "gemeente_meetellen": meetellen,
        })
    })
}

/// Mostly none, else one amount of a scheme of Rotterdam that was typed in by hand.
fn gemeente_bedragen() -> impl Strategy<Value = Value> {
    let scheme = prop_oneof![
        Just("individuele_inkomenstoeslag"),
        Just("vergoeding_opvang_bij_uitstroom"),
        Just("eigen_deel_opvang_bij_werk"),
        Just("werkpremie"),
    ];
    option::weighted(0.2, (scheme, euros(20_000)))
        .prop_map(|one| one.map_or_else(|| json!({}), |(scheme, euros)| json!({ (scheme): euros })))
        .boxed()
}

fn partner(day: Date) -> impl Strategy<Value = Value> {
    let maandloon = prop_oneof![1 => Just(json!("0")), 3 => euros(4_000)];
    (born(day, adult_years()), maandloon).prop_map(|((_, geboren), maandloon)| {
        json!({ "geboren": geboren.to_string(), "maandloon": maandloon })
    })
}

/// From eight months before birth to the day before the eighteenth birthday.
fn kind(day: Date) -> impl Strategy<Value = Value> {
    let days = prop_oneof![1 => -240..=0_i32, 4 => 1..=4_700, 1 => 4_700..=6_570];
    let plan = option::weighted(0.4, weekplan::child());
    (days, vec(opvang(), 0..=2), plan).prop_map(move |(days, opvang, plan)| {
        let mut kind = plan.unwrap_or_else(|| json!({}));
        kind["geboren"] = day.saturating_sub(days.days()).to_string().into();
        kind["opvang"] = opvang.into();
        kind
    })
}

/// One contract for care.
fn opvang() -> impl Strategy<Value = Value> {
    let soort = prop_oneof![Just("dagopvang"), Just("bso"), Just("gastouder")];
    soort.prop_flat_map(|soort| {
        let contract = option::weighted(0.4, weekplan::contract(soort == "dagopvang"));
        (euros(260), between(500, 1_500), contract).prop_map(move |(uren, uurprijs, contract)| {
            json!({ "soort": soort, "uren_per_maand": uren, "uurprijs": uurprijs, "contract": contract })
        })
    })
}

fn inwonende(day: Date) -> impl Strategy<Value = Value> {
    let relatie = prop_oneof![
        Just("ouder"),
        Just("kind"),
        Just("broer_of_zus"),
        Just("grootouder_of_kleinkind"),
        Just("overig"),
    ];
    let inkomen = (0..=40_000_i64, 0..=100_i64);
    let answers = (any::<bool>(), prop::bool::weighted(0.2), prop::bool::weighted(0.1));
    (born(day, 18..=80), relatie, inkomen, answers).prop_map(
        |((_, geboren), relatie, (inkomen, part), (werkt, studeert, zakelijk))| {
            json!({
                "geboren": geboren.to_string(),
                "relatie": relatie,
                "inkomen_jaar": inkomen.to_string(),
                "arbeidsinkomen_jaar": (inkomen * part / 100).to_string(),
                "werkt": werkt,
                "studeert": studeert,
                "huurt_zakelijk": zakelijk,
            })
        },
    )
}

/// A job, paid by the hour or by the month, or a placement or trajectory without wage.
pub fn baan() -> impl Strategy<Value = Value> {
    let soort = prop_oneof![
        8 => Just("dienstverband"),
        1 => Just("proefplaatsing"),
        1 => Just("traject"),
    ];
    let uren = prop_oneof![1 => Just(0_i64), 12 => 1..=80_i64];
    let loon = prop_oneof![
        2 => between(700, 4_000).prop_map(|uurloon| ("uurloon", uurloon)),
        1 => euros(4_500).prop_map(|maandloon| ("maandloon", maandloon)),
    ];
    let taken = (sometimes(200), sometimes(60), sometimes(150));
    let how = (
        prop::bool::weighted(0.8),
        prop_oneof![3 => Just("mei"), 1 => Just("maandelijks"), 1 => Just("inbegrepen")],
        sometimes(200),
        sometimes(250),
        option::weighted(
            0.3,
            prop_oneof![Just("0001-01-31"), Just("2026-11-16"), Just("9999-12-31")],
        ),
    );
    (soort, uren, loon, taken, how)
        .prop_map(|(soort, halves, (wage, amount), (pensioen, verplicht, overig), how)| {
            let (loonheffingskorting, vakantiegeld, reiskosten, reisvergoeding, start) = how;
            let uren = format!("{}.{}", halves / 2, halves % 2 * 5);
            let mut baan = json!({
                "soort": soort,
                "uren_per_week": uren,
                (wage): amount,
                "pensioenpremie": pensioen,
                "verplichte_inhoudingen": verplicht,
                "overige_inhoudingen": overig,
                "loonheffingskorting": loonheffingskorting,
                "vakantiegeld": vakantiegeld,
                "reiskosten": reiskosten,
                "reisvergoeding": reisvergoeding,
            });
            if let Some(start) = start {
                baan["start"] = start.into();
            }
            baan
        })
        // On the heap: the tree of all these choices is large for the stack of a test.
        .boxed()
}
