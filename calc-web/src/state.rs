//! The state of the page and the only ways it changes. No DOM in here.

use crate::entry::{Column, Entry};
use std::rc::Rc;

use calc_core::Problem;
use jiff::civil::Date;
use yew::Reducible;

use crate::cases::Cases;
use crate::form::Form;
use crate::fragment::Fragment;
use crate::opening::{self, Brought, Source};
use crate::{carried, words};

/// The screen of the answer, after those of the questions. Behind it are its doors, each a screen of its own on a phone.
pub const ANSWER: usize = 8;
/// The last screen: that of the last door.
pub const LAST: usize = ANSWER + 6;

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Hers: plain words, pictures, what to do.
    Hers,
    /// The coach's: all figures, assumptions and sources.
    Coach,
}

/// What there is to say about a link or a file, or about what was kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Notice {
    /// Nothing.
    #[default]
    Nothing,
    /// What was in it is shown.
    Loaded(Source),
    /// What is in it would take the place of what was typed: she is asked first.
    Offers(Source, Box<Cases>),
    /// It could not be read.
    Damaged(Source),
    /// The engine refuses its case.
    Refused(Source, Vec<Problem>),
    /// What was kept on this device is shown.
    Kept,
    /// Nobody did anything for a while: everything was forgotten.
    Forgotten,
    /// The language that was asked for has no words yet.
    NoWords,
    /// The words of explanations are not there yet.
    NoExplanations,
}

/// What the second module says of her first twelve months.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TwelveMonths {
    /// It is not there: not yet, or it could not be loaded.
    #[default]
    Unknown,
    /// The case has none, and it says why in its place.
    Refused,
    /// The answer in a few words.
    Short(String),
}

/// Whether what is typed in is kept on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nobody asked for it, or not any more.
    Off,
    /// It is kept.
    On,
    /// It is kept, and about to be forgotten because nobody does anything.
    Ending,
    /// It was asked for, and the device cannot.
    Impossible,
}

