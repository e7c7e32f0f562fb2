//! Where the compiler for wasm comes from, tried with a `rustup` and a `rustc` of our own making.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder with the two programs, removed at the end of the test.
struct Machine(PathBuf);

impl Drop for Machine {
    fn drop(&mut self) {
        // What cannot be removed from the temporary folder may stay there.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A machine on which `rustup target add` does what `adds` says.
fn machine(name: &str, adds: &str) -> Machine {
    let place = std::env::temp_dir().join(format!("xtask-rustup-{}-{name}", std::process::id()));
    // A folder left by an earlier run with the same number would spoil this one.
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(place.join("libraries")).expect("a folder can be made");
    let libraries = place.join("libraries");
    let library = libraries.join("libstd-1.rlib");
    script(&place.join("rustc"), &format!("echo '{}'", libraries.display()));
    let calls = place.join("calls");
    script(
        &place.join("rustup"),
        &format!(
            "echo \"$*\" >> '{}'\n{}",
            calls.display(),
            adds.replace("LIBRARY", &library.display().to_string())
        ),
    );
    Machine(place)
}

fn script(path: &Path, text: &str) {
    fs::write(path, format!("#!/bin/sh\n{text}\n")).expect("a script can be written");
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("a mode can be set");
}

/// `xtask toolchain` on a machine that has nothing but the two programs.
fn toolchain(Machine(place): &Machine, mode: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("toolchain")
        .env("PATH", place)
        .env("HOME", place)
        .env("WASM_TOOLCHAIN", mode)
        .env_remove("RUSTC")
        .output()
        .expect("xtask starts")
}

fn calls(Machine(place): &Machine) -> String {
    fs::read_to_string(place.join("calls")).unwrap_or_default()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const ADDS: &str = ": > LIBRARY";

#[test]
fn a_library_that_is_there_is_used_as_it_is() {
    let place = machine("there", "exit 1");
    fs::write(place.0.join("libraries/libstd-0.rlib"), "").expect("a file can be written");
    for mode in ["auto", "rustup"] {
        let done = toolchain(&place, mode);
        assert!(done.status.success(), "{}", text(&done.stderr));
        assert_eq!(text(&done.stdout), "cargo build --target wasm32-unknown-unknown\n");
    }
    assert_eq!(calls(&place), "", "rustup had nothing to do");
}

#[test]
fn a_missing_library_is_added_by_rustup_once() {
    for mode in ["auto", "rustup"] {
        let place = machine(&format!("missing-{mode}"), ADDS);
        for _ in 0..2 {
            let done = toolchain(&place, mode);
            assert!(done.status.success(), "{}", text(&done.stderr));
            assert!(text(&done.stdout).ends_with("cargo build --target wasm32-unknown-unknown\n"));
        }
        assert_eq!(calls(&place), "target add wasm32-unknown-unknown\n");
    }
}

#[test]
fn when_rustup_cannot_add_it_the_message_says_so() {
    // The second claims success and adds nothing.
    for (name, adds) in [("refused", "exit 1"), ("nothing", "exit 0")] {
        let place = machine(name, adds);
        for mode in ["auto", "rustup"] {
            let done = toolchain(&place, mode);
            assert!(!done.status.success());
            let said = text(&done.stderr);
            assert!(said.contains("wasm32-unknown-unknown and rustup could not add it"), "{said}");
        }
    }
}

#[test]
fn an_unknown_source_is_refused() {
    let place = machine("unknown", ADDS);
    let done = toolchain(&place, "nix");
    assert!(!done.status.success());
    assert!(text(&done.stderr).contains("auto, rustup or debian"));
    assert_eq!(calls(&place), "");
}
