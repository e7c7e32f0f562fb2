//! Writes the contract's case, question by question, and notes what is lacking.

use calc_core::dates::{first_of_month, iso};
use calc_core::suggest;
use jiff::civil::Date;

use crate::carried::counted;
use crate::fields::{self, is_date};
use crate::form::Form;
use crate::json::literal;
use crate::number::Typed;
use crate::situatie::{
    Assumed, BY_HAND, CHECKS, Case, Days, Gap, Lack, PAID_CARE, SOORT_SCHULDEN, asks_about_parents,
    born, has_debts, highest_price, is_paid, minimum_wage, peildatum,
};

/// The contract's case as far as the form has it, and everything that is still lacking; `days` stand in for those of
/// birthdays that are not known.
pub fn draft(form: &Form, today: Date, days: &Days) -> (Case, Vec<Gap>) {
    let day = peildatum(form, today);
    let mut writer = Writer { form, days, day, gaps: Vec::new(), case: Case::default() };
    writer.family();
    writer.rent();
    writer.required("baan.uren_per_week");
    writer.wage("baan", "vraag.loon");
    writer.care();
    writer.start();
    writer.checks();
    for (path, json) in counted(form) {
        let path = writer.case.json_path(path);
        writer.put(&path, json.to_owned());
    }
    (writer.case, writer.gaps)
}

/// The answer of who does not know.
pub const UNKNOWN: &str = "onbekend";
/// Follows from the month that she chose.
pub const BAAN_START: &str = "baan.start";
const MONTHS_N: &str = "bijstand.vrijlating_n_maanden";
/// The months used of the one rule there is from 2027 on.
pub const MONTHS_2027: &str = "bijstand.vrijlating_34a_maanden";

/// Where it stands how many months she used of the rule of a day.
pub fn months_path(day: Date) -> &'static str {
    if suggest::vrijlating_vanaf_2027(day) { MONTHS_2027 } else { MONTHS_N }
}

struct Writer<'a> {
    form: &'a Form,
    days: &'a Days,
    day: Date,
    gaps: Vec<Gap>,
    case: Case,
}

