//! The state of the page and the only ways it changes. No DOM in here.

use std::rc::Rc;

use calc_core::{Error, Explain, Lijn, Problem, month};
use jiff::civil::Date;
use yew::Reducible;

use crate::form::Form;
use crate::fragment::Fragment;
use crate::{load, words};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Now.
    Nu,
    /// With the job.
    MetBaan,
    /// The difference.
    Verschil,
}

impl Column {
    /// In the order of the table.
    pub const ALL: [Self; 3] = [Self::Nu, Self::MetBaan, Self::Verschil];

    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nu => "nu",
            Self::MetBaan => "met_baan",
            Self::Verschil => "verschil",
        }
    }
}

/// What there is to say about the link the page was opened with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Notice {
    /// Nothing: there was no case in it.
    #[default]
    Nothing,
    /// Its case is shown.
    Loaded,
    /// It could not be read.
    Damaged,
    /// The engine refuses its case.
    Refused(Vec<Problem>),
}

/// The state of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The day the page was opened.
    pub today: Date,
    /// The tag of the language of the page.
    pub language: &'static str,
    /// What was typed in.
    pub form: Form,
    /// The number fields that were left since they were last typed in.
    pub left: Vec<String>,
    /// The amount whose explanation is open.
    pub open: Option<(Column, Lijn)>,
    /// What there is to say about the link.
    pub notice: Notice,
    /// Goes up when fields get another value than was typed in them: they are then made anew.
    pub generation: u32,
}

/// The ways the state changes.
pub enum Action {
    /// The page is wanted in another language.
    Speak(&'static str),
    /// Something was typed or chosen.
    Type(String, String),
    /// A number field was left.
    Leave(String),
    /// A field goes back to never answered.
    Forget(String),
    /// An item is taken out of a list.
    RemoveItem(String, usize),
    /// An explanation is opened, or closed when it was open.
    Toggle(Column, Lijn),
    /// The explanation is closed.
    Close,
    /// The page is opened with another address.
    Open(Fragment),
}

impl State {
    /// The page as it opens, with what its address holds.
    pub fn opened(today: Date, fragment: &Fragment) -> Self {
        let (form, notice) = match fragment {
            Fragment::Nothing => (Form::default(), Notice::Nothing),
            Fragment::Damaged => (Form::default(), Notice::Damaged),
            Fragment::Case(json) => shown(json),
        };
        let language = words::tag();
        Self { today, language, form, left: Vec::new(), open: None, notice, generation: 0 }
    }
}

fn shown(json: &str) -> (Form, Notice) {
    match month(json, Explain::No) {
        Ok(_) => match load::form(json) {
            Some(form) => (form, Notice::Loaded),
            None => (Form::default(), Notice::Damaged),
        },
        Err(Error::Refused(problems))
            if problems.iter().all(|problem| problem.pad == "situatie") =>
        {
            (Form::default(), Notice::Damaged)
        }
        Err(Error::Refused(problems)) => (Form::default(), Notice::Refused(problems)),
        Err(_) => (Form::default(), Notice::Damaged),
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        match action {
            Action::Speak(tag) if words::is_learned(tag) => state.language = tag,
            Action::Speak(_) => {}
            Action::Type(path, typed) => {
                state.left.retain(|left| *left != path);
                state.form.set(&path, typed);
            }
            Action::Leave(path) => state.left.push(path),
            Action::Forget(path) => state.form.forget(&path),
            Action::RemoveItem(list, at) => {
                state.form.remove_item(&list, at);
                state.generation += 1;
            }
            Action::Toggle(column, lijn) => {
                let was_open = state.open == Some((column, lijn));
                state.open = (!was_open).then_some((column, lijn));
            }
            Action::Close => state.open = None,
            Action::Open(fragment) => {
                if fragment != Fragment::Nothing {
                    let generation = state.generation + 1;
                    let language = state.language;
                    state = Self { language, generation, ..Self::opened(state.today, &fragment) };
                }
            }
        }
        Rc::new(state)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn opened(fragment: &Fragment) -> State {
        State::opened(date(2026, 11, 22), fragment)
    }

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
        let start = Rc::new(opened(&Fragment::Nothing));
        actions.into_iter().fold(start, Reducible::reduce)
    }

    #[test]
    fn what_is_typed_is_kept_as_it_is() {
        let state = after([Action::Type("baan.uurloon".into(), "12,3.4".into())]);
        assert_eq!(state.form.get("baan.uurloon"), "12,3.4");
    }

    #[test]
    fn one_explanation_is_open_at_a_time() {
        let bijstand = (Column::Nu, Lijn::Bijstand);
        let open = || Action::Toggle(Column::Nu, Lijn::Bijstand);
        assert_eq!(after([open()]).open, Some(bijstand));
        assert_eq!(after([open(), open()]).open, None);
        let other = Action::Toggle(Column::MetBaan, Lijn::Bijstand);
        assert_eq!(after([open(), other]).open, Some((Column::MetBaan, Lijn::Bijstand)));
    }

    #[test]
    fn a_damaged_or_refused_link_gives_an_empty_form() {
        for json in ["{", "\"x\"", "12"] {
            let state = opened(&Fragment::Case(json.into()));
            assert_eq!((state.form, state.notice), (Form::default(), Notice::Damaged), "{json}");
        }
        let state = opened(&Fragment::Case("{\"peildatum\": \"2026-10-01\"}".into()));
        assert_eq!(state.form, Form::default());
        assert!(matches!(state.notice, Notice::Refused(problems) if !problems.is_empty()));
    }

    #[test]
    fn leaving_a_field_is_undone_by_typing_in_it() {
        let path = || "baan.uurloon".to_owned();
        assert_eq!(after([Action::Leave(path())]).left, [path()]);
        let typed = Action::Type(path(), "1".into());
        assert!(after([Action::Leave(path()), typed]).left.is_empty());
    }
}
