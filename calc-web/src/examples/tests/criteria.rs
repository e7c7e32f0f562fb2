//! The criteria of WCAG 2.2 that can be seen in the HTML of a part. Each check looks for what it is about and fails
//! when there is nothing of it: an example names a criterion only when it shows it. What needs a browser (focus,
//! contrast, sizes) is `tests/browser/accessibility.test.mjs`.

use super::seen::Seen;

/// Looks at a part in Dutch and in English.
type Check = fn(&Seen, &Seen);

/// The criteria with their checks.
const CHECKS: [(&str, Check); 12] = [
    ("1.1.1", |dutch, _| pictures_are_named(dutch)),
    ("1.3.1", |dutch, _| relations_are_marked(dutch)),
    ("1.3.5", |dutch, _| purposes_are_told(dutch)),
    ("1.4.1", never_colour_alone),
    ("2.4.4", links_say_where),
    ("2.4.6", headings_have_words),
    ("2.5.3", |dutch, _| what_is_seen_is_heard_first(dutch)),
    ("3.1.2", |_, english| dutch_says_so(english)),
    ("3.3.1", |dutch, _| mistakes_are_told(dutch)),
    ("3.3.2", |dutch, _| fields_have_labels(dutch)),
    ("4.1.2", |dutch, _| controls_have_names_and_states(dutch)),
    ("4.1.3", |dutch, _| something_speaks_by_itself(dutch)),
];

/// Holds a part against a criterion.
pub fn hold(criterion: &str, dutch: &Seen, english: &Seen) {
    let check = CHECKS.iter().find(|(known, _)| *known == criterion);
    check.unwrap_or_else(|| panic!("{criterion} cannot be seen in HTML")).1(dutch, english);
}

/// Every criterion that can be seen.
pub fn all() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|(criterion, _)| *criterion)
}

fn is_silent(path: &[&Seen]) -> bool {
    path.iter().any(|it| it.at("aria-hidden") == Some("true"))
}

fn pictures_are_named(part: &Seen) {
    let mut pictures = 0;
    for path in part.paths() {
        let Some((last, around)) = path.split_last() else { continue };
        if last.name != "svg" || around.iter().any(|it| it.name == "svg") {
            continue;
        }
        let named = last.at("role") == Some("img")
            && last.at("aria-label").is_some_and(|it| !it.is_empty());
        assert!(named != is_silent(&path), "a picture is named or not told: {last:?}");
        pictures += usize::from(named);
    }
    assert!(pictures > 0, "no picture");
}

fn relations_are_marked(part: &Seen) {
    let mut marked = 0;
    for heading in part.named("th") {
        let is_marked = ["scope", "role"].iter().any(|it| heading.at(it).is_some());
        assert!(is_marked, "{heading:?}");
        marked += 1;
    }
    for row in part.named("tr") {
        let cells = row.children().filter(|it| ["th", "td"].contains(&&*it.name)).count();
        assert_eq!(cells, row.children().count(), "a row holds cells only");
    }
    for group in part.named("fieldset") {
        let legend = group.children().next().filter(|it| it.name == "legend");
        assert!(legend.is_some_and(|it| !it.text().is_empty()), "{group:?}");
        marked += 1;
    }
    for list in part.all().into_iter().filter(|it| ["ul", "ol"].contains(&&*it.name)) {
        assert!(list.children().all(|it| it.name == "li"), "a list holds items only: {list:?}");
        marked += list.children().count();
    }
    assert!(marked > 0, "no table, group or list");
}

fn purposes_are_told(part: &Seen) {
    for purpose in ["bday-month", "bday-year"] {
        part.one("autocomplete", purpose);
    }
}

/// What a class says with a colour, words or a sign say too.
fn never_colour_alone(dutch: &Seen, english: &Seen) {
    let mut coloured = 0;
    let languages =
        [(dutch, ["meer", "minder"], "anders"), (english, ["more", "less"], "different")];
    for (part, words, different) in languages {
        for path in part.paths() {
            let (Some(last), around) = (path.last(), &path[path.len().saturating_sub(3)..]) else {
                continue;
            };
            let (more, less) = (last.has_class("bedrag--meer"), last.has_class("bedrag--minder"));
            let is_other = last.has_class("geval__anders");
            if !(more
                || less
                || is_other
                || last.has_class("fase--minder")
                || last.has_class("fase--meer"))
            {
                continue;
            }
            let text = around[0].text();
            let is_told = is_other && last.text().contains(different)
                || ['+', '−'].iter().any(|sign| last.text().starts_with(*sign))
                || words.iter().any(|word| text.to_lowercase().contains(word));
            assert!(is_told, "only a colour: {text}");
            coloured += 1;
        }
    }
    assert!(coloured > 1, "nothing has a colour");
}

