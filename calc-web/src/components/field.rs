//! What every field has: a label, a line of help, what is wrong, and what stands in for an answer.

use yew::Html;

use crate::dom::{El, el, text, when};
use crate::fields;
use crate::page::Page;
use crate::words::t;

/// The lines around a field.
#[derive(Default)]
pub struct Lines {
    /// What is asked.
    pub label: String,
    /// A line of help.
    pub hint: String,
    /// What is computed with as long as nothing was answered.
    pub fallback: String,
}

/// A field about to be shown.
pub struct Shown<'a> {
    /// The id of its input.
    pub id: String,
    lines: &'a Lines,
    error: Option<String>,
    shows_fallback: bool,
}

impl<'a> Shown<'a> {
    /// Looks up what is wrong with the field and whether it was answered.
    pub fn new(page: &Page, path: &str, lines: &'a Lines) -> Self {
        let answered = page.form().is_touched(path);
        Self {
            id: fields::id(path),
            lines,
            error: page.error(path),
            shows_fallback: !lines.fallback.is_empty() && !answered,
        }
    }

    /// The ids of the lines that describe the input.
    pub fn described_by(&self) -> Option<String> {
        let lines = [
            ("hulp", !self.lines.hint.is_empty()),
            ("fout", self.is_wrong()),
            ("standaard", self.shows_fallback),
        ];
        let ids: Vec<String> = lines
            .iter()
            .filter(|(_, there)| *there)
            .map(|(name, _)| format!("{}-{name}", self.id))
            .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// Whether something is wrong with it.
    pub fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    fn class(&self) -> &'static str {
        if self.is_wrong() {
            "utrecht-form-field utrecht-form-field--invalid"
        } else {
            "utrecht-form-field"
        }
    }

    fn line(&self, class: &'static str, name: &str) -> El {
        el("p").class(class).at("id", &format!("{}-{name}", self.id))
    }

    fn hint(&self) -> Html {
        let line = || self.line("utrecht-form-field-description", "hulp").text(&*self.lines.hint);
        when(!self.lines.hint.is_empty(), line)
    }

    fn error(&self) -> Html {
        let Some(error) = &self.error else { return Html::default() };
        let label = el("strong").text(t("fout.label"));
        self.line("utrecht-form-field-error-message", "fout").of([label, text(format!(" {error}"))])
    }

    /// What stands in for an answer looks different from one.
    fn fallback(&self) -> Html {
        when(self.shows_fallback, || {
            let mark = el("span").class("standaard__merk").text(t("vraag.aanname"));
            self.line("standaard", "standaard")
                .of([mark, text(format!(" {}", self.lines.fallback))])
        })
    }

    /// The field around one input.
    pub fn around(&self, input: Html) -> Html {
        let label =
            el("label").class("utrecht-form-label").at("for", &self.id).text(&*self.lines.label);
        el("div").class(self.class()).of([label, self.hint(), self.error(), input, self.fallback()])
    }

    /// The field around inputs that each have a label of their own.
    pub fn around_group(&self, inputs: Html) -> Html {
        let legend = el("legend").class("utrecht-form-label").text(&*self.lines.label);
        let group =
            el("fieldset").class(self.class()).at_if_any("aria-describedby", self.described_by());
        group.of([legend, self.hint(), self.error(), inputs, self.fallback()])
    }
}
