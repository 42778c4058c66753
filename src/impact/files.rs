//! The files of two revisions: which of one is which of the other, and what became of it.

use serde::Serialize;
use ts_rs::TS;

use crate::error::Result;
use crate::extract::{COMMENTS, Media, Unsearchable};
use crate::filed::FiledFile;
use crate::search::TextCache;
use crate::text::{Comparison, Written, compare, fold, words};

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(rename = "FileOutcome")]
pub enum Outcome {
    /// The same bytes.
    SameBytes,
    /// Other bytes with the same words: its form changed, or what is no text.
    SameText,
    /// Other words.
    Changed {
        /// What changed.
        compared: Comparison,
    },
    /// Nobody can tell: one of them has no text, for this reason; nothing where that one has.
    Unread {
        /// Of the earlier one.
        earlier: Option<Unsearchable>,
        /// Of the later one.
        later: Option<Unsearchable>,
    },
    /// The later revision has no such file.
    Gone,
    /// The earlier revision has no such file.
    New,
}

/// A file of either revision, or of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FilesCompared {
    /// The file of the earlier revision.
    pub earlier: Option<FiledFile>,
    /// The file of the later revision.
    pub later: Option<FiledFile>,
    /// What became of it.
    pub outcome: Outcome,
    /// Something packed into one of them could not be read, so that there may be more.
    pub partly: bool,
    /// Comments on it are others. They are no part of what it says, and not compared.
    pub comments: bool,
    /// Words whose deletion is tracked in either file and neither accepted nor refused. They are no part of what it says.
    pub tracked: Tracked,
}

/// Words of tracked deletions, a line for each paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "TrackedDeletions")]
pub struct Tracked {
    /// In the earlier file.
    pub earlier: String,
    /// In the later file.
    pub later: String,
}

/// A file's text, or why there is none.
pub(super) struct Read {
    pub(super) text: String,
    wrapped: bool,
    problem: Option<Unsearchable>,
}

impl Read {
    pub(super) fn of(cache: &TextCache, file: &FiledFile) -> Result<Self> {
        let (media, problem) = cache.get(&file.digest)?.unwrap_or((file.media, Some(Unsearchable::NotStarted)));
        let text = cache.text_of(&file.digest)?.unwrap_or_default();
        // Such text stands in lines as long as a page is wide.
        let wrapped = matches!(media, Media::Pdf | Media::Text | Media::Email);
        Ok(Self { text, wrapped, problem })
    }

    pub(super) fn written(&self) -> Written<'_> {
        // Comments are on a text, not of it.
        Written { text: self.parts().0, wrapped: self.wrapped }
    }

    /// What it says, and the comments on it.
    fn parts(&self) -> (&str, &str) {
        let (text, behind) = self.text.split_once(COMMENTS).unwrap_or((&self.text, ""));
        (text, behind.split('\x0b').next().unwrap_or_default())
    }

    /// Why it cannot be compared.
    fn unread(&self) -> Option<Unsearchable> {
        match self.problem {
            Some(Unsearchable::PartUnread) | None if !self.text.trim().is_empty() => None,
            None => Some(Unsearchable::Empty),
            problem => problem,
        }
    }
}

/// Pairs the files of two revisions and compares their texts.
pub(super) fn compare_files(cache: &TextCache, old: &[FiledFile], new: &[FiledFile]) -> Result<Vec<FilesCompared>> {
    let mut out = Vec::new();
    for (earlier, later) in pairs(old, new) {
        let (outcome, partly, comments) = match (earlier, later) {
            (Some(a), Some(b)) => outcome(cache, a, b)?,
            (Some(_), None) => (Outcome::Gone, false, false),
            _ => (Outcome::New, false, false),
        };
        let tracked = |file: Option<&FiledFile>| {
            file.map(|file| cache.tracked(&file.digest)).transpose().map(Option::unwrap_or_default)
        };
        let tracked = Tracked { earlier: tracked(earlier)?, later: tracked(later)? };
        out.push(FilesCompared {
            earlier: earlier.cloned(),
            later: later.cloned(),
            outcome,
            partly,
            comments,
            tracked,
        });
    }
    Ok(out)
}

fn outcome(cache: &TextCache, earlier: &FiledFile, later: &FiledFile) -> Result<(Outcome, bool, bool)> {
    if earlier.digest == later.digest {
        return Ok((Outcome::SameBytes, false, false));
    }
    let (a, b) = (Read::of(cache, earlier)?, Read::of(cache, later)?);
    let partly = [&a, &b].iter().any(|read| read.problem == Some(Unsearchable::PartUnread));
    if a.unread().is_some() || b.unread().is_some() {
        return Ok((Outcome::Unread { earlier: a.unread(), later: b.unread() }, partly, false));
    }
    let compared = compare(a.written(), b.written());
    let comments = words(a.parts().1) != words(b.parts().1);
    Ok((if compared.same() { Outcome::SameText } else { Outcome::Changed { compared } }, partly, comments))
}

