//! Files that look like what is filed, by their words alone: renamed and edited, exported again, without a number. It is said;
//! a person decides what follows.

use std::collections::HashMap;

use rusqlite::Connection;

use super::plan::{Doubtful, Found, ImportPlan, Register};
use super::recognised::{How, Recognised};
use crate::documents::DocumentKind;
use crate::error::Result;
use crate::search::{Likeness, TextCache};

/// The files of new documents, and of what may be one, that have most of the words of a document that is filed. A record is
/// none of them: a form that was filled in is like the form.
pub(super) fn alike(
    db: &Connection,
    cache: &TextCache,
    plan: &ImportPlan,
    found: &[Found],
    register: &Register,
) -> Result<Vec<Recognised>> {
    let documents = plan.documents.iter().filter(|d| d.kind != DocumentKind::External && !register.has(&d.code));
    let of_documents = documents.filter_map(|d| d.revisions.last()?.files.first());
    let asked = plan
        .records
        .iter()
        .filter(|record| record.doubts.iter().any(|doubt| matches!(doubt.on, Doubtful::DocumentOrRecord { .. })));
    let paths: Vec<&String> = of_documents.chain(asked.map(|record| &record.path)).collect();
    if paths.is_empty() {
        return Ok(Vec::new());
    }
    let likeness = Likeness::read(db, cache)?;
    let texts: HashMap<&str, &Found> = found.iter().map(|found| (found.path.as_str(), found)).collect();
    let mut out = Vec::new();
    for path in paths {
        let Some(found) = texts.get(path.as_str()) else { continue };
        let Some(like) = likeness.of(cache, &found.extracted.text)?.filter(|like| like.digest != found.digest) else {
            continue;
        };
        out.push(Recognised {
            path: path.clone(),
            code: like.code,
            how: How::LooksLike,
            was: like.percent.to_string(),
        });
    }
    Ok(out)
}
