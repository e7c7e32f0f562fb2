//! Starts other programs and knows where things lie.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}

/// The folder that cargo builds in.
pub fn target_dir() -> PathBuf {
    let chosen = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    chosen.and_then(|dir| std::path::absolute(dir).ok()).unwrap_or_else(|| root().join("target"))
}

/// A command that starts in the workspace and reads nothing.
pub fn command(program: impl Into<OsString>) -> Command {
    let mut command = Command::new(program.into());
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// The cargo that runs us, for everything but wasm.
pub fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs to the end, output shown; an exit status other than 0 is an error.
pub fn ok(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {}", line(command)))?;
    if status.success() {
        return Ok(());
    }
    bail!("{} failed ({status})", line(command));
}

/// Runs to the end; what it prints is shown only when it fails.
pub fn quiet(command: &mut Command) -> Result<()> {
    let said = line(command);
    let done = command.output().with_context(|| format!("could not start {said}"))?;
    if done.status.success() {
        return Ok(());
    }
    let printed = [done.stdout, done.stderr].concat();
    println!("{}", String::from_utf8_lossy(&printed).trim_end());
    bail!("{said} failed ({})", done.status);
}

/// Runs to the end and returns what was printed; `None` when it could not start or failed.
pub fn output(command: &mut Command) -> Option<String> {
    let done = command.stderr(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// Runs to the end, shows each line of output and also hands it to `see`; true when it succeeded.
pub fn watched(command: &mut Command, mut see: impl FnMut(&str)) -> Result<bool> {
    let said = line(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start {said}"))?;
    if let Some(stdout) = child.stdout.take() {
        for bytes in BufReader::new(stdout).split(b'\n') {
            let bytes = bytes.with_context(|| format!("could not read from {said}"))?;
            let text = String::from_utf8_lossy(&bytes);
            println!("{text}");
            see(&text);
        }
    }
    Ok(child.wait().with_context(|| format!("lost {said}"))?.success())
}

/// Runs for at most `limit`, output shown; true when it succeeded in that time.
pub fn within(command: &mut Command, limit: Duration) -> bool {
    let Ok(mut child) = command.spawn() else {
        return false;
    };
    let start = Instant::now();
    while start.elapsed() < limit {
        if let Ok(Some(status)) = child.try_wait() {
            return status.success();
        }
        thread::sleep(Duration::from_millis(50));
    }
    // Nothing to do about a program that will not end: it has no answer for us either way.
    let _ = child.kill();
    let _ = child.wait();
    false
}

/// Where `program` is on PATH.
pub fn which(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|dir| dir.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
        .find(|path| path.is_file())
}

/// The command as one would type it, for messages.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
