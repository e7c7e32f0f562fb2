//! Serves the site on this machine only, with the headers that it should have anywhere.
//!
//! The site is small, so it is held in memory: a request is looked up in a map and can reach
//! nothing that is not in it.

use std::collections::HashMap;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use super::http::{self, Request, Response};
use super::{build, files, kinds, policy, size};
use crate::args::Build;

/// A file of the site.
struct File {
    kind: &'static str,
    plain: Vec<u8>,
    brotli: Option<Vec<u8>>,
}

/// The files by the path that a browser asks for, and who may show them in a frame.
pub struct Site {
    files: HashMap<String, File>,
    frame_ancestors: String,
}

/// `cargo xtask serve`.
pub fn command(port: u16, frame_ancestors: &str, how: Build) -> Result<()> {
    // Taken before the build: a port in use should be told at once.
    let listener = listen(port)?;
    let place = build::scratch();
    match how {
        Build::Quick => build::build_quickly(&place)?,
        Build::Shipped => {
            build::build(&place)?;
            if let Err(error) = size::report(&place) {
                println!("note: {error:#}");
            }
        }
    }
    let site = Site::load(&place, frame_ancestors)?;
    println!("\nThe page is at http://{}/ (Ctrl+C stops it)", listener.local_addr()?);
    serve(&listener, &Arc::new(site));
    Ok(())
}

/// Serves in the background, on a free port, for as long as the program runs.
pub fn background(place: &Path) -> Result<SocketAddr> {
    let listener = listen(0)?;
    let address = listener.local_addr()?;
    let site = Arc::new(Site::load(place, "'self'")?);
    thread::spawn(move || serve(&listener, &site));
    Ok(address)
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("could not take port {port}; choose another with --port"))
}

/// A thread for each connection, and one connection for each request.
fn serve(listener: &TcpListener, site: &Arc<Site>) {
    for stream in listener.incoming() {
        let Ok(stream) = stream else {
            // Out of file descriptors, most likely: some will be free in a moment.
            thread::sleep(Duration::from_millis(10));
            continue;
        };
        let site = Arc::clone(site);
        // When no thread can be had the connection is closed, which is an answer too.
        let _ = thread::Builder::new().spawn(move || {
            // A browser that goes away early is no fault of ours.
            let _ = answer(stream, &site);
        });
    }
}

fn answer(mut stream: TcpStream, site: &Site) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    stream.set_write_timeout(Some(Duration::from_secs(30)))?;
    let request = http::read(&mut stream)?;
    let with_body = request.as_ref().is_none_or(|request| request.method != "HEAD");
    http::write(&mut stream, &site.response(request.as_ref()), with_body)
}

impl Site {
    /// Reads every file below `place`.
    pub fn load(place: &Path, frame_ancestors: &str) -> Result<Self> {
        let mut files = HashMap::new();
        for name in files::files(place)? {
            if size::is_copy(&name) {
                continue;
            }
            let path = place.join(&name);
            let plain =
                fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
            let file = File {
                kind: kinds::kind(&name),
                plain,
                brotli: fs::read(size::brotli(&path)).ok(),
            };
            files.insert(format!("/{}", name.to_string_lossy().replace('\\', "/")), file);
        }
        Ok(Self { files, frame_ancestors: frame_ancestors.to_owned() })
    }

    fn response(&self, request: Option<&Request>) -> Response<'_> {
        let Some(request) = request else {
            return self.refusal("400 Bad Request");
        };
        if !["GET", "HEAD"].contains(&request.method.as_str()) {
            let mut refusal = self.refusal("405 Method Not Allowed");
            refusal.headers.push(("Allow", "GET, HEAD".to_owned()));
            return refusal;
        }
        let found = if request.path.ends_with('/') {
            self.files.get(&format!("{}index.html", request.path))
        } else {
            self.files.get(&request.path)
        };
        let Some(file) = found else {
            return self.refusal("404 Not Found");
        };
        let mut headers = self.headers(file.kind, &request.path);
        let body = match &file.brotli {
            Some(brotli) if request.takes_brotli => {
                headers.push(("Content-Encoding", "br".to_owned()));
                brotli
            }
            _ => &file.plain,
        };
        if file.brotli.is_some() {
            headers.push(("Vary", "Accept-Encoding".to_owned()));
        }
        Response { status: "200 OK", headers, body }
    }

    fn refusal(&self, status: &'static str) -> Response<'_> {
        Response {
            status,
            // As of a path that may have something to say another time.
            headers: self.headers("text/plain; charset=utf-8", "/"),
            body: status.as_bytes(),
        }
    }

    fn headers(&self, kind: &str, path: &str) -> Vec<(&'static str, String)> {
        let policy = policy::headers(path, &self.frame_ancestors);
        std::iter::once(("Content-Type", kind.to_owned())).chain(policy).collect()
    }
}

#[cfg(test)]
mod tests;
