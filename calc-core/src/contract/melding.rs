//! A sentence of a result in the form of the contract.

use super::written::{Json, object, text, word};
use crate::message::Melding;
use crate::texts::Language;

/// Its code, its words, and which way it would move the result.
pub(super) fn melding(melding: &Melding, language: Language) -> Json {
    let mut fields = vec![("code", word(melding.code))];
    fields.extend(melding.naam().map(|naam| ("naam", word(naam))));
    fields.push(("tekst", text(melding.tekst(language))));
    fields.extend(melding.richting.map(|richting| ("richting", word(richting.word()))));
    object(fields)
}