fn links_say_where(dutch: &Seen, english: &Seen) {
    for (part, tab) in [(dutch, "nieuw tabblad"), (english, "new tab")] {
        assert!(!part.named("a").is_empty(), "no link");
        for link in part.named("a") {
            assert!(!link.text().trim().is_empty() && link.at("href").is_some(), "{link:?}");
            let is_public = link.at("href").is_some_and(|it| it.starts_with("https://"));
            assert_eq!(link.text().contains(tab), link.at("target") == Some("_blank"), "{link:?}");
            assert_eq!(link.at("target") == Some("_blank"), is_public, "{link:?}");
        }
    }
}

fn headings_have_words(dutch: &Seen, english: &Seen) {
    for part in [dutch, english] {
        let headings: Vec<&Seen> =
            ["h1", "h2", "h3", "h4"].iter().flat_map(|name| part.named(name)).collect();
        assert!(!headings.is_empty(), "no heading");
        for heading in headings {
            assert!(
                heading.text().chars().filter(|it| it.is_alphabetic()).count() > 1,
                "{heading:?}"
            );
        }
    }
}

/// Who speaks to the page says what is seen.
fn what_is_seen_is_heard_first(part: &Seen) {
    let mut buttons = 0;
    for button in part.named("button") {
        let children: Vec<&Seen> = button.children().collect();
        if let Some(heard) = children.iter().position(|it| it.has_class("onzichtbaar")) {
            assert!(heard > 0 && heard + 1 == children.len(), "{button:?}");
            assert!(button.at("aria-label").is_none(), "{button:?}");
            buttons += 1;
        }
    }
    assert!(buttons > 0, "no button says more than is seen");
}

/// Articles, and in the heading of a row the name of a scheme behind its English one. Terms in running words, in the
/// name of a button and in a drawing are exempt (docs/accessibility.md, 3.1.2 and "What remains").
fn dutch_says_so(english: &Seen) {
    let mut marked = 0;
    for path in english.paths() {
        let Some(last) = path.last().filter(|it| it.holds_text().0) else { continue };
        let words = last.text();
        let is_name = ["toeslag)", "bijslag)", "budget)"].iter().any(|it| words.ends_with(it));
        let is_heading = path.iter().any(|it| it.name == "th");
        let is_marked = path.iter().any(|it| it.at("lang") == Some("nl"));
        assert!(is_marked || !words.starts_with("art. "), "{words}");
        assert!(is_marked || !(is_name && is_heading), "{words}");
        marked += usize::from(is_marked);
    }
    assert!(marked > 0, "nothing is marked as Dutch");
}

fn mistakes_are_told(part: &Seen) {
    let wrong = part.with("aria-invalid", "true");
    assert!(!wrong.is_empty(), "no mistake");
    for field in wrong {
        let lines = field.at("aria-describedby").unwrap_or_default();
        let told =
            lines.split(' ').find(|id| id.ends_with("-fout")).expect("a line about the mistake");
        let told = part.one("id", told).text();
        assert!(told.starts_with("Let op: ") && told.len() > "Let op: ".len(), "{told}");
    }
}

fn fields_have_labels(part: &Seen) {
    let mut fields = 0;
    for path in part.paths() {
        let Some((field, around)) = path.split_last() else { continue };
        if !["input", "select"].contains(&&*field.name) {
            continue;
        }
        let of_own = field.at("id").map_or_else(Vec::new, |id| part.with("for", id));
        let around = around.iter().copied().filter(|it| it.name == "label");
        let label: String = of_own.into_iter().chain(around).map(Seen::text).collect();
        assert!(!label.trim().is_empty(), "no label: {field:?}");
        for id in field.at("aria-describedby").unwrap_or_default().split_terminator(' ') {
            assert!(!part.one("id", id).text().is_empty() || id == "uren-fout", "{id}");
        }
        fields += 1;
    }
    assert!(fields > 0, "no field");
}

fn controls_have_names_and_states(part: &Seen) {
    let mut controls = 0;
    for control in part.named("button") {
        assert_eq!(control.at("type"), Some("button"), "it would send the form: {control:?}");
        assert!(!control.spoken().is_empty(), "{control:?}");
        for state in ["aria-expanded", "aria-pressed", "aria-disabled"] {
            let value = control.at(state).unwrap_or("false");
            assert!(["true", "false"].contains(&value), "{control:?}");
        }
        if let Some(opened) = control.at("aria-controls") {
            assert_eq!(control.at("aria-expanded"), Some("true"), "{control:?}");
            part.one("id", opened);
        }
        controls += 1;
    }
    for folded in part.named("details") {
        let summary = folded.children().next().filter(|it| it.name == "summary");
        assert!(summary.is_some_and(|it| !it.text().is_empty()), "{folded:?}");
        controls += 1;
    }
    for slider in part.with("type", "range") {
        assert!(slider.at("aria-valuetext").is_some_and(|it| it.contains("uur")), "{slider:?}");
        controls += 1;
    }
    assert!(controls > 0, "nothing to press");
}

fn something_speaks_by_itself(part: &Seen) {
    let places = [("role", "status"), ("role", "alert"), ("aria-live", "polite")];
    let found: usize = places.iter().map(|(name, value)| part.with(name, value).len()).sum();
    assert!(found > 0, "no place that is read out by itself");
}
