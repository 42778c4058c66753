//! Other programs that read what the crates cannot: which there are, where they lie, what they are switched to.

mod better;
mod office;
mod packed;
mod pages;
mod pdf;
mod pictures;
mod read;
mod scan;
mod settings;
mod versions;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use regex::Regex;
use serde::Serialize;
use ts_rs::TS;

use crate::contained::{Containment, Errand, Gives, Tool};
use crate::error::Result;

use super::model::{Media, Unsearchable};
pub(super) use better::better;
pub use settings::{languages_fit, switch};

/// A program that is known here.
struct Known {
    name: &'static str,
    /// What its file is called, where that is not its name: of a suite, which writes wherever it is started.
    files: &'static [&'static str],
    /// By which argument it says its version, and whether among its complaints.
    version: (&'static str, Gives<'static>),
}

const KNOWN: &[Known] = &[
    Known { name: "pdftotext", files: &[], version: ("-v", Gives::Complaints) },
    Known { name: "pdftoppm", files: &[], version: ("-v", Gives::Complaints) },
    Known { name: "antiword", files: &[], version: ("-h", Gives::Complaints) },
    Known { name: "catdoc", files: &[], version: ("-V", Gives::Printed) },
    Known { name: "tesseract", files: &[], version: ("--version", Gives::Printed) },
    // The program itself: what is in `/usr/bin` starts it as another one, which would not end with it.
    Known { name: "soffice", files: &["soffice.bin", "soffice"], version: ("--version", Gives::Printed) },
];

/// Where programs are installed. Nothing else is searched: what is named first somewhere else could be anybody's.
const FOLDERS: &[&str] = &[
    "/usr/bin",
    "/usr/local/bin",
    "/opt/homebrew/bin",
    "/usr/lib/libreoffice/program",
    "/usr/lib64/libreoffice/program",
    "/Applications/LibreOffice.app/Contents/MacOS",
    "C:\\Program Files\\Tesseract-OCR",
    "C:\\Program Files\\poppler\\bin",
    "C:\\Program Files\\LibreOffice\\program",
];

/// A program as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Engine {
    /// Its name.
    pub name: String,
    /// Where it lies; nothing where it is not installed.
    pub path: Option<String>,
    /// Its version, as it says it.
    pub version: Option<String>,
    /// Whether it may be asked.
    pub on: bool,
    /// Languages of the pictures it reads, as `deu+eng`; empty for others.
    pub languages: String,
}

/// The programs that are known, as they are found and switched here.
///
/// # Errors
/// `private_file_damaged` where it cannot be read how they are switched.
pub fn engines(config: &Path, contained: &Containment) -> Result<Vec<Engine>> {
    let set = settings::read(config)?;
    let mut versions = versions::Versions::read(config);
    let shown = |known: &Known| {
        let found = find(known);
        let version = found.as_deref().and_then(|path| versions.of(path, || version(known, path, contained)));
        Engine {
            name: known.name.to_owned(),
            path: found.map(|path| path.display().to_string()),
            version,
            on: !set.off.contains(known.name),
            languages: if known.name == "tesseract" { set.languages.clone() } else { String::new() },
        }
    };
    let all = KNOWN.iter().map(shown).collect();
    versions.keep(config);
    Ok(all)
}

/// Lets those be asked that are installed and switched on.
pub fn equip(config: &Path, contained: &Containment) -> Result<()> {
    let set = settings::read(config)?;
    let tools = engines(config, contained)?.into_iter().filter_map(|engine| {
        let name = KNOWN.iter().find(|known| known.name == engine.name)?.name;
        let (program, version) = (PathBuf::from(engine.path.filter(|_| engine.on)?), engine.version?);
        let again = set.again.get(name).copied().unwrap_or_default();
        Some(Tool { name, program, version, setting: engine.languages, again })
    });
    contained.set_tools(tools.collect());
    Ok(())
}

/// What can be asked, in a line: what files were read with before.
pub fn asked(contained: &Containment) -> String {
    line(&contained.tools(), true, |_| true)
}

/// What can be asked of a file of that kind, read so far as it was and by that program, in a line; see [`gained`].
pub fn asked_of(contained: &Containment, media: Media, problem: Option<Unsearchable>, engine: Option<&str>) -> String {
    // What read it may read it otherwise tomorrow: in another version, in other languages.
    let read = |name: &str| engine.is_some_and(|engine| engine.contains(name));
    line(&contained.tools(), problem.is_some(), |name| read(name) || better::may_read(name, media, problem))
}

/// Whether more can be asked now than then: only then a file is read again.
pub fn gained(then: &str, now: &str) -> bool {
    now.split("; ").any(|tool| !tool.is_empty() && !then.split("; ").any(|other| other == tool))
}

/// `again`: with how often each was to try again, which says nothing where all was read.
fn line(tools: &[Tool], again: bool, wanted: impl Fn(&str) -> bool) -> String {
    let asked = tools.iter().filter(|tool| wanted(tool.name));
    let times = |tool: &Tool| if again && tool.again > 0 { format!(" #{}", tool.again) } else { String::new() };
    asked.map(|t| format!("{} {} {}{}", t.name, t.version, t.setting, times(t))).collect::<Vec<_>>().join("; ")
}

/// The languages in which pictures can be read here, as the program that reads them lists them; nothing where it is not there
/// or does not say.
///
/// # Errors
/// `private_file_damaged` where it cannot be read how programs are switched.
pub fn languages(config: &Path, contained: &Containment) -> Result<Option<Vec<String>>> {
    let reader = engines(config, contained)?.into_iter().find(|engine| engine.name == "tesseract");
    let Some(path) = reader.and_then(|engine| engine.path) else { return Ok(None) };
    let errand = Errand::printed(Path::new(&path), &["--list-langs"], Duration::from_secs(5));
    let said = contained.program(&errand, b"").unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    // Before them stands a line that says where they lie; beside them lies what tells how a page is held.
    let names = said.lines().map(str::trim).filter(|line| settings::languages_fit(line) && *line != "osd");
    let names: Vec<String> = names.map(str::to_owned).collect();
    Ok((!names.is_empty()).then_some(names))
}

/// Those of some languages, written as `deu+eng`, that are not among others.
pub fn languages_missing(asked: &str, there: &[String]) -> Vec<String> {
    asked.split('+').filter(|name| !there.iter().any(|known| known == name)).map(str::to_owned).collect()
}

fn find(known: &Known) -> Option<PathBuf> {
    let files = if known.files.is_empty() { std::slice::from_ref(&known.name) } else { known.files };
    let names = files.iter().flat_map(|name| [(*name).to_owned(), format!("{name}.exe")]);
    let places = names.flat_map(|name| FOLDERS.iter().map(move |folder| Path::new(folder).join(&name)));
    // A link that leads to a script of the same name is that script.
    places.into_iter().find(|path| path.is_file() && (known.files.is_empty() || !is_script(path)))
}

fn is_script(path: &Path) -> bool {
    let mut begins = [0; 2];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut begins));
    read.is_ok() && begins == *b"#!"
}

fn version(known: &Known, path: &Path, contained: &Containment) -> Option<String> {
    static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\d+(\.\d+)+").ok());
    let (argument, gives) = known.version;
    let (time, writes) = (Duration::from_secs(5), !known.files.is_empty());
    let errand = Errand { program: path, args: &[argument], gives, time, writes, again: None };
    let said = String::from_utf8_lossy(&contained.program(&errand, b"").ok()?).into_owned();
    Some(NUMBER.as_ref()?.find(&said).map_or_else(String::new, |found| found.as_str().to_owned()))
}
