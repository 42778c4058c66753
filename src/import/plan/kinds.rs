//! What a file of a share is taken for. Lists and what is filed decide; else it is weighed as any file is.

use super::input::Found;
use super::register::{FiledAs, Register};
use super::rows::Rows;
use crate::digest::Digest;
use crate::reading::{Seen, Sign, TakenFor, Weighed};

/// Weighs all files of a share.
pub(super) fn weigh(files: &[Found], seen: &[Seen<'_>], rows: &Rows<'_>, register: &Register) -> Vec<Weighed> {
    let of = |(found, seen): (&Found, &Seen<'_>)| decided(seen, &found.digest, rows, register);
    crate::reading::weigh(seen, files.iter().zip(seen).map(of).collect())
}

/// What lists and the register say: that is no matter of weighing.
fn decided(seen: &Seen<'_>, digest: &Digest, rows: &Rows<'_>, register: &Register) -> Option<Weighed> {
    let (path, digest) = (seen.path, digest);
    let sure = |kind, sign, words: &str, speaks_for| {
        Some(Weighed { kind, why: vec![Sign { sign, words: words.to_owned(), speaks_for }], doubt: false })
    };
    if let Some(row) = rows.indexed(path) {
        return sure(TakenFor::Record, "indexed", &row.row.to_string(), "record");
    }
    if let Some(says) = rows.opened(path).filter(|says| says.title.is_some()) {
        let within = says.within.rsplit('/').next().unwrap_or_default();
        return sure(TakenFor::Record, "exported", within, "record");
    }
    let number = seen.number();
    if let Some(row) = number.and_then(|number| rows.numbered(number)).or_else(|| rows.at(path)) {
        return sure(TakenFor::Document, "listed", &row.row.to_string(), "document");
    }
    match register.filed(path, digest) {
        Some(FiledAs::Document(code)) if code.starts_with("EXT ") => {
            sure(TakenFor::External, "filed", code, "external")
        }
        Some(FiledAs::Document(code)) => sure(TakenFor::Document, "filed", code, "document"),
        Some(FiledAs::Record(code)) => sure(TakenFor::Record, "filed", code, "record"),
        None => None,
    }
}
