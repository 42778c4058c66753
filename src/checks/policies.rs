//! What the standards ask of policies beyond their approval: that people were told (27001 A.5, 7.3), and for quality that it
//! is understood and applied (9001 5.2.2), which sending it out does not show.

use rusqlite::Connection;

use super::found::Found;
use super::model::Irregular;
use crate::documents::{self, DocumentKind, DocumentState};
use crate::error::Result;
use crate::items::ItemId;
use crate::mapping;
use crate::standards::ClauseRef;

const QUALITY: &str = "9001";

/// Where the quality policy is asked for, and where it is shown to be understood: by its clause, or by awareness.
const POLICY: &str = "5.2";
const UNDERSTOOD: [&str; 2] = ["5.2.2", "7.3"];

/// Looks at a policy in force.
pub(super) fn look(db: &Connection, found: &mut Found<'_>) -> Result<()> {
    let document = found.document;
    if document.particulars.kind != DocumentKind::Policy || document.state != DocumentState::Effective {
        return Ok(());
    }
    if documents::not_communicated(db, document.id)? {
        found.note(Irregular::PolicyNotTold, None, &[]);
    }
    let links = mapping::of_item(db, ItemId::Document(document.id))?;
    let quality = links.iter().find(|link| {
        let clause = &link.reference.clause;
        link.reference.standard == QUALITY && (clause == POLICY || clause.starts_with("5.2."))
    });
    if let Some(link) = quality {
        let mut shown = false;
        for clause in UNDERSTOOD {
            let reference = ClauseRef { clause: clause.to_owned(), ..link.reference.clone() };
            let by = mapping::by_clause(db, &reference)?;
            shown |= by.iter().any(|link| matches!(link.item, ItemId::Record(_)));
        }
        if !shown {
            found.note(Irregular::PolicyNotShownUnderstood, None, &[]);
        }
    }
    Ok(())
}
