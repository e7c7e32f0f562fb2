//! The table of the worked households in docs/sources.md, and the folder of each.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::file::File;

const BEGIN: &str =
    "<!-- worked households: made from fixtures/worked, see fixtures/README.md -->\n";
const END: &str = "<!-- end of the worked households -->\n";

/// The page with the table as it has to be; none when it has no place for one.
pub fn renewed(page: &str, files: &BTreeMap<String, File>) -> Option<String> {
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    let mut table = "| rule | what it shows | worked out | cases |\n|---|---|---|---|\n".to_owned();
    for (name, File { rule, what, source, cases, .. }) in files {
        let cases = cases.len();
        // The rule is a link, so that no row passes for the entry of an article in the tables above.
        let link = format!("[{rule}](../fixtures/worked/{name})");
        // A text that is written to does not fail.
        let _ = writeln!(table, "| {link} | {what} | {source} | {cases} |");
    }
    Some(format!("{before}{BEGIN}{table}{END}{after}"))
}

/// The folder of a rule: its first article and the law, as in `art-31-participatiewet`.
pub fn folder(rule: &str) -> String {
    let Some(cited) = rule.strip_prefix("art. ") else { return "no-article".to_owned() };
    let cited = cited.split(';').next().unwrap_or_default();
    let article = cited.split(['(', ',', ' ']).next().unwrap_or_default();
    let law = cited.find(char::is_uppercase).map_or("", |at| &cited[at..]);
    format!("art-{article}-{}", law.to_lowercase().replace(' ', "-"))
}
