//! The words of a result: every sentence is made here, of a code and the values it has.

#[cfg(feature = "calendar")]
use crate::calendar::{self, Code, LaterCode};
use crate::format::{self, Euros, euro};
use crate::message::{Arg, Melding};
#[cfg(feature = "calendar")]
use crate::money::Euro;
use crate::month::{GemeenteRegeling, Reden, TeDoen};
use crate::parameters::gemeenten::Status;
use crate::schemes::gemeente;
use crate::texts::{self, Language};
#[cfg(feature = "calendar")]
use crate::value::Unit;
use crate::value::Value;

impl Melding {
    /// The sentence in a language.
    pub fn tekst(&self, language: Language) -> String {
        self.tekst_met(language, Euros::Cents)
    }

    /// The sentence, with its amounts as fine as is asked.
    pub fn tekst_met(&self, language: Language, euros: Euros) -> String {
        let args: Vec<(&str, String)> =
            self.args.iter().map(|(name, arg)| (*name, written(arg, language, euros))).collect();
        let variant = self.variant.map(|variant| format!("_{variant}")).unwrap_or_default();
        texts::fill(language, &format!("{}.{}{variant}", self.group, self.code), &args)
    }

    /// One value of the sentence, as the language writes it.
    pub fn arg(&self, language: Language, name: &str) -> Option<String> {
        self.args
            .iter()
            .find(|(given, _)| *given == name)
            .map(|(_, arg)| written(arg, language, Euros::Cents))
    }
}

impl Reden {
    /// The reason in words.
    pub fn tekst(&self, language: Language) -> String {
        texts::fill(language, &format!("redenen.{}", self.reason.code), &[])
    }
}

impl TeDoen {
    /// What to do, in plain words.
    pub fn tekst(&self, language: Language) -> String {
        self.zin.tekst(language)
    }

    /// The same, with its amounts as fine as is asked.
    pub fn tekst_met(&self, language: Language, euros: Euros) -> String {
        self.zin.tekst_met(language, euros)
    }
}

#[cfg(feature = "calendar")]
impl calendar::Bericht {
    /// The sentence in a language.
    pub fn tekst(&self, language: Language) -> String {
        self.zin.tekst(language)
    }

    /// The same, with its amounts as fine as is asked.
    pub fn tekst_met(&self, language: Language, euros: Euros) -> String {
        self.zin.tekst_met(language, euros)
    }
}

#[cfg(feature = "calendar")]
impl calendar::TeDoen {
    /// What to do, in plain words.
    pub fn tekst(&self, language: Language) -> String {
        self.zin.tekst(language)
    }

    /// The same, with its amounts as fine as is asked.
    pub fn tekst_met(&self, language: Language, euros: Euros) -> String {
        self.zin.tekst_met(language, euros)
    }
}

#[cfg(feature = "calendar")]
impl calendar::WatAls {
    /// What is said of it, under the name of what is changed: a line each.
    pub fn regels(&self, naam: &str, language: Language, euros: Euros) -> Vec<String> {
        let said = |key: &str, args: &[(&str, String)]| {
            texts::fill(language, &format!("kalender.tekst.{key}"), args)
        };
        let of = |bedrag: Euro| ("bedrag", euros.write(language, bedrag.max(-bedrag).amount()));
        let echt = self.echt_van_haar;
        let key = if echt < Euro::ZERO { "echt_van_haar_tekort" } else { "echt_van_haar" };
        let mut regels = vec![said(key, &[of(echt)])];
        let terug = [
            ("terug_belasting", self.terug.belasting),
            ("terug_toeslagen", self.terug.toeslagen),
            ("terug_bijstand", self.terug.bijstand),
        ];
        for (key, bedrag) in terug.into_iter().filter(|(_, bedrag)| bedrag.is_positive()) {
            regels.push(said(key, &[of(bedrag)]));
        }
        regels.extend(self.verschil_met_nooit.map(|it| verschil_met_nooit(it, language, euros)));
        let datum = format::value(language, &Value::Date(self.laagste.datum));
        let laagste = euros.write(language, self.laagste.bedrag.amount());
        regels.push(said("laagste", &[("bedrag", laagste), ("datum", datum)]));
        if naam == "niet_gemeld" {
            regels.push(said("niet_gemeld_boete", &[]));
        }
        regels
    }

    /// What is changed: that the job stops after so many months.
    pub fn kop(&self, naam: &str, language: Language) -> String {
        let maanden = |na: u32| format::number(language, na.into(), Unit::Months);
        let args = self.na.map(|na| ("maanden", maanden(na)));
        texts::fill(language, &format!("kalender.tekst.{naam}"), args.as_slice())
    }
}

/// What twelve months come to, beside never having started.
#[cfg(feature = "calendar")]
pub fn verschil_met_nooit(verschil: Euro, language: Language, euros: Euros) -> String {
    let key = match verschil {
        verschil if verschil.is_positive() => "verschil_meer",
        verschil if verschil.is_zero() => "verschil_gelijk",
        _ => "verschil_minder",
    };
    let bedrag = euros.write(language, verschil.max(-verschil).amount());
    texts::fill(language, &format!("kalender.tekst.{key}"), &[("bedrag", bedrag)])
}

#[cfg(feature = "calendar")]
impl calendar::Code {
    /// The name of the line.
    pub fn naam(self, language: Language) -> String {
        texts::fill(language, &format!("kalender.lijnen.{}", self.word()), &[])
    }

