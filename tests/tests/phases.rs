//! Month by month: which disregard holds, from when until when, and what is left with it. The months are counted by
//! hand from art. 31(2)(n), (r), (y) and 34a Participatiewet: six months of n, then r for at most thirty months, from
//! 2027 the twelve months of 34a with the old rule beside it as the other reading.

use serde_json::{Value, json};
use tests::month;

/// A single parent of 32 on 1 October 2026 with a child of 2, and 16 hours at 15 euros: bijstand in every month.
fn situation(change: impl FnOnce(&mut Value)) -> Value {
    let mut situatie = json!({
        "peildatum": "2026-10-01",
        "huishouden": { "geboren": "1994-03-14", "kinderen": [{ "geboren": "2024-05-20" }] },
        "bijstand": {},
        "baan": { "uren_per_week": "16", "uurloon": "15" },
    });
    change(&mut situatie);
    month(&situatie.to_string())
}

type Phase<'a> = (&'a str, u64, Option<u64>, Option<&'a str>);

/// Rule, first month, last month, and the rule of the other reading.
fn phases(result: &Value) -> Vec<Phase<'_>> {
    let phases = result["fasen"].as_array().expect("phases");
    let phase = |it: &'_ Value| -> (String, u64, Option<u64>, Option<String>) {
        let rule = |it: &Value| it["regel"].as_str().map(str::to_owned);
        let first = it["van_maand"].as_u64().expect("a first month");
        (rule(it).expect("a rule"), first, it["tot_maand"].as_u64(), rule(&it["alternatief"]))
    };
    let owned: Vec<_> = phases.iter().map(phase).collect();
    let word = |word: &str| -> &'static str {
        ["n", "r", "y", "34a", "geen", "traject", "proefplaatsing"]
            .into_iter()
            .find(|known| *known == word)
            .unwrap_or_else(|| panic!("no rule {word}"))
    };
    owned
        .iter()
        .map(|(rule, from, to, other)| (word(rule), *from, *to, other.as_deref().map(word)))
        .collect()
}

fn used(n: u32, r: u32) -> impl Fn(&mut Value) {
    move |it| it["bijstand"] = json!({ "vrijlating_n_maanden": n, "vrijlating_r_maanden": r })
}

#[test]
fn n_then_r_and_from_2027_34a_with_the_old_rule_beside_it() {
    // Months 1 to 3 are October to December 2026; 34a has the twelve months 4 to 15. The six months of n end with
    // month 6, the thirty of r with month 36.
    assert_eq!(
        phases(&situation(|_| ())),
        [
            ("n", 1, Some(3), None),
            ("34a", 4, Some(6), Some("n")),
            ("34a", 7, Some(15), Some("r")),
            ("geen", 16, Some(36), Some("r")),
            ("geen", 37, None, None),
        ]
    );
}

#[test]
fn months_used_before_count() {
    assert_eq!(
        phases(&situation(used(5, 0))),
        [
            ("n", 1, Some(1), None),
            ("r", 2, Some(3), None),
            ("34a", 4, Some(15), Some("r")),
            ("geen", 16, Some(31), Some("r")),
            ("geen", 32, None, None),
        ]
    );
    // The last of thirty months of r.
    assert_eq!(
        phases(&situation(used(6, 29))),
        [
            ("r", 1, Some(1), None),
            ("geen", 2, Some(3), None),
            ("34a", 4, Some(15), None),
            ("geen", 16, None, None),
        ]
    );
    assert_eq!(
        phases(&situation(used(6, 30))),
        [("geen", 1, Some(3), None), ("34a", 4, Some(15), None), ("geen", 16, None, None)]
    );
}

#[test]
fn r_ends_when_the_child_turns_12() {
    // Born on 20 August 2019: 12 from month 60 (1 September 2031); on 1 August, month 59, still 11. With all n used r
    // would end with month 30; for one born on 1 March 2015, with month 5: on 1 March 2027, month 6, the child is 12.
    let born = |born: &'static str| {
        situation(move |it| {
            used(6, 0)(it);
            it["huishouden"]["kinderen"][0]["geboren"] = born.into();
        })
    };
    assert_eq!(
        phases(&born("2019-08-20")),
        [
            ("r", 1, Some(3), None),
            ("34a", 4, Some(15), Some("r")),
            ("geen", 16, Some(30), Some("r")),
            ("geen", 31, None, None),
        ]
    );
    assert_eq!(
        phases(&born("2015-03-01")),
        [
            ("r", 1, Some(3), None),
            ("34a", 4, Some(5), Some("r")),
            ("34a", 6, Some(15), None),
            ("geen", 16, None, None),
        ]
    );
}

