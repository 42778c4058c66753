//! What the files say by themselves: which are exact copies, which cannot be read or are misnamed.

use std::collections::BTreeMap;

use super::input::Found;
use crate::digest::Digest;
use crate::extract::{Media, Unsearchable};
use crate::import::oddities;
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
    let unread = found.extracted.problem.map(|problem| match problem {
        Unsearchable::Empty => oddities::empty(),
        Unsearchable::Damaged => oddities::damaged(),
        Unsearchable::Locked => oddities::locked(),
        Unsearchable::ImageOnly => oddities::image_only(),
        Unsearchable::UnknownType => oddities::unknown_type(),
        Unsearchable::TooLarge => oddities::too_large(),
        Unsearchable::PartUnread => oddities::part_unread(),
        Unsearchable::NoLetters => oddities::no_letters(),
        Unsearchable::ReaderEnded => oddities::reader_ended(),
        Unsearchable::TookTooLong => oddities::took_too_long(),
        Unsearchable::NotStarted => oddities::not_started(),
    });
    problems.extend(unread.map(|said| Problem::file(&found.path, said)));
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
        let kind = serde_json::to_value(found.extracted.media).ok().and_then(|v| v.as_str().map(str::to_owned));
        let said = match kind.filter(|_| found.extracted.media != Media::Other) {
            Some(kind) => oddities::wrong_extension(end, kind),
            None => oddities::wrong_extension_unknown(end),
        };
        problems.push(Problem::file(&found.path, said));
    }
}
