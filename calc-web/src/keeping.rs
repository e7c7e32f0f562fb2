//! Keeps what is typed in on the device while she wants that, and forgets it when nobody does anything for a while: the
//! device may be shared. Reading, scrolling, a key, a touch and printing are doing something. Tabs share what is kept:
//! switched off in one, it is off in all, and only when all of them are left alone is it forgotten.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Interval;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, StorageEvent};
use yew::{UseReducerDispatcher, UseReducerHandle, hook, use_effect_with, use_mut_ref};

use crate::device;
use crate::state::{Action, State};

/// Kept things are forgotten when nobody did anything for so long.
const IDLE_MINUTES: u32 = 15;
/// So long before that she is warned.
const WARNING: i64 = 60_000;
const WHOLE: i64 = IDLE_MINUTES as i64 * 60_000;
const LINGERS: i64 = 20_000;
/// How often the clock of the device is looked at: a timer alone stands still while the device sleeps.
const LOOKS: u32 = 5_000;
/// Where the warning stands.
const WARNING_PLACE: &str = ".stilte";
/// What somebody does who is there.
const SIGNS: [&str; 12] = [
    "pointermove",
    "pointerdown",
    "keydown",
    "input",
    "wheel",
    "scroll",
    "touchstart",
    "touchmove",
    "focusin",
    "click",
    "beforeprint",
    "afterprint",
];

type Dispatcher = UseReducerDispatcher<State>;

/// Everything of the above.
#[hook]
pub fn use_keeping(state: &UseReducerHandle<State>) {
    use_effect_with(state.is_kept(), |kept| {
        let kept = *kept;
        move || {
            if kept {
                device::wipe();
            }
        }
    });
    // Whether this tab has kept something: when it is gone then, another tab has switched keeping off.
    let has_kept = use_mut_ref(|| false);
    let dispatcher = state.dispatcher();
    use_effect_with((state.is_kept(), state.cases.clone()), move |(kept, cases)| {
        if *kept && *has_kept.borrow() && device::time_left().is_none() {
            dispatcher.dispatch(Action::Keep(false));
        } else if *kept && !device::keep(cases, IDLE_MINUTES) {
            dispatcher.dispatch(Action::CannotKeep);
        }
        has_kept.replace(*kept);
    });
    let dispatcher = state.dispatcher();
    use_effect_with(state.is_kept(), move |kept| {
        let watch = kept.then(|| watch(dispatcher));
        move || drop(watch)
    });
}

/// What a tab knows while it keeps something.
struct Watch {
    dispatcher: Dispatcher,
    /// Whether the warning is there.
    warned: Cell<bool>,
    /// When somebody was last there, by the clock of the device.
    seen: Cell<i64>,
}

/// Looks at the clock and at what other tabs do, as long as what it returns is there.
fn watch(dispatcher: Dispatcher) -> (Interval, Vec<EventListener>) {
    let watch = Rc::new(Watch { dispatcher, warned: Cell::new(false), seen: Cell::new(0) });
    let looks = watch.clone();
    let looks = Interval::new(LOOKS, move || looks.look());
    let mut listeners = Vec::new();
    if let Some(window) = web_sys::window() {
        for sign in SIGNS {
            let (watch, options) = (watch.clone(), EventListenerOptions::run_in_capture_phase());
            let hears = move |event: &Event| watch.is_there(is_quiet(event));
            listeners.push(EventListener::new_with_options(&window, sign, options, hears));
        }
        listeners.push(EventListener::new(&window, "storage", move |event| {
            if let Some(event) = event.dyn_ref() {
                watch.heard(event);
            }
        }));
    }
    (looks, listeners)
}

/// Whether a sign leaves the warning where it is: on the way to its button, or at it.
fn is_quiet(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let warning = target.and_then(|target| target.closest(WARNING_PLACE).ok().flatten());
    event.type_() == "pointermove" || warning.is_some()
}

impl Watch {
    /// What the clock says.
    fn look(&self) {
        match device::time_left() {
            None => self.dispatcher.dispatch(Action::Keep(false)),
            Some(..=0) => self.dispatcher.dispatch(Action::TimeOut),
            Some(..=WARNING) => self.warn(true),
            // A while after the last sign, so that nothing goes away below a finger or a pointer.
            Some(left) if left < WHOLE - LINGERS => self.warn(false),
            Some(_) => {}
        }
    }

    fn warn(&self, now: bool) {
        if self.warned.replace(now) != now {
            self.dispatcher.dispatch(Action::Warn(now));
        }
    }

    /// Somebody is there. Who comes after the time is over, to a device that slept, may be somebody else.
    fn is_there(&self, is_quiet: bool) {
        let now = device::now();
        if !self.warned.get() && now - self.seen.get() < i64::from(LOOKS) {
            return;
        }
        self.seen.set(now);
        if device::time_left().is_none_or(|left| left <= 0) {
            self.look();
        } else {
            device::keep_longer(IDLE_MINUTES);
            self.warn(self.warned.get() && is_quiet);
        }
    }

    /// Another tab took away what was kept: the time was over, or keeping was switched off there.
    fn heard(&self, event: &StorageEvent) {
        let is_gone =
            event.key().is_none_or(|key| key == device::KEY) && event.new_value().is_none();
        if is_gone {
            let left = event.old_value().and_then(|kept| device::left(&kept));
            let is_over = left.is_some_and(|left| left <= 0);
            let action = if is_over { Action::TimeOut } else { Action::Keep(false) };
            self.dispatcher.dispatch(action);
        }
    }
}
