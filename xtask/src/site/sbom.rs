//! The list of what the site is made of (a software bill of materials, CycloneDX 1.5): every crate that is compiled into its
//! modules, with version, licence and the hash of its package. What only builds or tests it is not in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::files::{read, save};
use crate::run;
use crate::rustc::TARGET;

/// Where it is, beside the page.
const FILE: &str = "sbom.cdx.json";
/// The programs that the modules are compiled from.
const ROOTS: [&str; 2] = ["calc-web", "calc-wasm"];

/// Writes the list beside the page.
pub fn write(place: &Path) -> Result<()> {
    let mut cargo = run::cargo();
    cargo.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", TARGET]);
    let told = run::output(&mut cargo).context("cargo tells nothing about the crates")?;
    let told: Value = serde_json::from_str(&told).context("cargo metadata is no JSON")?;
    let hashes = hashes(&read(&run::root().join("Cargo.lock"))?)?;
    let list = serde_json::to_string_pretty(&list(&told, &hashes))?;
    save(&place.join(FILE), &format!("{list}\n"))
}

/// The hash of each package in the registry, by name and version.
fn hashes(lock: &str) -> Result<BTreeMap<(String, String), String>> {
    let lock: toml_edit::DocumentMut = lock.parse().context("Cargo.lock is no TOML")?;
    let packages = lock.get("package").and_then(toml_edit::Item::as_array_of_tables);
    let of = |package: &toml_edit::Table| {
        let text = |name| package.get(name).and_then(toml_edit::Item::as_str).map(str::to_owned);
        Some(((text("name")?, text("version")?), text("checksum")?))
    };
    Ok(packages.into_iter().flatten().filter_map(of).collect())
}

fn list(told: &Value, hashes: &BTreeMap<(String, String), String>) -> Value {
    let used = used(told);
    let packages: Vec<&Value> = all(&told["packages"]);
    let mut components: Vec<Value> = packages
        .iter()
        .filter(|package| used.contains(text(&package["id"])))
        .map(|package| component(package, hashes))
        .collect();
    components.sort_by_key(|component| text(&component["purl"]).to_owned());
    // Neither a moment nor a number by chance: the same source gives the same list.
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application",
            "name": "rekenhulp",
            "version": env!("CARGO_PKG_VERSION"),
            "licenses": [{ "expression": "Apache-2.0" }],
        } },
        "components": components,
    })
}

/// The ids of the packages that end up in a module: reached from its program by what is neither for tests, nor runs while
/// it is compiled.
fn used(told: &Value) -> BTreeSet<&str> {
    let nodes: BTreeMap<&str, &Value> =
        all(&told["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let runs_here: BTreeSet<&str> = all(&told["packages"])
        .into_iter()
        .filter(|package| !is_macro(package))
        .map(|package| text(&package["id"]))
        .collect();
    let roots = all(&told["packages"]).into_iter().filter(|it| ROOTS.contains(&text(&it["name"])));
    let mut open: Vec<&str> = roots.map(|package| text(&package["id"])).collect();
    let mut used = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !runs_here.contains(id) || !used.insert(id) {
            continue;
        }
        let needs = nodes.get(id).map(|node| all(&node["deps"])).unwrap_or_default();
        let linked = needs
            .into_iter()
            .filter(|need| all(&need["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()));
        open.extend(linked.map(|need| text(&need["pkg"])));
    }
    used
}

/// Whether a package runs in the compiler.
fn is_macro(package: &Value) -> bool {
    let kinds = all(&package["targets"]).into_iter().flat_map(|target| all(&target["kind"]));
    kinds.into_iter().any(|kind| kind == "proc-macro")
}

fn component(package: &Value, hashes: &BTreeMap<(String, String), String>) -> Value {
    let [name, version, licence] =
        ["name", "version", "license"].map(|field| text(&package[field]).to_owned());
    let licences: Vec<&str> = licence.split('/').map(str::trim).collect();
    let url = format!("pkg:cargo/{name}@{version}");
    let mut component = json!({
        "type": "library",
        "bom-ref": url,
        "name": name,
        "version": version,
        // What older crates write for "or".
        "licenses": [{ "expression": licences.join(" OR ") }],
        "purl": url,
    });
    if let Some(hash) = hashes.get(&(name, version)) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": hash }]);
    }
    component
}

fn all(list: &Value) -> Vec<&Value> {
    list.as_array().map(|items| items.iter().collect()).unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program with a library, a macro that has a library of its own, and a library that only its tests use.
    fn told() -> Value {
        let package = |name: &str, kind: &str| {
            json!({ "id": name, "name": name, "version": "1.0.0", "license": "MIT / Apache-2.0",
                "targets": [{ "kind": [kind] }] })
        };
        let need =
            |name: &str, kind: Value| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        json!({
            "packages": [package("calc-web", "bin"), package("linked", "lib"), package("derive", "proc-macro"),
                package("of-derive", "lib"), package("tested", "lib"), package("xtask", "bin"), package("server", "lib")],
            "resolve": { "nodes": [
                { "id": "calc-web", "deps": [need("linked", Value::Null), need("derive", Value::Null), need("tested", json!("dev"))] },
                { "id": "derive", "deps": [need("of-derive", Value::Null)] },
                { "id": "xtask", "deps": [need("server", Value::Null)] },
            ] },
        })
    }

    #[test]
    fn what_ends_up_in_the_modules_is_listed_with_its_hash_and_nothing_else() {
        let lock = "[[package]]\nname = \"linked\"\nversion = \"1.0.0\"\nchecksum = \"abc\"\n";
        let list = list(&told(), &hashes(lock).expect("TOML"));
        let names: Vec<&str> =
            all(&list["components"]).into_iter().map(|it| text(&it["name"])).collect();
        assert_eq!(names, ["calc-web", "linked"]);
        let linked = &list["components"][1];
        assert_eq!(linked["purl"], "pkg:cargo/linked@1.0.0");
        assert_eq!(linked["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(linked["hashes"][0]["content"], "abc");
    }

    #[test]
    fn the_list_of_this_site_has_what_draws_and_what_counts() {
        let place = std::env::temp_dir().join(format!("xtask-sbom-{}", std::process::id()));
        std::fs::create_dir_all(&place).expect("a folder can be made");
        write(&place).expect("it can be written");
        let list: Value =
            serde_json::from_str(&read(&place.join(FILE)).expect("a text")).expect("JSON");
        std::fs::remove_dir_all(&place).expect("a folder can be removed");
        let components = all(&list["components"]);
        let has = |name: &str| components.iter().any(|it| it["name"] == name);
        for name in ["calc-core", "yew", "rust_decimal", "wasm-bindgen"] {
            assert!(has(name), "{name}");
        }
        for name in ["xtask", "proptest", "syn", "wasm-bindgen-cli-support"] {
            assert!(!has(name), "{name}");
        }
        let is_whole = |it: &&&Value| {
            let is_ours = text(&it["name"]).starts_with("calc-");
            it["licenses"][0]["expression"] != "" && (is_ours || it["hashes"].is_array())
        };
        let whole = components.iter().filter(is_whole).count();
        assert_eq!(whole, components.len(), "each has a licence, and from the registry a hash");
    }
}