#[test]
fn under_27_nothing_but_34a_unless_an_old_rule_had_begun() {
    // 25 on the day, 27 on 1 October 2028: neither n nor r had begun by the end of 2026, so neither can run on.
    let young = situation(|it| it["huishouden"]["geboren"] = "2001-10-01".into());
    assert_eq!(
        phases(&young),
        [("geen", 1, Some(3), None), ("34a", 4, Some(15), None), ("geen", 16, None, None),]
    );
    // r was begun (five months) and runs on while she is under 27: thirty months end with month 25. She turns 27 on 1
    // February 2027, month 5.
    let begun = situation(|it| {
        used(6, 5)(it);
        it["huishouden"]["geboren"] = "2000-02-01".into();
    });
    assert_eq!(
        phases(&begun),
        [
            ("geen", 1, Some(3), None),
            ("34a", 4, Some(4), None),
            ("34a", 5, Some(15), Some("r")),
            ("geen", 16, Some(25), Some("r")),
            ("geen", 26, None, None),
        ]
    );
}

#[test]
fn who_is_medically_limited_keeps_34a_without_end() {
    let limited = |n: u32| {
        situation(move |it| {
            used(n, 0)(it);
            it["huishouden"]["medische_urenbeperking"] = true.into();
        })
    };
    assert_eq!(
        phases(&limited(0)),
        [("n", 1, Some(3), None), ("34a", 4, Some(6), Some("n")), ("34a", 7, None, None)]
    );
    assert_eq!(phases(&limited(6)), [("y", 1, Some(3), None), ("34a", 4, None, None)]);
}

#[test]
fn without_wage_or_bijstand_there_is_one_phase_without_a_disregard() {
    let none = [("geen", 1, None, None)];
    assert_eq!(phases(&situation(|it| it["bijstand"]["ontvangt"] = false.into())), none);
    assert_eq!(phases(&situation(|it| it["baan"]["uurloon"] = "0".into())), none);
    assert_eq!(phases(&situation(|it| it["baan"]["uren_per_week"] = "0".into())), none);
    // 38 x 17.50 x 52 / 12 = 2,881.67, of which at most 289 is left alone: above the norm in every month.
    let above = json!({ "uren_per_week": "38", "uurloon": "17.50" });
    assert_eq!(phases(&situation(|it| it["baan"] = above)), none);
}

#[test]
fn a_placement_lasts_two_months_and_a_trajectory_has_no_end() {
    let kind = |soort: &'static str| situation(move |it| it["baan"]["soort"] = soort.into());
    assert_eq!(phases(&kind("proefplaatsing")), [("proefplaatsing", 1, Some(2), None)]);
    assert_eq!(phases(&kind("traject")), [("traject", 1, None, None)]);
}

#[test]
fn what_is_left_in_each_phase_by_hand() {
    // Alone, 25, 400 a month with holiday pay in it: 432, no tax, no claim. Now: 95% of 1,419.46 = 1,348.49 and 129
    // of zorgtoeslag, 1,477.49. With the job: 1,419.46 - 432 = 987.46, of which 95% = 938.09; 432 + 938.09 + 129.
    // Under 34a 15% of 432 = 64.80 more: 95% of 1,052.26 = 999.65. n had not begun by the end of 2026.
    // The year: now 12 x 1,477.49 = 17,729.88, plus 12 x 70.97 = 851.64 kept back, plus 2 of zorgtoeslag (2,119 less
    // 1.912% of 29,736 = 1,550 against 12 x 129) = 18,583.52. Without a disregard 12 x 1,499.09 = 17,989.08, plus 12 x
    // 49.37 = 592.44, plus 2: the same, all her wage is taken off. Under 34a 12 x 1,560.65 = 18,727.80, plus 12 x 52.61
    // = 631.32, plus 2 = 19,361.12: 777.60 more, twelve times 64.80. The balance of tax is 0 in each (within 18).
    let situatie = json!({
        "peildatum": "2026-10-01",
        "huishouden": { "geboren": "2001-01-01" },
        "baan": { "uren_per_week": "8", "maandloon": "400", "vakantiegeld": "maandelijks" },
    });
    let result = month(&situatie.to_string());
    let phase = |regel: &str,
                 van: u32,
                 tot: Option<u32>,
                 besteedbaar: &str,
                 verschil: &str,
                 verschil_jaar: &str| {
        json!({ "regel": regel, "van_maand": van, "tot_maand": tot, "besteedbaar": besteedbaar,
            "verschil": verschil, "verschil_jaar": verschil_jaar, "alternatief": null })
    };
    assert_eq!(
        result["fasen"],
        json!([
            phase("geen", 1, Some(3), "1499.09", "21.60", "0.00"),
            phase("34a", 4, Some(15), "1560.65", "83.16", "777.60"),
            phase("geen", 16, None, "1499.09", "21.60", "0.00"),
        ])
    );
}

