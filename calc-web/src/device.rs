//! What stays on the device, only when she asks for it: the cases, and the moment until which they may be kept. Tabs
//! share it, so it also tells each of them what happened in another.

use web_sys::Storage;

use crate::cases::Cases;

/// Where it is kept.
pub const KEY: &str = "rekenhulp";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Milliseconds since 1970, by the clock of the device. A whole number: floats as text weigh 10 kB.
#[expect(clippy::cast_possible_truncation, reason = "no clock of a device is past that")]
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// Keeps the cases for so many minutes. `false` when the device cannot: it is full, forbids it, or has no such place.
pub fn keep(cases: &Cases, minutes: u32) -> bool {
    write(&cases.written(), minutes)
}

fn write(written: &str, minutes: u32) -> bool {
    let Some(storage) = storage() else { return false };
    let until = now() + i64::from(minutes) * 60_000;
    let text = format!("{until}\n{written}");
    storage.set_item(KEY, &text).is_ok()
        && storage.get_item(KEY).is_ok_and(|kept| kept.as_ref() == Some(&text))
}

/// Forgets what was kept.
pub fn wipe() {
    if let Some(storage) = storage() {
        // What cannot be removed could not be kept either.
        let _ = storage.remove_item(KEY);
    }
}

fn kept() -> Option<String> {
    storage()?.get_item(KEY).ok()?
}

/// For how many more milliseconds it may be kept; `None` when nothing is kept, for instance because keeping was
/// switched off in another tab.
pub fn time_left() -> Option<i64> {
    left(&kept()?)
}

/// The same of what was kept a moment ago.
pub fn left(kept: &str) -> Option<i64> {
    let (until, _) = kept.split_once('\n')?;
    Some(until.parse::<i64>().ok()? - now())
}

/// Keeps what is kept, whichever tab wrote it, for so many minutes from now.
pub fn keep_longer(minutes: u32) {
    let kept = kept();
    if let Some((_, written)) = kept.as_deref().and_then(|kept| kept.split_once('\n')) {
        // The device kept as much a moment ago.
        let _ = write(written, minutes);
    }
}

/// What was kept, when there is something, its time is not over and it can be read.
pub fn read() -> Option<Cases> {
    let kept = kept()?;
    let written = kept.split_once('\n').map(|(_, written)| written);
    let in_time = left(&kept).is_some_and(|left| left > 0);
    let cases = written.filter(|_| in_time).and_then(Cases::read);
    if cases.is_none() {
        wipe();
    }
    cases
}
