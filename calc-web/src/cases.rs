//! The situations that are kept side by side, up to four, and how they are written to a file, a link or the
//! device: `{"rekenhulp":1,"actief":0,"gevallen":[{"naam":"…","antwoorden":[["baan.uren_per_week","20"], …]}]}`.
//! Answers are those of the form, exactly as typed, so a half-filled situation comes back as it was.

use crate::bounds::{LONGEST_ANSWER, LONGEST_TEXT, MOST_ANSWERS};
use crate::form::Form;
use crate::json::{leaves, literal, plain};
use crate::load::adopt;
use crate::sound::is_sound;

/// So many situations stand side by side at most.
pub const MOST: usize = 4;
/// The version of what is written.
const VERSION: &str = "1";

/// A situation with the name it was given; empty as long as it has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// Its name.
    pub name: String,
    /// What was typed in.
    pub form: Form,
}

/// The situations, one of which is being worked on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cases {
    all: Vec<Case>,
    active: usize,
}

impl Default for Cases {
    fn default() -> Self {
        Self::of(Form::default())
    }
}

impl Cases {
    /// One situation.
    pub fn of(form: Form) -> Self {
        Self { all: vec![Case { name: String::new(), form }], active: 0 }
    }

    /// All of them; never none.
    pub fn all(&self) -> &[Case] {
        &self.all
    }

    /// The place of the one that is being worked on.
    pub fn active(&self) -> usize {
        self.active
    }

    /// What was typed into the one that is being worked on.
    pub fn form(&self) -> &Form {
        &self.all[self.active].form
    }

    /// The same, to change.
    pub fn form_mut(&mut self) -> &mut Form {
        &mut self.all[self.active].form
    }

    /// Works on another one.
    pub fn choose(&mut self, at: usize) {
        if at < self.all.len() {
            self.active = at;
        }
    }

    /// Copies the one that is being worked on to the end and works on the copy, while there is room.
    pub fn copy(&mut self) {
        if self.all.len() < MOST {
            let form = self.form().clone();
            self.all.push(Case { name: String::new(), form });
            self.active = self.all.len() - 1;
        }
    }

    /// Gives one a name.
    pub fn rename(&mut self, at: usize, name: &str) {
        if let Some(case) = self.all.get_mut(at) {
            case.name = clipped(name);
        }
    }

    /// Takes one away; the last one is emptied instead.
    pub fn remove(&mut self, at: usize) {
        if self.all.len() == 1 {
            *self = Self::default();
        } else if at < self.all.len() {
            self.all.remove(at);
            if self.active > at || self.active == self.all.len() {
                self.active -= 1;
            }
        }
    }

    /// Moves one a place forward; the one that is being worked on stays so.
    pub fn move_forward(&mut self, at: usize) {
        if at == 0 || at >= self.all.len() {
            return;
        }
        self.all.swap(at - 1, at);
        if self.active == at {
            self.active = at - 1;
        } else if self.active == at - 1 {
            self.active = at;
        }
    }

    /// Gives every situation the household of the one that is being worked on; each keeps its job and its care.
    pub fn share_facts(&mut self) {
        let facts = self.form().clone();
        for case in &mut self.all {
            let job = std::mem::take(&mut case.form);
            let facts = facts.answers().filter(|(path, _)| !is_of_job(path));
            let own = job.answers().filter(|(path, _)| is_of_job(path));
            for (path, typed) in facts.chain(own) {
                case.form.bring(path, typed.to_owned());
            }
        }
    }

    /// Whether nothing was typed into any of them.
    pub fn is_empty(&self) -> bool {
        self.all.iter().all(|case| case.form == Form::default())
    }

    /// The document that holds them all.
    pub fn written(&self) -> String {
        let pair = |(path, typed): (&str, &str)| {
            format!("[{},{}]", literal(path), literal(&clipped(typed)))
        };
        let case = |case: &Case| {
            let answers: Vec<String> = case.form.answers().map(pair).collect();
            format!("{{\"naam\":{},\"antwoorden\":[{}]}}", literal(&case.name), answers.join(","))
        };
        let cases: Vec<String> = self.all.iter().map(case).collect();
        let active = self.active;
        format!(
            "{{\"rekenhulp\":{VERSION},\"actief\":{active},\"gevallen\":[{}]}}",
            cases.join(",")
        )
    }

    /// Reads such a document; nothing when it is another, or a damaged one.
    pub fn read(document: &str) -> Option<Self> {
        let leaves = leaves(document).filter(|_| document.len() <= LONGEST_TEXT)?;
        let mut is_ours = false;
        let (mut all, mut active): (Vec<Case>, usize) = (Vec::new(), 0);
        let mut path = String::new();
        for (at, literal) in &leaves {
            let parts: Vec<&str> = at.split('.').collect();
            let is_text = literal.starts_with('"');
            match parts[..] {
                ["rekenhulp"] => is_ours = literal == VERSION,
                ["actief"] => active = literal.parse().ok()?,
                ["gevallen", case, "naam"] if is_text => {
                    case_at(&mut all, case)?.name = short(literal)?;
                }
                ["gevallen", case, "antwoorden"] if literal == "[]" => {
                    case_at(&mut all, case)?;
                }
                ["gevallen", _, "antwoorden", _, "0"] if is_text => path = short(literal)?,
                ["gevallen", case, "antwoorden", nth, "1"] if is_text => {
                    let form = &mut case_at(&mut all, case)?.form;
                    let is_known = path.is_empty() || form.is_touched(&path);
                    if is_known || nth.parse::<usize>().ok()? >= MOST_ANSWERS {
                        return None;
                    }
                    form.bring(&std::mem::take(&mut path), short(literal)?);
                }
                _ => return None,
            }
        }
        for case in &mut all {
            adopt(&mut case.form);
        }
        let is_sound = all.iter().all(|case| is_sound(&case.form));
        (is_ours && is_sound && active < all.len()).then_some(Self { all, active })
    }
}

