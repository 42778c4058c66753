//! The clauses of a row whose document or record was there before: what the list names anew is mapped, what it names no longer
//! is taken back. Where a person decided otherwise since, that is asked.

use std::collections::BTreeSet;

use super::asking::{self, Asked};
use super::plan::RowWords;
use crate::error::Result;
use crate::items::ItemId;
use crate::mapping::{self, Link, NewLink, Origin, Strength};
use crate::questions::{self, CLAUSES, Listed, Matter, NewQuestion, Reading, Said};
use crate::standards::{ClauseRef, EditionId, catalogue};
use crate::workspace::Tx;

/// A standard's short name and a clause: a list does not say the edition.
type Named = (String, String);

/// Clauses in one form, by which a list's rows are compared from one time to the next: `9001/8.4; 27001/A.5.1`.
pub(super) fn clauses_text(clauses: &[Named]) -> String {
    let sorted: BTreeSet<String> = clauses.iter().map(|(standard, clause)| format!("{standard}/{clause}")).collect();
    sorted.into_iter().collect::<Vec<_>>().join("; ")
}

fn read(text: &str) -> BTreeSet<Named> {
    let both =
        |part: &str| part.trim().split_once('/').map(|(standard, clause)| (standard.to_owned(), clause.to_owned()));
    text.split(';').filter_map(both).collect()
}

fn named(reference: &ClauseRef) -> Named {
    (reference.standard.clone(), reference.clause.clone())
}

/// Maps an item to the clauses of its list. A clause of a standard that the workspace does not hold is kept as
/// the list's own edition says it.
pub(super) fn link(tx: &mut Tx<'_>, item: ItemId, clauses: &[Named], source: &str, held: &[EditionId]) -> Result<()> {
    for (standard, clause) in clauses {
        let reference = catalogue().reference(&format!("{standard}/{clause}"), held)?;
        mapping::link(
            tx,
            NewLink {
                item,
                reference,
                strength: Strength::Full,
                reason: String::new(),
                variance: String::new(),
                scope: Vec::new(),
                origin: Origin::Import { source: source.to_owned() },
                basis: None,
            },
        )?;
    }
    Ok(())
}

/// A document or record with what its row says now, and said the last time.
pub(super) struct Compared<'a> {
    pub(super) item: ItemId,
    pub(super) code: &'a str,
    pub(super) before: Option<&'a Listed>,
    /// Which list and row, as mappings keep it.
    pub(super) source: &'a str,
    pub(super) held: &'a [EditionId],
}

impl Compared<'_> {
    /// Compares the clauses. A list without a column for them says nothing of them.
    pub(super) fn clauses(&self, tx: &mut Tx<'_>, row: &RowWords, out: &mut Asked) -> Result<()> {
        let Some(said) = row.get(CLAUSES) else { return Ok(()) };
        let now = read(&said.words);
        // Nothing where nobody noted the clauses: whether the list says something else is not known then.
        let before = self.before.and_then(|before| before.said.get(CLAUSES)).map(|words| read(words));
        let links = mapping::of_item(tx.db(), self.item)?;
        let mapped: BTreeSet<Named> = links.iter().map(|link| named(&link.reference)).collect();
        let anew = |clause: &&Named| before.as_ref().is_some_and(|before| !before.contains(*clause));
        let (add, decided): (Vec<&Named>, Vec<&Named>) = now.difference(&mapped).partition(anew);
        let dropped = |link: &&Link| {
            let clause = named(&link.reference);
            before.as_ref().is_some_and(|before| before.contains(&clause)) && !now.contains(&clause)
        };
        let (drop, kept): (Vec<&Link>, Vec<&Link>) = links.iter().filter(dropped).partition(|link| as_imported(link));
        link(tx, self.item, &add.into_iter().cloned().collect::<Vec<_>>(), self.source, self.held)?;
        for link in drop {
            mapping::unlink(tx, self.item, &link.reference, self.source)?;
        }
        if decided.is_empty() && kept.is_empty() {
            return questions::close_about(tx, self.item, |matter| matter.particular() == CLAUSES);
        }
        let mut wanted: BTreeSet<ClauseRef> =
            mapping::of_item(tx.db(), self.item)?.into_iter().map(|link| link.reference).collect();
        let register = questions::clauses_text(&wanted);
        for link in kept {
            wanted.remove(&link.reference);
        }
        for (standard, clause) in decided {
            wanted.insert(catalogue().reference(&format!("{standard}/{clause}"), self.held)?);
        }
        let new = NewQuestion {
            about: self.item.into(),
            matter: Matter::Particular { particular: CLAUSES.to_owned() },
            said: vec![said.clone(), Said::register(&register)],
            readings: vec![Reading::Value(questions::clauses_text(&wanted)), Reading::Value(register)],
        };
        asking::ask(tx, self.code, new, out)
    }
}

/// Whether a mapping is as a list made it: what a person corrected since is not the list's to take back.
fn as_imported(link: &Link) -> bool {
    let from_list = matches!(link.origin, Origin::Import { .. });
    from_list && link.strength == Strength::Full && link.reason.is_empty() && link.scope.is_empty()
}
