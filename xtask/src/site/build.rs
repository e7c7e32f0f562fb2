//! Makes the page: compile, bind to JavaScript, shrink, lay beside the static files, seal, compress.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::files::{copy_tree, empty, files, read, save};
use super::{hosting, languages, sbom, seal, size};
use crate::args::{Build, Hosting};
use crate::rustc::TARGET;
use crate::toolchain::{self, WasmCargo};
use crate::{install, run};

/// A module for the browser.
struct Module {
    /// The crate it is of.
    package: &'static str,
    /// The program of that crate.
    program: &'static str,
    /// The name of what comes from it.
    name: &'static str,
}

/// The page.
const PAGE: Module = Module { package: "calc-web", program: "calc-web", name: "calc_web" };
/// `window.rekenhulp`, whole: it comes after the first answer.
const PROGRAMS: Module = Module { package: "calc-wasm", program: "rekenhulp", name: "rekenhulp" };
/// In this order they are compiled: that of the page is waited for.
const MODULES: [&Module; 2] = [&PAGE, &PROGRAMS];

/// How wasm-opt makes the page smallest; docs/performance.md has what else was tried. Memory below 1024 is the far end of
/// the stack, which nothing reaches.
const SMALLER: [&str; 11] = [
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--flatten",
    "--local-cse",
    "-Oz",
    "-Oz",
    "--low-memory-unused",
    "--strip-debug",
    "--strip-producers",
];

/// Where a quick build shows every part of the page with its examples.
const GALLERY: &str = "galerij";

/// Makes the site with all that its server needs.
pub fn dist(place: &Path, hosting: &Hosting) -> Result<()> {
    build(place)?;
    size::report(place)?;
    sbom::write(place)?;
    hosting::write(place, hosting)?;
    println!("The hash of embed.js for the line of a host: {}", seal::embed_hash(place)?);
    Ok(())
}

/// Where `serve` and `test` put the site, so that they leave `dist/` alone.
pub fn scratch() -> PathBuf {
    run::target_dir().join("site")
}

/// Makes the whole site in `place`, with whatever has to be installed for it.
pub fn build(place: &Path) -> Result<()> {
    install::npm()?;
    let cargo = toolchain::wasm()?;
    build_with(&cargo, place, |_| Ok(()))
}

/// Makes the whole site with a compiler that is ready; `more` adds to it before it is sealed.
pub fn build_with(
    cargo: &WasmCargo,
    place: &Path,
    more: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let bound = lay_out(cargo, "release", &[], place)?;
    for module in MODULES {
        shrink(module, &bound, place)?;
    }
    copy_tree(&bound, place)?;
    minify(place)?;
    more(place)?;
    let unsealed = unsealed();
    empty(&unsealed)?;
    copy_tree(place, &unsealed)?;
    seal::seal(place, Build::Shipped)?;
    size::compress(place)
}

/// The files of the last build before they were sealed.
fn unsealed() -> PathBuf {
    run::target_dir().join("unsealed")
}

/// Seals and compresses the files of the last build once more: every byte has to be that of `place`. The modules are not compressed
/// again, which takes most of the time. That the modules are the same too is for who builds it twice (docs/performance.md).
pub fn same_again(place: &Path) -> Result<()> {
    let again = unsealed();
    seal::seal(&again, Build::Shipped)?;
    let is_module = |file: &PathBuf| file.extension().is_some_and(|kind| kind == "wasm");
    let (modules, others): (Vec<_>, Vec<_>) = files(&again)?.into_iter().partition(is_module);
    different(place, &again, &[modules.clone(), others].concat())?;
    for module in modules {
        let module = again.join(module);
        fs::remove_file(&module)
            .with_context(|| format!("could not remove {}", module.display()))?;
    }
    size::compress(&again)?;
    let all: Vec<_> = files(&again)?.into_iter().collect();
    different(place, &again, &all)
}

