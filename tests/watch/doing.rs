//! What is done about what a look found.

use clausebook::documents::RevisionState;
use clausebook::watch::{Action, What};

use super::{Watching, one};

#[test]
fn what_is_new_is_filed_as_an_import_files_it_under_its_path_in_the_share() {
    let mut watching = Watching::filed();
    watching.puts("Policies/POL-03 Supplier policy v1.0.txt", "Supplier policy\nPurpose\nOf suppliers.\n");
    watching.puts("Records/Audit report 2026-05-01.txt", "Audit report\nFindings\nOne.\n");
    let found = watching.look().findings;
    assert_eq!(found.len(), 2);
    let before = watching.share_as_it_is();
    let done = watching.act(Action::File, &found).unwrap().imported.unwrap();
    assert_eq!((done.added.documents, done.added.records, done.added.files), (1, 1, 2));
    let revision = &watching.revisions("POL-03")[0];
    assert_eq!(revision.files[0].path, "Policies/POL-03 Supplier policy v1.0.txt");
    assert_eq!(watching.found(), [], "and nothing is said of the rest of the share");
    assert_eq!(watching.share_as_it_is(), before, "the share is read, never changed");
    watching.at.rebuilds_the_same();
}

#[test]
fn a_new_version_is_a_draft_beside_what_is_in_force() {
    let mut watching = Watching::filed();
    let text = format!("{}\n4 Exceptions\nThe director allows them.\n", super::POLICY);
    watching.puts("Policies/POL-01 Access policy v1.1.txt", &text);
    let found = watching.look().findings;
    assert_eq!((found[0].what, found[0].can[0]), (What::Version, Action::Revise));
    assert_eq!(watching.act(Action::Revise, &found).unwrap().revised, [("POL-01".to_owned(), "1.1".to_owned())]);
    let states: Vec<_> = watching.revisions("POL-01").into_iter().map(|r| (r.label, r.state)).collect();
    assert_eq!(
        states,
        [("1.0".to_owned(), RevisionState::Effective), ("1.1".to_owned(), RevisionState::Draft)],
        "nothing that was approved changes quietly"
    );
    assert_eq!(watching.found(), []);
}

#[test]
fn what_is_left_or_was_moved_is_not_said_again_until_it_changes() {
    let mut watching = Watching::filed();
    watching.puts("notes.txt", "private");
    watching.moves("Records/Visit report 2026-03-02.txt", "Archive/Visit.txt");
    let found = watching.look().findings;
    assert_eq!(found.iter().map(|f| f.what).collect::<Vec<_>>(), [What::New, What::Moved]);
    watching.act(Action::Leave, &found[..1]).unwrap();
    watching.act(Action::Moved, &found[1..]).unwrap();
    let after = watching.look().findings;
    assert_eq!(after.len(), 1, "{after:?}");
    assert!(after[0].left && after[0].can == [Action::Ask], "what is left is still there to be seen");
    watching.act(Action::Ask, &after).unwrap();
    assert_eq!(watching.found(), [one("notes.txt", What::New, "")]);
    watching.act(Action::Leave, &watching.look().findings).unwrap();
    watching.puts("notes.txt", "private, and more");
    assert_eq!(watching.found(), [one("notes.txt", What::New, "")], "it is another text now");
}

#[test]
fn what_changed_since_it_was_found_is_not_filed_as_what_it_was() {
    let mut watching = Watching::filed();
    watching.puts("Policies/POL-01 Access policy v1.1.txt", super::POLICY.to_uppercase().as_str());
    let found = watching.look().findings;
    watching.puts("Policies/POL-01 Access policy v1.1.txt", "something else");
    let refused = watching.act(Action::Revise, &found).unwrap_err();
    assert_eq!(refused.reason().name, "watched_file_not_so");
    assert_eq!(watching.revisions("POL-01").len(), 1, "nothing was filed");
    let outside = [clausebook::watch::Finding { path: "../secret.txt".into(), ..found[0].clone() }];
    assert_eq!(watching.act(Action::File, &outside).unwrap_err().reason().name, "watched_file_not_so");
}
