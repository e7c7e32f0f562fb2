//! The form of the results as the contract promises it: which keys, in which order, and amounts with two decimals.

use calc_core::{ContractForm, Explain, HoursOptions, Language};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use tests::{LINES, YEARLY, files, read};

const TUSSEN: [&str; 12] = [
    "bruto",
    "fiscaal_loon",
    "loonheffing",
    "vrijlating",
    "vrijlating_regel",
    "vakantiegeld_claim",
    "norm",
    "bijstand_inclusief",
    "bruto_bijstand_jaar",
    "toetsingsinkomen",
    "toetsingsinkomen_samen",
    "partner",
];

/// An object with its keys in the order they were written.
struct Ordered(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Ordered;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ordered, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Ordered(fields))
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

impl Ordered {
    fn from(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
    }

    fn keys(&self) -> Vec<&str> {
        self.0.iter().map(|(key, _)| key.as_str()).collect()
    }

    fn raw(&self, key: &str) -> &str {
        let found = self.0.iter().find(|(its, _)| its == key);
        found.unwrap_or_else(|| panic!("no {key} in {:?}", self.keys())).1.get()
    }

    fn object(&self, key: &str) -> Self {
        Self::from(self.raw(key))
    }

    fn list(&self, key: &str) -> Vec<Self> {
        serde_json::from_str(self.raw(key)).unwrap_or_else(|error| panic!("{key}: {error}"))
    }

    fn text(&self, key: &str) -> String {
        serde_json::from_str(self.raw(key)).unwrap_or_else(|error| panic!("{key}: {error}"))
    }

    #[track_caller]
    fn has_keys(&self, expected: &[&str]) {
        assert_eq!(self.keys(), expected);
    }

    /// The keys of the contract in its order; others may stand between them.
    #[track_caller]
    fn has_keys_in_order(&self, expected: &[&str]) {
        let mut known = self.keys();
        known.retain(|key| expected.contains(key));
        assert_eq!(known, expected);
    }

    /// An amount: digits, a point and two decimals; never a minus before nothing.
    #[track_caller]
    fn is_amount(&self, key: &str) {
        let text = self.text(key);
        let unsigned = text.strip_prefix('-').unwrap_or(&text);
        let (euros, cents) = unsigned.split_once('.').unwrap_or_else(|| panic!("{key}: {text}"));
        let digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        assert!(digits(euros) && digits(cents) && cents.len() == 2, "{key}: {text}");
        assert!(euros == "0" || !euros.starts_with('0'), "{key}: {text}");
        assert_ne!(text, "-0.00", "{key}");
    }

    #[track_caller]
    fn are_amounts(&self, keys: &[&str]) {
        for key in keys {
            self.is_amount(key);
        }
    }

    #[track_caller]
    fn is_number_or_null(&self, key: &str) {
        let raw = self.raw(key);
        assert!(raw == "null" || raw.parse::<u32>().is_ok(), "{key}: {raw}");
    }
}

fn households() -> impl Iterator<Item = (String, String)> {
    files("fixtures/households", "json")
        .into_iter()
        .map(|path| (path.display().to_string(), read(&path)))
}

fn month(situatie: &str) -> Ordered {
    let month = calc_core::month(situatie, Explain::No).unwrap_or_else(|error| panic!("{error}"));
    Ordered::from(&serde_json::to_string(&month.form(Language::NL)).expect("JSON"))
}

#[test]
fn the_steady_month_has_the_keys_of_the_contract() {
    for (name, situatie) in households() {
        let result = month(&situatie);
        println!("{name}");
        result.has_keys_in_order(&[
            "peildatum",
            "nu",
            "met_baan",
            "verschil",
            "per_gewerkt_uur",
            "volgende_100",
            "fasen",
            "tussen",
            "per_jaar",
            "kinderopvang",
            "aannames",
            "niet_berekend",
            "waarschuwingen",
            "te_doen",
        ]);
        assert_eq!(result.text("peildatum"), "2026-10-01");
        for situation in ["nu", "met_baan", "verschil"] {
            result.object(situation).has_keys(&LINES);
            result.object(situation).are_amounts(&LINES);
            let year = result.object("per_jaar").object(situation);
            year.has_keys(&[&YEARLY[..], &["besteedbaar_jaar"]].concat());
            year.are_amounts(&year.keys());
        }
        for key in ["per_gewerkt_uur", "volgende_100"] {
            if result.raw(key) != "null" {
                result.is_amount(key);
            }
        }
        let parts = ["rekening", "toeslag", "eigen_deel", "boven_maximum", "boven_230_uur"];
        result.object("kinderopvang").has_keys(&parts);
        result.object("kinderopvang").are_amounts(&parts);
    }
}

#[test]
fn what_lies_between_has_the_keys_of_the_contract_and_a_partner_where_there_is_one() {
    for (name, situatie) in households() {
        let tussen = month(&situatie).object("tussen");
        tussen.has_keys(&["nu", "met_baan"]);
        let couple = name.ends_with("couple.json");
        for situation in ["nu", "met_baan"] {
            let tussen = tussen.object(situation);
            tussen.has_keys_in_order(&TUSSEN[..if couple { 12 } else { 11 }]);
            let amounts: Vec<&str> = tussen
                .keys()
                .into_iter()
                .filter(|key| !["vrijlating_regel", "partner"].contains(key))
                .collect();
            tussen.are_amounts(&amounts);
            let rule = tussen.text("vrijlating_regel");
            assert!(["n", "r", "y", "geen"].contains(&rule.as_str()), "{name}: {rule}");
            if couple {
                let keys = ["loonheffing", "netto_loon", "vakantiegeld_claim"];
                tussen.object("partner").has_keys(&keys);
                tussen.object("partner").are_amounts(&keys);
            }
        }
    }
}

