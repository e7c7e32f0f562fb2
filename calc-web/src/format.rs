//! How amounts and months are written: by the browser's `Intl`, in the language of the page. It gets an amount
//! as text, so no float comes between.

use calc_core::Lijn;
use rust_decimal::Decimal;

/// An amount as the contract writes it: `1348.49`.
pub fn plain(amount: Decimal) -> String {
    calc_core::money::in_cents(amount)
}

/// A place or length in a drawing, to tenths.
#[expect(clippy::cast_possible_truncation, reason = "a drawing has some hundreds of pixels")]
pub fn place(value: f64) -> String {
    let tenths = (value.max(0.0) * 10.0).round() as i32;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// An amount as it is added to what is left: what is subtracted gets a minus.
pub fn added(lijn: Lijn, amount: Decimal) -> Decimal {
    if lijn.gaat_af() { -amount } else { amount }
}

/// A number of hours, as people write it: `16,5`.
pub fn hours(hours: Decimal) -> String {
    calc_core::money::shortest(hours).replace('.', decimal_mark())
}

/// What stands between euros and cents in the language of the page.
pub fn decimal_mark() -> &'static str {
    calc_core::text(crate::words::language(), "opmaak.decimaalteken").unwrap_or(".")
}

/// An amount with a real minus in front, and with a plus when it is a rise. Zero has no sign.
pub fn with_sign(amount: Decimal, plus: bool) -> String {
    let written = euro(amount.abs());
    match amount.cmp(&Decimal::ZERO) {
        std::cmp::Ordering::Less => format!("−\u{a0}{written}"),
        std::cmp::Ordering::Greater if plus => format!("+\u{a0}{written}"),
        _ => written,
    }
}

pub use intl::{day, euro, euro_whole, month, month_name};

#[cfg(target_arch = "wasm32")]
mod intl {
    use std::cell::RefCell;
    use std::thread::LocalKey;

    use js_sys::{Array, Date as JsDate, Function, Intl, Object, Reflect};
    use wasm_bindgen::JsValue;

    use jiff::civil::Date;
    use rust_decimal::Decimal;

    use crate::format::plain;
    use crate::words::{about_language, tag};

    fn options(pairs: &[(&str, &str)]) -> Object {
        let options = Object::new();
        for (name, value) in pairs {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
        }
        options
    }

    fn locales() -> Array {
        Array::of1(&JsValue::from_str(about_language("code_browser")))
    }

    fn call(format: &Function, value: &JsValue) -> String {
        let written = format.call1(&JsValue::UNDEFINED, value).unwrap_or_default();
        written.as_string().unwrap_or_default()
    }

    fn money(more: &[(&str, &str)]) -> Function {
        let options = options(&[("style", "currency"), ("currency", "EUR")]);
        for (name, digits) in more {
            let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(digits));
        }
        Intl::NumberFormat::new(&locales(), &options).format()
    }

    /// A format of the language of the page, made once: that takes a tenth of a millisecond, and the page
    /// writes hundreds of amounts.
    type Kept = RefCell<Option<(&'static str, Function)>>;

    fn written(kept: &'static LocalKey<Kept>, make: fn() -> Function, value: &JsValue) -> String {
        kept.with_borrow_mut(|kept| {
            if kept.as_ref().is_none_or(|(made_for, _)| *made_for != tag()) {
                *kept = Some((tag(), make()));
            }
            kept.as_ref().map(|(_, format)| call(format, value)).unwrap_or_default()
        })
    }

    /// Whole euros, for the scale of a drawing.
    pub fn euro_whole(amount: Decimal) -> String {
        thread_local!(static FORMAT: Kept = const { RefCell::new(None) });
        let make = || money(&[("maximumFractionDigits", "0"), ("minimumFractionDigits", "0")]);
        written(&FORMAT, make, &JsValue::from_str(&amount.to_string()))
    }

    /// An amount of money.
    pub fn euro(amount: Decimal) -> String {
        thread_local!(static FORMAT: Kept = const { RefCell::new(None) });
        written(&FORMAT, || money(&[]), &JsValue::from_str(&plain(amount)))
    }

    fn dates(pairs: &[(&str, &str)]) -> Function {
        let options = options(pairs);
        // A date without a time is midnight UTC, and is written in UTC.
        let _ = Reflect::set(&options, &JsValue::from_str("timeZone"), &JsValue::from_str("UTC"));
        Intl::DateTimeFormat::new(&locales(), &options).format()
    }

    fn date(day: Date) -> JsValue {
        JsDate::new(&JsValue::from_str(&calc_core::dates::iso(day))).into()
    }

    /// `december 2026`.
    pub fn month(day: Date) -> String {
        thread_local!(static FORMAT: Kept = const { RefCell::new(None) });
        written(&FORMAT, || dates(&[("month", "long"), ("year", "numeric")]), &date(day))
    }

    /// `december`.
    pub fn month_name(day: Date) -> String {
        thread_local!(static FORMAT: Kept = const { RefCell::new(None) });
        written(&FORMAT, || dates(&[("month", "long")]), &date(day))
    }

    /// `1 december 2026`.
    pub fn day(day: Date) -> String {
        thread_local!(static FORMAT: Kept = const { RefCell::new(None) });
        let make = || dates(&[("day", "numeric"), ("month", "long"), ("year", "numeric")]);
        written(&FORMAT, make, &date(day))
    }
}

/// Outside a browser there is no `Intl`: the engine's own writing stands in, for the tests.
#[cfg(not(target_arch = "wasm32"))]
mod intl {
    use calc_core::format;
    use calc_core::value::Value;

    use jiff::civil::Date;
    use rust_decimal::Decimal;

    use crate::words::language;

    /// An amount of money.
    pub fn euro(amount: Decimal) -> String {
        format::euro(language(), amount)
    }

    /// Whole euros, for the scale of a drawing.
    pub fn euro_whole(amount: Decimal) -> String {
        format::euro(language(), amount)
    }

    /// `2026-12`.
    pub fn month(day: Date) -> String {
        crate::months::written(day)
    }

    /// `12`.
    pub fn month_name(day: Date) -> String {
        day.month().to_string()
    }

    /// `1 december 2026`.
    pub fn day(day: Date) -> String {
        format::value(language(), &Value::Date(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_for_programs_is_that_of_the_contract() {
        assert_eq!(plain("1348.5".parse().expect("a decimal")), "1348.50");
        assert_eq!(plain(-Decimal::ZERO), "0.00");
    }

    #[test]
    fn what_is_subtracted_gets_a_minus() {
        let ten = Decimal::TEN;
        assert_eq!(added(Lijn::KinderopvangKosten, ten), -ten);
        assert_eq!(added(Lijn::NettoLoon, ten), ten);
    }
}
