//! What the result says in words: a stable code, the direction where it has one, and the values its sentence
//! needs. The sentences stand in the texts.

use jiff::civil::Date;

use crate::parameters::gemeenten::{GEMEENTEN, Gemeente};
use crate::value::{Shown, Value};

/// The default of `baan.start`, which has words of its own.
pub(crate) const EERSTE_VAN_DE_MAAND: &str = "eerste_van_de_maand";

/// Which way something that was left out would move the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Richting {
    /// More would be left.
    Meer,
    /// Less would be left.
    Minder,
    /// Not to be said.
    Onbekend,
}

impl Richting {
    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Meer => "meer",
            Self::Minder => "minder",
            Self::Onbekend => "onbekend",
        }
    }
}

/// A value in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A typed value, written as the language writes it.
    Value(Value),
    /// A name or path, written as it is.
    Text(String),
    /// Several values as people name them: "a, b and c".
    List(Vec<Value>),
    /// The month of a day.
    Month(Date),
}

/// One sentence of the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Melding {
    pub(crate) group: &'static str,
    /// Stable code.
    pub code: &'static str,
    /// Which way it would move the result.
    pub richting: Option<Richting>,
    /// Which of the sentences of this code, where it has more than one.
    pub(crate) variant: Option<&'static str>,
    pub(crate) args: Vec<(&'static str, Arg)>,
}

impl Melding {
    /// A sentence of a group of its own.
    pub(crate) fn van(group: &'static str, code: &'static str) -> Self {
        Self { group, code, richting: None, variant: None, args: Vec::new() }
    }

    /// Which way it would move the result.
    pub(crate) fn naar(self, richting: Richting) -> Self {
        Self { richting: Some(richting), ..self }
    }

    /// A choice or default that touched the result.
    pub(crate) fn aanname(code: &'static str) -> Self {
        Self { group: "aannames", code, richting: None, variant: None, args: Vec::new() }
    }

    /// Something that was left out.
    pub(crate) fn niet_berekend(code: &'static str, richting: Richting) -> Self {
        Self {
            group: "niet_berekend",
            code,
            richting: Some(richting),
            variant: None,
            args: Vec::new(),
        }
    }

    /// Something she should know.
    pub(crate) fn waarschuwing(code: &'static str) -> Self {
        Self { group: "waarschuwingen", code, richting: None, variant: None, args: Vec::new() }
    }

    /// Something she has to do.
    pub(crate) fn te_doen(code: &'static str) -> Self {
        Self { group: "te_doen.zin", code, richting: None, variant: None, args: Vec::new() }
    }

    /// What a municipal scheme is.
    pub(crate) fn gemeente(soort: &'static str) -> Self {
        Self { group: "gemeente.zin", code: soort, richting: None, variant: None, args: Vec::new() }
    }

    /// In the words of a case of its own: the text is that of `code_variant`.
    pub(crate) fn voor(self, variant: &'static str) -> Self {
        Self { variant: Some(variant), ..self }
    }

    /// Adds a value the sentence needs.
    pub(crate) fn met(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    /// The telling name of a code that says nothing by itself.
    pub fn naam(&self) -> Option<&'static str> {
        Some(match self.code {
            "keuze_1" => "vakantiegeld_in_mei",
            "keuze_2" => "vrijlating_over_loon_na_inhoudingen",
            "keuze_3" => "claim_na_vrijlating",
            "keuze_4" => "brutering_met_rekenregels_van_2019",
            "keuze_5" => "duurste_opvang_eerst",
            "keuze_7" => "iack_telt_mee_voor_bijstand",
            "keuze_8" => "alleen_verplichte_inhoudingen_tellen",
            "keuze_9" => "begonnen_maand_telt_heel",
            "keuze_10" => "oudste_is_partner",
            "keuze_11" => "zorgtoeslag_helft_van_partners",
            "keuze_12" => "vakantietoeslag_deel_van_bijstand",
            code => return naam_van_schulden(code).or_else(|| naam_van_week(code)),
        })
    }
}

/// What is chosen for debts; a build without them says none of it.
#[cfg(feature = "schulden")]
fn naam_van_schulden(code: &str) -> Option<&'static str> {
    Some(match code {
        "keuze_13" => "voet_naar_inkomen_van_de_maand",
        "keuze_14" => "voet_zonder_huurdeel_onder_nul",
        "keuze_15" => "voet_van_de_peildatum",
        "keuze_16" => "alimentatie_telt_voor_beslag",
        "keuze_17" => "echt_ander_inkomen_voor_beslag",
        "keuze_18" => "beslag_in_de_kalender",
        _ => return None,
    })
}

#[cfg(not(feature = "schulden"))]
const fn naam_van_schulden(_: &str) -> Option<&'static str> {
    None
}

/// What is chosen for a week plan; a build without it says none of it.
#[cfg(feature = "weekplan")]
fn naam_van_week(code: &str) -> Option<&'static str> {
    Some(match code {
        "keuze_w1" => "uren_op_twee_decimalen",
        "keuze_w2" => "een_tijd_van_plek_naar_plek",
        "keuze_w3" => "plekken_op_volgorde",
        "keuze_w4" => "tijd_rond_de_bel",
        "keuze_w5" => "brengen_en_werken_is_een_rit",
        "keuze_w6" => "vijf_gelijke_schooldagen",
        "keuze_w7" => "gewone_openingstijden",
        "keuze_w8" => "weinig_tijd_over_is_krap",
        "keuze_w9" => "kortste_deel_dat_past",
        "keuze_w10" => "per_uur_naar_boven_afgerond",
        "keuze_w11" => "schoolweken_en_vakantieweken",
        "keuze_w12" => "weken_schoolvakantie",
        "keuze_w13" => "hele_werkdag_met_pauze",
        "keuze_w14" => "leeftijd_bepaalt_school",
        "keuze_w15" => "in_de_vakantie_even_veel_werk",
        _ => return None,
    })
}

#[cfg(not(feature = "weekplan"))]
const fn naam_van_week(_: &str) -> Option<&'static str> {
    None
}

impl Arg {
    /// A default of the contract as people say it.
    pub(crate) fn of_default(default: &'static str) -> Self {
        match default {
            "true" => Self::Value(true.shown()),
            "false" => Self::Value(false.shown()),
            "null" | "[]" | "{}" | r#"{"soort": "geen"}"# => Self::Value("geen".shown()),
            EERSTE_VAN_DE_MAAND => Self::Value(EERSTE_VAN_DE_MAAND.shown()),
            written => {
                let gemeente = GEMEENTEN.iter().find(|gemeente| gemeente.code == written);
                Self::Text(gemeente.map_or(written, Gemeente::naam).to_owned())
            }
        }
    }
}
