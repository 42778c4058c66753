//! Which fonts of the system a paper needs: those that have most of the letters that the embedded ones lack.

use std::collections::BTreeSet;
use std::path::PathBuf;

use fontdb::{Database, Style};
use rustybuzz::ttf_parser::{self, Permissions};

use crate::faces::{Source, embedded};
use crate::model::{Paper, Part};
use crate::shape::stands_alone;

/// A face that has a shape for everything, but none that can be read.
const UNREADABLE: &[&str] = &["lastresort", "adobeblank", "adobenotdef"];

/// Where fonts come from besides those of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fonts {
    /// Those that are installed.
    System,
    /// Those in these files alone.
    Files(Vec<PathBuf>),
}

impl Fonts {
    /// The fonts for the letters that the embedded ones lack; the system is asked only where there are any.
    pub(crate) fn lacking(&self, paper: &Paper) -> Vec<Source> {
        let embedded = embedded();
        let [Some(face), _] = embedded.each_ref().map(Source::face) else { return Vec::new() };
        let mut letters = letters(paper);
        letters.retain(|c| stands_alone(*c) && face.glyph_index(*c).is_none());
        let mut out = Vec::new();
        if letters.is_empty() {
            return out;
        }
        let (db, faces) = self.faces();
        let drawn = faces.iter().map(|known| (known, known.drawn(&db, &letters)));
        let mut found: Vec<(&Known, BTreeSet<char>)> = drawn.filter(|(_, drawn)| !drawn.is_empty()).collect();
        while let Some((known, drawn)) = best(&found) {
            letters.retain(|c| !drawn.contains(c));
            if let Ok(bytes) = std::fs::read(&known.path) {
                out.push(Source::read(bytes, known.index));
            }
            for (_, others) in &mut found {
                others.retain(|c| letters.contains(c));
            }
            found.retain(|(_, drawn)| !drawn.is_empty());
        }
        out
    }

    /// All fonts, in an order that does not hang on that of the folders.
    fn faces(&self) -> (Database, Vec<Known>) {
        let mut db = Database::new();
        match self {
            Self::System => db.load_system_fonts(),
            Self::Files(files) => {
                for file in files {
                    // One that is none has no letters.
                    let _ = db.load_font_file(file);
                }
            }
        }
        let plain = |face: &&fontdb::FaceInfo| face.style == Style::Normal;
        let mut all: Vec<Known> = db.faces().filter(plain).filter_map(Known::of).collect();
        all.sort_by(|a, b| a.order().cmp(&b.order()));
        (db, all)
    }
}

/// A font that is installed.
struct Known {
    id: fontdb::ID,
    name: String,
    weight: u16,
    path: PathBuf,
    index: u32,
}

impl Known {
    fn of(face: &fontdb::FaceInfo) -> Option<Self> {
        let name = face.post_script_name.clone();
        let plain: String = name.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
        let (fontdb::Source::File(path) | fontdb::Source::SharedFile(path, _)) = &face.source else { return None };
        let readable = !UNREADABLE.iter().any(|no| plain.starts_with(no));
        readable.then(|| Self { id: face.id, name, weight: face.weight.0, path: path.clone(), index: face.index })
    }

    /// Regular weight first, then by name.
    fn order(&self) -> (u16, &str, &PathBuf, u32) {
        (self.weight.abs_diff(400), &self.name, &self.path, self.index)
    }

    /// Which letters it has, with something to be seen, where it may be embedded at all.
    fn drawn(&self, db: &Database, letters: &BTreeSet<char>) -> BTreeSet<char> {
        let look = |bytes: &[u8], index| {
            let face = ttf_parser::Face::parse(bytes, index).ok()?;
            let allowed = face.permissions() != Some(Permissions::Restricted);
            let has = |c: &char| face.glyph_index(*c).is_some_and(|id| face.glyph_bounding_box(id).is_some());
            allowed.then(|| letters.iter().copied().filter(has).collect())
        };
        db.with_face_data(self.id, look).flatten().unwrap_or_default()
    }
}

/// The one with most letters, of several the first.
fn best<'f>(found: &[(&'f Known, BTreeSet<char>)]) -> Option<(&'f Known, BTreeSet<char>)> {
    let most = found.iter().map(|(_, drawn)| drawn.len()).max()?;
    found.iter().find(|(_, drawn)| drawn.len() == most).cloned()
}

/// Every letter of a paper, the printer's own words included.
fn letters(paper: &Paper) -> BTreeSet<char> {
    let mut out = BTreeSet::new();
    let mut see = |text: &str| out.extend(text.chars());
    for text in [&paper.title, &paper.foot, &paper.words.page, &paper.words.missing] {
        see(text);
    }
    paper.made.iter().for_each(|t| see(t));
    for part in &paper.parts {
        match part {
            Part::Heading(text) | Part::Text(text) => see(text),
            Part::Table(table) => {
                table.columns.iter().for_each(|column| see(&column.title));
                table.rows.iter().flatten().for_each(|cell| see(&cell.text));
            }
        }
    }
    out
}
