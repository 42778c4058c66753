//! Words for kinds of documents in titles and types, and for what a folder holds.

use std::sync::LazyLock;

use super::table::{Word, of_kind};
use crate::text::fold;

/// The kinds of documents that have words, by the names under which the register keeps them.
pub const DOCUMENTS: [&str; 10] = [
    "policy",
    "process_description",
    "procedure",
    "instruction",
    "agreement",
    "contract",
    "register",
    "manual",
    "form",
    "plan",
];

static DOCUMENT: LazyLock<Vec<(&str, Word)>> = LazyLock::new(|| {
    let words = of_kind("document", &DOCUMENTS.map(|name| (name, name)));
    words.into_iter().map(|(name, word)| (name, Word::parse(word))).collect()
});

/// The kind of document that a title or type speaks of, as one of [`DOCUMENTS`]; of several the one that stands first
/// in the file of words.
pub fn document(text: &str) -> Option<&'static str> {
    let text = fold(text);
    let fits = |word: &Word| word.fits(&text) || parts(&text).any(|part| word.fits(part));
    DOCUMENT.iter().find(|(_, word)| fits(word)).map(|(name, _)| *name)
}

/// What the files of a folder are, by the folder's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folder {
    /// Documents of the organisation.
    Document,
    /// Records.
    Record,
    /// Documents from outside.
    External,
    /// What is out of use.
    Obsolete,
}

impl Folder {
    /// Every meaning with its name in the file of words.
    pub const ALL: [(Folder, &'static str); 4] = [
        (Folder::Document, "document"),
        (Folder::Record, "record"),
        (Folder::External, "external"),
        (Folder::Obsolete, "obsolete"),
    ];
}

static FOLDER: LazyLock<Vec<(Folder, Word)>> = LazyLock::new(|| {
    let words = of_kind("folder", &Folder::ALL);
    words.into_iter().map(|(folder, word)| (folder, Word::parse(word))).collect()
});

/// Whether one of the folders above a file has such a word in its name. `path` is relative, its parts joined by `/`,
/// the last one the file.
pub fn in_folder(path: &str, meaning: Folder) -> bool {
    let Some((folders, _)) = path.rsplit_once('/') else { return false };
    let folders = fold(folders);
    let words = || FOLDER.iter().filter(|(folder, _)| *folder == meaning);
    parts(&folders).any(|part| words().any(|(_, word)| word.fits(part)))
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty())
}
