//! What has to come out: an amount with its sum, a word, or that something is told or not.

use serde_json::Value;
use tests::decimal;

/// What stands at a path of the result.
pub enum Expected {
    /// This amount, worked out like this.
    Amount { amount: String, sum: String },
    /// This word, number, or yes or no.
    Is(Value),
    /// Something, or nothing.
    There(bool),
}

impl Expected {
    /// What is wrong with it, if anything.
    pub fn wrong(&self, result: &Value, path: &str) -> Option<String> {
        let found = at(result, path);
        let told = found.map_or("there is nothing".to_owned(), |found| {
            found.as_str().map_or_else(|| found.to_string(), str::to_owned)
        });
        match self {
            Self::Amount { amount, sum } => {
                let same = is_amount(&told) && decimal(&told) == decimal(amount);
                (!same).then(|| format!("{path}: {told}, not {amount} = {sum}"))
            }
            Self::Is(word) => (found != Some(word)).then(|| format!("{path}: {told}, not {word}")),
            Self::There(true) => found.is_none().then(|| format!("{path}: {told}")),
            // A path with a slip in it leads to nothing as well: what it stands in has to be there.
            Self::There(false) => {
                let around = path.rsplit_once('.').map_or(Some(result), |(it, _)| at(result, it));
                (found.is_some() || around.is_none()).then(|| {
                    format!("{path}: {told}, and its place is there: {}", around.is_some())
                })
            }
        }
    }
}

/// Whether a text is an amount as the contract writes it, in cents.
fn is_amount(text: &str) -> bool {
    let (euros, cents) = text.rsplit_once('.').unwrap_or_default();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(euros.trim_start_matches('-')) && digits(cents) && cents.len() == 2
}

/// What stands at a path; in a list by number, or by the `code` or `lijn` that each of it has, with `@2027` the one of
/// that year.
fn at<'a>(result: &'a Value, path: &str) -> Option<&'a Value> {
    let found = path.split('.').try_fold(result, |place, name| match place {
        Value::Array(items) => in_list(items, name),
        _ => place.get(name),
    });
    found.filter(|found| !found.is_null())
}

/// What a list has under a name: a number from 0, a code, or a code and a year.
fn in_list<'a>(items: &'a [Value], name: &str) -> Option<&'a Value> {
    if let Ok(at) = name.parse::<usize>() {
        return items.get(at);
    }
    let (name, year) = name.split_once('@').map_or((name, None), |(name, year)| (name, Some(year)));
    items.iter().find(|it| {
        (it["code"] == name || it["lijn"] == name) && year.is_none_or(|year| it["jaar"] == year)
    })
}
