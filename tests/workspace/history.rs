//! The way from a thing to the entries about it.

use clausebook::ids::SystemId;
use clausebook::ledger::{self, Entry};
use clausebook::rebuild;
use clausebook::systems::{self, ScopeKind};
use clausebook::workspace::{Workspace, earlier, entries_about};
use uuid::Uuid;

use crate::support::{Place, rows};

/// Two systems, whose scopes are set in turn and several times, in one transaction and in others.
fn written() -> (Workspace, [SystemId; 2]) {
    let mut workspace = Place::new().workspace();
    let mut ids = [None; 2];
    workspace
        .transact(|tx| {
            systems::add_scope_item(tx, "S1", ScopeKind::Site, "Site", &[])?;
            systems::add_scope_item(tx, "S2", ScopeKind::Site, "Site", &[])?;
            for (id, edition) in ids.iter_mut().zip(["9001:2015", "27001:2022"]) {
                *id = Some(systems::establish(tx, &edition.parse()?)?);
            }
            Ok(())
        })
        .unwrap();
    for systems in [&["ISMS"][..], &["ISMS", "QMS", "ISMS"], &["ISMS"], &["QMS"], &["QMS", "QMS"]] {
        workspace
            .transact(|tx| {
                let mut steps = systems.iter().flat_map(|system| [(system, "S1"), (system, "S2")]);
                steps.try_for_each(|(system, site)| systems::set_scope(tx, system, &[site.to_owned()]))
            })
            .unwrap();
    }
    (workspace, ids.map(Option::unwrap))
}

/// What the ledger itself says: each entry is asked.
fn asked(workspace: &Workspace, subject: Uuid, before: u64) -> Vec<u64> {
    let mut found = Vec::new();
    ledger::for_each_entry(workspace.db(), 0..before, |seq, bytes| {
        if rebuild::read(Entry::parse(bytes)?.event())?.subjects(workspace.db())?.contains(&subject) {
            found.push(seq);
        }
        Ok(())
    })
    .unwrap();
    found
}

#[test]
fn every_entry_about_a_thing_is_found_and_no_other() {
    let (workspace, systems) = written();
    for before in 0..=workspace.head().unwrap().size {
        for SystemId(system) in systems {
            let about = asked(&workspace, system, before);
            assert_eq!(entries_about(workspace.db(), [system], before).unwrap(), about, "before {before}");
            let mut seen = 0;
            earlier(workspace.db(), system, before, |_| {
                seen += 1;
                false
            })
            .unwrap();
            assert_eq!(seen, about.len(), "before {before}");
        }
    }
}

#[test]
fn a_rebuilt_history_is_the_same_wherever_transactions_ended() {
    let (mut workspace, _) = written();
    let before = rows(workspace.db());
    workspace.rebuild(&|_, _| Ok(())).unwrap();
    assert_eq!(rows(workspace.db())["history"], before["history"]);
}
