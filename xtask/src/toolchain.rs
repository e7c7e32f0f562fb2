//! Finds a cargo that can build for wasm: by rustup, or from Debian's packages.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::rustc::{TARGET, forget_own_toolchain, holds_std};
use crate::{debian, run};

/// A cargo that can build for wasm.
pub enum WasmCargo {
    /// The toolchain that runs us.
    Own,
    /// Debian's compiler with a standard library of our own making in this folder.
    Debian(PathBuf),
}

impl WasmCargo {
    /// The command, with what it must and must not find in its environment.
    pub fn command(&self) -> Command {
        match self {
            Self::Own => run::cargo(),
            Self::Debian(sysroot) => {
                let mut cargo = run::command(debian::CARGO);
                forget_own_toolchain(&mut cargo);
                cargo.env("RUSTC", sysroot.join("bin/rustc"));
                cargo
            }
        }
    }

    /// What tells one standard library from another, for builds that must not mix them.
    pub fn identity(&self) -> Result<String> {
        match self {
            Self::Own => Ok("the toolchain of the workspace".to_owned()),
            Self::Debian(sysroot) => debian::identity(sysroot),
        }
    }
}

/// `cargo xtask toolchain`.
pub fn command() -> Result<()> {
    match wasm()? {
        WasmCargo::Own => println!("cargo build --target {TARGET}"),
        WasmCargo::Debian(sysroot) => {
            let rustc = sysroot.join("bin/rustc");
            println!("RUSTC={} {} build --target {TARGET}", rustc.display(), debian::CARGO);
        }
    }
    Ok(())
}

/// A cargo that can build for wasm, installed when there is none.
pub fn wasm() -> Result<WasmCargo> {
    let mode = env::var("WASM_TOOLCHAIN").unwrap_or_else(|_| "auto".to_owned());
    match mode.as_str() {
        "debian" => debian::ready().map(WasmCargo::Debian),
        "rustup" => own().map(|()| WasmCargo::Own),
        "auto" => match own() {
            Ok(()) => Ok(WasmCargo::Own),
            Err(error) if run::which("apt-get").is_some() => {
                println!("{error:#}; trying Debian's packages instead");
                debian::ready().map(WasmCargo::Debian)
            }
            Err(error) => Err(error),
        },
        other => bail!("WASM_TOOLCHAIN is {other:?}; it may be auto, rustup or debian"),
    }
}

/// Makes sure that the workspace's own toolchain has the standard library for wasm.
fn own() -> Result<()> {
    if has_wasm()? {
        return Ok(());
    }
    println!("Installing the standard library for {TARGET} with: rustup target add {TARGET}");
    let mut add = run::command("rustup");
    add.args(["target", "add", TARGET]).env("RUSTUP_MAX_RETRIES", "0");
    if run::within(&mut add, Duration::from_secs(180)) && has_wasm()? {
        return Ok(());
    }
    bail!("the compiler has no standard library for {TARGET} and rustup could not add it");
}

fn has_wasm() -> Result<bool> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"));
    let mut ask = run::command(rustc);
    ask.args(["--print", "target-libdir", "--target", TARGET]);
    let folder = run::output(&mut ask).context("could not ask rustc where its libraries are")?;
    Ok(holds_std(Path::new(&folder)))
}
