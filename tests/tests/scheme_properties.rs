//! What holds for single schemes at every income, wage and date.

use proptest::prelude::*;
use rust_decimal::Decimal;
use tests::{amount, decimal, scheme};

/// The amount of a scheme; `None` where no amount was published for this income.
fn bedrag(name: &str, date: &str, keys: &str) -> Option<Decimal> {
    let keys: Vec<String> = keys.split(' ').map(str::to_owned).collect();
    match scheme(name, date, &keys) {
        Ok(answer) => Some(amount(&answer, "bedrag")),
        Err(calc_core::Error::NotPublished { .. }) => None,
        Err(error) => panic!("{name} {date} {keys:?}: {error}"),
    }
}

/// A first day of a year in which an allowance is covered, from this year to that.
fn year(from: i16, to: i16) -> impl Strategy<Value = String> {
    (from..=to).prop_map(|year| format!("{year}-01-01"))
}

fn euros(most: i64) -> impl Strategy<Value = String> {
    (0..=most * 100).prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100))
}

fn opvang() -> impl Strategy<Value = String> {
    let soort = prop_oneof![Just("dagopvang"), Just("bso"), Just("gastouder")];
    let contract = (soort, 0..260_u32, euros(15))
        .prop_map(|(soort, uren, prijs)| format!("{soort}:{uren}:{prijs}"));
    prop::collection::vec(contract, 1..=4).prop_map(|contracts| contracts.join(","))
}

/// Two incomes, the lower first; whole euros, as an assessment has them.
fn incomes() -> impl Strategy<Value = (u32, u32)> {
    (0..160_000_u32, prop_oneof![Just(1_u32), 1..500_u32, 1..60_000_u32])
        .prop_map(|(low, more)| (low, low + more))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_allowance_rises_with_income(
        (low, high) in incomes(),
        (zorg, huur, kind, zorg_partner) in (year(2024, 2026), year(2025, 2026), year(2024, 2027), any::<bool>()),
        (kale_huur, personen, jong) in (euros(1_100), 1..6_u32, any::<bool>()),
        (ages, alleen) in (prop::collection::vec(0..18_u32, 0..5), any::<bool>()),
        opvang in opvang(),
    ) {
        let ages: Vec<String> = ages.iter().map(ToString::to_string).collect();
        let schemes = [
            ("zorgtoeslag", &zorg, format!("partner={zorg_partner}")),
            ("huurtoeslag", &huur, format!("kale_huur={kale_huur} personen={personen} alle_onder_21={jong}")),
            ("kindgebonden_budget", &kind, format!("kinderen={} alleenstaand={alleen}", ages.join(","))),
            ("kinderopvangtoeslag", &zorg, format!("opvang={opvang}")),
        ];
        for (name, date, keys) in schemes {
            let at = |income: u32| bedrag(name, date, &format!("toetsingsinkomen={income} {keys}"));
            if let (Some(at_low), Some(at_high)) = (at(low), at(high)) {
                prop_assert!(at_high <= at_low, "{} {} {}: {} < {}", name, date, keys, at_low, at_high);
            }
        }
    }

    #[test]
    fn the_health_allowance_is_the_same_up_to_its_threshold(income in 0..=29_736_u32) {
        for (partner, maximum) in [(false, "129.00"), (true, "246.00")] {
            let keys = format!("toetsingsinkomen={income} partner={partner}");
            prop_assert_eq!(bedrag("zorgtoeslag", "2026-01-01", &keys), Some(decimal(maximum)));
        }
    }

    #[test]
    fn the_childcare_allowance_is_at_most_96_percent_of_the_bill(income in 0..90_000_u32, opvang in opvang()) {
        let allowance = bedrag("kinderopvangtoeslag", "2026-01-01", &format!("toetsingsinkomen={income} opvang={opvang}"));
        let bill: Decimal = opvang
            .split(',')
            .map(|contract| contract.split(':').skip(1).map(decimal).product::<Decimal>())
            .sum();
        // Costs are rounded to cents for each child first.
        prop_assert!(allowance.expect("published") <= bill * decimal("0.96") + decimal("0.04"));
    }

    #[test]
    fn the_rent_allowance_is_less_than_the_rent(income in 0..60_000_u32, kale_huur in euros(1_100), personen in 1..6_u32) {
        for date in ["2025-01-01", "2026-01-01"] {
            let keys = format!("toetsingsinkomen={income} kale_huur={kale_huur} personen={personen}");
            prop_assert!(bedrag("huurtoeslag", date, &keys).expect("published") <= decimal(&kale_huur));
        }
    }

    #[test]
    fn what_is_withheld_and_credited_stays_within_the_wage(
        loon in euros(12_000),
        date in year(2024, 2027),
        korting in any::<bool>(),
    ) {
        let keys = [format!("loon={loon}"), format!("loonheffingskorting={korting}")];
        let answer = scheme("loonheffing", &date, &keys).expect("an answer");
        let (withheld, credited) = (amount(&answer, "bedrag"), amount(&answer, "arbeidskorting"));
        prop_assert!(Decimal::ZERO <= withheld && withheld <= decimal(&loon) / Decimal::TWO);
        prop_assert!(Decimal::ZERO <= credited && (korting || credited.is_zero()));
    }

    #[test]
    fn a_disregard_is_a_share_of_the_wage_up_to_its_cap(ink in euros(4_000)) {
        // From 1 January 2026: 25%, 12.5% and 15%, at most 285.00, 177.66 and 180.19.
        for (regel, share, cap) in [("n", "0.25", "285.00"), ("r", "0.125", "177.66"), ("y", "0.15", "180.19")] {
            let disregard = bedrag("inkomensvrijlating", "2026-01-01", &format!("ink={ink} regel={regel}"));
            let disregard = disregard.expect("published");
            let exact = (decimal(&ink) * decimal(share)).min(decimal(cap));
            prop_assert!((disregard - exact).abs() <= decimal("0.005"));
        }
    }
}

#[test]
fn no_wage_gives_no_arbeidskorting() {
    for year in 2024..=2027 {
        let keys = ["loon=0".to_owned()];
        let answer = scheme("loonheffing", &format!("{year}-01-01"), &keys).expect("an answer");
        assert_eq!(amount(&answer, "arbeidskorting"), Decimal::ZERO);
        assert_eq!(amount(&answer, "bedrag"), Decimal::ZERO);
    }
}