/// Fails when a file is not the same in both places.
fn different(one: &Path, other: &Path, names: &[PathBuf]) -> Result<()> {
    let bytes = |place: &Path, name: &PathBuf| {
        let path = place.join(name);
        fs::read(&path).with_context(|| format!("could not read {}", path.display()))
    };
    for name in names {
        if bytes(one, name)? != bytes(other, name)? {
            bail!("{} is another each time it is made", name.display());
        }
    }
    Ok(())
}

/// The same page in seconds: neither small nor compressed, never kept by a worker, and with a gallery of its parts.
pub fn build_quickly(place: &Path) -> Result<()> {
    let bound = lay_out(&toolchain::wasm()?, "quick", &["--features", "gallery"], place)?;
    copy_tree(&bound, place)?;
    seal::seal(place, Build::Quick)?;
    let gallery = place.join(GALLERY);
    fs::create_dir_all(&gallery)
        .with_context(|| format!("could not make {}", gallery.display()))?;
    let page = read(&place.join("index.html"))?;
    save(&gallery.join("index.html"), &one_down(&page, &files(place)?))
}

/// A page that stands a folder below the files it loads.
fn one_down(page: &str, files: &BTreeSet<PathBuf>) -> String {
    let mut folders = files.iter().filter_map(|file| file.iter().next()?.to_str());
    let version = folders.find(|folder| seal::is_versioned(folder)).unwrap_or_default();
    let page = page.replace("start.js", "../start.js");
    if version.is_empty() {
        page
    } else {
        page.replace(&format!("{version}/"), &format!("../{version}/"))
    }
}

/// Compiles and binds the page, puts the static files in place, and says where the rest is.
fn lay_out(cargo: &WasmCargo, profile: &str, more: &[&str], place: &Path) -> Result<PathBuf> {
    let bound = run::target_dir().join("bindgen");
    empty(&bound)?;
    for module in MODULES {
        let more = if module.name == PAGE.name { more } else { &[] };
        bind(module, &compile(module, cargo, profile, more)?, &bound)?;
    }
    empty(place)?;
    copy_tree(&run::root().join(PAGE.package).join("static"), place)?;
    languages::write(place)?;
    Ok(bound)
}

/// Compiles the modules as they are shipped and says nothing of it: what is compiled then is there for the build.
pub fn compile_quietly(cargo: &WasmCargo) -> Result<()> {
    for module in MODULES {
        run::output(&mut compiler(module, cargo, "release", &[])?)
            .with_context(|| format!("could not compile {}", module.package))?;
    }
    Ok(())
}

/// Compiles a module.
fn compile(module: &Module, cargo: &WasmCargo, profile: &str, more: &[&str]) -> Result<PathBuf> {
    run::ok(&mut compiler(module, cargo, profile, more)?)?;
    let wasm = wasm_target().join(TARGET).join(profile).join(format!("{}.wasm", module.program));
    if !wasm.is_file() {
        bail!("cargo made no {}", wasm.display());
    }
    Ok(wasm)
}

/// The command that compiles a module. Its own target folder keeps the toolchains from blocking each other.
fn compiler(module: &Module, cargo: &WasmCargo, profile: &str, more: &[&str]) -> Result<Command> {
    let target = wasm_target();
    forget_other_std(&target, &cargo.identity()?)?;
    let mut command = cargo.command();
    command.args(["build", "--profile", profile, "--locked", "--target", TARGET]);
    command.args(["--package", module.package, "--bin", module.program]).args(more);
    command.env("CARGO_TARGET_DIR", &target);
    Ok(command)
}

fn wasm_target() -> PathBuf {
    run::target_dir().join("wasm")
}

/// Cargo does not notice a standard library that was built anew by the same compiler, so what was
/// compiled against another one is deleted.
fn forget_other_std(target: &Path, identity: &str) -> Result<()> {
    let stamp = target.join("standard-library");
    if fs::read_to_string(&stamp).is_ok_and(|last| last == identity) {
        return Ok(());
    }
    let compiled = target.join(TARGET);
    if compiled.exists() {
        fs::remove_dir_all(&compiled)
            .with_context(|| format!("could not remove {}", compiled.display()))?;
    }
    fs::create_dir_all(target).with_context(|| format!("could not make {}", target.display()))?;
    fs::write(&stamp, identity).with_context(|| format!("could not write {}", stamp.display()))
}

