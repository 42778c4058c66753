//! Other programs that read what the crates cannot: which there are, where they lie, what they are switched to.

mod better;
mod settings;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use regex::Regex;
use serde::Serialize;
use ts_rs::TS;

use crate::contained::{Containment, Tool};
use crate::error::Result;

pub(super) use better::better;
pub use settings::{languages_fit, switch};

/// A program that is known here.
struct Known {
    name: &'static str,
    /// By which argument it says its version, and whether among its complaints.
    version: (&'static str, bool),
}

const KNOWN: &[Known] = &[
    Known { name: "pdftotext", version: ("-v", true) },
    Known { name: "pdftoppm", version: ("-v", true) },
    Known { name: "antiword", version: ("-h", true) },
    Known { name: "catdoc", version: ("-V", false) },
    Known { name: "tesseract", version: ("--version", false) },
];

/// Where programs are installed. Nothing else is searched: what is named first somewhere else could be anybody's.
const FOLDERS: &[&str] = &[
    "/usr/bin",
    "/usr/local/bin",
    "/opt/homebrew/bin",
    "C:\\Program Files\\Tesseract-OCR",
    "C:\\Program Files\\poppler\\bin",
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
pub fn engines(config: &Path, contained: &Containment) -> Vec<Engine> {
    let set = settings::read(config);
    let shown = |known: &Known| {
        let found = find(known.name);
        let version = found.as_deref().and_then(|path| version(known, path, contained));
        Engine {
            name: known.name.to_owned(),
            path: found.map(|path| path.display().to_string()),
            version,
            on: !set.off.contains(known.name),
            languages: if known.name == "tesseract" { set.languages.clone() } else { String::new() },
        }
    };
    KNOWN.iter().map(shown).collect()
}

/// Lets those be asked that are installed and switched on.
pub fn equip(config: &Path, contained: &Containment) -> Result<()> {
    let tools = engines(config, contained).into_iter().filter_map(|engine| {
        let name = KNOWN.iter().find(|known| known.name == engine.name)?.name;
        let (program, version) = (PathBuf::from(engine.path.filter(|_| engine.on)?), engine.version?);
        Some(Tool { name, program, version, setting: engine.languages })
    });
    contained.set_tools(tools.collect());
    Ok(())
}

/// What can be asked, in a line: what a file was read with before, and is not read with again.
pub fn asked(contained: &Containment) -> String {
    let tools = contained.tools();
    tools.iter().map(|t| format!("{} {} {}", t.name, t.version, t.setting)).collect::<Vec<_>>().join("; ")
}

fn find(name: &str) -> Option<PathBuf> {
    let names = [name.to_owned(), format!("{name}.exe")];
    let all = FOLDERS.iter().flat_map(|folder| names.iter().map(move |name| Path::new(folder).join(name)));
    all.into_iter().find(|path| path.is_file())
}

fn version(known: &Known, path: &Path, contained: &Containment) -> Option<String> {
    static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\d+(\.\d+)+").ok());
    const TIME: Duration = Duration::from_secs(5);
    let (argument, complains) = known.version;
    let said = if complains {
        contained.complaints(path, &[argument], TIME)
    } else {
        contained.program(path, &[argument], b"", TIME)
    };
    let said = String::from_utf8_lossy(&said.ok()?).into_owned();
    Some(NUMBER.as_ref()?.find(&said).map_or_else(String::new, |found| found.as_str().to_owned()))
}
