//! Reads the command line. Few words, so by hand.

use std::path::PathBuf;

use crate::new_parameters::{Day, Wanted};

/// What was asked for.
#[derive(Debug, PartialEq)]
pub enum Task {
    /// Print the commands.
    Help,
    /// Build the page and serve it.
    Serve {
        /// The port on 127.0.0.1; 0 takes a free one.
        port: u16,
        /// Who may show the page in a frame, as the policy writes it.
        frame_ancestors: String,
        /// How the page is built.
        build: Build,
    },
    /// Write `dist/`, for this host.
    Dist(Hosting),
    /// Measure the page as it is shipped: these parts, or the usual ones.
    Measure(Vec<String>),
    /// Prepare the files of the next change of amounts.
    NewParameters(Wanted),
    /// Hold the style of a municipality against WCAG.
    ThemeCheck(PathBuf),
    /// Make the compiler for wasm ready.
    Toolchain,
    /// Run the checks and tests.
    Test(Part),
}

/// How the page is built.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Build {
    /// As it is shipped: small.
    Shipped,
    /// In seconds and large, for who works on it.
    Quick,
}

/// Whose site it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Hosting {
    /// Its name, as in its address.
    pub host: String,
    /// The sites that may show the page in a frame, as the policy writes it.
    pub frame_ancestors: String,
}

impl Default for Hosting {
    fn default() -> Self {
        Self { host: "rekenhulp.example".to_owned(), frame_ancestors: "'self'".to_owned() }
    }
}

/// How much to check.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// Everything.
    All,
    /// What runs without wasm, Node.js and a browser.
    Native,
    /// The page: its build, its size and the browser tests.
    Page,
    /// What other programs take, from the page that was built last.
    Library,
    /// The page that was built last, on nginx and Caddy.
    Servers,
    /// The wheel for whole caseloads.
    Bulk,
}

/// What can be measured.
const MEASURED: [&str; 5] = ["size", "load", "input", "engine", "profile"];

/// The task that `words` (without the program's name) ask for, or what is wrong with them.
pub fn parse(words: &[String]) -> Result<Task, String> {
    let Some((command, options)) = words.split_first() else {
        return Ok(Task::Help);
    };
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Task::Help),
        "serve" => serve(options),
        "dist" => dist(options),
        "measure" => measure(options),
        "new-parameters" => new_parameters(options),
        "theme-check" => match options {
            [file] if !file.starts_with('-') => Ok(Task::ThemeCheck(file.into())),
            _ => Err("theme-check needs one file".to_owned()),
        },
        "toolchain" => no_options(options, Task::Toolchain),
        "test" if options == ["--native"] => Ok(Task::Test(Part::Native)),
        "test" if options == ["--page"] => Ok(Task::Test(Part::Page)),
        "test" if options == ["--library"] => Ok(Task::Test(Part::Library)),
        "test" if options == ["--bulk"] => Ok(Task::Test(Part::Bulk)),
        "test" if options == ["--servers"] => Ok(Task::Test(Part::Servers)),
        "test" => no_options(options, Task::Test(Part::All)),
        other => Err(format!("there is no command {other:?}")),
    }
}

fn no_options(options: &[String], task: Task) -> Result<Task, String> {
    match options.first() {
        None => Ok(task),
        Some(option) => Err(format!("this command does not know {option:?}")),
    }
}

fn measure(options: &[String]) -> Result<Task, String> {
    let known = |part: &&String| MEASURED.contains(&part.as_str());
    match options.iter().find(|part| !known(part)) {
        Some(part) => Err(format!("measure does not know {part:?}")),
        None => Ok(Task::Measure(options.to_vec())),
    }
}

fn new_parameters(options: &[String]) -> Result<Task, String> {
    let Some((date, sets)) = options.split_first() else {
        return Err("new-parameters needs the first day, as 2027-01-01".to_owned());
    };
    let from =
        Day::parse(date).ok_or_else(|| format!("{date:?} is not a day such as 2027-01-01"))?;
    if let Some(option) = sets.iter().find(|set| set.starts_with('-')) {
        return Err(format!("new-parameters does not know {option:?}"));
    }
    Ok(Task::NewParameters(Wanted { from, sets: sets.to_vec() }))
}

fn serve(options: &[String]) -> Result<Task, String> {
    let mut port = 8080;
    let mut frame_ancestors = "'self'".to_owned();
    let mut build = Build::Shipped;
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        if option == "--quick" {
            build = Build::Quick;
            continue;
        }
        match named(option, &mut rest)? {
            ("--port", value) => {
                port =
                    value.parse().map_err(|_| format!("{value:?} is not a port (0 to 65535)"))?;
            }
            ("--frame-ancestors", value) => frame_ancestors = sources(value)?,
            _ => return Err(format!("serve does not know {option:?}")),
        }
    }
    Ok(Task::Serve { port, frame_ancestors, build })
}

fn dist(options: &[String]) -> Result<Task, String> {
    let mut hosting = Hosting::default();
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        match named(option, &mut rest)? {
            ("--host", value) => hosting.host = host(value)?,
            ("--frame-ancestors", value) => hosting.frame_ancestors = sources(value)?,
            _ => return Err(format!("dist does not know {option:?}")),
        }
    }
    Ok(Task::Dist(hosting))
}

