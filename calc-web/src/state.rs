//! The state of the page and the only ways it changes. No DOM in here.

use std::rc::Rc;

use calc_core::{Error, Explain, Lijn, Problem, month};
use jiff::civil::Date;
use yew::Reducible;

use crate::cases::Cases;
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

/// The screen of the answer, after those of the questions.
pub const ANSWER: usize = 8;

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Hers: plain words, pictures, what to do.
    Hers,
    /// The coach's: all figures, assumptions and sources.
    Coach,
}

/// What there is to say about the link the page was opened with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Notice {
    /// Nothing: there was no case in it.
    #[default]
    Nothing,
    /// Its case is shown.
    Loaded,
    /// What was kept on this device is shown.
    Kept,
    /// What was in a file is shown.
    FromFile,
    /// The file could not be read.
    DamagedFile,
    /// Nobody did anything for a while: everything was forgotten.
    Forgotten,
    /// The language that was asked for has no words yet.
    NoWords,
    /// The words of explanations are not there yet.
    NoExplanations,
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
    /// What was typed in, side by side.
    pub cases: Cases,
    /// Which of the screens a phone shows: a question, from 0, or the answer.
    pub screen: usize,
    /// Goes up when she went to another screen or case: the focus goes along.
    pub moves: u32,
    /// Whether the page was asked for with everything a coach wants.
    pub coach: bool,
    /// Whether what was typed in is kept on this device.
    pub kept: bool,
    /// Whether the page waits for a yes before it forgets everything.
    pub asks_to_empty: bool,
    /// The link that was made, as long as nothing changed since.
    pub link: Option<String>,
    /// The sheet that is being printed.
    pub sheet: Option<Sheet>,
    /// What was just done, in words, to be read out.
    pub done: String,
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
    /// Another screen is shown on a phone.
    Go(usize),
    /// Something was done with the cases.
    Case(CaseAction),
    /// She is asked whether everything may be forgotten, or not any more.
    AskToEmpty(bool),
    /// Everything is forgotten, on the device too.
    Empty,
    /// Nobody did anything for a while: everything is forgotten.
    TimeOut,
    /// The page is wanted with everything a coach wants, or without.
    Coach(bool),
    /// What is typed in is kept on this device, or not any more.
    Keep(bool),
    /// Cases from a file or this device, or nothing when they could not be read.
    Bring(Option<Cases>, Notice),
    /// A link was made; the one that was there is put away.
    Link(String),
    /// A sheet is printed, or was.
    Print(Option<Sheet>),
    /// Something was done, in words.
    Done(String),
}

/// What can be done with the cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseAction {
    /// Work on another.
    Choose(usize),
    /// Copy the one that is being worked on.
    Copy,
    /// Give one a name.
    Rename(usize, String),
    /// Take one away.
    Remove(usize),
    /// Move one a place forward.
    MoveForward(usize),
    /// Give all of them the household of the one that is being worked on; each keeps its job.
    ShareFacts,
}

impl State {
    /// The page as it opens, with what its address holds.
    pub fn opened(today: Date, coach: bool, fragment: &Fragment) -> Self {
        let (cases, notice) = match fragment {
            Fragment::Nothing => (Cases::default(), Notice::Nothing),
            Fragment::Damaged => (Cases::default(), Notice::Damaged),
            Fragment::Case(json) => shown(json),
            Fragment::Draft(text) => match Cases::read(text) {
                Some(cases) => (cases, Notice::Loaded),
                None => (Cases::default(), Notice::Damaged),
            },
        };
        let screen = if notice == Notice::Loaded { ANSWER } else { 0 };
        Self {
            today,
            language: words::tag(),
            cases,
            screen,
            moves: 0,
            coach,
            kept: false,
            asks_to_empty: false,
            link: None,
            sheet: None,
            done: String::new(),
            left: Vec::new(),
            open: None,
            notice,
            generation: 0,
        }
    }

    /// What was typed into the case that is being worked on.
    pub fn form(&self) -> &Form {
        self.cases.form()
    }

    /// Nothing typed in any more; the way the page is shown stays.
    fn emptied(&mut self, notice: Notice) {
        let fresh = Self::opened(self.today, self.coach, &Fragment::Nothing);
        let (language, generation, moves) = (self.language, self.generation + 1, self.moves + 1);
        *self = Self { language, moves, notice, generation, ..fresh };
    }

    /// Other cases in place of these.
    fn bring(&mut self, cases: Cases, notice: Notice) {
        self.cases = cases;
        self.notice = notice;
        self.generation += 1;
        self.open = None;
        self.screen = ANSWER;
    }

    fn work_on(&mut self, action: CaseAction) {
        match action {
            CaseAction::Choose(at) => self.cases.choose(at),
            CaseAction::Copy => self.cases.copy(),
            CaseAction::Rename(at, name) => return self.cases.rename(at, &name),
            CaseAction::Remove(at) => self.cases.remove(at),
            CaseAction::MoveForward(at) => self.cases.move_forward(at),
            CaseAction::ShareFacts => self.cases.share_facts(),
        }
        self.generation += 1;
        self.open = None;
    }
}

