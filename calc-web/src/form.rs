//! What was typed in, kept exactly as it was typed.
//!
//! Every field has a path. Where the stable contract has a field, the path is the contract's
//! (`huishouden.kinderen.0.opvang.0.uurprijs`); what only the page asks stands under `vraag.`, and what a
//! link brought but the page does not ask stands under `mee.`, as JSON. A date is two fields, `.maand` and
//! `.jaar`, and the `.dag` a link may have brought.

use crate::bounds::MOST_CHILDREN;

/// Answers by their path. A path that is absent was never answered; one that is empty was emptied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// What was typed; nothing when nothing was.
    pub fn get(&self, path: &str) -> &str {
        self.0.iter().find(|(known, _)| known == path).map_or("", |(_, typed)| typed)
    }

    /// Whether something was ever typed or chosen, even if it was emptied after.
    pub fn is_touched(&self, path: &str) -> bool {
        self.0.iter().any(|(known, _)| known == path)
    }

    /// Every answer with its path, in the order they were given.
    pub fn answers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, typed)| (path.as_str(), typed.as_str()))
    }

    /// Brings back an answer that was written down before, and nothing else changes.
    pub fn bring(&mut self, path: &str, typed: String) {
        match self.0.iter_mut().find(|(known, _)| known == path) {
            Some((_, old)) => *old = typed,
            None => self.0.push((path.to_owned(), typed)),
        }
    }

    /// Keeps what was typed.
    pub fn set(&mut self, path: &str, typed: impl Into<String>) {
        self.bring(path, typed.into());
        // A day that came with a link belongs to the month that came with it.
        if let Some(date) = path.strip_suffix(".maand").or(path.strip_suffix(".jaar")) {
            self.forget(&format!("{date}.dag"));
            self.forget(&asked_day(date));
        }
        // The field for the day stays as long as she may want to change what she chose there.
        if let Some(date) = path.strip_suffix(".dag") {
            self.bring(&asked_day(date), "ja".to_owned());
        }
        if path == "peildatum" {
            self.forget("peildatum.dag");
            // The first working day of a link belongs to the month of that link too.
            self.forget("mee.baan.start");
        }
    }

    /// Back to never answered.
    pub fn forget(&mut self, path: &str) {
        self.0.retain(|(known, _)| known != path);
    }

    /// Takes an item out of a list: those after it move up.
    pub fn remove_item(&mut self, list: &str, at: usize) {
        let prefix = format!("{list}.");
        self.0 = std::mem::take(&mut self.0)
            .into_iter()
            .filter_map(|(path, typed)| {
                // What is carried for an item goes where the item goes.
                let (mark, bare) =
                    path.strip_prefix("mee.").map_or(("", &*path), |bare| ("mee.", bare));
                let Some((index, rest)) = bare.strip_prefix(&prefix).and_then(split_index) else {
                    return Some((path, typed));
                };
                match index.cmp(&at) {
                    std::cmp::Ordering::Less => Some((path, typed)),
                    std::cmp::Ordering::Equal => None,
                    std::cmp::Ordering::Greater => {
                        Some((format!("{mark}{prefix}{}.{rest}", index - 1), typed))
                    }
                }
            })
            .collect();
    }

    /// How many items a list has: one more than the highest index in it, and no more than any list that is asked.
    pub fn items(&self, list: &str) -> usize {
        let prefix = format!("{list}.");
        self.0
            .iter()
            .filter_map(|(path, _)| path.strip_prefix(&prefix).and_then(split_index))
            .map(|(index, _)| index.min(MOST_CHILDREN - 1) + 1)
            .max()
            .unwrap_or(0)
    }

    /// A number of things that was chosen, never more than can be chosen.
    pub fn count(&self, path: &str) -> usize {
        self.get(path).parse().unwrap_or(0).min(MOST_CHILDREN)
    }

    /// Whether a question was answered with yes.
    pub fn is_yes(&self, path: &str) -> bool {
        self.get(path) == "ja"
    }

    /// Whether the day of a date was chosen on the page.
    pub fn is_day_chosen(&self, date: &str) -> bool {
        self.is_touched(&asked_day(date))
    }

    /// What a link brought that the page does not ask: path of the contract and JSON.
    pub fn carried(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter_map(|(path, json)| Some((path.strip_prefix("mee.")?, json.as_str())))
    }
}

/// Where it stands that the day of a date was asked.
fn asked_day(date: &str) -> String {
    format!("{date}.dag_gekozen")
}

fn split_index(path: &str) -> Option<(usize, &str)> {
    let (index, rest) = path.split_once('.')?;
    Some((index.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emptied_is_not_the_same_as_never_answered() {
        let mut form = Form::default();
        assert!(!form.is_touched("baan.uurloon"));
        form.set("baan.uurloon", "");
        assert!(form.is_touched("baan.uurloon"));
        form.forget("baan.uurloon");
        assert!(!form.is_touched("baan.uurloon"));
    }

    #[test]
    fn taking_an_item_out_moves_the_others_up() {
        let mut form = Form::default();
        form.set("lijst.0.a", "eerste");
        form.set("lijst.1.a", "tweede");
        form.set("lijst.2.a", "derde");
        form.remove_item("lijst", 1);
        assert_eq!(form.items("lijst"), 2);
        assert_eq!((form.get("lijst.0.a"), form.get("lijst.1.a")), ("eerste", "derde"));
    }

    #[test]
    fn what_is_carried_for_an_item_moves_with_it() {
        let mut form = Form::default();
        form.set("mee.lijst.0.a", "1");
        form.set("mee.lijst.1.a", "2");
        form.remove_item("lijst", 0);
        assert_eq!(form.carried().collect::<Vec<_>>(), [("lijst.0.a", "2")]);
    }

    #[test]
    fn no_number_sets_more_than_can_be_chosen() {
        let mut form = Form::default();
        form.set("vraag.kinderen", "100000");
        form.set(&format!("lijst.{}.a", usize::MAX), "");
        assert_eq!((form.count("vraag.kinderen"), form.items("lijst")), (12, 12));
    }

    #[test]
    fn another_month_is_not_the_day_of_the_link() {
        let mut form = Form::default();
        form.set("huishouden.geboren.dag", "17");
        form.set("huishouden.geboren.maand", "4");
        assert!(!form.is_touched("huishouden.geboren.dag"));
    }
}