/// The state of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The day the page was opened.
    pub today: Date,
    /// The version of the page, with what it was built from.
    pub version: Rc<str>,
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
    /// What came from a link or a file, or went into one, and is safe there.
    pub elsewhere: Cases,
    /// Whether what was typed in is kept on this device.
    pub keeping: Keeping,
    /// Whether the page waits for a yes before it forgets everything.
    pub asks_to_empty: bool,
    /// What the second module says of her first twelve months.
    pub twelve_months: TwelveMonths,
    /// The link that was made, as long as nothing changed since.
    pub link: Option<String>,
    /// The sheet that is being printed.
    pub sheet: Option<Sheet>,
    /// What was just done, in words, to be read out.
    pub done: String,
    /// The number fields that were left since they were last typed in.
    pub left: Vec<String>,
    /// What was typed in the number field of the hours line and is not taken over: not yet, or because it is no number
    /// of hours.
    pub hours_line: Option<String>,
    /// The amount whose explanation is open.
    pub open: Option<(Column, Entry)>,
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
    /// Something was typed in the number field of the hours line, and is not taken over.
    HoursLine(String),
    /// A field goes back to never answered.
    Forget(String),
    /// An item is taken out of a list.
    RemoveItem(String, usize),
    /// An explanation is opened, or closed when it was open.
    Toggle(Column, Entry),
    /// The explanation is closed.
    Close,
    /// The page is opened with another address.
    Open(Fragment),
    /// A file was opened; this is its text.
    OpenFile(String),
    /// Whether what is offered may take the place of what was typed.
    Accept(bool),
    /// What was typed in went into a file.
    Saved,
    /// The answer goes without what stands at a path that she cannot change.
    LeaveOut(String),
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
    /// This device cannot keep it.
    CannotKeep,
    /// What was kept on this device.
    BringKept(Cases),
    /// Everything is about to be forgotten, or not any more.
    Warn(bool),
    /// A link was made; the one that was there is put away.
    Link(String),
    /// A sheet is printed, or was.
    Print(Option<Sheet>),
    /// The browser prints by itself: a sheet must be there.
    OnPaper,
    /// The answer over her first twelve months in a few words; nothing when there is none.
    TwelveMonths(Option<String>),
    /// There is something to say.
    Tell(Notice),
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
        let mut state = Self {
            today,
            version: Rc::from(env!("CARGO_PKG_VERSION")),
            language: words::tag(),
            cases: Cases::default(),
            screen: 0,
            moves: 0,
            coach,
            elsewhere: Cases::default(),
            keeping: Keeping::Off,
            asks_to_empty: false,
            twelve_months: TwelveMonths::Unknown,
            link: None,
            sheet: None,
            done: String::new(),
            left: Vec::new(),
            hours_line: None,
            open: None,
            notice: Notice::Nothing,
            generation: 0,
        };
        if let Some(brought) = opening::link(fragment) {
            state.receive(brought, Source::Link);
        }
        state
    }

    /// The same, with the commit in its version.
    pub fn built_from(mut self, commit: Option<String>) -> Self {
        if let Some(commit) = commit {
            self.version = Rc::from(format!("{} ({commit})", self.version));
        }
        self
    }

    /// Whether what is typed in is kept on this device.
    pub fn is_kept(&self) -> bool {
        matches!(self.keeping, Keeping::On | Keeping::Ending)
    }

    /// Whether something was typed in that is nowhere else.
    pub fn is_typed(&self) -> bool {
        !self.cases.is_empty() && self.cases != self.elsewhere
    }

    /// What a link or a file holds is shown, told or offered.
    fn receive(&mut self, brought: Brought, from: Source) {
        match brought {
            Brought::Damaged => self.notice = Notice::Damaged(from),
            Brought::Refused(problems) => self.notice = Notice::Refused(from, problems),
            Brought::Cases(cases) if self.is_typed() && cases != self.cases => {
                self.notice = Notice::Offers(from, Box::new(cases));
            }
            Brought::Cases(cases) => self.bring(cases, Notice::Loaded(from)),
        }
    }

    fn accept(&mut self, yes: bool) {
        let Notice::Offers(from, cases) = std::mem::take(&mut self.notice) else { return };
        if yes {
            self.bring(*cases, Notice::Loaded(from));
            self.link = None;
            self.moves += 1;
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
        let twelve_months = std::mem::take(&mut self.twelve_months);
        let version = self.version.clone();
        *self = Self { version, language, moves, twelve_months, notice, generation, ..fresh };
    }

    /// Other cases in place of these.
    fn bring(&mut self, cases: Cases, notice: Notice) {
        self.elsewhere = if notice == Notice::Kept { Cases::default() } else { cases.clone() };
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

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        if action.changes_answers() {
            state.link = None;
            state.asks_to_empty = false;
            state.hours_line = None;
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
            Action::HoursLine(typed) => state.hours_line = Some(typed),
            Action::Forget(path) => state.cases.form_mut().forget(&path),
            Action::RemoveItem(list, at) => {
                state.cases.form_mut().remove_item(&list, at);
                state.generation += 1;
            }
            Action::Toggle(column, entry) => {
                let was_open = state.open == Some((column, entry));
                state.open = (!was_open).then_some((column, entry));
            }
            Action::Close => state.open = None,
            Action::Speak(_) => state.notice = Notice::NoWords,
            Action::Tell(notice) => state.notice = notice,
            Action::Warn(warns) if state.is_kept() => {
                state.keeping = if warns { Keeping::Ending } else { Keeping::On };
            }
            Action::Warn(_) => {}
            Action::Open(fragment) => {
                if let Some(brought) = opening::link(&fragment) {
                    state.receive(brought, Source::Link);
                }
            }
            Action::OpenFile(text) => state.receive(opening::file(&text), Source::File),
            Action::Accept(yes) => state.accept(yes),
            Action::Saved => state.elsewhere = state.cases.clone(),
            Action::LeaveOut(path) => {
                carried::leave_out(state.cases.form_mut(), &path);
                state.generation += 1;
            }
            Action::Go(screen) => {
                state.screen = screen.min(LAST);
                state.moves += 1;
            }
            Action::Case(action) => state.work_on(action),
            Action::AskToEmpty(asks) => state.asks_to_empty = asks,
            Action::Empty => state.emptied(Notice::Nothing),
            Action::TimeOut => state.emptied(Notice::Forgotten),
            Action::Keep(true) => state.keeping = Keeping::On,
            // Where keeping is impossible, that stays to be read: a look at the clock may come after it.
            Action::Keep(false) if !state.is_kept() => {}
            Action::Keep(false) => state.keeping = Keeping::Off,
            Action::CannotKeep => state.keeping = Keeping::Impossible,
            Action::Coach(coach) => state.coach = coach,
            Action::BringKept(cases) => {
                state.keeping = Keeping::On;
                state.bring(cases, Notice::Kept);
            }
            Action::TwelveMonths(words) => {
                state.twelve_months = words.map_or(TwelveMonths::Refused, TwelveMonths::Short);
            }
            Action::Link(link) => {
                state.link = if state.link.is_none() { Some(link) } else { None };
            }
            Action::Print(sheet) => state.sheet = sheet,
            Action::OnPaper => {
                let own = if state.coach { Sheet::Coach } else { Sheet::Hers };
                state.sheet = state.sheet.or(Some(own));
            }
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
                | Self::LeaveOut(_)
                | Self::Case(_)
                | Self::BringKept(_)
        )
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use calc_core::Lijn;

    use super::*;

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
        let start = Rc::new(State::opened(date(2026, 11, 22), false, &Fragment::Nothing));
        actions.into_iter().fold(start, Reducible::reduce)
    }

    #[test]
    fn what_is_typed_is_kept_as_it_is() {
        let state = after([Action::Type("baan.uurloon".into(), "12,3.4".into())]);
        assert_eq!(state.form().get("baan.uurloon"), "12,3.4");
    }

    #[test]
    fn one_explanation_is_open_at_a_time() {
        let bijstand = (Column::Nu, Entry::Line(Lijn::Bijstand));
        let open = || Action::Toggle(Column::Nu, Entry::Line(Lijn::Bijstand));
        assert_eq!(after([open()]).open, Some(bijstand));
        assert_eq!(after([open(), open()]).open, None);
        let other = Action::Toggle(Column::MetBaan, Entry::Line(Lijn::Bijstand));
        assert_eq!(
            after([open(), other]).open,
            Some((Column::MetBaan, Entry::Line(Lijn::Bijstand)))
        );
    }

    #[test]
    fn emptying_forgets_all_but_how_the_page_is_shown() {
        let typed = || Action::Type("baan.uurloon".into(), "12".into());
        let state =
            after([typed(), Action::Keep(true), Action::Case(CaseAction::Copy), Action::Empty]);
        assert!(state.cases.is_empty() && !state.is_kept());
        assert_eq!((state.cases.all().len(), state.generation), (1, 2));
        assert_eq!(after([typed(), Action::TimeOut]).notice, Notice::Forgotten);
    }

    #[test]
    fn that_nothing_can_be_kept_stays_to_be_read() {
        let keeping = |actions: [Action; 3]| after(actions).keeping;
        let impossible = [Action::Keep(true), Action::CannotKeep, Action::Keep(false)];
        assert!(matches!(keeping(impossible), Keeping::Impossible));
        let off = [Action::Keep(true), Action::Keep(false), Action::Keep(false)];
        assert!(matches!(keeping(off), Keeping::Off));
    }

    #[test]
    fn a_link_holds_until_something_changes() {
        let link = || Action::Link("#f=x".into());
        assert!(after([link(), Action::Go(3)]).link.is_some());
        assert_eq!(after([link(), Action::Type("a".into(), "1".into())]).link, None);
    }

    #[test]
    fn what_is_typed_at_the_hours_line_stays_until_an_answer_changes() {
        let refused = || Action::HoursLine("61".into());
        assert_eq!(after([refused(), Action::Go(3)]).hours_line.as_deref(), Some("61"));
        let typed = Action::Type("baan.uren_per_week".into(), "30".into());
        assert_eq!(after([refused(), typed]).hours_line, None);
    }

    #[test]
    fn leaving_a_field_is_undone_by_typing_in_it() {
        let path = || "baan.uurloon".to_owned();
        assert_eq!(after([Action::Leave(path())]).left, [path()]);
        let typed = Action::Type(path(), "1".into());
        assert!(after([Action::Leave(path()), typed]).left.is_empty());
    }
}
