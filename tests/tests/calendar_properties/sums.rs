//! Amounts of a result, and what has to add up in it.

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use tests::{amount, codes, decimal};

/// The four toeslagen.
pub const TOESLAGEN: [&str; 4] =
    ["zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderopvangtoeslag"];

/// The thirteen months.
pub fn maanden(result: &Value) -> &[Value] {
    result["maanden"].as_array().expect("months")
}

/// The two years.
pub fn jaren(result: &Value) -> &[Value] {
    result["jaren"].as_array().expect("years")
}

/// One amount of each month.
pub fn each(result: &Value, path: &str) -> Vec<Decimal> {
    maanden(result).iter().map(|maand| amount(maand, path)).collect()
}

/// An amount that may be null.
pub fn perhaps(result: &Value, path: &str) -> Option<Decimal> {
    let pointer = format!("/{}", path.replace('.', "/"));
    result.pointer(&pointer).filter(|it| !it.is_null()).map(|_| amount(result, path))
}

/// Whether two amounts are at most so far apart.
pub fn within(one: Decimal, other: Decimal, most: &str) -> bool {
    (one - other).abs() <= decimal(most)
}

/// The sum of one amount of each toeslag over both years.
pub fn of_toeslagen(result: &Value, what: &str) -> Decimal {
    let all = jaren(result).iter().flat_map(|jaar| TOESLAGEN.map(|soort| (jaar, soort)));
    all.map(|(jaar, soort)| amount(jaar, &format!("toeslagen.{soort}.{what}"))).sum()
}

/// What holds of every result: sums, and differences of what is shown.
pub fn adds_up(result: &Value) -> Result<(), TestCaseError> {
    let maanden = maanden(result);
    prop_assert_eq!(maanden.len(), 13);
    prop_assert_eq!(amount(&maanden[0], "begin"), amount(result, "samenvatting.beginsaldo"));
    for pair in maanden.windows(2) {
        prop_assert_eq!(amount(&pair[1], "begin"), amount(&pair[0], "eind"));
    }
    for (number, maand) in maanden.iter().enumerate() {
        prop_assert_eq!(maand["nummer"].as_u64(), u64::try_from(number).ok());
        let stromen = maand["stromen"].as_array().expect("flows");
        let lijnen = maand["lijnen"].as_object().expect("lines");
        let moved: Decimal = stromen.iter().map(|stroom| amount(stroom, "bedrag")).sum();
        let (begin, eind) = (amount(maand, "begin"), amount(maand, "eind"));
        prop_assert_eq!(begin + moved, eind);
        let whole: Decimal = lijnen.keys().map(|code| amount(&maand["lijnen"], code)).sum();
        prop_assert_eq!(begin + whole, eind);
        for code in lijnen.keys() {
            let of_code = stromen.iter().filter(|stroom| stroom["code"] == code.as_str());
            let sum: Decimal = of_code.map(|stroom| amount(stroom, "bedrag")).sum();
            prop_assert_eq!(sum, amount(&maand["lijnen"], code), "{}", code);
        }
        let dates: Vec<&str> =
            stromen.iter().map(|stroom| stroom["datum"].as_str().expect("a date")).collect();
        let name = maand["maand"].as_str().expect("a month");
        prop_assert!(dates.is_sorted() && dates.iter().all(|date| date.starts_with(name)));
        let lowest = amount(maand, "laagste.bedrag");
        prop_assert!(lowest <= begin && lowest <= eind);
        prop_assert!(lowest >= amount(result, "samenvatting.laagste.bedrag"));
        differences(maand)?;
    }
    summary(result)?;
    for jaar in jaren(result) {
        for soort in TOESLAGEN {
            let of = |what: &str| amount(jaar, &format!("toeslagen.{soort}.{what}"));
            let left = of("betaald") + of("afrekening") - of("kwijt");
            prop_assert_eq!(left, of("recht"), "{}", soort);
            prop_assert!(of("kwijt") == Decimal::ZERO || of("afrekening") == Decimal::ZERO);
            prop_assert!(of("kwijt") <= Decimal::from(121));
        }
    }
    Ok(())
}

fn differences(maand: &Value) -> Result<(), TestCaseError> {
    let of = |path: &str| amount(maand, path);
    prop_assert_eq!(of("eind") - of("nog_terug"), of("echt_van_haar"));
    prop_assert_eq!(of("eind") - of("nooit.eind"), of("nooit.verschil"));
    prop_assert!(of("nog_terug") >= Decimal::ZERO && of("nooit.nog_terug") >= Decimal::ZERO);
    prop_assert_eq!(maand["waarde"].is_null(), maand["nummer"] == 0);
    if !maand["waarde"].is_null() {
        prop_assert_eq!(of("waarde.werkelijk") - of("waarde.nooit"), of("waarde.verschil"));
    }
    if !maand["bijstand"]["alternatief"].is_null() {
        let other = of("bijstand.alternatief.uitbetaald");
        let difference = other - of("bijstand.uitbetaald_recht");
        prop_assert_eq!(difference, of("bijstand.alternatief.verschil"));
        prop_assert!(maand["maand"].as_str() >= Some("2027-01"));
    }
    let recht = of("bijstand.recht");
    prop_assert!(recht >= Decimal::ZERO && recht <= of("bijstand.norm"));
    prop_assert!(within(of("bijstand.uitbetaald_recht"), recht * decimal("0.95"), "0.005"));
    Ok(())
}

fn summary(result: &Value) -> Result<(), TestCaseError> {
    let samen = &result["samenvatting"];
    let last = &result["maanden"][12];
    let on_account = amount(samen, "verschil_op_de_rekening");
    prop_assert_eq!(on_account, amount(last, "nooit.verschil"));
    prop_assert_eq!(amount(samen, "nooit.eind"), amount(last, "nooit.eind"));
    let never = amount(samen, "nooit.eind") - amount(samen, "nooit.nog_terug");
    prop_assert_eq!(never, amount(samen, "nooit.echt_van_haar"));
    let verschil = perhaps(samen, "verschil_met_nooit");
    prop_assert_eq!(verschil.map(|it| it - on_account), perhaps(samen, "komt_nog"));
    let with_municipality = perhaps(samen, "verschil_als_gemeente_bijspringt");
    prop_assert_eq!(verschil.is_some(), with_municipality.is_some());
    if let Some(verschil) = verschil {
        let twelve = amount(samen, "per_maand") * Decimal::from(12);
        prop_assert!(within(twelve, verschil, "0.06"));
    }
    Ok(())
}

/// Whether bijstand starts in one of the months: after it stopped, or for the first time.
pub fn begins_anew(result: &Value) -> bool {
    let warnings = codes(result, "waarschuwingen");
    ["bijstand_keert_terug", "bijstand_begint"].iter().any(|code| warnings.contains(code))
}

/// What of the path of never having started is shown.
pub fn never(result: &Value) -> Value {
    let of_month = |maand: &Value| {
        json!([maand["nooit"]["eind"], maand["nooit"]["nog_terug"], maand["waarde"]["nooit"]])
    };
    let months: Vec<Value> = maanden(result).iter().map(of_month).collect();
    let samen = &result["samenvatting"];
    let old = |jaar: &Value| jaar["geschat_toetsingsinkomen"]["oud"].clone();
    let estimates: Vec<Value> = jaren(result).iter().map(old).collect();
    json!([
        months,
        samen["nooit"],
        samen["beginsaldo"],
        samen["leefgeld"],
        samen["om_van_te_leven"]["nu"],
        estimates
    ])
}