/// An option with its value: behind `=`, or the next word.
fn named<'a>(
    option: &'a str,
    rest: &mut impl Iterator<Item = &'a String>,
) -> Result<(&'a str, &'a str), String> {
    if !option.starts_with("--") {
        return Err(format!("this command does not know {option:?}"));
    }
    match option.split_once('=') {
        Some(named) => Ok(named),
        None => match rest.next() {
            Some(value) => Ok((option, value)),
            None => Err(format!("{option:?} is not known here, or needs a value")),
        },
    }
}

/// The name of a host goes into configurations as it is, so it is letters, digits, dots and dashes.
fn host(value: &str) -> Result<String, String> {
    let fits = |c: char| c.is_ascii_alphanumeric() || ".-".contains(c);
    if !value.is_empty() && value.chars().all(fits) {
        Ok(value.to_owned())
    } else {
        Err(format!("{value:?} is not the name of a host such as rekenhulp.example"))
    }
}

/// A list of sources goes into a header as it is, so it must not end the directive or the line.
fn sources(value: &str) -> Result<String, String> {
    let fits = |c: char| c.is_ascii_graphic() && !";,\"\\`{}$".contains(c);
    if !value.trim().is_empty() && value.chars().all(|c| c == ' ' || fits(c)) {
        Ok(value.trim().to_owned())
    } else {
        Err(format!("{value:?} is not a list of sources: separate them by spaces"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task, String> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn commands_are_known_by_name() {
        assert_eq!(parsed(""), Ok(Task::Help));
        assert_eq!(parsed("dist"), Ok(Task::Dist(Hosting::default())));
        assert_eq!(parsed("test --native"), Ok(Task::Test(Part::Native)));
        assert_eq!(parsed("test --page"), Ok(Task::Test(Part::Page)));
        assert_eq!(parsed("test --bulk"), Ok(Task::Test(Part::Bulk)));
        assert_eq!(parsed("test"), Ok(Task::Test(Part::All)));
        assert!(parsed("test --page --native").is_err());
        assert!(parsed("deploy").is_err());
        assert!(parsed("dist now").is_err());
        let parts =
            |parts: &[&str]| Ok(Task::Measure(parts.iter().map(ToString::to_string).collect()));
        assert_eq!(parsed("measure"), parts(&[]));
        assert_eq!(parsed("measure load input"), parts(&["load", "input"]));
        assert!(parsed("measure weight").is_err());
    }

    #[test]
    fn new_parameters_needs_a_day_that_exists() {
        let wanted = |sets: &[&str]| {
            let from = Day::parse("2027-01-01").expect("a day");
            let sets = sets.iter().map(ToString::to_string).collect();
            Ok(Task::NewParameters(Wanted { from, sets }))
        };
        assert_eq!(parsed("new-parameters 2027-01-01"), wanted(&[]));
        assert_eq!(
            parsed("new-parameters 2027-01-01 iack huurtoeslag"),
            wanted(&["iack", "huurtoeslag"])
        );
        for refused in ["", " 2027-02-30", " iack", " 2027-01-01 --force"] {
            assert!(parsed(&format!("new-parameters{refused}")).is_err(), "{refused}");
        }
    }

    #[test]
    fn a_theme_is_one_file() {
        assert_eq!(parsed("theme-check a.css"), Ok(Task::ThemeCheck("a.css".into())));
        for refused in ["theme-check", "theme-check a.css b.css", "theme-check --all"] {
            assert!(parsed(refused).is_err(), "{refused}");
        }
    }

    #[test]
    fn serve_has_defaults_and_two_spellings() {
        let asked = |port, ancestors: &str, build| {
            Ok(Task::Serve { port, frame_ancestors: ancestors.to_owned(), build })
        };
        assert_eq!(parsed("serve"), asked(8080, "'self'", Build::Shipped));
        assert_eq!(parsed("serve --quick"), asked(8080, "'self'", Build::Quick));
        assert_eq!(parsed("serve --port 9000"), asked(9000, "'self'", Build::Shipped));
        assert_eq!(
            parsed("serve --port=9000 --frame-ancestors=*"),
            asked(9000, "*", Build::Shipped)
        );
        assert!(parsed("serve --port").is_err());
        assert!(parsed("serve --port 70000").is_err());
    }

    #[test]
    fn dist_is_for_a_host_and_those_who_may_frame_it() {
        let hosting = |host: &str, frames: &str| {
            let (host, frame_ancestors) = (host.to_owned(), frames.to_owned());
            Ok(Task::Dist(Hosting { host, frame_ancestors }))
        };
        let asked = "dist --host reken.example --frame-ancestors=https://www.example";
        assert_eq!(parsed(asked), hosting("reken.example", "https://www.example"));
        assert_eq!(parsed("dist --host=a-b.example"), hosting("a-b.example", "'self'"));
        for refused in ["--host", "--host a;b", "--host {", "--port 80", "--host= "] {
            assert!(parsed(&format!("dist {refused}")).is_err(), "{refused}");
        }
    }

    #[test]
    fn sources_cannot_add_a_directive_or_a_header() {
        assert!(sources("'self' https://example.org").is_ok());
        assert!(sources("*; script-src *").is_err());
        assert!(sources("*\r\nSet-Cookie: a=b").is_err());
        assert!(sources("a, b").is_err());
        assert!(sources("a\" always; add_header b \"").is_err());
        assert!(sources("$http_host").is_err());
        assert!(sources(" ").is_err());
    }
}
