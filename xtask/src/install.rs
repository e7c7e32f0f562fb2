//! Fetches what is missing: Debian packages, npm packages, the browser. Says so first.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail};

use crate::run;

/// The version of the licence checker.
const CARGO_DENY: &str = "0.20.2";

/// The lists of packages are fetched once in a run.
static LISTS_ARE_NEW: AtomicBool = AtomicBool::new(false);

/// Installs Debian packages; `purpose` is shown before.
pub fn apt(packages: &[&str], purpose: &str) -> Result<()> {
    let names = packages.join(" ");
    if run::which("apt-get").is_none() {
        bail!("{purpose} is missing and there is no apt-get here; please install by hand: {names}");
    }
    let is_root = is_root();
    let by_hand = format!("sudo apt-get install --no-install-recommends {names}");
    if !is_root && run::which("sudo").is_none() {
        bail!("{purpose} is missing; only root may install it: {by_hand}");
    }
    println!("Installing {purpose} with apt-get: {names}");
    renew_lists(is_root);
    let options = ["-qq", "-y", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=300"];
    let mut install = apt_get(is_root);
    install.args(options).args(["install", "--no-install-recommends"]).args(packages);
    run::quiet(&mut install).with_context(|| format!("could not install {purpose}; try: {by_hand}"))
}

/// Takes the files out of Debian packages and installs nothing; `purpose` is shown before.
pub fn unpack(packages: &[&str], purpose: &str, place: &Path) -> Result<()> {
    if ["apt-get", "dpkg-deb"].iter().any(|program| run::which(program).is_none()) {
        bail!("there are no packages of Debian here: {}", packages.join(" "));
    }
    println!("Fetching {purpose} with apt-get, in {}: {}", place.display(), packages.join(" "));
    if is_root() {
        renew_lists(true);
    }
    let fetched = place.join("packages");
    fs::create_dir_all(&fetched)
        .with_context(|| format!("could not make {}", fetched.display()))?;
    let mut fetch = run::command("apt-get");
    // As root it says that it is not protected from this folder, which is ours.
    fetch.args(["-qq", "-o", "APT::Sandbox::User=", "-o", "Acquire::Retries=3", "download"]);
    run::quiet(fetch.args(packages).current_dir(&fetched))?;
    let list = || format!("could not list {}", fetched.display());
    for package in fs::read_dir(&fetched).with_context(list)? {
        let mut unpack = run::command("dpkg-deb");
        run::quiet(unpack.arg("--extract").arg(package.with_context(list)?.path()).arg(place))?;
    }
    Ok(())
}

/// The lists of packages, once in a run.
fn renew_lists(is_root: bool) {
    if !LISTS_ARE_NEW.swap(true, Ordering::Relaxed) {
        // An old list may still serve, so what follows decides.
        if let Err(error) = run::quiet(apt_get(is_root).args(["-qq", "update"])) {
            eprintln!("note: {error:#}");
        }
    }
}

fn is_root() -> bool {
    run::output(run::command("id").arg("-u")).is_some_and(|id| id == "0")
}

fn apt_get(is_root: bool) -> std::process::Command {
    let mut command = if is_root {
        run::command("env")
    } else {
        let mut sudo = run::command("sudo");
        // sudo may ask for a password.
        sudo.stdin(std::process::Stdio::inherit()).arg("env");
        sudo
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "Acquire::Retries=3"]);
    command
}

/// Makes sure that Node.js is there and not too old.
pub fn node() -> Result<()> {
    let advice = "please install Node.js 20 or newer, with npm";
    let Some(version) = run::output(run::command("node").arg("--version")) else {
        bail!("Node.js is missing; {advice}");
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|n| n.parse().ok());
    match major {
        Some(20_u32..) => Ok(()),
        _ => bail!("Node.js {version} is too old; {advice}"),
    }
}

/// Installs the npm packages of `package-lock.json` in `node_modules/`, unless they are there.
pub fn npm() -> Result<()> {
    node()?;
    let root = run::root();
    let wanted = fs::read_to_string(root.join("package-lock.json"))
        .context("could not read package-lock.json")?;
    let stamp = root.join("node_modules/.installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing the npm packages of package-lock.json in node_modules/");
    let quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    run::ok(run::command("npm").arg("ci").args(quiet))?;
    fs::write(&stamp, wanted).with_context(|| format!("could not write {}", stamp.display()))
}

/// The licence checker, in the version that `deny.toml` is written for.
pub fn cargo_deny() -> Result<PathBuf> {
    let place = run::target_dir().join(format!("tools/cargo-deny-{CARGO_DENY}"));
    let program = place.join(format!("bin/cargo-deny{}", env::consts::EXE_SUFFIX));
    if program.is_file() {
        return Ok(program);
    }
    println!("Installing cargo-deny {CARGO_DENY} with cargo in {}", place.display());
    let mut install = run::cargo();
    // Unoptimised it is built in a third of the time, and a run takes a second all the same.
    install
        .args(["install", "--quiet", "cargo-deny", "--version", CARGO_DENY, "--locked", "--debug"])
        .arg("--root")
        .arg(&place)
        .env("CARGO_PROFILE_DEV_DEBUG", "0");
    run::ok(&mut install)?;
    Ok(program)
}

/// The browser for the tests, installed when there is none.
pub fn chromium() -> Result<PathBuf> {
    if let Some(chosen) = env::var_os("CHROMIUM").map(PathBuf::from) {
        if chosen.is_file() {
            return Ok(chosen);
        }
        bail!("CHROMIUM names {}, which is not a file", chosen.display());
    }
    if let Some(found) = run::which(HEADLESS) {
        return Ok(found);
    }
    let other = find_chromium();
    // Nobody is asked for a password where another browser will do.
    let missing = if other.is_none() || is_root() {
        apt(&[HEADLESS, "fonts-dejavu-core"], "Chromium for the browser tests")
    } else {
        Ok(())
    };
    match (run::which(HEADLESS), other) {
        (Some(found), _) | (None, Some(found)) => Ok(found),
        (None, None) => {
            missing?;
            bail!("Chromium was installed but is not on PATH; set CHROMIUM to its path")
        }
    }
}

/// Chromium without windows: the same tests take a quarter less time of the processor than in the whole browser.
const HEADLESS: &str = "chromium-headless-shell";

fn find_chromium() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    names.iter().find_map(|name| run::which(name)).or_else(|| mac.is_file().then_some(mac))
}