/// The same on another day, with these months used.
fn on(day: &'static str, n: u32, r: u32, art_34a: u32) -> impl Fn(&mut Value) {
    move |it| {
        it["peildatum"] = day.into();
        it["bijstand"] = json!({ "vrijlating_n_maanden": n, "vrijlating_r_maanden": r,
            "vrijlating_34a_maanden": art_34a });
    }
}

#[test]
fn in_2027_art_34a_has_twelve_months_less_those_used() {
    let day = "2027-01-01";
    let fresh = [("34a", 1, Some(12), None), ("geen", 13, None, None)];
    assert_eq!(phases(&situation(on(day, 0, 0, 0))), fresh);
    // Whenever it begins: twelve months from the first with wage and bijstand.
    assert_eq!(phases(&situation(on("2027-06-30", 0, 0, 0))), fresh);
    assert_eq!(
        phases(&situation(on(day, 0, 0, 5))),
        [("34a", 1, Some(7), None), ("geen", 8, None, None)]
    );
    assert_eq!(phases(&situation(on(day, 0, 0, 12))), [("geen", 1, None, None)]);
}

#[test]
fn in_2027_the_old_rule_stands_beside_it_for_who_had_begun_one() {
    // Three of six months of n are left, then thirty of r: months 4 to 33.
    assert_eq!(
        phases(&situation(on("2027-01-01", 3, 0, 0))),
        [
            ("34a", 1, Some(3), Some("n")),
            ("34a", 4, Some(12), Some("r")),
            ("geen", 13, Some(33), Some("r")),
            ("geen", 34, None, None),
        ]
    );
}

#[test]
fn in_2027_it_holds_under_27_and_without_end_for_who_is_medically_limited() {
    let young = situation(|it| {
        on("2027-01-01", 0, 0, 0)(it);
        it["huishouden"]["geboren"] = "2004-05-05".into();
    });
    assert_eq!(phases(&young), [("34a", 1, Some(12), None), ("geen", 13, None, None)]);
    let limited = situation(|it| {
        on("2027-01-01", 0, 0, 12)(it);
        it["huishouden"]["medische_urenbeperking"] = true.into();
    });
    assert_eq!(phases(&limited), [("34a", 1, None, None)]);
}

#[test]
fn the_months_of_art_34a_begin_with_the_first_that_has_bijstand() {
    // The norm is 1,419.46. 30 x 16 x 52 / 12 = 2,080.00 gross, less some 75 of tax: more than 2,000 net, of which 85% is
    // above the norm too. No bijstand with the disregard nor without, so no month of it is ever used.
    let above = situation(|it| {
        on("2027-01-01", 0, 0, 0)(it);
        it["baan"] = json!({ "uren_per_week": "30", "uurloon": "16" });
    });
    assert_eq!(phases(&above), [("geen", 1, None, None)]);
}

#[test]
fn a_disregard_that_is_not_granted_is_in_no_month() {
    for day in ["2026-10-01", "2027-01-01"] {
        let refused = situation(|it| {
            it["peildatum"] = day.into();
            it["bijstand"] = json!({ "vrijlating_toegekend": false });
        });
        assert_eq!(phases(&refused), [("geen", 1, None, None)], "{day}");
        assert_eq!(refused["tussen"]["met_baan"]["vrijlating"], "0.00", "{day}");
        assert_eq!(refused["tussen"]["met_baan"]["vrijlating_regel"], "geen", "{day}");
    }
}

#[test]
fn a_wage_of_which_nothing_counts_uses_no_month() {
    // 4.49 less a premium of 12.34: nothing is counted, so there is nothing to disregard.
    let nothing = situation(|it| {
        it["baan"] =
            json!({ "uren_per_week": "4", "maandloon": "4.49", "pensioenpremie": "12.34" });
    });
    assert_eq!(phases(&nothing), [("geen", 1, None, None)]);
    assert_eq!(nothing["tussen"]["met_baan"]["vrijlating_regel"], "geen");
}
