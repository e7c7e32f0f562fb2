//! What stays on the device, only when she asks for it: the cases, and the moment until which they may be kept.
//! A browser that refuses to keep anything is not an error: the page goes on without.

use web_sys::Storage;

use crate::cases::Cases;

const KEY: &str = "rekenhulp";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Milliseconds since 1970, by the clock of the device. A whole number: floats as text weigh 10 kB.
#[expect(clippy::cast_possible_truncation, reason = "no clock of a device is past that")]
fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// Keeps the cases for so many minutes.
pub fn keep(cases: &Cases, minutes: u32) {
    if let Some(storage) = storage() {
        let until = now() + i64::from(minutes) * 60_000;
        // A full or forbidden storage keeps nothing; the page says nothing was promised.
        let _ = storage.set_item(KEY, &format!("{until}\n{}", cases.written()));
    }
}

/// Forgets what was kept.
pub fn wipe() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
}

/// What was kept, when there is something, its time is not over and it can be read.
pub fn read() -> Option<Cases> {
    let kept = storage()?.get_item(KEY).ok()??;
    let (until, written) = kept.split_once('\n').unwrap_or_default();
    let in_time = until.parse::<i64>().is_ok_and(|until| now() < until);
    let cases = Cases::read(written).filter(|_| in_time);
    if cases.is_none() {
        wipe();
    }
    cases
}
