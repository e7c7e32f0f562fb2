//! The address of an article, so that a reader can open the text of the law itself.

/// The laws whose articles are cited, by the name a citation ends with.
const LAWS: &[(&str, &str)] = &[
    ("Participatiewet", "BWBR0015703"),
    ("Awir", "BWBR0018472"),
    ("Wet op de zorgtoeslag", "BWBR0018451"),
    ("Wet op de huurtoeslag", "BWBR0008659"),
    ("Wet op het kindgebonden budget", "BWBR0022751"),
    ("Algemene Kinderbijslagwet", "BWBR0002368"),
    ("Wet kinderopvang", "BWBR0017017"),
    ("Besluit kinderopvangtoeslag", "BWBR0017321"),
    ("Wet IB 2001", "BWBR0011353"),
    ("Wet LB 1964", "BWBR0002471"),
    ("Wml", "BWBR0002638"),
    ("Rv", "BWBR0001827"),
];

/// Where the text of a cited article (`art. 31(2)(n) Participatiewet`) can be read; `None` for a citation that
/// is no article of law, such as a table or a brochure.
pub fn url(citation: &str) -> Option<String> {
    // A regulation whose name holds that of a law ("Regeling Participatiewet, …") ends with another word.
    let (_, id) = LAWS.iter().find(|(law, _)| citation.ends_with(law))?;
    let number = citation.strip_prefix("art. ").and_then(|rest| rest.split(['(', ' ']).next());
    let anchor = number.map(|number| format!("#Artikel{number}")).unwrap_or_default();
    Some(format!("https://wetten.overheid.nl/{id}{anchor}"))
}

#[cfg(test)]
mod tests {
    use super::url;

    #[test]
    fn an_article_opens_at_its_number() {
        let opens = |citation| url(citation).expect("a law");
        assert_eq!(
            opens("art. 31(2)(n) Participatiewet"),
            "https://wetten.overheid.nl/BWBR0015703#Artikel31"
        );
        assert_eq!(
            opens("art. 1.7 Wet kinderopvang"),
            "https://wetten.overheid.nl/BWBR0017017#Artikel1.7"
        );
        assert_eq!(
            opens("bijlage I Besluit kinderopvangtoeslag"),
            "https://wetten.overheid.nl/BWBR0017321"
        );
    }

    #[test]
    fn what_is_no_law_has_no_address() {
        assert_eq!(url("art. 11 Regeling Participatiewet, IOAW en IOAZ"), None);
        assert_eq!(url("Rekenvoorschriften loonheffing"), None);
    }
}
