//! The answer read out: politely, and only once she stops typing.

use gloo_timers::callback::Timeout;
use yew::{Html, hook, html, use_effect_with, use_state};

use crate::dom::text;

const PAUSE_MS: u32 = 1_000;

/// The place where the answer is read out.
#[hook]
pub fn use_live(words: String) -> Html {
    let said = use_state(String::new);
    {
        let said = said.clone();
        use_effect_with(words, move |words| {
            let words = words.clone();
            let wait = Timeout::new(PAUSE_MS, move || said.set(words));
            move || drop(wait)
        });
    }
    html! { <div class="onzichtbaar" aria-live="polite" aria-atomic="true" data-gesproken="">{ text(&**said) }</div> }
}
