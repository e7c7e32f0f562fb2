//! A case in the address: `#s=` and the contract's JSON in base64url without padding; `#f=` and what was typed
//! in ([`crate::cases`]) when it is half-filled or more than one. The part behind `#` is never sent to a server.

use calc_core::contract::json;

/// What the fragment of an address holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// No case.
    Nothing,
    /// A case, not yet looked at.
    Case(String),
    /// What was typed in, not yet looked at.
    Draft(String),
    /// Something that is no case.
    Damaged,
}

/// Reads a fragment, with or without its `#`. What programs for chat and mail take into a link behind it (a point, a
/// bracket, a space, the rest of a tag) is no letter of base64url, so it is left off; the `=` may be written `%3D`.
pub fn read(fragment: &str) -> Fragment {
    let fragment = fragment.trim_start_matches('#');
    let Some((make, rest)) = marked(fragment) else { return Fragment::Nothing };
    let coded = rest.split(|letter| six_bits(letter).is_none()).next().unwrap_or_default();
    // `_` and `-` are letters, and signs of emphasis too: without them only when it is no case with them.
    let bare = coded.trim_end_matches(['_', '-']);
    match text(coded).or_else(|| text(bare)) {
        Some(json) => make(json),
        None => Fragment::Damaged,
    }
}

type Make = fn(String) -> Fragment;

/// Which kind of fragment it is, and what stands behind its mark.
fn marked(fragment: &str) -> Option<(Make, &str)> {
    let make: Make = match fragment.chars().next()? {
        's' => Fragment::Case,
        'f' => Fragment::Draft,
        _ => return None,
    };
    let rest = &fragment[1..];
    let signs = ["=", "%3D", "%3d"];
    signs.iter().find_map(|sign| rest.strip_prefix(sign)).map(|rest| (make, rest))
}

/// The JSON that letters stand for, when they do.
fn text(coded: &str) -> Option<String> {
    let text = String::from_utf8(decode(coded)?).ok()?;
    json::read(&text).is_ok().then_some(text)
}

/// The fragment that [`read`] reads back, with its `#`; `kind` is `s` or `f`.
pub fn written(kind: char, json: &str) -> String {
    let mut coded = format!("#{kind}=");
    for bytes in json.as_bytes().chunks(3) {
        let all = bytes.iter().fold(0_u32, |all, byte| (all << 8) | u32::from(*byte));
        let all = all << (8 * (3 - bytes.len()));
        for nth in 0..=bytes.len() {
            let six = (all >> (18 - 6 * nth)) & 0b11_1111;
            coded.push(char::from(LETTERS[six as usize]));
        }
    }
    coded
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Base64url: four letters are three bytes. Bits that belong to no byte must be zero.
fn decode(coded: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(coded.len() * 3 / 4);
    let mut bits: u32 = 0;
    let mut count = 0;
    for letter in coded.chars() {
        bits = (bits << 6) | u32::from(six_bits(letter)?);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).ok()?);
        }
    }
    let rest = bits & ((1 << count) - 1);
    (count < 6 && rest == 0).then_some(bytes)
}

fn six_bits(letter: char) -> Option<u8> {
    let letter = u8::try_from(letter).ok()?;
    Some(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_read_back() {
        // {"a":"é?>"} by an outside encoder.
        assert_eq!(read("#s=eyJhIjoiw6k_PiJ9"), Fragment::Case("{\"a\":\"é?>\"}".into()));
    }

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(written('s', "{\"a\":\"é?>\"}"), "#s=eyJhIjoiw6k_PiJ9");
        for text in ["1", "12", "123", "{\"naam\":\"Ünïcode ✓\"}"] {
            assert_eq!(read(&written('f', text)), Fragment::Draft(text.into()));
        }
    }

    #[test]
    fn signs_behind_a_link_are_left_off() {
        let case = Fragment::Case("{\"a\":1}".into());
        let link = written('s', "{\"a\":1}");
        for behind in [
            ".",
            ")",
            ",",
            "\"",
            ">",
            "=",
            "==",
            "%20",
            "%3D",
            " ",
            "&gt;",
            "\n",
            "%0A",
            "*",
            "_",
            "__",
            "…",
            "”",
            "#s=eyJhIjoxfQ",
            "?utm=1",
            "<br>",
            ").%20Groetjes",
        ] {
            assert_eq!(read(&format!("{link}{behind}")), case, "{behind}");
        }
        assert_eq!(read(&link.replace('=', "%3D")), case);
        assert_eq!(read(&link.replace('=', "%3d")), case);
    }

    #[test]
    fn anything_else_is_nothing_or_damaged() {
        for nothing in ["", "#", "#antwoord", "#s", "#s:e", "#é=", "#sé"] {
            assert_eq!(read(nothing), Fragment::Nothing, "{nothing}");
        }
        for damaged in [
            "#s=",
            "#s=e",
            "#s=eyJhIjoiw6k/PiJ9",
            "#s=_w",
            "#s=eyJhI",
            "#f=é",
            "#s=____",
            "#s=kapot!",
        ] {
            assert_eq!(read(damaged), Fragment::Damaged, "{damaged}");
        }
    }
}
