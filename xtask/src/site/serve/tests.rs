//! The server is asked over a real connection, as a browser would.

use std::io::{Read, Write};

use super::*;

/// Starts a server of three files, which it holds in memory.
fn start(name: &str) -> SocketAddr {
    let place = std::env::temp_dir().join(format!("xtask-serve-{}-{name}", std::process::id()));
    fs::create_dir_all(place.join("themes")).expect("a folder can be made");
    for (file, text) in [
        ("index.html", "<p>page"),
        ("page.wasm", "plain"),
        ("page.wasm.br", "small"),
        ("page.wasm.gz", "packed"),
        ("themes/one.css", "p{}"),
    ] {
        fs::write(place.join(file), text).expect("a file can be written");
    }
    let address = background(&place).expect("it starts");
    fs::remove_dir_all(&place).expect("a folder can be removed");
    address
}

/// The whole answer to a request for `target`.
fn ask(address: SocketAddr, method: &str, target: &str, header: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("the server listens");
    let request = format!("{method} {target} HTTP/1.1\r\nHost: localhost\r\n{header}\r\n");
    stream.write_all(request.as_bytes()).expect("a request can be sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the answer ends");
    answer
}

#[test]
fn each_answer_has_the_headers_that_protect_the_page() {
    let address = start("headers");
    for (method, target) in [("GET", "/"), ("GET", "/none"), ("POST", "/"), ("HEAD", "/page.wasm")]
    {
        let answer = ask(address, method, target, "");
        for header in [
            "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; ",
            "; frame-ancestors 'self'\r\n",
            "X-Content-Type-Options: nosniff\r\n",
            "Referrer-Policy: no-referrer\r\n",
        ] {
            assert!(answer.contains(header), "{method} {target}: {header} in {answer}");
        }
    }
}

#[test]
fn a_file_comes_with_its_kind_and_compressed_when_that_is_understood() {
    let address = start("kinds");
    let plain = ask(address, "GET", "/page.wasm", "");
    assert!(plain.starts_with("HTTP/1.1 200 OK\r\nContent-Type: application/wasm\r\n"), "{plain}");
    assert!(plain.ends_with("\r\n\r\nplain") && !plain.contains("Content-Encoding"), "{plain}");
    let small = ask(address, "GET", "/page.wasm", "Accept-Encoding: gzip, deflate, br\r\n");
    assert!(small.ends_with("\r\n\r\nsmall") && small.contains("Content-Encoding: br"), "{small}");
    assert!(ask(address, "GET", "/?modus=coach", "").ends_with("<p>page"));
    assert!(ask(address, "GET", "/themes/one.css", "").contains("Content-Type: text/css"));
}

#[test]
fn a_head_says_the_length_and_sends_nothing() {
    let address = start("head");
    let answer = ask(address, "HEAD", "/", "");
    assert!(answer.contains("Content-Length: 7\r\n") && answer.ends_with("\r\n\r\n"), "{answer}");
}

#[test]
fn nothing_outside_the_site_can_be_reached() {
    let address = start("outside");
    for target in [
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "//etc/passwd",
        "/themes/..%2findex.html",
        "/page.wasm.br",
        "/page.wasm.gz",
    ] {
        assert!(ask(address, "GET", target, "").starts_with("HTTP/1.1 404"), "{target}");
    }
    assert!(ask(address, "PUT", "/", "").starts_with("HTTP/1.1 405"));
    assert!(ask(address, "GET", "/%zz", "").starts_with("HTTP/1.1 400"));
}

#[test]
fn many_connections_are_served_at_once() {
    let address = start("many");
    // These say nothing and must not keep the others waiting.
    let silent: Vec<_> = (0..50).map(|_| TcpStream::connect(address)).collect();
    let asked: Vec<_> =
        (0..50).map(|_| thread::spawn(move || ask(address, "GET", "/", ""))).collect();
    for answer in asked {
        assert!(answer.join().is_ok_and(|answer| answer.ends_with("<p>page")));
    }
    drop(silent);
}
