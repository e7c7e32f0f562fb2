//! What meets what on the page: every text on its ground, and every line that tells something on what is around it.

/// A colour on another.
pub struct Pair {
    /// What is to be seen.
    pub ink: &'static str,
    /// What it stands on.
    pub ground: &'static str,
    /// How strongly it is shown, from 0 to 1.
    pub strength: f64,
    /// The least contrast.
    pub least: f64,
    /// What it is, for who reads the list.
    pub what: &'static str,
}

/// WCAG 2.2, 1.4.3: letters.
const LEAST_TEXT: f64 = 4.5;
/// WCAG 2.2, 1.4.11 and 2.4.13: fields, lines of drawings, the focus.
pub const LEAST_SHAPE: f64 = 3.0;

const fn text(ink: &'static str, ground: &'static str, what: &'static str) -> Pair {
    Pair { ink, ground, strength: 1.0, least: LEAST_TEXT, what }
}

const fn shape(ink: &'static str, ground: &'static str, what: &'static str) -> Pair {
    Pair { ink, ground, strength: 1.0, least: LEAST_SHAPE, what }
}

/// The line around what has the focus, and the one around that.
pub const FOCUS_INNER: &str = "--focus-rand";
/// The outer line.
pub const FOCUS_OUTER: &str = "--focus-vlak";
/// What can have the focus on it.
pub const FOCUS_GROUNDS: [&str; 6] =
    ["--vlak", "--grond", "--accent-vlak", "--accent-diep", "--let-op-vlak", "--minder-vlak"];

/// All but the focus.
pub const PAIRS: [Pair; 29] = [
    text("--tekst", "--vlak", "text on a card"),
    text("--tekst-zacht", "--vlak", "notes on a card"),
    text("--accent", "--vlak", "links and buttons"),
    text("--meer", "--vlak", "more money"),
    text("--minder", "--vlak", "less money, what is wrong"),
    text("--vlak", "--accent", "the button that goes on"),
    text("--tekst", "--grond", "text between the cards"),
    text("--tekst-zacht", "--grond", "the foot of the page"),
    text("--accent", "--grond", "links at the foot"),
    text("--tekst", "--accent-vlak", "explanations, what is chosen"),
    text("--tekst-zacht", "--accent-vlak", "notes in an explanation"),
    text("--accent", "--accent-vlak", "numbers of questions, links in an explanation"),
    text("--meer", "--accent-vlak", "an amount that is opened"),
    text("--minder", "--accent-vlak", "an amount that is opened"),
    text("--tekst", "--let-op-vlak", "what to watch"),
    text("--tekst-zacht", "--let-op-vlak", "notes on what to watch"),
    text("--accent", "--let-op-vlak", "links in what to watch"),
    text("--tekst", "--minder-vlak", "a message that something is wrong"),
    text("--accent", "--minder-vlak", "links in such a message"),
    text("--minder", "--minder-vlak", "what is wrong, in such a message"),
    text("--op-accent", "--accent-diep", "the band at the top"),
    Pair {
        ink: "--op-accent",
        ground: "--accent-diep",
        strength: 0.9,
        least: LEAST_TEXT,
        what: "the name of the page in that band",
    },
    text("--accent-diep", "--op-accent", "the language that is chosen"),
    shape("--rand-veld", "--vlak", "the edge of a field"),
    shape("--rand-veld", "--grond", "the edge of a field between the cards"),
    shape("--eigen", "--vlak", "her own part, in drawings"),
    shape("--accent", "--minder-vlak", "lines on striped ground"),
    shape("--minder", "--vlak", "stripes in drawings"),
    shape("--tekst", "--vlak", "lines in drawings"),
];
