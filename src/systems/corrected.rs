//! A correction in words: scope items stand in it by their codes, which are known here.

use rusqlite::Connection;

use super::queries::scope_item_codes;
use crate::error::Result;
use crate::named::{Correction, Said};

/// What was corrected, as `owner: Service Manager → Change Manager, moved to another team`; what is empty is `–`.
pub fn corrected(db: &Connection, correction: &Correction) -> Result<String> {
    let mut parts = Vec::new();
    for change in &correction.changes {
        let (before, after) = (said(db, &change.before)?, said(db, &change.after)?);
        parts.push(format!("{}: {before} → {after}", change.field.replace('_', " ")));
    }
    parts.extend(Some(correction.reason.clone()).filter(|reason| !reason.is_empty()));
    Ok(parts.join(", "))
}

fn said(db: &Connection, said: &Said) -> Result<String> {
    let text = match said {
        Said::Text(text) => text.clone(),
        Said::Items(items) => scope_item_codes(db, items)?.join(" "),
    };
    Ok(if text.is_empty() { String::from("–") } else { text })
}
