//! The little of HTTP that a static site needs: one request read, one answer written.

use std::io::{self, Read, Write};

/// More than any browser sends for a static file.
const LONGEST_HEAD: usize = 32 * 1024;

/// What a browser asked for.
#[derive(Debug, PartialEq)]
pub struct Request {
    /// `GET`, `HEAD` or something we refuse.
    pub method: String,
    /// The path alone, percent-decoded, without the query.
    pub path: String,
    /// Whether an answer in brotli is understood.
    pub takes_brotli: bool,
}

/// What it gets.
pub struct Response<'a> {
    /// The status with its phrase, as in `200 OK`.
    pub status: &'static str,
    /// All headers but the length and the end of the connection.
    pub headers: Vec<(&'static str, String)>,
    /// The content; its length is sent even when the content is not.
    pub body: &'a [u8],
}

/// Reads up to the end of the head; `None` when it is none of HTTP.
pub fn read(stream: &mut impl Read) -> io::Result<Option<Request>> {
    let mut head = Vec::new();
    let mut chunk = [0; 4096];
    while !head.windows(4).any(|four| four == b"\r\n\r\n") {
        let length = stream.read(&mut chunk)?;
        if length == 0 || head.len() + length > LONGEST_HEAD {
            return Ok(None);
        }
        head.extend_from_slice(&chunk[..length]);
    }
    Ok(parse(&String::from_utf8_lossy(&head)))
}

fn parse(head: &str) -> Option<Request> {
    let mut lines = head.split("\r\n");
    let mut words = lines.next()?.split(' ');
    let (method, target, version) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() || !version.starts_with("HTTP/1.") {
        return None;
    }
    let takes_brotli = lines
        .filter_map(|line| line.split_once(':'))
        .filter(|(name, _)| name.eq_ignore_ascii_case("accept-encoding"))
        .flat_map(|(_, value)| value.split(','))
        .any(names_brotli);
    let path = decode(target.split(['?', '#']).next()?)?;
    Some(Request { method: method.to_owned(), path, takes_brotli })
}

/// `br`, unless its weight says that it is not wanted.
fn names_brotli(coding: &str) -> bool {
    let mut parts = coding.split(';').map(str::trim);
    let is_brotli = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("br"));
    let refused = |part: &str| {
        let digits = part.strip_prefix("q=").map(|weight| weight.trim_end_matches(['0', '.']));
        digits == Some("")
    };
    is_brotli && !parts.any(refused)
}

/// Undoes the percent signs; `None` when that gives no text.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let (high, low) = (hex(rest.next()?)?, hex(rest.next()?)?);
            bytes.push(high * 16 + low);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// Writes the answer; a `HEAD` gets no content.
pub fn write(stream: &mut impl Write, response: &Response, with_body: bool) -> io::Result<()> {
    let mut head = Vec::new();
    write!(head, "HTTP/1.1 {}\r\n", response.status)?;
    for (name, value) in &response.headers {
        write!(head, "{name}: {value}\r\n")?;
    }
    write!(head, "Content-Length: {}\r\nConnection: close\r\n\r\n", response.body.len())?;
    stream.write_all(&head)?;
    if with_body {
        stream.write_all(response.body)?;
    }
    stream.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(head: &str) -> Option<Request> {
        read(&mut head.replace('\n', "\r\n").as_bytes()).expect("a slice can be read")
    }

    #[test]
    fn a_request_is_a_method_a_path_and_what_it_takes() {
        let request =
            asked("GET /a%20b.js?lang=nl HTTP/1.1\nHost: x\nAccept-Encoding: gzip, br\n\n");
        let path = "/a b.js".to_owned();
        assert_eq!(request, Some(Request { method: "GET".to_owned(), path, takes_brotli: true }));
    }

    #[test]
    fn brotli_can_be_refused() {
        assert!(names_brotli(" br;q=0.5"));
        assert!(!names_brotli("br;q=0"));
        assert!(!names_brotli("br; q=0.0"));
        assert!(!names_brotli("gzip"));
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for head in
            ["", "GET /\n\n", "GET / HTTP/2\n\n", "GET /%zz HTTP/1.1\n\n", "GET /%ff HTTP/1.1\n\n"]
        {
            assert_eq!(asked(head), None, "{head:?}");
        }
        let endless = format!("GET / HTTP/1.1\nX: {}\n\n", "x".repeat(LONGEST_HEAD));
        assert_eq!(asked(&endless), None);
    }
}
