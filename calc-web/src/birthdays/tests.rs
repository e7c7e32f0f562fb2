use jiff::civil::date;

use super::*;

const TODAY: Date = date(2026, 11, 27);
const HER: &str = "huishouden.geboren";
const CHILD: &str = "huishouden.kinderen.0.geboren";
const HOUSEMATE: &str = "huishouden.inwonenden.0.geboren";

/// A mother of one with a job from December 2026 on.
fn form(her: &str, children: &[&str], hours: &str, wage: &str) -> Form {
    let mut form = Form::default();
    let mut born = |path: &str, month: &str| {
        let (year, month) = month.split_once('-').expect("a year and a month");
        form.set(&format!("{path}.jaar"), year);
        form.set(&format!("{path}.maand"), month.trim_start_matches('0'));
    };
    born(HER, her);
    for (at, child) in children.iter().enumerate() {
        born(&format!("huishouden.kinderen.{at}.geboren"), child);
    }
    for (path, typed) in [
        ("vraag.kinderen", children.len().to_string().as_str()),
        ("huishouden.kale_huur", "655"),
        ("baan.uren_per_week", hours),
        ("baan.uurloon", wage),
        ("peildatum", "2026-12"),
    ] {
        form.set(path, typed);
    }
    form
}

fn computed(form: &Form) -> (Month, Vec<Birthday>) {
    let settled = settled(form, TODAY);
    assert_eq!(settled.gaps, []);
    (month(&settled.case.json(), Explain::No).expect("an answer"), settled.birthdays)
}

fn amount(lines: &calc_core::month::Lijnen, line: Lijn) -> String {
    calc_core::money::in_cents(lines.bedrag(line).amount())
}

/// Of 31 days in July only the first gives the tax credit for parents: `pagina_kind_juli`.
#[test]
fn born_in_july_counts_as_born_after_the_first() {
    let mut form = form("1994-03", &["2026-07"], "32", "17,50");
    let (month, birthdays) = computed(&form);
    assert_eq!(amount(&month.met_baan, Lijn::Iack), "0.00");
    let [birthday] = &birthdays[..] else { panic!("{birthdays:?}") };
    assert_eq!((birthday.path.as_str(), birthday.assumed), (CHILD, Some(date(2026, 7, 31))));
    assert!(birthday.lines.contains(&Lijn::Iack));

    // 11.45% of 31,449 - 6,239 is 2,887; of the tax 2,827 is left to set it against, a twelfth is 235.58.
    form.set(&format!("{CHILD}.dag"), "1");
    let (month, birthdays) = computed(&form);
    assert_eq!(amount(&month.met_baan, Lijn::Iack), "235.58");
    assert_eq!(birthdays[0].assumed, None, "known, and the field stays");
    form.set(&format!("{CHILD}.dag"), "2");
    assert_eq!(amount(&computed(&form).0.met_baan, Lijn::Iack), "0.00");
}

/// Kinderbijslag begins with the quarter after birth: 298.40 / 3 for the older child only. `pagina_baby_oktober`.
#[test]
fn a_baby_of_october_gets_no_kinderbijslag_in_that_quarter() {
    let (month, birthdays) = computed(&form("1994-03", &["2022-01", "2026-10"], "20", "15,52"));
    assert_eq!(amount(&month.nu, Lijn::Kinderbijslag), "99.47");
    let paths: Vec<&str> = birthdays.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(paths, ["huishouden.kinderen.1.geboren"]);
}

/// No disregard before her 27th birthday: `pagina_moeder_27_deze_maand`.
#[test]
fn who_turns_27_this_month_is_26_until_she_tells_the_day() {
    let form = form("1999-12", &["2023-05"], "16", "15,50");
    let (_, birthdays) = computed(&form);
    assert_eq!(birthdays[0].assumed, Some(date(1999, 12, 31)));
    assert_eq!(birthdays[0].turns(date(2026, 12, 1)), Some(27));
    assert!(birthdays[0].lines.contains(&Lijn::Bijstand));
    let (case, _) = draft(&form, TODAY);
    assert_eq!(case.get(HER).as_deref(), Some("1999-12-31"));
}