type Paired<'f> = (Option<&'f FiledFile>, Option<&'f FiledFile>);

/// The files of both, each with the one it is: the same bytes, the same name, the same kind with the name most like it, and
/// the one that is left where one is left on each side.
fn pairs<'f>(old: &'f [FiledFile], new: &'f [FiledFile]) -> Vec<Paired<'f>> {
    let mut of_new: Vec<Option<usize>> = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    let rules: [&dyn Fn(&FiledFile, &FiledFile) -> usize; 3] =
        [&|a, b| usize::from(a.digest == b.digest), &|a, b| usize::from(fold(&a.name) == fold(&b.name)), &|a, b| {
            if a.media == b.media { 1 + alike(&a.name, &b.name) } else { 0 }
        }];
    for fits in rules {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        for (n, b) in new.iter().enumerate().filter(|(n, _)| of_new[*n].is_none()) {
            let left = old.iter().enumerate().filter(|(o, _)| !taken[*o]);
            found.extend(left.map(|(o, a)| (fits(a, b), o, n)).filter(|(weight, ..)| *weight > 0));
        }
        found.sort_by_key(|(weight, o, n)| (std::cmp::Reverse(*weight), *n, *o));
        for (_, o, n) in found {
            if !taken[o] && of_new[n].is_none() {
                (taken[o], of_new[n]) = (true, Some(o));
            }
        }
    }
    let (mut free_old, mut free_new) =
        (taken.iter().filter(|taken| !**taken), of_new.iter().filter(|paired| paired.is_none()));
    if let (Some(_), None, Some(_), None) = (free_old.next(), free_old.next(), free_new.next(), free_new.next()) {
        let (o, n) = (taken.iter().position(|taken| !taken), of_new.iter().position(Option::is_none));
        if let (Some(o), Some(n)) = (o, n) {
            (taken[o], of_new[n]) = (true, Some(o));
        }
    }
    let mut out: Vec<Paired<'f>> = new.iter().zip(of_new).map(|(b, o)| (o.map(|o| &old[o]), Some(b))).collect();
    out.extend(old.iter().zip(taken).filter(|(_, taken)| !taken).map(|(a, _)| (Some(a), None)));
    out
}

/// How many words two names share.
fn alike(one: &str, other: &str) -> usize {
    let words = |name: &str| crate::text::words(name);
    let (one, other) = (words(one), words(other));
    one.split_whitespace().filter(|word| other.contains(&format!(" {word} "))).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Digest;

    fn file(name: &str, content: &str, media: Media) -> FiledFile {
        let (digest, size) = (Digest::of(content.as_bytes()), content.len() as u64);
        let (name, path) = (name.to_owned(), name.to_owned());
        FiledFile { digest, size, name, path, modified: None, media, problem: None, clauses: Vec::new() }
    }

    fn told(old: &[FiledFile], new: &[FiledFile]) -> Vec<String> {
        let name = |file: Option<&FiledFile>| file.map_or("–", |file| file.name.as_str()).to_owned();
        pairs(old, new).into_iter().map(|(a, b)| format!("{} > {}", name(a), name(b))).collect()
    }

    #[test]
    fn files_are_paired_by_bytes_name_and_kind_and_what_has_no_partner_is_said() {
        let old = [
            file("SP-01 v1.docx", "a", Media::Docx),
            file("SP-01 v1.pdf", "b", Media::Pdf),
            file("Form A.xlsx", "c", Media::Xlsx),
            file("Form B.xlsx", "d", Media::Xlsx),
        ];
        let new = [
            file("SP-01 v2.pdf", "e", Media::Pdf),
            file("SP-01 v2.docx", "f", Media::Docx),
            file("Form B.xlsx", "g", Media::Xlsx),
            file("Renamed.xlsx", "c", Media::Xlsx),
            file("Picture.png", "h", Media::Image),
        ];
        let expected = [
            "SP-01 v1.pdf > SP-01 v2.pdf",
            "SP-01 v1.docx > SP-01 v2.docx",
            "Form B.xlsx > Form B.xlsx",
            "Form A.xlsx > Renamed.xlsx",
            "– > Picture.png",
        ];
        assert_eq!(told(&old, &new), expected);
        assert_eq!(told(&old[..1], &new[..1]), ["SP-01 v1.docx > SP-01 v2.pdf"], "one on each side");
        assert_eq!(told(&old[..1], &[]), ["SP-01 v1.docx > –"]);
    }
}