/// Whether an answer is about the job that is offered, or the care that goes with it.
fn is_of_job(path: &str) -> bool {
    let path = path.strip_prefix("mee.").unwrap_or(path);
    let starts = ["baan.", "peildatum", "opvang_schaalt", "schulden.vrij_met_baan"];
    path == "vraag.loon"
        || path.contains(".opvang.")
        || starts.iter().any(|start| path.starts_with(start))
}

/// The case at a place, made when it is the next one.
fn case_at<'a>(all: &'a mut Vec<Case>, at: &str) -> Option<&'a mut Case> {
    let at: usize = at.parse().ok()?;
    if at == all.len() && at < MOST {
        all.push(Case::default());
    }
    all.get_mut(at)
}

fn short(literal: &str) -> Option<String> {
    let text = plain(literal);
    (text.chars().count() <= LONGEST_ANSWER).then_some(text)
}

/// What is written can be read back, however much was typed.
fn clipped(text: &str) -> String {
    text.chars().take(LONGEST_ANSWER).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &[&str]) -> Cases {
        let all = names.iter().map(|name| Case { name: (*name).into(), form: Form::default() });
        Cases { all: all.collect(), active: 0 }
    }

    fn names(cases: &Cases) -> Vec<&str> {
        cases.all.iter().map(|case| case.name.as_str()).collect()
    }

    #[test]
    fn what_was_typed_comes_back_exactly() {
        let mut cases = Cases::default();
        for (path, typed) in [("peildatum", "2026-12"), ("peildatum.dag", "15")] {
            cases.form_mut().bring(path, typed.to_owned());
        }
        cases.form_mut().set("baan.uurloon", "12,\"3.4é");
        cases.copy();
        cases.form_mut().set("baan.uren_per_week", "");
        cases.rename(1, "Met \"meer\" uren");
        let read = Cases::read(&cases.written()).expect("our own document");
        assert_eq!(read, cases);
        assert!(
            read.form().is_touched("baan.uren_per_week"),
            "emptied is not the same as never answered"
        );
    }

    #[test]
    fn another_document_is_refused() {
        let good = Cases::default().written();
        assert!(Cases::read(&good).is_some());
        let answers = vec!["[\"a\",\"b\"]"; MOST_ANSWERS + 1].join(",");
        for wrong in [
            "",
            "{}",
            "[]",
            "{\"rekenhulp\":1}",
            "{\"rekenhulp\":2,\"actief\":0,\"gevallen\":[{\"naam\":\"\",\"antwoorden\":[]}]}",
            "{\"rekenhulp\":1,\"actief\":1,\"gevallen\":[{\"naam\":\"\",\"antwoorden\":[]}]}",
            "{\"rekenhulp\":1,\"actief\":0,\"gevallen\":[{\"naam\":7,\"antwoorden\":[]}]}",
            "{\"rekenhulp\":1,\"actief\":0,\"gevallen\":[{\"naam\":\"\",\"antwoorden\":[[\"a\"]]}],\"x\":1}",
            &format!(
                "{{\"rekenhulp\":1,\"actief\":0,\"gevallen\":[{{\"naam\":\"\",\"antwoorden\":[{answers}]}}]}}"
            ),
        ] {
            assert_eq!(Cases::read(wrong), None, "{}", &wrong[..wrong.len().min(90)]);
        }
    }

    #[test]
    fn one_household_and_a_job_each() {
        let mut cases = Cases::default();
        cases.form_mut().set("huishouden.kale_huur", "600");
        cases.form_mut().set("baan.uren_per_week", "16");
        cases.copy();
        cases.form_mut().set("huishouden.kale_huur", "650");
        cases.form_mut().set("baan.uren_per_week", "24");
        cases.form_mut().set("vraag.alimentatie", "ja");
        cases.share_facts();
        let of = |path: &str| {
            cases.all().iter().map(|case| case.form.get(path).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(of("huishouden.kale_huur"), ["650", "650"]);
        assert_eq!(of("vraag.alimentatie"), ["ja", "ja"]);
        assert_eq!(of("baan.uren_per_week"), ["16", "24"]);
    }

    #[test]
    fn four_stand_side_by_side_and_no_more() {
        let mut cases = Cases::default();
        (0..6).for_each(|_| cases.copy());
        assert_eq!((cases.all().len(), cases.active()), (MOST, MOST - 1));
    }

    #[test]
    fn the_one_worked_on_stays_so_when_others_move_or_go() {
        let mut cases = named(&["a", "b", "c"]);
        cases.choose(1);
        cases.move_forward(1);
        assert_eq!((names(&cases), cases.active()), (vec!["b", "a", "c"], 0));
        cases.move_forward(1);
        assert_eq!((names(&cases), cases.active()), (vec!["a", "b", "c"], 1));
        cases.remove(0);
        assert_eq!((names(&cases), cases.active()), (vec!["b", "c"], 0));
        cases.choose(1);
        cases.remove(1);
        assert_eq!((names(&cases), cases.active()), (vec!["b"], 0));
        cases.remove(0);
        assert_eq!(cases, Cases::default());
    }
}
