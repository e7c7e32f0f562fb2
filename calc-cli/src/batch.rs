//! `calc batch`: many households, a line of JSON each, in and out in the same order.
//!
//! Lines are read, answered by all processors and written block by block, so memory does not grow with the file. What is
//! written ends with a whole line, also when it is broken off: a next run goes on there.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use calc_core::contract::lines::{Answered, Asked, Picture, answered};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::output::{Amounts, Failure, LANGUAGE, MOST_BYTES, shown};

/// So many lines at once for each thread: enough to keep it busy, some megabytes of answers.
const LINES_PER_THREAD: usize = 64;
/// More than any machine this runs on has.
const MOST_THREADS: i64 = 1024;

#[derive(clap::Args)]
pub struct Args {
    /// Wat van elk huishouden wordt berekend
    #[arg(value_enum)]
    picture: What,
    /// Bestand met een situatie per regel (JSON), of - voor standaardinvoer
    file: PathBuf,
    /// Schrijf hierheen; staat er al iets, dan gaat het daarachter verder
    #[arg(long)]
    out: Option<PathBuf>,
    /// Aantal rekenaars tegelijk; standaard alle processors
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=MOST_THREADS))]
    threads: Option<u16>,
    /// Zonder zinnen: alleen bedragen en codes
    #[arg(long)]
    amounts: bool,
    #[command(flatten)]
    book: Amounts,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum What {
    /// De vaste maand
    Month,
    /// De urenlijn
    Hours,
    /// Dertien maanden
    Calendar,
}

/// Answers every line. A line that is refused has its problems as its answer; that is no failure.
pub fn run(args: &Args) -> Result<(), Failure> {
    let asked = Asked {
        picture: match args.picture {
            What::Month => Picture::Month,
            What::Hours => Picture::Hours,
            What::Calendar => Picture::Calendar,
        },
        amounts_only: args.amounts,
        language: LANGUAGE,
        book: args.book.book()?,
    };
    let threads = args.threads.map_or(0, usize::from);
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|error| Failure::Other(error.to_string()))?;
    let mut lines = Lines::of(&args.file)?;
    match &args.out {
        None => answer_all(&mut lines, asked, &pool, &mut io::stdout().lock()),
        Some(out) => {
            let mut out = Out::open(out, &args.file)?;
            out.go_on(&mut lines, asked)?;
            answer_all(&mut lines, asked, &pool, &mut out)
        }
    }
}

fn answer_all(
    lines: &mut Lines,
    asked: Asked,
    pool: &ThreadPool,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let bar = lines.progress();
    let (mut done, mut refused) = (0_usize, 0_usize);
    loop {
        let block = lines.block(pool.current_num_threads() * LINES_PER_THREAD)?;
        if block.is_empty() {
            break;
        }
        let answers: Vec<Answered> =
            pool.install(|| block.par_iter().map(|line| answered(line, asked)).collect());
        done += answers.len();
        refused += answers.iter().filter(|answer| answer.is_refused).count();
        let text: String = answers.into_iter().map(|answer| answer.json + "\n").collect();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            // Whoever reads has seen enough (`calc batch … | head`).
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => break,
            written => written.map_err(|error| Failure::Other(error.to_string()))?,
        }
        bar.set_position(lines.bytes);
        bar.set_message(format!("{done} regels, {refused} geweigerd"));
    }
    bar.finish();
    Ok(())
}

/// What comes in, line by line.
struct Lines {
    source: BufReader<Box<dyn Read>>,
    name: String,
    /// How many bytes there are, where that is known.
    length: Option<u64>,
    /// How many of them were read.
    bytes: u64,
}

impl Lines {
    fn of(file: &Path) -> Result<Self, Failure> {
        let name = shown(file);
        if file == Path::new("-") {
            let source: Box<dyn Read> = Box::new(io::stdin());
            return Ok(Self { source: BufReader::new(source), name, length: None, bytes: 0 });
        }
        let opened = File::open(file).and_then(|file| {
            let about = file.metadata()?;
            let length = about.is_file().then_some(about.len());
            Ok((Box::new(file) as Box<dyn Read>, length))
        });
        let (source, length) =
            opened.map_err(|error| Failure::Other(format!("{name}: {error}")))?;
        Ok(Self { source: BufReader::new(source), name, length, bytes: 0 })
    }

