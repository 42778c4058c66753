//! Other programs that read files, and what each read of what is shown.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Page, Show};
use crate::api::Engines;
use crate::digest::Digest;
use crate::filed::FiledFile;

/// Something with files, and which of them another program read.
#[derive(Serialize)]
pub(in crate::cli) struct ReadBy<T> {
    #[serde(flatten)]
    pub(in crate::cli) shown: T,
    /// The program with its version, by the file's digest.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(in crate::cli) read_by: BTreeMap<Digest, String>,
}

/// What has files.
pub(in crate::cli) trait Holds {
    /// All of them.
    fn files(&self) -> Vec<&FiledFile>;
}

impl<T: Show + Holds> Show for ReadBy<T> {
    fn show(&self, page: &mut Page) {
        self.shown.show(page);
        for file in self.shown.files() {
            if let Some(engine) = self.read_by.get(&file.digest) {
                page.line(format!("text of {} read by {engine}", file.path));
            }
        }
    }
}

impl Show for Engines {
    fn show(&self, page: &mut Page) {
        for engine in &self.engines {
            let what = match engine.name.as_str() {
                "pdftotext" => "PDF, beside what is read here",
                "pdftoppm" => "pages of scans, for tesseract",
                "tesseract" => "scans and pictures",
                "soffice" => "office files that are not read here",
                _ => "Word before 2007 that is not read here",
            };
            let version = engine.version.as_deref().unwrap_or_default();
            let languages =
                if engine.languages.is_empty() { String::new() } else { format!(", in {}", engine.languages) };
            page.line(match &engine.path {
                Some(path) => {
                    let on = if engine.on { "on" } else { "off" };
                    format!("{} {version}: {on}, {what}{languages}, {path}", engine.name)
                }
                None => format!("{}: not installed, {what}. {}", engine.name, package(&engine.name)),
            });
        }
    }
}

/// How it is got.
fn package(name: &str) -> &'static str {
    match name {
        "pdftotext" | "pdftoppm" => "On Debian and Ubuntu it comes with `apt install poppler-utils`.",
        "tesseract" => "On Debian and Ubuntu it comes with `apt install tesseract-ocr tesseract-ocr-deu`.",
        "soffice" => {
            "On Debian and Ubuntu it comes with `apt install libreoffice-writer libreoffice-calc libreoffice-impress`."
        }
        "antiword" => "On Debian and Ubuntu it comes with `apt install antiword`.",
        _ => "On Debian and Ubuntu it comes with `apt install catdoc`.",
    }
}
