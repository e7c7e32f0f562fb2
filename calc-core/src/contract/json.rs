//! JSON as it was written: a text is checked once, and then taken apart object by object. Nothing is made of a value
//! before it is asked for, so `11.75` never passes through a float and a key given twice is seen.
//!
//! Small on purpose, for it travels to a phone. A test holds it against serde_json: the same texts are JSON, and what
//! is not stops being so at the same place. Only what is nested deeper than [`DEEPEST`] is JSON there and refused here.

/// So many objects and lists may stand in each other. The contract needs fewer than ten; a text taken apart level by level is read
/// once for each, so a bound on the levels is a bound on the time.
pub const DEEPEST: usize = 32;

/// A value as it was written, without the space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw<'a>(&'a str);

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// How many bytes of the line were read.
    pub column: usize,
}

/// Why a text was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It stops being JSON here.
    NoJson(Place),
    /// More than [`DEEPEST`] objects and lists stand in each other from here on.
    TooDeep(Place),
}

/// The one value that a text consists of.
pub fn read(text: &str) -> Result<Raw<'_>, Fault> {
    let mut reader = Reader { text, at: 0, is_too_deep: false };
    reader.whole().map_err(|at| {
        let mut lines = text.as_bytes()[..at].split(|byte| *byte == b'\n');
        let column = lines.next_back().map_or(0, <[u8]>::len);
        let place = Place { line: lines.count() + 1, column };
        if reader.is_too_deep { Fault::TooDeep(place) } else { Fault::NoJson(place) }
    })
}

impl<'a> Raw<'a> {
    /// The value as it was written.
    pub const fn get(self) -> &'a str {
        self.0
    }

    /// What a text says, with [`char::REPLACEMENT_CHARACTER`] for half a character; `None` when it is no text.
    pub fn text(self) -> Option<String> {
        let mut rest = self.0.strip_prefix('"')?.strip_suffix('"')?;
        let mut said = String::with_capacity(rest.len());
        while let Some((before, escape)) = rest.split_once('\\') {
            said.push_str(before);
            let (letter, after) = escaped(escape)?;
            said.push(letter);
            rest = after;
        }
        said.push_str(rest);
        Some(said)
    }

    /// The fields of an object, in their order; `None` when it is no object.
    pub fn fields(self) -> Option<Vec<(String, Raw<'a>)>> {
        let mut reader = Reader { text: self.0, at: 0, is_too_deep: false };
        let mut fields = Vec::new();
        if !reader.skips(b'{') {
            return None;
        }
        let mut goes_on = !reader.skips(b'}');
        while goes_on {
            let name = reader.name().ok()?;
            fields.push((name.text()?, reader.raw().ok()?));
            goes_on = reader.skips(b',');
        }
        Some(fields)
    }

    /// The items of a list; `None` when it is no list.
    pub fn items(self) -> Option<Vec<Raw<'a>>> {
        let mut reader = Reader { text: self.0, at: 0, is_too_deep: false };
        let mut items = Vec::new();
        if !reader.skips(b'[') {
            return None;
        }
        let mut goes_on = !reader.skips(b']');
        while goes_on {
            items.push(reader.raw().ok()?);
            goes_on = reader.skips(b',');
        }
        Some(items)
    }
}

/// The letter that stands behind a `\`, and what comes after it.
fn escaped(escape: &str) -> Option<(char, &str)> {
    let code = |hex: &str| u16::from_str_radix(hex.get(..4)?, 16).ok();
    let letter = match escape.as_bytes().first()? {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => {
            // A letter beyond the first 65,536 is written as two halves.
            let first = code(&escape[1..])?;
            let second = escape[5..].strip_prefix("\\u").and_then(code);
            let letter = char::decode_utf16([first].into_iter().chain(second)).next()?;
            let letter = letter.unwrap_or(char::REPLACEMENT_CHARACTER);
            return Some((letter, &escape[letter.len_utf16() * 6 - 1..]));
        }
        other => char::from(*other),
    };
    Some((letter, &escape[1..]))
}

/// Goes through a text. An error is how much was read, with what is wrong.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    is_too_deep: bool,
}

