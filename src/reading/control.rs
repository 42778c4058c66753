//! The control table of a document: number, version, owner and dates, as they stand in its own text, in cells, behind a
//! colon, in a front matter, or in the running lines of a PDF.

use super::inline::inline_table;
use super::pairs::{labelled_in, placeholder};
use super::running::running;
use super::values::{Control, dated, put, version_in};
use super::versions::compare_versions;
use crate::extract::{Extracted, Media};
use crate::text::{at_home, nfc};

/// Reads the control table, where there is one: a number, or two particulars that documents have; and what headers, footers
/// and first lines say.
pub fn control_table(found: &Extracted) -> Option<Control> {
    let labelled = labelled_in(&found.text);
    let mut out = Control::default();
    for (field, words) in &labelled.pairs {
        put(&mut out, *field, words);
    }
    // A sheet with versions and days is a list of something else.
    let sheet = matches!(found.media, Media::Xlsx | Media::Xls | Media::Ods | Media::Csv);
    if out.version.is_none() && (!sheet || out.fields() > 0) {
        let versions = labelled.history.iter().filter_map(|(version, day)| Some((version_in(version)?, day)));
        if let Some((version, day)) = versions.max_by(|(a, _), (b, _)| compare_versions(a, b)) {
            out.version = Some(version);
            out.date = out.date.take().or_else(|| dated(day));
        }
    }
    let by_cells = out.number.is_some() || out.fields() >= 2;
    // Labels without cells or colons, as in the lines of a PDF; a sheet or a table has been read.
    let inline = || if found.text.contains('\t') { None } else { inline_table(&found.text) };
    let mut out = match inline().filter(|inline| !by_cells || inline.fields() > out.fields()) {
        Some(inline) => inline,
        None if by_cells => out,
        None => Control::default(),
    };
    let version = out.version.is_some();
    let more = running(found, &mut out);
    out.version_in_line = !version && out.version.is_some();
    if !more && !out.is_table() {
        return None;
    }
    if out.title.is_none() && out.number.is_some() {
        out.title = found
            .properties
            .get("title")
            .map(|t| at_home(&nfc(t), |_| false).into_owned())
            .filter(|title| !placeholder(title));
    }
    Some(out)
}