fn shown(json: &str) -> (Cases, Notice) {
    match month(json, Explain::No) {
        Ok(_) => match load::form(json) {
            Some(form) => (Cases::of(form), Notice::Loaded),
            None => (Cases::default(), Notice::Damaged),
        },
        Err(Error::Refused(problems))
            if problems.iter().all(|problem| problem.pad == "situatie") =>
        {
            (Cases::default(), Notice::Damaged)
        }
        Err(Error::Refused(problems)) => (Cases::default(), Notice::Refused(problems)),
        Err(_) => (Cases::default(), Notice::Damaged),
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        if action.changes_answers() {
            state.link = None;
            state.asks_to_empty = false;
        }
        match action {
            Action::Speak(tag) if words::is_learned(tag) => {
                state.language = tag;
                if state.notice == Notice::NoWords {
                    state.notice = Notice::Nothing;
                }
            }
            Action::Type(path, typed) => {
                state.left.retain(|left| *left != path);
                state.cases.form_mut().set(&path, typed);
            }
            Action::Leave(path) => state.left.push(path),
            Action::Forget(path) => state.cases.form_mut().forget(&path),
            Action::RemoveItem(list, at) => {
                state.cases.form_mut().remove_item(&list, at);
                state.generation += 1;
            }
            Action::Toggle(column, lijn) => {
                let was_open = state.open == Some((column, lijn));
                state.open = (!was_open).then_some((column, lijn));
            }
            Action::Close => state.open = None,
            Action::Speak(_) => state.notice = Notice::NoWords,
            Action::Open(Fragment::Nothing) => {}
            Action::Open(fragment) => {
                let opened = Self::opened(state.today, state.coach, &fragment);
                let (language, generation) = (state.language, state.generation + 1);
                let kept = state.kept;
                state = Self { language, kept, generation, ..opened };
            }
            Action::Go(screen) => {
                state.screen = screen.min(ANSWER);
                state.moves += 1;
            }
            Action::Case(action) => state.work_on(action),
            Action::AskToEmpty(asks) => state.asks_to_empty = asks,
            Action::Empty => state.emptied(Notice::Nothing),
            Action::TimeOut => state.emptied(Notice::Forgotten),
            Action::Keep(kept) => state.kept = kept,
            Action::Coach(coach) => state.coach = coach,
            Action::Bring(Some(cases), notice) => {
                state.kept |= notice == Notice::Kept;
                state.bring(cases, notice);
            }
            Action::Bring(None, notice) => state.notice = notice,
            Action::Link(link) => {
                state.link = if state.link.is_none() { Some(link) } else { None };
            }
            Action::Print(sheet) => state.sheet = sheet,
            Action::Done(words) => state.done = words,
        }
        Rc::new(state)
    }
}

impl Action {
    /// Whether what was typed in is another after it.
    fn changes_answers(&self) -> bool {
        matches!(
            self,
            Self::Type(..)
                | Self::Forget(_)
                | Self::RemoveItem(..)
                | Self::Open(_)
                | Self::Case(_)
                | Self::Bring(..)
        )
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn opened(fragment: &Fragment) -> State {
        State::opened(date(2026, 11, 22), false, fragment)
    }

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
        let start = Rc::new(opened(&Fragment::Nothing));
        actions.into_iter().fold(start, Reducible::reduce)
    }

    #[test]
    fn what_is_typed_is_kept_as_it_is() {
        let state = after([Action::Type("baan.uurloon".into(), "12,3.4".into())]);
        assert_eq!(state.form().get("baan.uurloon"), "12,3.4");
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
            assert_eq!(
                (state.form(), &state.notice),
                (&Form::default(), &Notice::Damaged),
                "{json}"
            );
        }
        let state = opened(&Fragment::Case("{\"peildatum\": \"2026-10-01\"}".into()));
        assert_eq!(*state.form(), Form::default());
        assert!(matches!(state.notice, Notice::Refused(problems) if !problems.is_empty()));
    }

    #[test]
    fn a_half_filled_draft_comes_back() {
        let typed = after([Action::Type("baan.uurloon".into(), "12,".into())]);
        let again = opened(&Fragment::Draft(typed.cases.written()));
        assert_eq!((&again.cases, &again.notice), (&typed.cases, &Notice::Loaded));
        let damaged = opened(&Fragment::Draft("{}".into()));
        assert_eq!((damaged.cases.is_empty(), damaged.notice), (true, Notice::Damaged));
    }

    #[test]
    fn emptying_forgets_all_but_how_the_page_is_shown() {
        let typed = || Action::Type("baan.uurloon".into(), "12".into());
        let state =
            after([typed(), Action::Keep(true), Action::Case(CaseAction::Copy), Action::Empty]);
        assert!(state.cases.is_empty() && !state.kept);
        assert_eq!((state.cases.all().len(), state.generation), (1, 2));
        assert_eq!(after([typed(), Action::TimeOut]).notice, Notice::Forgotten);
    }

    #[test]
    fn a_link_holds_until_something_changes() {
        let link = || Action::Link("#f=x".into());
        assert!(after([link(), Action::Go(3)]).link.is_some());
        assert_eq!(after([link(), Action::Type("a".into(), "1".into())]).link, None);
    }

    #[test]
    fn leaving_a_field_is_undone_by_typing_in_it() {
        let path = || "baan.uurloon".to_owned();
        assert_eq!(after([Action::Leave(path())]).left, [path()]);
        let typed = Action::Type(path(), "1".into());
        assert!(after([Action::Leave(path()), typed]).left.is_empty());
    }
}
