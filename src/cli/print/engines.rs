//! Other programs that read files.

use super::{Page, Show};
use crate::api::Engines;
use crate::filed::FiledFile;

/// What has files.
pub(in crate::cli) trait Holds {
    /// All of them.
    fn files(&self) -> Vec<&FiledFile>;
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
        if !self.languages.is_empty() {
            page.line(format!("Languages of pictures that are there: {}.", self.languages.join(", ")));
        }
        for language in &self.missing {
            let package = language.replace('_', "-").to_lowercase();
            page.line(format!(
                "{language} is not there, and no picture is read: `apt install tesseract-ocr-{package}`."
            ));
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