    /// The next lines, at most so many; none when all were read.
    fn block(&mut self, most: usize) -> Result<Vec<String>, Failure> {
        let mut block = Vec::new();
        while block.len() < most {
            let line = self.next();
            match line.map_err(|error| Failure::Other(format!("{}: {error}", self.name)))? {
                Some(line) => block.push(line),
                None => break,
            }
        }
        Ok(block)
    }

    /// The next line without its end. Of one that is too long no more than shows it: the door refuses it.
    fn next(&mut self) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        let mut read = (&mut self.source).take(MOST_BYTES).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(None);
        }
        if line.last() == Some(&b'\n') {
            line.pop();
        } else {
            read += self.source.skip_until(b'\n')?;
        }
        self.bytes += read as u64;
        // Bytes that are no text cannot be JSON either: the door says so.
        Ok(Some(String::from_utf8_lossy(&line).into_owned()))
    }

    /// On a terminal how far it is.
    fn progress(&self) -> ProgressBar {
        let (bar, style) = match self.length {
            Some(length) => (ProgressBar::new(length), "{bar:30} {percent:>3}%  {msg}  nog {eta}"),
            None => (ProgressBar::no_length(), "{spinner} {msg}"),
        };
        bar.set_position(self.bytes);
        match ProgressStyle::with_template(style) {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        }
    }
}

/// A file that is written line by line.
struct Out {
    file: File,
    name: String,
    /// What stands in it, up to here, are whole lines.
    whole: u64,
}

impl Out {
    fn open(path: &Path, from: &Path) -> Result<Self, Failure> {
        let name = shown(path);
        let failed = |error: io::Error| Failure::Other(format!("{name}: {error}"));
        let is_same = |from: PathBuf| path.canonicalize().is_ok_and(|path| path == from);
        if from.canonicalize().is_ok_and(is_same) {
            return Err(Failure::Other(format!("{name}: dit bestand wordt ook gelezen")));
        }
        let file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
        let file = file.map_err(failed)?;
        Ok(Self { file, name, whole: 0 })
    }

    /// Skips the lines that were answered before. The last of those answers has to be what it would be now, or the file
    /// is of other households, another question or another version: then nothing is changed.
    fn go_on(&mut self, lines: &mut Lines, asked: Asked) -> Result<(), Failure> {
        let failed = |name: &str, error: io::Error| Failure::Other(format!("{name}: {error}"));
        let (mut last, mut count) = (Vec::new(), 0_usize);
        let mut reader = BufReader::new(&self.file);
        loop {
            let mut line = Vec::new();
            let read = reader.read_until(b'\n', &mut line);
            let read = read.map_err(|error| failed(&self.name, error))?;
            // A line without an end was broken off: it is written anew.
            if line.pop() != Some(b'\n') {
                break;
            }
            self.whole += read as u64;
            (last, count) = (line, count + 1);
        }
        let mut line = None;
        for _ in 0..count {
            line = lines.next().map_err(|error| failed(&lines.name, error))?;
        }
        let is_ours =
            count == 0 || line.is_some_and(|line| answered(&line, asked).json.as_bytes() == last);
        if !is_ours {
            let what =
                "wat hier al staat, is niet het antwoord op deze regels; er is niets veranderd";
            return Err(Failure::Other(format!("{}: {what}", self.name)));
        }
        let ready = self.file.set_len(self.whole);
        let ready = ready.and_then(|()| self.file.seek(SeekFrom::Start(self.whole)).map(|_| ()));
        ready.map_err(|error| failed(&self.name, error))
    }
}

impl Write for Out {
    /// Writes all of it, or leaves what stood there before.
    fn write(&mut self, lines: &[u8]) -> io::Result<usize> {
        let written = self.file.write_all(lines);
        if written.is_err() {
            // The first error is the one to tell.
            let _ = self.file.set_len(self.whole);
        }
        written?;
        self.whole += lines.len() as u64;
        Ok(lines.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
