//! Writes the contract's case, question by question, and notes what is lacking.

use calc_core::dates::iso;
use jiff::civil::Date;

use super::{
    Assumed, BY_HAND, CHECKS, Case, Gap, Lack, PAID_CARE, asks_about_parents, date, highest_price,
    is_paid, minimum_wage, peildatum,
};
use crate::carried::counted;
use crate::fields::{MORE, is_date};
use crate::form::{Form, Typed, number};
use crate::json::literal;

/// The contract's case as far as the form has it, and everything that is still lacking.
pub fn draft(form: &Form, today: Date) -> (Case, Vec<Gap>) {
    let mut writer =
        Writer { form, day: peildatum(form, today), gaps: Vec::new(), case: Case::default() };
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

struct Writer<'a> {
    form: &'a Form,
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

    /// A number; `false` when nothing was typed.
    fn optional_to(&mut self, path: &str, goal: &str) -> bool {
        match number(self.form.get(path)) {
            Typed::Number(number) => self.put_text(goal, &number),
            Typed::Unfinished => self.lacks(path, Lack::Unfinished),
            Typed::Other => self.lacks(path, Lack::NotANumber),
            Typed::Nothing => return false,
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
        match date(self.form, path) {
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
        if asks_about_parents(self.form, self.day) && !self.yes_no("bijstand.beroep_op_ouders") {
            self.lacks("bijstand.beroep_op_ouders", Lack::Missing);
        }
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

    fn rent(&mut self) {
        if self.form.is_yes("vraag.geen_huur") {
            self.put("huishouden.kale_huur", "null".to_owned());
        } else {
            self.required("huishouden.kale_huur");
        }
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
        } else if let Some(wage) = minimum_wage(self.form, self.day) {
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
        if !self.form.is_touched("peildatum") {
            self.case.assumed.push(Assumed::Start(self.day));
        }
        if self.form.is_yes("vraag.eerder") {
            match self.form.get("bijstand.vrijlating_n_maanden").parse::<u32>() {
                Ok(months) => self.put("bijstand.vrijlating_n_maanden", months.to_string()),
                Err(_) => self.lacks("bijstand.vrijlating_n_maanden", Lack::Missing),
            }
            if self.form.get("bijstand.vrijlating_n_maanden") == "6" {
                self.months_of_r();
            }
        }
        if self.form.is_yes("vraag.baan_nu") {
            self.required("baan_nu.uren_per_week");
            self.wage("baan_nu", "vraag.loon_nu");
        }
    }

    fn months_of_r(&mut self) {
        let path = "bijstand.vrijlating_r_maanden";
        let typed = self.form.get(path).trim();
        if typed.is_empty() {
            if self.form.is_touched(path) {
                self.lacks(path, Lack::Missing);
            }
        } else if let Ok(months) = typed.parse::<u32>() {
            self.put(path, months.to_string());
        } else {
            self.lacks(path, Lack::NotANumber);
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
        if self.form.is_yes("vraag.schulden") {
            self.required("huishouden.vaste_lasten");
        }
        self.more();
        self.gemeente();
    }

    /// What only a coach is asked. What was emptied again is not written: the contract has a default for each.
    fn more(&mut self) {
        let has_partner = self.form.is_yes("vraag.partner");
        for path in MORE {
            let typed = self.form.get(path);
            match path {
                "huishouden.partner.geboren" if has_partner => self.month(path),
                _ if path.starts_with("huishouden.partner.") && !has_partner => {}
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
        for (path, typed) in self.form.answers().filter(|(path, _)| path.starts_with(BY_HAND)) {
            match number(typed) {
                Typed::Number(number) => self.put_text(path, &number),
                Typed::Nothing => {}
                // The municipality's own amount stands as long as this is none.
                _ => self.case.aside.push(Gap { path: path.to_owned(), lack: Lack::NotANumber }),
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
