//! The commands of the repository: `cargo xtask help` lists them.
//!
//! Each file is one subject: [`args`] reads the command line, [`run`] starts other programs,
//! [`install`] fetches what is missing, [`toolchain`] finds a compiler for wasm, [`site`] makes the
//! page, weighs and serves it, [`check`] runs every check and test, [`browser`] those of the page, [`servers`] those of the
//! page on nginx and Caddy, [`bulk`] those of the wheel, [`library`] writes what other programs take, [`new_parameters`]
//! prepares the files of the next change of amounts, [`theme`] looks at a municipality's style.

mod args;
mod browser;
mod bulk;
mod check;
mod count;
mod debian;
mod install;
mod library;
mod new_parameters;
mod run;
mod rustc;
mod servers;
mod site;
mod theme;
mod toolchain;

use std::process::ExitCode;

use args::Task;

const HELP: &str = "\
The commands of the repository:

  cargo xtask serve [--quick] [--port 8080] [--frame-ancestors SITES]
      Installs what is missing, builds the page and serves it on 127.0.0.1.
      SITES are the sites that may show the page in a frame, as in a
      Content-Security-Policy; default 'self'. --quick builds in seconds what
      is large: for who works on the page.

  cargo xtask test [--native | --page | --bulk | --library | --servers]
      Installs what is missing and runs every check and test, the browser
      included, but for those of the wheel for whole caseloads, which add two
      minutes: --bulk runs them. --native leaves out what needs wasm, Node.js,
      a browser or Python; --page runs only the build of the page and its
      tests. Of the page that was built last: --library tests what other
      programs take, --servers the page on nginx and Caddy.

  cargo xtask dist [--host rekenhulp.example] [--frame-ancestors SITES]
      Writes the deployable static site to dist/, and how nginx, Caddy and a
      host of static files serve it, filled in for that host and those SITES.

  cargo xtask measure [size] [load] [input] [engine] [profile]
      Builds the page as it is shipped and prints its size and its speed in the
      browser, as docs/performance.md has them; profile says where time goes.

  cargo xtask new-parameters DATE [SET ...]
      Prepares the parameter files that hold from DATE (as 2027-01-01) on: of
      every set that ends before DATE, or of each SET that is named. They are
      copies with nothing filled in, which the build refuses; what to look up
      where is printed. A file before that has to end earlier is made to.

  cargo xtask theme-check FILE
      Holds a municipality's style against WCAG: whether every text can be read
      on its ground, and the focus be seen. docs/theme.md says how to make one.

  cargo xtask toolchain
      Makes the compiler for wasm ready and says how to call it by hand.

  cargo xtask help

Settings, as environment variables:

  WASM_TOOLCHAIN      where the compiler for wasm comes from:
                      rustup: `rustup target add`; debian: Debian's packages;
                      auto (default): rustup first, then debian
  WASM_TOOLCHAIN_DIR  where debian's toolchain is kept
                      (default ~/.local/share/debian-wasm-small)
  CHROMIUM            the browser for the tests (default: the first found)
  HOUSEHOLDS          how many made-up households the wheel is held against
                      the command with (default 500)
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let task = match args::parse(&words) {
        Ok(task) => task,
        Err(problem) => {
            eprintln!("{problem}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    let outcome = match task {
        Task::Help => {
            println!("{HELP}");
            Ok(())
        }
        Task::Serve { port, frame_ancestors, build } => {
            site::serve::command(port, &frame_ancestors, build)
        }
        Task::Dist(hosting) => library::dist(&hosting),
        Task::Measure(parts) => browser::measure(&parts),
        Task::NewParameters(wanted) => new_parameters::command(&wanted),
        Task::ThemeCheck(file) => theme::command(&file),
        Task::Toolchain => toolchain::command(),
        Task::Test(part) => return check::command(part),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
