//! What is said of what is not asked: amounts that are not published yet, who lives in, what a wage may hide.

use serde_json::{Value, json};

use super::{
    Case, check, full_time, lives_in, medically_limited, no_bijstand, on, same, situation, traject,
};

#[test]
fn what_is_said_past_the_last_published_day() {
    let list = "niet_berekend";
    let january = on("2027-01-01");
    check(list, "bedragen_2027", &[(&same, false), (&on("2026-12-31"), false), (&january, true)]);
    // The disregard of 2027 ends in a phase; without end, without one, or where none is granted it does not.
    let medical = |it: &mut Value| {
        january(it);
        medically_limited(it);
    };
    let used_up = |it: &mut Value| {
        january(it);
        it["bijstand"]["vrijlating_34a_maanden"] = 12.into();
    };
    let used_up_medical = |it: &mut Value| {
        used_up(it);
        medically_limited(it);
    };
    let used_up_without = |it: &mut Value| {
        used_up(it);
        no_bijstand(it);
    };
    let refused = |it: &mut Value| it["bijstand"]["vrijlating_toegekend"] = false.into();
    check(
        list,
        "vrijlating_opnieuw",
        &[
            (&same, true),
            (&january, true),
            (&used_up, true),
            (&medical, false),
            (&used_up_medical, false),
            (&used_up_without, false),
            (&no_bijstand, false),
            (&refused, false),
            (&full_time, false),
        ],
    );
    // From 2027 there is no lower age.
    let young = |day: &'static str| {
        move |it: &mut Value| {
            on(day)(it);
            it["huishouden"]["geboren"] = "2002-01-01".into();
        }
    };
    let cases: [Case; 2] = [(&young("2026-12-31"), true), (&young("2027-01-01"), false)];
    check(list, "vrijlating_onder_27", &cases);
}

#[test]
fn what_is_not_asked_of_who_lives_in() {
    let list = "niet_berekend";
    let tenant = |relatie: &'static str| {
        move |it: &mut Value| {
            lives_in("1985-01-01", relatie)(it);
            it["huishouden"]["inwonenden"][0]["huurt_zakelijk"] = true.into();
        }
    };
    let (friend, sister, mother) = (
        lives_in("1985-01-01", "overig"),
        lives_in("1985-01-01", "broer_of_zus"),
        lives_in("1966-01-01", "ouder"),
    );
    let (stranger, brother, child) = (tenant("overig"), tenant("broer_of_zus"), tenant("kind"));
    let without = |it: &mut Value| {
        stranger(it);
        no_bijstand(it);
    };
    // The rent somebody pays her is income for bijstand, whoever pays it.
    check(
        list,
        "huur_van_inwonende",
        &[(&same, false), (&friend, false), (&stranger, true), (&child, true), (&without, false)],
    );
    // Counted for huurtoeslag: everyone but a tenant who is not her parent or child.
    for code in ["vermogen_inwonende", "verblijfsrecht_inwonende"] {
        let cases: [Case; 6] = [
            (&same, false),
            (&friend, true),
            (&mother, true),
            (&stranger, false),
            (&brother, false),
            (&child, true),
        ];
        check(list, code, &cases);
    }
    // A joint household: not with a parent or child, nor with who rents on business terms.
    let friend_without = |it: &mut Value| {
        friend(it);
        no_bijstand(it);
    };
    let friend_and_partner = |it: &mut Value| {
        friend(it);
        it["huishouden"]["partner"] = json!({ "geboren": "1993-01-01" });
    };
    check(
        list,
        "gezamenlijke_huishouding",
        &[
            (&same, false),
            (&friend, true),
            (&sister, true),
            (&mother, false),
            (&stranger, false),
            (&friend_without, false),
            (&friend_and_partner, false),
        ],
    );
    // What to do and know: a tenant is partner until she asks; a parent may be one by marriage.
    let no_child = |it: &mut Value| {
        stranger(it);
        it["huishouden"]["kinderen"] = json!([]);
    };
    check(
        "te_doen",
        "huurder_doorgeven",
        &[
            (&same, false),
            (&friend, false),
            (&stranger, true),
            (&brother, true),
            (&no_child, false),
        ],
    );
    // Her child of 41 rents: both were over 27 in January, so the child is fiscal partner without the contract.
    check("te_doen", "huurder_doorgeven", &[(&child, true)]);
    check(
        "waarschuwingen",
        "schoonouder_verzoek",
        &[(&same, false), (&friend, false), (&mother, true), (&tenant("ouder"), true)],
    );
}

#[test]
fn what_a_wage_may_hide() {
    let list = "niet_berekend";
    let month_wage =
        |it: &mut Value| it["baan"] = json!({ "uren_per_week": "16", "maandloon": "1200" });
    let included = |it: &mut Value| it["baan"]["vakantiegeld"] = "inbegrepen".into();
    check(
        list,
        "all_in_loon",
        &[(&same, true), (&month_wage, false), (&included, false), (&traject, false)],
    );
    let job_now = |it: &mut Value| it["baan_nu"] = json!({ "uren_per_week": "8", "uurloon": "15" });
    let hours_now_none =
        |it: &mut Value| it["baan_nu"] = json!({ "uren_per_week": "0", "uurloon": "15" });
    check(list, "twee_banen", &[(&same, false), (&job_now, true), (&hours_now_none, false)]);
    let born = |born: &'static str| {
        move |it: &mut Value| it["huishouden"]["kinderen"][0]["geboren"] = born.into()
    };
    // Two and three years old on 1 October 2026.
    check(
        list,
        "gemeente_peutergroep",
        &[
            (&born("2024-10-01"), true),
            (&born("2022-10-02"), true),
            (&born("2024-10-02"), false),
            (&born("2022-10-01"), false),
        ],
    );
    check(list, "andere_uitkering", &[(&same, true), (&no_bijstand, false)]);
    // Without bijstand: 16 x 15 x 52 / 12 = 1,040.00, below the norm of 1,419.46; 2,881.67 is above it.
    let full_time_without = |it: &mut Value| {
        full_time(it);
        no_bijstand(it);
    };
    check(
        "waarschuwingen",
        "bijstand_kan_aanvullen",
        &[(&same, false), (&no_bijstand, true), (&full_time_without, false)],
    );
}

#[test]
fn a_month_wage_and_an_all_in_wage_are_held_against_the_minimum_too() {
    // 14.99 from July 2026. A month wage over 36 hours: 1,200 x 12 / 52 / 36 = 7.69; 2,340 is 15.00; 2,338.44 is 14.99
    // exactly; a cent less is below it.
    let month_wage = |maandloon: &'static str| {
        move |it: &mut Value| it["baan"] = json!({ "uren_per_week": "36", "maandloon": maandloon })
    };
    let (code, list) = ("onder_minimumloon", "waarschuwingen");
    check(
        list,
        code,
        &[
            (&month_wage("1200"), true),
            (&month_wage("2340"), false),
            (&month_wage("2338.44"), false),
            (&month_wage("2338.43"), true),
        ],
    );
    // With 8% holiday pay in it: 14.99 x 1.08 = 16.1892.
    let all_in = |uurloon: &'static str| {
        move |it: &mut Value| {
            it["baan"] =
                json!({ "uren_per_week": "16", "uurloon": uurloon, "vakantiegeld": "inbegrepen" });
        }
    };
    check(list, code, &[(&all_in("16.19"), false), (&all_in("16.18"), true)]);
    // Just below never reads as the minimum itself.
    let text = situation(&month_wage("2338.43"))["waarschuwingen"].to_string();
    assert!(text.contains("14,98"), "{text}");
}
