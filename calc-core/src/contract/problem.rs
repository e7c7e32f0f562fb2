//! What is wrong, in the form and the words of the contract.

use jiff::civil::Date;

use crate::dates::iso;
use crate::error::{Arg, Error, Problem, Said};
use crate::texts::{self, Language};

/// A problem as it is told. The field names are those of the stable contract.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Told {
    /// Where: the path of the field.
    pub pad: String,
    /// The stable code of what is wrong.
    pub code: String,
    /// What is wrong.
    pub reden: String,
    /// What is allowed.
    pub toegestaan: String,
}

impl Problem {
    /// What is wrong, in a language.
    pub fn reden(&self, language: Language) -> String {
        said(language, "problemen", &self.wrong)
    }

    /// What is allowed, in a language.
    pub fn toegestaan(&self, language: Language) -> String {
        said(language, "toegestaan", &self.allowed)
    }

    /// All of it in a language.
    pub fn told(&self, language: Language) -> Told {
        Told {
            pad: self.pad.clone(),
            code: self.code().to_owned(),
            reden: self.reden(language),
            toegestaan: self.toegestaan(language),
        }
    }

    /// On one line: where, what is wrong, and what is allowed.
    pub fn line(&self, language: Language) -> String {
        let Told { pad, reden, toegestaan, .. } = self.told(language);
        let args = [("pad", pad), ("reden", reden), ("toegestaan", toegestaan)];
        texts::fill(language, "taal.weigering", &args)
    }
}

impl Error {
    /// Everything that is wrong, a line for each problem.
    pub fn lines(&self, language: Language) -> String {
        let lines = self.problems().iter().map(|it| it.line(language)).collect::<Vec<_>>();
        lines.join("\n")
    }
}

fn said(language: Language, group: &str, said: &Said) -> String {
    let args: Vec<(&str, String)> =
        said.args.iter().map(|(name, arg)| (*name, written(language, arg))).collect();
    texts::fill(language, &format!("{group}.{}", said.code), &args)
}

fn written(language: Language, arg: &Arg) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Periods(periods) => {
            let period = |(from, to): &(Date, Date)| {
                let args = [("van", iso(*from)), ("tot", iso(*to))];
                texts::fill(language, "toegestaan.periode", &args)
            };
            periods.iter().map(period).collect::<Vec<_>>().join(", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_told_on_one_line_with_what_is_allowed() {
        let problem = Problem::at("baan", Said::of("ontbreekt"), Said::of("een_object"));
        let told = problem.told(Language::NL);
        assert_eq!((told.pad.as_str(), told.code.as_str()), ("baan", "ontbreekt"));
        let line = format!("baan: {} (toegestaan: {})", told.reden, told.toegestaan);
        assert_eq!(problem.line(Language::NL), line);
        assert!(!told.reden.contains('_') && !told.toegestaan.contains('_'), "words: {line}");
    }

    #[test]
    fn an_amount_that_was_not_published_is_said_with_scheme_day_and_value() {
        let error = Error::NotPublished {
            scheme: "kinderopvangtoeslag",
            date: Date::constant(2024, 3, 1),
            what: "31000".to_owned(),
        };
        let problems = error.problems();
        assert_eq!((problems.len(), problems[0].pad.as_str()), (1, "toetsingsinkomen"));
        let said = problems[0].reden(Language::NL);
        for part in ["kinderopvangtoeslag", "2024-03-01", "31000"] {
            assert!(said.contains(part), "{said}");
        }
    }

    #[test]
    fn a_date_outside_is_said_with_what_is_covered() {
        let error = Error::NotInForce {
            scheme: "zorgtoeslag",
            date: Date::constant(2030, 1, 1),
            covered: vec![(Date::constant(2024, 1, 1), Date::constant(2026, 12, 31))],
        };
        let said = error.lines(Language::NL);
        for part in ["zorgtoeslag", "2030-01-01", "2024-01-01", "2026-12-31"] {
            assert!(said.contains(part), "{said}");
        }
        assert!(error.problems()[0].toegestaan(Language::NL).contains("2026-12-31"));
    }
}
