use super::*;

const RENT: Kind = Kind { unit: Unit::Euro(Per::Month), most: 5_000 };
const PRICE: Kind = Kind { unit: Unit::Euro(Per::Hour), most: 50 };
const WAGE: Kind = Kind { unit: Unit::Euro(Per::Hour), most: 200 };
const SAVINGS: Kind = Kind { unit: Unit::Euro(Per::Once), most: 10_000_000 };
const WEEK: Kind = Kind { unit: Unit::Hours(Per::Week), most: 60 };
const MONTHS: Kind = Kind { unit: Unit::Months, most: 30 };

fn number(typed: &str, kind: Kind) -> String {
    match read(typed, kind) {
        Typed::Number(number) => number,
        other => format!("{other:?}"),
    }
}

fn offers(typed: &str, kind: Kind) -> Vec<String> {
    match read(typed, kind) {
        Typed::Doubtful(offers) => offers,
        other => vec![format!("{other:?}")],
    }
}

#[test]
fn amounts_are_read_as_on_a_letter() {
    for (typed, kind, expected) in [
        ("655,5", RENT, "655.5"),
        ("655.50", RENT, "655.50"),
        (" 640 ", RENT, "640"),
        ("\u{20ac} 640", RENT, "640"),
        ("\u{20ac}\u{a0}640,-", RENT, "640"),
        ("640,-", RENT, "640"),
        ("640,--", RENT, "640"),
        ("640.-", RENT, "640"),
        ("640,\u{2014}", RENT, "640"),
        ("640 euro", RENT, "640"),
        ("640,- euro per maand", RENT, "640"),
        ("EUR 640,00", RENT, "640.00"),
        ("1.250,00", RENT, "1250.00"),
        ("1 250,00", RENT, "1250.00"),
        ("1\u{a0}250,00", RENT, "1250.00"),
        ("1\u{202f}250,00", RENT, "1250.00"),
        ("1\u{2009}250", RENT, "1250"),
        ("1,250.00", RENT, "1250.00"),
        ("1'250.00", RENT, "1250.00"),
        // Cents have two digits, so these three can only be thousands.
        ("1.255", RENT, "1255"),
        ("16.500,00", SAVINGS, "16500.00"),
        ("1.250.000", SAVINGS, "1250000"),
        ("14,9900", WAGE, "14.99"),
        ("8,4500", PRICE, "8.45"),
        ("15,0000", WAGE, "15"),
        ("\u{20ac} 15,50 per uur", WAGE, "15.50"),
        ("0,500", PRICE, "0.50"),
        ("16 uur", WEEK, "16"),
        ("16,5 uren per week", WEEK, "16.5"),
        ("16u", WEEK, "16"),
        ("12 maanden", MONTHS, "12"),
    ] {
        assert_eq!(number(typed, kind), expected, "{typed}");
    }
}

#[test]
fn marks_that_nobody_sees_and_digits_of_other_scripts_are_read() {
    for (typed, expected) in [
        ("\u{200e}640,00\u{200e}", "640.00"),
        ("\u{200f}640\u{feff}", "640"),
        ("6\u{200b}40", "640"),
        ("\u{2067}640\u{2069}", "640"),
        ("\u{666}\u{664}\u{660}", "640"),
        ("\u{6f6}\u{6f4}\u{6f0}", "640"),
        ("\u{96c}\u{96a}\u{966}", "640"),
        ("\u{ff16}\u{ff14}\u{ff10}", "640"),
        // Arabic with its own marks: 1٬250٫50.
        ("\u{661}\u{66c}\u{662}\u{665}\u{660}\u{66b}\u{665}\u{660}", "1250.50"),
        ("\u{666}\u{664}\u{660}\u{60c}\u{665}", "640.5"),
    ] {
        assert_eq!(number(typed, RENT), expected, "{typed:?}");
    }
}

#[test]
fn what_may_be_two_numbers_is_asked_back_with_both() {
    assert_eq!(offers("1.250", RENT), ["1250", "1.25"]);
    assert_eq!(offers("1,250", RENT), ["1250", "1.25"]);
    assert_eq!(offers("16.500", SAVINGS), ["16500", "16.50"]);
    // A thousand euros an hour is no price: one is left, and it is asked all the same.
    assert_eq!(offers("1.250", PRICE), ["1.25"]);
    assert_eq!(offers("14,990", WAGE), ["14.99"]);
    assert_eq!(offers("12.000", MONTHS), ["12"]);
}

#[test]
fn a_number_is_never_rounded() {
    for (typed, kind) in
        [("14,9951", WAGE), ("14,995", WAGE), ("8,4512", PRICE), ("12,5", MONTHS), ("0,125", RENT)]
    {
        assert_eq!(read(typed, kind), Typed::TooFine, "{typed}");
    }
}

#[test]
fn outside_the_bounds_is_left_to_the_engine() {
    for (typed, kind, expected) in [
        ("5001", RENT, "5001"),
        ("61", WEEK, "61"),
        ("-5", RENT, "-5"),
        ("\u{2212}5", RENT, "-5"),
        ("31", MONTHS, "31"),
    ] {
        assert_eq!(number(typed, kind), expected, "{typed}");
    }
}

#[test]
fn the_beginning_of_a_number_is_no_mistake_yet() {
    for typed in ["11,", "11.", "1.250,", "-", "\u{20ac}", "euro"] {
        assert_eq!(read(typed, RENT), Typed::Unfinished, "{typed}");
    }
    for typed in ["", "  ", "\u{200e}", "\u{a0}"] {
        assert_eq!(read(typed, RENT), Typed::Nothing, "{typed:?}");
    }
}

#[test]
fn anything_else_is_no_number() {
    for typed in [
        "12,3.4",
        "1e9",
        "NaN",
        ",5",
        "+5",
        "12 50",
        "--5",
        "-,5",
        "1.25.00",
        "1.2.3",
        "16:30",
        "16 uur",
        "640 per jaar",
        "640 per week",
        "12.34.567",
        "01.250.000,0,0",
        "tien",
        "1 2 3",
        "\u{0}5",
        "- \u{20ac} 5",
        "12345678901234567890",
        "\u{bd}",
        "5\u{b2}",
    ] {
        assert_eq!(read(typed, RENT), Typed::Other, "{typed}");
    }
    assert_eq!(read("\u{20ac} 16", WEEK), Typed::Other, "hours are no euros");
}

/// Whatever is typed: a number that is read has the digits that were typed, in their order, and nothing but zeros
/// behind the cents is left out.
#[test]
fn no_digit_is_lost_or_made_up() {
    let signs = ['0', '1', '2', '5', '.', ',', ' '];
    let mut texts = vec![String::new()];
    let mut all = Vec::new();
    for _ in 0..5 {
        texts = texts.iter().flat_map(|text| signs.map(|sign| format!("{text}{sign}"))).collect();
        all.extend(texts.iter().cloned());
    }
    let mut read_as_numbers = 0;
    for text in &all {
        for kind in [RENT, PRICE, MONTHS] {
            let Typed::Number(number) = read(text, kind) else { continue };
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            let (typed, kept) = (digits(text), digits(&number));
            let rest = typed.strip_prefix(&kept);
            assert!(
                rest.is_some_and(|rest| rest.chars().all(|it| it == '0')),
                "{text} is {number}"
            );
            let cents = number.split_once('.').map_or("", |(_, cents)| cents);
            assert!(cents.len() <= 2, "{text} is {number}");
            read_as_numbers += 1;
        }
    }
    assert!(read_as_numbers > 2_000, "{read_as_numbers}");
}