/// Until the birthday the norm of 20 holds, and with it the question about her parents: `pagina_moeder_21_deze_maand`.
#[test]
fn who_turns_21_this_month_is_asked_about_her_parents() {
    let mut form = form("2005-12", &["2023-05"], "20", "15,52");
    let parents = "bijstand.beroep_op_ouders";
    assert_eq!(settled(&form, TODAY).gaps[0].path, parents);
    form.set(parents, "nee");
    let (_, birthdays) = computed(&form);
    let [birthday] = &birthdays[..] else { panic!("{birthdays:?}") };
    // Her wage is above both norms. With that of 21 she has more now, so the job adds less: the careful side.
    assert_eq!(
        (birthday.assumed, &birthday.lines[..]),
        (Some(date(2005, 12, 1)), &[Lijn::Bijstand][..])
    );
    assert_eq!(birthday.turns(date(2026, 12, 1)), Some(21));
    // On the first of the month she is 21: the engine would refuse the question.
    form.set(&format!("{HER}.dag"), "1");
    let (case, _) = draft(&form, TODAY);
    assert_eq!(case.get(parents), None);
    computed(&form);
}

/// Someone who lives in lowers the norm from the 27th birthday: `pagina_huisgenoot_27_deze_maand`.
#[test]
fn a_housemate_who_turns_27_this_month_lowers_the_norm_already() {
    let mut form = form("1975-03", &["2023-05"], "16", "15,50");
    for (path, typed) in [
        ("vraag.inwonende", "ja"),
        ("huishouden.inwonenden.0.relatie", "kind"),
        ("huishouden.inwonenden.0.inkomen_jaar", "0"),
        ("huishouden.inwonenden.0.geboren.jaar", "1999"),
        ("huishouden.inwonenden.0.geboren.maand", "12"),
    ] {
        form.set(path, typed);
    }
    let (_, birthdays) = computed(&form);
    let [birthday] = &birthdays[..] else { panic!("{birthdays:?}") };
    assert_eq!((birthday.path.as_str(), birthday.assumed), (HOUSEMATE, Some(date(1999, 12, 1))));
    assert_eq!(birthday.turns(date(2026, 12, 1)), Some(27));
}

#[test]
fn a_day_that_changes_nothing_is_not_asked() {
    let (_, birthdays) = computed(&form("1994-03", &["2024-05", "2014-02"], "20", "15,52"));
    assert_eq!(birthdays, []);
}

/// On one day of the month the child is 18 and no child any more: then the other end of the month is computed.
#[test]
fn an_end_of_the_month_that_cannot_be_computed_is_not_taken() {
    let (_, birthdays) = computed(&form("1980-03", &["2008-12"], "20", "15,52"));
    assert_eq!(birthdays[0].assumed, Some(date(2008, 12, 31)));
}

#[test]
fn a_later_month_can_make_the_day_matter() {
    // She is 26 all November. On the first of December she may be 27, and keep a part of her wage from then on.
    let mut form = form("1999-12", &["2023-05"], "16", "15,50");
    form.set("peildatum", "2026-11");
    let (_, birthdays) = computed(&form);
    assert_eq!(
        (birthdays[0].assumed, &birthdays[0].lines[..]),
        (Some(date(1999, 12, 31)), &[][..])
    );
}

#[test]
fn two_people_each_get_the_day_that_leaves_her_less() {
    let (month, birthdays) = computed(&form("1999-12", &["2026-10"], "16", "15,50"));
    let assumed: Vec<Option<Date>> = birthdays.iter().map(|it| it.assumed).collect();
    assert_eq!(assumed, [Some(date(1999, 12, 31)), Some(date(2026, 10, 31))]);
    assert_eq!(amount(&month.nu, Lijn::Kinderbijslag), "0.00");
}