    /// Whether it is something that is paid.
    const fn gaat_af(self) -> bool {
        matches!(
            self,
            Self::VasteLasten
                | Self::Leefgeld
                | Self::Opvang
                | Self::Reiskosten
                | Self::NaarSchuldeisers
        )
    }

    /// Whether it comes or goes once.
    const fn is_eenmalig(self) -> bool {
        matches!(
            self,
            Self::Vakantiegeld
                | Self::VakantietoeslagBijstand
                | Self::Belasting
                | Self::BelastingNaarGemeente
                | Self::Afrekening(_)
        )
    }
}

#[cfg(feature = "calendar")]
impl calendar::Reden {
    /// How much more or less, and why.
    pub fn tekst(&self, language: Language) -> String {
        self.tekst_met(language, Euros::Cents)
    }

    /// The same, with its amounts as fine as is asked.
    pub fn tekst_met(&self, language: Language, euros: Euros) -> String {
        let (key, bedrag) = if self.lijn.is_eenmalig() {
            let key = match self.bedrag {
                bedrag if bedrag.is_zero() => "was",
                bedrag if bedrag.is_positive() => "komt",
                _ => "gaat",
            };
            (key, self.bedrag)
        } else {
            // Of what is paid more is more, although less is left.
            let meer = self.verschil.is_positive() != self.lijn.gaat_af();
            (if meer { "meer" } else { "minder" }, self.verschil)
        };
        let bedrag = euros.write(language, bedrag.amount().abs());
        let args = [("lijn", self.lijn.naam(language)), ("bedrag", bedrag)];
        let mut zinnen = vec![texts::fill(language, &format!("kalender.redenen.{key}"), &args)];
        let code = |code: &&str| texts::fill(language, &format!("kalender.redenen.{code}"), &[]);
        zinnen.extend(self.codes.iter().map(code));
        zinnen.join(" ")
    }
}

#[cfg(feature = "calendar")]
impl calendar::Later {
    /// What comes or has to be paid, in plain words.
    pub fn tekst(&self, language: Language) -> String {
        let krijgt = self.bedrag.is_positive();
        let kies = |krijgen, betalen| if krijgt { krijgen } else { betalen };
        let mut args = vec![("bedrag", euro(language, self.bedrag.amount().abs()))];
        args.extend(self.jaar.map(|jaar| ("jaar", jaar.to_string())));
        let key = match self.code {
            LaterCode::Stroom(Code::Belasting) => kies("belasting_terug", "belasting_betalen"),
            LaterCode::Stroom(Code::Afrekening(soort)) => {
                args.push(("toeslag", format::value(language, &Value::Word(soort.word()))));
                kies("afrekening_krijgen", "afrekening_betalen")
            }
            LaterCode::BijstandOpenstaand => {
                kies("bijstand_openstaand_krijgen", "bijstand_openstaand_betalen")
            }
            LaterCode::Stroom(_) => "belasting_naar_gemeente",
            LaterCode::VakantiegeldOpgebouwd => "vakantiegeld_opgebouwd",
            LaterCode::VakantietoeslagOpgebouwd => "vakantietoeslag_opgebouwd",
            LaterCode::LoonLater => "loon_later",
        };
        texts::fill(language, &format!("kalender.later.{key}"), &args)
    }
}

impl GemeenteRegeling {
    /// What it is, with her numbers, and how much is known of it.
    pub fn tekst(&self, language: Language) -> String {
        let (nu, met_baan) = (&self.stand.nu, &self.stand.met_baan);
        let zin = gemeente::zin(self.regeling.soort, &self.gezin, nu, met_baan).tekst(language);
        let mut zinnen = vec![zin];
        if self.regeling.status != Status::InForce {
            let status = format!("gemeente.status.{}", self.regeling.status.word());
            let jaar = [("jaar", self.regeling.jaar.to_string())];
            zinnen.push(texts::fill(language, &status, &jaar));
        }
        if let Some(bedrag) = self.aangepast {
            let bedrag = [("bedrag", euro(language, bedrag.euro().amount()))];
            zinnen.push(texts::fill(language, "gemeente.aangepast", &bedrag));
        }
        zinnen.join(" ")
    }
}

fn written(arg: &Arg, language: Language, euros: Euros) -> String {
    match arg {
        Arg::Value(value) => euros.value(language, value),
        Arg::Text(text) => text.clone(),
        Arg::List(values) => list(language, values, euros),
        Arg::Month(day) => format::month(language, *day),
    }
}

/// The values with commas between them, and "and" before the last.
fn list(language: Language, values: &[Value], euros: Euros) -> String {
    let mut written: Vec<String> =
        values.iter().map(|value| euros.value(language, value)).collect();
    match (written.pop(), written.is_empty()) {
        (None, _) => String::new(),
        (Some(last), true) => last,
        (Some(last), false) => {
            let args = [("eerste", written.join(", ")), ("laatste", last)];
            texts::fill(language, "te_doen.en", &args)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_a_sentence_is_found_by_its_name() {
        let melding = Melding::waarschuwing("code")
            .met("een", Arg::Text("1".to_owned()))
            .met("twee", Arg::Text("2".to_owned()));
        assert_eq!(melding.arg(Language::NL, "een").as_deref(), Some("1"));
        assert_eq!(melding.arg(Language::NL, "twee").as_deref(), Some("2"));
        assert_eq!(melding.arg(Language::NL, "drie"), None);
    }
}