type Checked<T = ()> = Result<T, usize>;

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no space.
    fn ahead(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// What comes next is wrong.
    fn wrong<T>(&self) -> Checked<T> {
        Err((self.at + 1).min(self.text.len()))
    }

    /// Whether this byte comes next; then it is behind us.
    fn skips(&mut self, byte: u8) -> bool {
        let found = self.ahead() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn whole(&mut self) -> Checked<Raw<'a>> {
        let raw = self.raw()?;
        if self.ahead().is_some() { self.wrong() } else { Ok(raw) }
    }

    fn raw(&mut self) -> Checked<Raw<'a>> {
        self.ahead();
        let start = self.at;
        self.value()?;
        Ok(Raw(&self.text[start..self.at]))
    }

    /// Goes into an object or a list, if it is not one too many.
    fn opens(&mut self, open: &mut Vec<u8>, end: u8) -> Checked {
        self.is_too_deep = open.len() == DEEPEST;
        if self.is_too_deep {
            return Err(self.at);
        }
        open.push(end);
        Ok(())
    }

    /// A value. Whatever it is nested in stands in a list of closing brackets, so no depth exhausts the stack.
    fn value(&mut self) -> Checked {
        let mut open = Vec::new();
        loop {
            match self.ahead() {
                Some(b'{') => {
                    self.at += 1;
                    if !self.skips(b'}') {
                        self.opens(&mut open, b'}')?;
                        self.name()?;
                        continue;
                    }
                }
                Some(b'[') => {
                    self.at += 1;
                    if !self.skips(b']') {
                        self.opens(&mut open, b']')?;
                        continue;
                    }
                }
                Some(b'"') => self.string()?,
                Some(b'-' | b'0'..=b'9') => self.number()?,
                Some(b't') => self.word("true")?,
                Some(b'f') => self.word("false")?,
                Some(b'n') => self.word("null")?,
                _ => return self.wrong(),
            }
            while let Some(end) = open.last().copied() {
                if self.skips(b',') {
                    if end == b'}' {
                        self.name()?;
                    }
                    break;
                }
                if !self.skips(end) {
                    return self.wrong();
                }
                open.pop();
            }
            if open.is_empty() {
                return Ok(());
            }
        }
    }

    /// The name of a field and its colon.
    fn name(&mut self) -> Checked<Raw<'a>> {
        if self.ahead() != Some(b'"') {
            return self.wrong();
        }
        let start = self.at;
        self.string()?;
        let name = Raw(&self.text[start..self.at]);
        if self.skips(b':') { Ok(name) } else { self.wrong() }
    }

    fn word(&mut self, word: &str) -> Checked {
        for byte in word.bytes() {
            if self.peek() != Some(byte) {
                return self.wrong();
            }
            self.at += 1;
        }
        Ok(())
    }

    fn string(&mut self) -> Checked {
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.at += 1;
                    self.escape()?;
                }
                None | Some(0..0x20) => return Err(self.at),
                Some(_) => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Checked {
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 1;
                Ok(())
            }
            Some(b'u') => {
                let start = self.at + 1;
                self.at = (start + 4).min(self.text.len());
                let digits = &self.text.as_bytes()[start..self.at];
                let whole = digits.len() == 4 && digits.iter().all(u8::is_ascii_hexdigit);
                if whole { Ok(()) } else { Err(self.at) }
            }
            _ => self.wrong(),
        }
    }

    fn number(&mut self) -> Checked {
        self.at += usize::from(self.peek() == Some(b'-'));
        if self.peek() == Some(b'0') {
            self.at += 1;
            if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                return self.wrong();
            }
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok(())
    }

    /// At least one digit.
    fn digits(&mut self) -> Checked {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start { self.wrong() } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(text: &str) -> Raw<'_> {
        read(text).expect("JSON")
    }

    #[test]
    fn a_value_stays_as_it_was_written() {
        assert_eq!(raw(" 11.750 \n").get(), "11.750");
        let fields = raw(r#"{ "a" : [1, {"b":[]}] , "a":null }"#).fields().expect("an object");
        assert_eq!(fields.len(), 2);
        assert_eq!((fields[0].0.as_str(), fields[0].1.get()), ("a", r#"[1, {"b":[]}]"#));
        let items = fields[0].1.items().expect("a list");
        assert_eq!(items.iter().map(|item| item.get()).collect::<Vec<_>>(), ["1", r#"{"b":[]}"#]);
        assert_eq!(raw("{ }").fields(), Some(Vec::new()));
        assert_eq!(raw("[ ]").items(), Some(Vec::new()));
        assert_eq!((raw("1").fields(), raw("{}").items(), raw("true").text()), (None, None, None));
    }

    #[test]
    fn a_text_says_what_its_escapes_stand_for() {
        let said = |text| raw(text).text();
        assert_eq!(said(r#""\"\\\/\b\f\n\r\t""#).as_deref(), Some("\"\\/\u{8}\u{c}\n\r\t"));
        assert_eq!(said(r#""\u20ac5 \ud83d\ude00é""#).as_deref(), Some("€5 😀é"));
        // Half a character is well written, but nobody can read it; what stands around it is read all the same.
        for (half, read) in [
            (r#""\ud83d""#, "\u{fffd}"),
            (r#""\ude00""#, "\u{fffd}"),
            (r#""a\ud83dx""#, "a\u{fffd}x"),
            (r#""\ud83d\u0041""#, "\u{fffd}A"),
            (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
        ] {
            assert_eq!(said(half).as_deref(), Some(read), "{half}");
        }
        let fields = raw(r#"{"\ud800": 1, "b": 2}"#).fields().expect("an object");
        assert_eq!((fields[0].0.as_str(), fields[1].0.as_str()), ("\u{fffd}", "b"));
    }

    #[test]
    fn what_is_no_json_has_a_place() {
        for (text, line, column) in
            [("", 1, 0), ("{", 1, 1), ("{\n\"a\":01}", 2, 6), ("[1,]", 1, 4), ("\"\n", 1, 1)]
        {
            assert_eq!(read(text), Err(Fault::NoJson(Place { line, column })), "{text:?}");
        }
    }

    #[test]
    fn what_is_nested_too_deep_has_a_place_and_ends_the_reading() {
        let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        let objects = |depth: usize| format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
        for text in [nested(DEEPEST), objects(DEEPEST), objects(DEEPEST - 1)] {
            assert_eq!(read(&text).map(Raw::get), Ok(text.as_str()));
        }
        let place = Place { line: 1, column: DEEPEST + 1 };
        for depth in [DEEPEST + 1, 100_000] {
            assert_eq!(read(&nested(depth)), Err(Fault::TooDeep(place)), "{depth}");
            assert!(matches!(read(&objects(depth)), Err(Fault::TooDeep(_))), "{depth}");
        }
        // What is wrong before it is told as what it is, and an empty pair of brackets is no level.
        assert!(matches!(read(&format!("[01,{}", nested(100))), Err(Fault::NoJson(_))));
        assert!(read(&format!("{}[]{}", "[".repeat(DEEPEST), "]".repeat(DEEPEST))).is_ok());
    }
}