#[test]
fn a_phase_has_the_keys_of_the_contract() {
    for (name, situatie) in households() {
        for phase in month(&situatie).list("fasen") {
            phase.has_keys(&[
                "regel",
                "van_maand",
                "tot_maand",
                "besteedbaar",
                "verschil",
                "verschil_jaar",
                "alternatief",
            ]);
            phase.are_amounts(&["besteedbaar", "verschil", "verschil_jaar"]);
            phase.is_number_or_null("van_maand");
            phase.is_number_or_null("tot_maand");
            let rules = ["n", "r", "y", "34a", "geen", "proefplaatsing", "traject"];
            assert!(rules.contains(&phase.text("regel").as_str()), "{name}");
            if phase.raw("alternatief") != "null" {
                let other = phase.object("alternatief");
                other.has_keys(&["regel", "besteedbaar", "verschil"]);
                other.are_amounts(&["besteedbaar", "verschil"]);
                assert!(["n", "r"].contains(&other.text("regel").as_str()), "{name}");
            }
        }
    }
}

#[test]
fn every_message_has_a_code_and_words_and_what_is_left_out_a_direction() {
    for (_, situatie) in households() {
        let result = month(&situatie);
        for (list, keys) in [
            ("aannames", &["code", "tekst"][..]),
            ("niet_berekend", &["code", "tekst", "richting"]),
            ("waarschuwingen", &["code", "tekst"]),
        ] {
            for item in result.list(list) {
                item.has_keys_in_order(keys);
                let code = item.text("code");
                assert!(
                    code.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'_'),
                    "{code}"
                );
                let words = item.text("tekst");
                assert!(words.contains(' ') && !words.contains(['{', '}']), "{code}: {words}");
                if list == "niet_berekend" {
                    assert!(
                        ["meer", "minder", "onbekend"].contains(&item.text("richting").as_str())
                    );
                }
            }
        }
    }
}

#[test]
fn a_thing_to_do_has_the_keys_and_words_of_the_contract() {
    for (name, situatie) in households() {
        let items = month(&situatie).list("te_doen");
        // Nine to do at most, and four more to ask for or to know: costs of starting, the insurance, the way back to
        // bijstand, the exemption for who has a small child.
        assert!(!items.is_empty() && items.len() <= 13, "{name}: {} things to do", items.len());
        for item in items {
            item.has_keys(&["code", "tekst", "uiterlijk", "soort", "bij", "artikel", "bron"]);
            let soorten = ["doorgeven", "aanvragen", "stopzetten", "regelen", "bewaren"];
            assert!(soorten.contains(&item.text("soort").as_str()), "{name}");
            let bij = ["gemeente", "toeslagen", "belastingdienst", "werkgever", "opvang"];
            assert!(bij.contains(&item.text("bij").as_str()), "{name}");
            assert!(item.text("artikel").starts_with("art. "), "{name}");
            let bron = item.raw("bron");
            assert!(bron == "null" || item.text("bron").starts_with("https://"), "{name}: {bron}");
            if item.raw("uiterlijk") != "null" {
                let day: jiff::civil::Date = item.text("uiterlijk").parse().expect("a date");
                assert_eq!(day.to_string(), item.text("uiterlijk"), "{name}");
            }
        }
    }
}

#[test]
fn the_curve_has_the_keys_of_the_contract() {
    for (name, situatie) in households() {
        let curve = calc_core::hours(&situatie, HoursOptions::default())
            .unwrap_or_else(|e| panic!("{name}: {e}"));
        let curve = Ordered::from(&serde_json::to_string(&curve.form(Language::NL)).expect("JSON"));
        curve.has_keys_in_order(&[
            "peildatum",
            "nu",
            "punten",
            "zones",
            "break_even",
            "einde_bijstand",
        ]);
        curve.object("nu").has_keys(&LINES);
        let points = curve.list("punten");
        let hours: Vec<String> = points.iter().map(|point| point.text("uren")).collect();
        assert_eq!(hours, (0..=40).map(|uren: u32| uren.to_string()).collect::<Vec<_>>(), "{name}");
        for point in points {
            point.has_keys(&[&["uren"], &LINES[..]].concat());
            point.are_amounts(&LINES);
        }
        for zone in curve.list("zones") {
            zone.has_keys(&["van", "tot", "daling", "oorzaken", "weer_hoger_vanaf"]);
            zone.is_amount("daling");
            for cause in zone.list("oorzaken") {
                cause.has_keys(&["regel", "bedrag"]);
                cause.is_amount("bedrag");
                assert!(cause.text("bedrag").starts_with('-'), "{name}: a cause is a fall");
                assert!(LINES[..11].contains(&cause.text("regel").as_str()), "{name}");
            }
        }
    }
}
