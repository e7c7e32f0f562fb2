//! Runs the tests of `tests/servers/`: the site as nginx and Caddy serve it, with the configurations that `dist` writes.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::args::Hosting;
use crate::count::Count;
use crate::site::{hosting, serve};
use crate::{install, run};

/// Debian's packages, and what of them is used.
const PACKAGES: [&str; 3] = ["nginx", "libnginx-mod-http-brotli-static", "caddy"];
const PROGRAMS: [&str; 2] = ["usr/sbin/nginx", "usr/bin/caddy"];

/// Serves the site by each server and asks for it; where the servers cannot be had it says that it left them out.
pub fn test(site: &Path) -> Result<Count> {
    let programs = match programs() {
        Ok(programs) => programs,
        Err(error) => {
            println!("LEFT OUT: the site was not tried on nginx and Caddy: {error:#}");
            return Ok(Count::default());
        }
    };
    install::npm()?;
    let chromium = install::chromium()?;
    hosting::write(site, &Hosting::default())?;
    let ours = serve::background(site)?;
    let mut count = Count::default();
    let mut node = run::command("node");
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=2", "--test-timeout=300000"])
        .args(["nginx", "caddy"].map(|server| format!("tests/servers/{server}.test.mjs")))
        .env("SITE", site)
        .env("PROGRAMS", programs)
        .env("BASE_URL", format!("http://{ours}/"))
        .env("CHROMIUM", chromium);
    let passed = run::watched(&mut node, |line| count.see(line))?;
    if passed == (count.failed == 0) && count.passed + count.failed > 0 {
        return Ok(count);
    }
    bail!("node's test runner counted {} passed, {} failed", count.passed, count.failed);
}

/// The folder with the programs of the packages. They are taken out of the packages, not installed: nothing of the system
/// changes, and no server starts by itself.
fn programs() -> Result<PathBuf> {
    let place = run::target_dir().join("tools/servers");
    if !PROGRAMS.iter().all(|program| place.join(program).is_file()) {
        install::unpack(&PACKAGES, "nginx and Caddy for the tests of the site as served", &place)?;
    }
    for program in PROGRAMS {
        let asked = if program.ends_with("caddy") { "version" } else { "-v" };
        run::output(run::command(place.join(program)).arg(asked))
            .with_context(|| format!("{program} of Debian's packages does not run here"))?;
    }
    run::output(run::command("openssl").arg("version")).context("openssl is missing")?;
    Ok(place)
}