impl Writer<'_> {
    fn put(&mut self, path: &str, literal: String) {
        self.case.leaves.push((path.to_owned(), literal));
    }

    fn put_text(&mut self, path: &str, text: &str) {
        self.put(path, literal(text));
    }

    fn lacks(&mut self, path: &str, lack: Lack) {
        self.gaps.push(Gap { path: path.to_owned(), lack });
    }

    /// What was typed in a number field, or what is wrong with it.
    fn number(&self, path: &str) -> Result<String, Lack> {
        Err(match fields::number(path, self.form.get(path)) {
            Typed::Number(number) => return Ok(number),
            Typed::Nothing => Lack::Missing,
            Typed::Unfinished => Lack::Unfinished,
            Typed::Doubtful(_) => Lack::Doubtful,
            Typed::TooFine => Lack::TooFine,
            Typed::Other => Lack::NotANumber,
        })
    }

    /// A number; `false` when nothing was typed.
    fn optional_to(&mut self, path: &str, goal: &str) -> bool {
        match self.number(path) {
            Ok(number) => self.put_text(goal, &number),
            Err(Lack::Missing) => return false,
            Err(lack) => self.lacks(path, lack),
        }
        true
    }

    fn optional(&mut self, path: &str) -> bool {
        self.optional_to(path, path)
    }

    fn required(&mut self, path: &str) {
        if !self.optional(path) {
            self.lacks(path, Lack::Missing);
        }
    }

    fn month(&mut self, path: &str) {
        match born(self.form, path, self.days) {
            Some(day) => self.put_text(path, &iso(day)),
            None => self.lacks(path, Lack::Missing),
        }
    }

    fn yes_no(&mut self, path: &str) -> bool {
        let typed = self.form.get(path);
        if !typed.is_empty() {
            self.put(path, (typed == "ja").to_string());
        }
        !typed.is_empty()
    }

    fn family(&mut self) {
        self.month("huishouden.geboren");
        self.parents();
        if self.form.get("vraag.kinderen").is_empty() {
            self.lacks("vraag.kinderen", Lack::Missing);
        }
        if self.form.count("vraag.kinderen") == 0 {
            self.put("huishouden.kinderen", "[]".to_owned());
        }
        for child in 0..self.form.count("vraag.kinderen") {
            self.month(&format!("huishouden.kinderen.{child}.geboren"));
        }
    }

    fn parents(&mut self) {
        let path = "bijstand.beroep_op_ouders";
        if !asks_about_parents(self.form, self.day) {
            return;
        }
        let born = born(self.form, "huishouden.geboren", self.days);
        let is_asked = born.is_some_and(|born| suggest::vraagt_naar_ouders(born, self.day));
        if self.form.get(path).is_empty() {
            self.lacks(path, Lack::Missing);
        } else if is_asked {
            // On another day of that month she is too old for the question.
            self.yes_no(path);
        }
    }

    fn rent(&mut self) {
        if self.form.is_yes("vraag.geen_huur") {
            self.put("huishouden.kale_huur", "null".to_owned());
        } else {
            self.required("huishouden.kale_huur");
        }
        self.optional("huishouden.vaste_lasten");
    }

    fn wage(&mut self, job: &str, question: &str) {
        if !is_paid(self.form, job) {
            return;
        }
        if self.form.get(question) == "maand" {
            self.required(&format!("{job}.maandloon"));
            return;
        }
        let path = format!("{job}.uurloon");
        if job == "baan_nu" || self.form.is_touched(&path) {
            self.required(&path);
        } else if let Some(wage) =
            minimum_wage(born(self.form, "huishouden.geboren", self.days), self.day)
        {
            self.put_text(&path, &wage.to_string());
            self.case.assumed.push(Assumed::Minimumloon(wage));
        }
    }

    fn care(&mut self) {
        let children = self.form.count("vraag.kinderen");
        let mut answered = children == 0;
        for child in 0..children {
            let list = format!("huishouden.kinderen.{child}.opvang");
            let mut written = 0;
            for contract in 0..self.form.items(&list) {
                let (from, to) = (format!("{list}.{contract}"), format!("{list}.{written}"));
                answered |= self.form.is_touched(&format!("{from}.soort"));
                if self.contract(child, &from, &to) {
                    if from != to {
                        self.case.moved.push((to, from));
                    }
                    written += 1;
                }
            }
        }
        if !answered {
            self.case.assumed.push(Assumed::GeenOpvang);
        }
    }

    /// Writes one contract; `false` when it is no care that is paid for.
    fn contract(&mut self, child: usize, from: &str, to: &str) -> bool {
        let kind = self.form.get(&format!("{from}.soort"));
        if !PAID_CARE.contains(&kind) {
            return false;
        }
        self.put_text(&format!("{to}.soort"), kind);
        for name in ["uren_per_maand", "uurprijs"] {
            let path = format!("{from}.{name}");
            if self.optional_to(&path, &format!("{to}.{name}")) {
                continue;
            }
            let is_new_price = name == "uurprijs" && !self.form.is_touched(&path);
            match highest_price(kind, self.day).filter(|_| is_new_price) {
                Some(price) => {
                    self.put_text(&format!("{to}.{name}"), &price.to_string());
                    self.case.assumed.push(Assumed::Uurprijs(child + 1, price));
                }
                None => self.lacks(&path, Lack::Missing),
            }
        }
        true
    }

    fn start(&mut self) {
        self.put_text("peildatum", &iso(self.day));
        self.first_day();
        if !self.form.is_touched("peildatum") {
            self.case.assumed.push(Assumed::Start(self.day));
        }
        self.months_used();
        if self.form.is_yes("vraag.baan_nu") {
            self.required("baan_nu.uren_per_week");
            self.wage("baan_nu", "vraag.loon_nu");
        }
    }

    /// The job starts on the first day of the month that she chose. A link of the contract keeps the day it brought, or that
    /// of the contract when it brought none, until she chooses a month: else it would say something else here than there.
    fn first_day(&mut self) {
        let is_brought =
            ["peildatum.dag", "mee.baan.start"].iter().any(|it| self.form.is_touched(it));
        // A start alone would be a job without hours, and refused.
        if !is_brought && self.form.is_touched("baan.uren_per_week") {
            self.put_text(BAAN_START, &iso(first_of_month(self.day)));
        }
    }

    /// The months in which she could keep a part of her wage, when she worked before or works now.
    fn months_used(&mut self) {
        let works_now = self.form.is_yes("vraag.baan_nu");
        if !works_now && !self.form.is_yes("vraag.eerder") {
            return;
        }
        let is_2027 = suggest::vrijlating_vanaf_2027(self.day);
        let path = months_path(self.day);
        match self.form.get(path).parse::<u32>() {
            Ok(months) => self.put(path, months.to_string()),
            // Not known, or not told by who works now: none used, and the answer says so.
            Err(_) if works_now || self.form.get(path) == UNKNOWN => {
                self.case.assumed.push(Assumed::Maanden);
            }
            Err(_) => self.lacks(path, Lack::Missing),
        }
        // What was told of the rules before 2027 counts for what may run on.
        let before = self.form.get(MONTHS_N).parse::<u32>().ok().filter(|_| is_2027);
        if let Some(months) = before {
            self.put(MONTHS_N, months.to_string());
        }
        if self.form.get(MONTHS_N) == "6" {
            self.months_of_r();
        }
    }

    fn months_of_r(&mut self) {
        let path = "bijstand.vrijlating_r_maanden";
        match self.number(path) {
            // Not as it was typed: in JSON a whole number does not begin with a zero.
            Ok(number) => match number.parse::<i64>() {
                Ok(months) => self.put(path, months.to_string()),
                Err(_) => self.lacks(path, Lack::TooFine),
            },
            Err(Lack::Missing) if !self.form.is_touched(path) => {}
            Err(lack) => self.lacks(path, lack),
        }
    }

    fn checks(&mut self) {
        if CHECKS.iter().any(|question| !self.form.is_touched(question)) {
            self.case.assumed.push(Assumed::Checks);
        }
        if self.form.is_yes("vraag.inwonende") {
            for person in 0..self.form.items("huishouden.inwonenden").max(1) {
                self.housemate(&format!("huishouden.inwonenden.{person}"));
            }
        }
        if self.form.is_yes("vraag.spaargeld") {
            self.required("huishouden.vermogen");
        }
        if self.form.is_yes("vraag.alimentatie") {
            let for_children = self.optional("huishouden.alimentatie_kinderen");
            let for_her = self.optional("huishouden.alimentatie_partner");
            if !for_children && !for_her {
                self.lacks("huishouden.alimentatie_kinderen", Lack::Missing);
            }
        }
        self.debts();
        self.more();
        self.gemeente();
    }

    /// Who does not know is computed without, and the answer says so.
    fn debts(&mut self) {
        match self.form.get(SOORT_SCHULDEN) {
            "" => {}
            UNKNOWN => self.case.assumed.push(Assumed::Schulden),
            kind => self.put_text(SOORT_SCHULDEN, kind),
        }
        if has_debts(self.form) {
            self.optional("schulden.vrij_nu");
        }
    }

    /// What only a coach is asked. What was emptied again is not written: the contract has a default for each.
    fn more(&mut self) {
        let has_partner = self.form.is_yes("vraag.partner");
        for path in fields::more() {
            let typed = self.form.get(path);
            match path {
                "huishouden.partner.geboren" if has_partner => self.month(path),
                _ if path.starts_with("huishouden.partner.") && !has_partner => {}
                _ if path.starts_with("schulden.") && !has_debts(self.form) => {}
                _ if is_date(path) || typed.is_empty() => {}
                _ if matches!(typed, "ja" | "nee") => {
                    self.yes_no(path);
                }
                _ if typed.starts_with(|letter: char| letter.is_ascii_lowercase()) => {
                    self.put_text(path, typed);
                }
                _ => {
                    self.optional(path);
                }
            }
        }
    }

    /// What a coach changed of the municipality's part.
    fn gemeente(&mut self) {
        self.yes_no("huishouden.gemeente_meetellen");
        for (path, _) in self.form.answers().filter(|(path, _)| path.starts_with(BY_HAND)) {
            match self.number(path) {
                Ok(number) => self.put_text(path, &number),
                Err(Lack::Missing) => {}
                // The municipality's own amount stands as long as this is none.
                Err(lack) => self.case.aside.push(Gap { path: path.to_owned(), lack }),
            }
        }
    }

    fn housemate(&mut self, person: &str) {
        let relation = format!("{person}.relatie");
        match self.form.get(&relation) {
            "" => self.lacks(&relation, Lack::Missing),
            chosen => self.put_text(&relation, chosen),
        }
        self.month(&format!("{person}.geboren"));
        self.required(&format!("{person}.inkomen_jaar"));
        for question in ["werkt", "studeert", "huurt_zakelijk"] {
            self.yes_no(&format!("{person}.{question}"));
        }
        self.optional(&format!("{person}.arbeidsinkomen_jaar"));
    }
}
