//! The compiler for wasm from Debian's packages, for machines that rustup fetches nothing for.
//!
//! Debian has the compiler and the source of the standard library, but not that library built for
//! wasm. So it is built once, into a sysroot of our own that borrows the rest from Debian's.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};

use crate::rustc::{TARGET, forget_own_toolchain, holds_std};
use crate::{install, run};

/// Debian's cargo, whatever PATH says.
pub const CARGO: &str = "/usr/bin/cargo";
const RUSTC: &str = "/usr/bin/rustc";
const LINKER: &str = "/usr/bin/lld-22";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
/// Written last, so a sysroot with it is whole: the compiler on the first line, then the moment.
const STAMP: &str = "built-from";
/// The name under which rustup gets to know the sysroot, for use by hand.
const NAME: &str = "debian-wasm-small";

/// The sysroot, built when it is missing or was built by another compiler.
pub fn ready() -> Result<PathBuf> {
    let present = |path: &str| Path::new(path).is_file();
    if !(present(RUSTC) && present(CARGO) && present(LINKER) && has_source()) {
        install::apt(&PACKAGES, "Debian's Rust compiler for wasm")?;
    }
    let sysroot = place()?;
    let compiler = compiler()?;
    let built_from = identity(&sysroot).unwrap_or_default();
    if built_from.lines().next() != Some(compiler.as_str()) {
        build(&sysroot, &compiler)?;
    }
    Ok(sysroot)
}

/// The stamp of the sysroot: differs after each build of the library.
pub fn identity(sysroot: &Path) -> Result<String> {
    let stamp = sysroot.join(STAMP);
    fs::read_to_string(&stamp).with_context(|| format!("could not read {}", stamp.display()))
}

fn place() -> Result<PathBuf> {
    if let Some(chosen) = env::var_os("WASM_TOOLCHAIN_DIR") {
        return std::path::absolute(chosen).context("WASM_TOOLCHAIN_DIR is not a path");
    }
    let home = env::var_os("HOME").context("HOME is not set; set WASM_TOOLCHAIN_DIR")?;
    Ok(Path::new(&home).join(".local/share").join(NAME))
}

/// Debian's compiler, in one line.
fn compiler() -> Result<String> {
    let mut ask = run::command(RUSTC);
    forget_own_toolchain(&mut ask);
    let said = run::output(ask.arg("-vV")).with_context(|| format!("{RUSTC} does not run"))?;
    Ok(said.lines().collect::<Vec<_>>().join(" "))
}

fn has_source() -> bool {
    let mut ask = run::command(RUSTC);
    forget_own_toolchain(&mut ask);
    let Some(sysroot) = run::output(ask.args(["--print", "sysroot"])) else {
        return false;
    };
    Path::new(&sysroot).join("lib/rustlib/src/rust/library/std/Cargo.toml").is_file()
}

/// Builds beside the final place and moves there at the end: half a sysroot is never seen.
fn build(sysroot: &Path, compiler: &str) -> Result<()> {
    println!("Building the standard library for {TARGET} into {}", sysroot.display());
    let host = compiler
        .split_once("host: ")
        .and_then(|(_, rest)| rest.split(' ').next())
        .context("the compiler does not say what it runs on")?;
    let draft = sysroot.with_extension(format!("draft-{}", process::id()));
    remove(&draft)?;
    let libraries = draft.join("lib/rustlib").join(TARGET).join("lib");
    let tools = draft.join("lib/rustlib").join(host).join("bin");
    for folder in [&draft.join("bin"), &libraries, &tools] {
        fs::create_dir_all(folder)
            .with_context(|| format!("could not make {}", folder.display()))?;
    }
    link(format!("/usr/lib/rustlib/{host}/lib"), draft.join("lib/rustlib").join(host).join("lib"))?;
    link(LINKER, tools.join("rust-lld"))?;
    link(CARGO, draft.join("bin/cargo"))?;
    for tool in ["rustc", "rustdoc"] {
        wrapper(&draft.join("bin").join(tool), tool, sysroot)?;
    }
    build_std(&draft.join("seed"), &libraries)?;
    let moment = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
    fs::write(draft.join(STAMP), format!("{compiler}\n{moment}\n")).context("could not stamp")?;
    remove(sysroot)?;
    fs::rename(&draft, sysroot).with_context(|| format!("could not make {}", sysroot.display()))?;
    // A convenience for work by hand (`cargo +debian-wasm-small check`); nothing here depends on it.
    if run::which("rustup").is_some() {
        let known = run::command("rustup").args(["toolchain", "link", NAME]).arg(sysroot).output();
        if !known.is_ok_and(|done| done.status.success()) {
            println!("note: rustup did not take the toolchain {NAME}; the build goes on without");
        }
    }
    Ok(())
}

/// A script that starts Debian's `tool` on our sysroot.
fn wrapper(script: &Path, tool: &str, sysroot: &Path) -> Result<()> {
    let sysroot = sysroot.to_str().context("the path of the toolchain is not plain text")?;
    if sysroot.contains(['"', '$', '`', '\\']) {
        bail!("the path of the toolchain has a character that a script cannot hold: {sysroot}");
    }
    let text = format!("#!/bin/sh\nexec /usr/bin/{tool} --sysroot \"{sysroot}\" \"$@\"\n");
    fs::write(script, text).with_context(|| format!("could not write {}", script.display()))?;
    run::ok(run::command("chmod").arg("+x").arg(script))
}

/// Builds the standard library by way of an empty crate and keeps the parts.
fn build_std(seed: &Path, libraries: &Path) -> Result<()> {
    let manifest =
        "[package]\nname = \"seed\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n";
    fs::create_dir_all(seed.join("src")).context("could not make a folder")?;
    fs::write(seed.join("src/lib.rs"), "").context("could not write a file")?;
    fs::write(seed.join("Cargo.toml"), manifest).context("could not write a file")?;
    let mut cargo = run::command(CARGO);
    forget_own_toolchain(&mut cargo);
    cargo
        .current_dir(seed)
        .args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort"])
        // As small as the page: its sorts and its numbers in text alone make up some kB of the download.
        .arg("-Zbuild-std-features=optimize_for_size")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTC", RUSTC)
        // Without the bitcode, link-time optimisation of the page fails.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", seed.join("target"));
    run::ok(&mut cargo).context("could not build the standard library for wasm")?;
    let built = seed.join("target").join(TARGET).join("release/deps");
    let entries = fs::read_dir(&built).with_context(|| format!("no {}", built.display()))?;
    for entry in entries.flatten() {
        let name = entry.file_name();
        let text = name.to_string_lossy();
        let is_library = [".rlib", ".rmeta"].iter().any(|end| text.ends_with(end));
        if is_library && !text.starts_with("libseed") {
            fs::copy(entry.path(), libraries.join(&name)).context("could not copy a library")?;
        }
    }
    if !holds_std(libraries) {
        bail!("cargo built no standard library in {}", built.display());
    }
    remove(seed)
}

fn link(to: impl AsRef<Path>, at: impl AsRef<Path>) -> Result<()> {
    run::ok(run::command("ln").arg("-s").arg(to.as_ref()).arg(at.as_ref()))
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("could not remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}
