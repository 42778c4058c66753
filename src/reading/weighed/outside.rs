//! What is from outside: the standard of a publisher, and what lies in a folder that is named for it.

use crate::extract::{Extracted, Media};
use crate::reading::names::stem;
use crate::words::{Folder, in_folder, publisher};

/// More words than a name and a remark have.
const WORDS: usize = 30;

/// The number of a standard that somebody else published, where the name of a file is that and nothing more: `DIN EN 10204
/// 2005-01`. That it is a PDF may be said twice.
pub(super) fn of_a_publisher(path: &str) -> Option<String> {
    let title = stem(path);
    let end = path.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default();
    let said = |part: &&str| !part.is_empty() && part.to_lowercase() != end;
    let parts = || title.split(|c: char| !c.is_alphanumeric()).filter(said);
    let letters = |part: &str| part.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let first = parts().next().map(letters)?;
    let digits = |part: &str| part.trim_start_matches(|c: char| c.is_alphabetic()).chars().all(|c| c.is_ascii_digit());
    let only = parts().all(|part| (letters(part).is_empty() || publisher(&letters(part))) && digits(part));
    let numbered = title.chars().filter(char::is_ascii_digit).count() > 2;
    (publisher(&first) && only && numbered).then_some(title)
}

/// Whether a text is of a kind that is written in the organisation, and more than a name: nobody publishes a standard so.
pub(super) fn written_here(found: &Extracted) -> bool {
    found.media != Media::Pdf && found.text.split_whitespace().nth(WORDS).is_some()
}

/// The folder that is named for what comes from outside, with no other word in its name but one for documents.
pub(super) fn from_outside(folders: &str) -> Option<&str> {
    folders.split('/').rev().take(3).find(|folder| {
        let mut words =
            folder.split(|c: char| !c.is_alphanumeric()).filter(|w| w.contains(char::is_alphabetic)).peekable();
        let says = |word: &str, meaning| in_folder(&format!("{word}/x"), meaning);
        let all =
            words.peek().is_some() && words.all(|word| says(word, Folder::External) || says(word, Folder::Document));
        all && in_folder(&format!("{folder}/x"), Folder::External)
    })
}