/// What `wasm-bindgen --target web` does; as a library its version is the one of `Cargo.lock`.
fn bind(module: &Module, wasm: &Path, place: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .out_name(module.name)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                .omit_default_module_path(false)
                .remove_name_section(false)
                .remove_producers_section(true)
                .generate(place)
        })
        .with_context(|| format!("could not bind {} to JavaScript", module.package))
}

/// Makes a smaller module that does the same, but for what it says before it stops on a panic, and its glue.
fn shrink(module: &Module, bound: &Path, place: &Path) -> Result<()> {
    let (module, glue) = (format!("{}_bg.wasm", module.name), format!("{}.js", module.name));
    let silent = bound.join("silent.wasm");
    let mut smaller = run::command("node");
    smaller.arg(run::root().join("xtask/src/site/shrink.mjs"));
    smaller.args([&bound.join(&module), &bound.join(&glue), &silent, &place.join(&glue)]);
    run::ok(&mut smaller)?;
    let mut optimiser = run::command("node");
    optimiser.arg(run::root().join("node_modules/binaryen/bin/wasm-opt"));
    run::ok(optimiser.arg(&silent).args(SMALLER).arg("-o").arg(place.join(&module)))?;
    for used in [bound.join(module), bound.join(glue), silent] {
        fs::remove_file(&used).with_context(|| format!("could not remove {}", used.display()))?;
    }
    Ok(())
}

/// Takes out of the script that starts the page, of the glue and of the style what a browser does not need. The names and
/// values stay; the worker is no part of the first answer.
fn minify(place: &Path) -> Result<()> {
    let files = [
        "start.js",
        "calc_web.js",
        "rekenhulp.js",
        "style.css",
        "embed.js",
        "frame.js",
        "frame.css",
    ];
    for file in files {
        let file = place.join(file);
        let mut smaller = run::command("node");
        smaller.arg(run::root().join("node_modules/esbuild/bin/esbuild")).arg(&file);
        smaller.args([
            "--minify",
            "--tree-shaking=true",
            "--charset=utf8",
            "--legal-comments=none",
            "--log-level=warning",
        ]);
        run::ok(smaller.arg("--allow-overwrite").arg(format!("--outfile={}", file.display())))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_that_differs_is_told_by_the_name_of_its_file() {
        let place = std::env::temp_dir().join(format!("xtask-different-{}", std::process::id()));
        let (one, other) = (place.join("one"), place.join("other"));
        for (folder, text) in [(&one, "a"), (&other, "b")] {
            fs::create_dir_all(folder).expect("a folder can be made");
            save(&folder.join("same"), "x").expect("a file can be written");
            save(&folder.join("text"), text).expect("a file can be written");
        }
        assert!(different(&one, &other, &["same".into()]).is_ok());
        let told = different(&one, &other, &["same".into(), "text".into()]).expect_err("a byte");
        assert!(told.to_string().starts_with("text is another"), "{told}");
        assert!(different(&one, &other, &["none".into()]).is_err());
        fs::remove_dir_all(&place).expect("a folder can be removed");
    }

    #[test]
    fn a_page_one_folder_down_finds_its_files() {
        let files = ["index.html", "start.js", "v0123456789abcdef/a.css"].map(PathBuf::from);
        let page = "<html data-bestanden=\"v0123456789abcdef/a.css,3,x start.js,3,y\"><script src=\"start.js\">";
        let down = one_down(page, &BTreeSet::from(files));
        let expected = "<html data-bestanden=\"../v0123456789abcdef/a.css,3,x ../start.js,3,y\"><script src=\"../start.js\">";
        assert_eq!(down, expected);
    }
}
