//! What the files say by themselves: which are exact copies, which cannot be read or are misnamed.

use std::collections::BTreeMap;

use super::input::Found;
use crate::digest::Digest;
use crate::extract::{Media, Unsearchable};
use crate::import::problem::Problem;

pub(super) fn duplicates(files: &[Found]) -> Vec<Vec<String>> {
    let mut groups: BTreeMap<Digest, Vec<String>> = BTreeMap::new();
    for found in files.iter().filter(|f| f.extracted.media != Media::Empty) {
        groups.entry(found.digest).or_default().push(found.path.clone());
    }
    let mut groups: Vec<Vec<String>> = groups.into_values().filter(|g| g.len() > 1).collect();
    groups.sort();
    groups
}

pub(super) fn problem_of(found: &Found, problems: &mut Vec<Problem>) {
    let filed = "It is filed as it is.";
    let mut say = |code, what: &str| problems.push(Problem::file(&found.path, code, format!("{what} {filed}")));
    match found.extracted.problem {
        Some(Unsearchable::Empty) => say("empty", "The file has no content."),
        Some(Unsearchable::Damaged) => say("damaged", "The file is damaged and cannot be read."),
        Some(Unsearchable::Locked) => say("locked", "The file needs a password and cannot be searched."),
        Some(Unsearchable::ImageOnly) => say("image_only", "The file is a picture and cannot be searched."),
        Some(Unsearchable::UnknownType) => say("unknown_type", "The file is of a type that cannot be searched."),
        Some(Unsearchable::TooLarge) => say("too_large", "The file is too large to be searched."),
        Some(Unsearchable::PartUnread) => say("part_unread", "Something in the file cannot be searched."),
        Some(Unsearchable::NoLetters) => {
            say("no_letters", "The file's fonts do not say their letters; it cannot be searched.");
        }
        Some(Unsearchable::ReaderEnded) => {
            say("reader_ended", "Reading the file failed and was stopped: damaged, or made to do harm.");
        }
        Some(Unsearchable::TookTooLong) => say("took_too_long", "Reading the file took too long and was stopped."),
        Some(Unsearchable::NotStarted) => say("not_started", "The file could not be read: no reader could be started."),
        None => {}
    }
    let end = found.path.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default();
    let expected: Option<&[Media]> = match end.as_str() {
        "docx" => Some(&[Media::Docx]),
        "xlsx" => Some(&[Media::Xlsx]),
        "pptx" => Some(&[Media::Pptx]),
        "pdf" => Some(&[Media::Pdf]),
        "png" | "jpg" | "jpeg" | "gif" | "tif" | "tiff" => Some(&[Media::Image]),
        _ => None,
    };
    let broken =
        matches!(found.extracted.problem, Some(Unsearchable::Empty | Unsearchable::Locked | Unsearchable::Damaged));
    if expected.is_some_and(|media| !media.contains(&found.extracted.media)) && !broken {
        let real = serde_json::to_value(found.extracted.media).ok().and_then(|v| v.as_str().map(str::to_owned));
        let real = match found.extracted.media {
            Media::Other => String::from("of a kind that is not known here"),
            _ => real.unwrap_or_default(),
        };
        problems.push(Problem::file(
            &found.path,
            "wrong_extension",
            format!("The name ends with .{end}, the content is {real}. It is filed as it is."),
        ));
    }
}
