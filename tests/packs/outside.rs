//! A pack against what somebody holds from elsewhere: what fits, what is another history, what is not shown.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clausebook::systems;
use clausebook::verify;
use clausebook::workspace::Workspace;

use super::{build, sample, unpacked};
use crate::support::Place;

/// What is found of a pack against something.
fn found(pack: &Path, against: &Path) -> Vec<String> {
    let report = verify::pack(pack, Some(against), &|_, _| {}, &AtomicBool::new(false)).unwrap();
    report.findings.iter().map(|finding| finding.code.to_string()).collect()
}

fn change(workspace: &mut Workspace, n: u32) {
    workspace.transact(|tx| systems::name_organisation(tx, &format!("Fjordlink {n}"))).unwrap();
}

/// Three packs with something between them, and their checkpoints as files.
fn three() -> (Place, Workspace, Vec<PathBuf>, Vec<PathBuf>) {
    let (place, mut workspace, audit) = sample();
    let (mut packs, mut notes) = (Vec::new(), Vec::new());
    for n in 0..3 {
        change(&mut workspace, n);
        let pack = place.path(&format!("{n}.zip"));
        build(&mut workspace, &audit, &pack).unwrap();
        let note = place.path(&format!("checkpoint {n}"));
        fs::write(&note, verify::held_checkpoint(&pack).unwrap()).unwrap();
        packs.push(pack);
        notes.push(note);
    }
    (place, workspace, packs, notes)
}

#[test]
fn one_checkpoint_or_pack_from_before_is_enough_however_many_packs_lie_between() {
    let (place, workspace, packs, notes) = three();
    for held in packs.iter().chain(&notes) {
        assert!(found(&packs[2], held).is_empty(), "{}", held.display());
    }
    let bag = unpacked(&packs[0], &place.path("unpacked"));
    assert!(found(&packs[2], &bag).is_empty(), "a pack that was unpacked");
    assert!(found(&bag, &packs[2]).is_empty(), "an older pack against a later one");
    assert_eq!(found(&packs[0], &notes[2]), ["history_not_shown"], "a later checkpoint alone shows nothing");
    let old = clausebook::ledger::Checkpoint::parse(&fs::read_to_string(&notes[0]).unwrap()).unwrap().size;
    let proof = place.path("proof");
    let said = place.run(&["--clock-is-right", "ledger", "consistency", &old.to_string()]);
    assert!(said.status.success(), "{said:?}");
    fs::write(&proof, said.stdout).unwrap();
    assert!(found(&packs[0], &proof).is_empty(), "with the proof it does");
    drop(workspace);
    for pack in &packs {
        assert!(found(pack, &place.path("ws")).is_empty(), "the workspace itself");
    }
}

#[test]
fn another_history_of_the_same_size_is_said_whoever_signed_it() {
    let (place, mut workspace, audit) = sample();
    workspace.checkpoint().unwrap();
    drop(workspace);
    let copied = place.path("copy");
    let copy = |from: &Path, to: &Path| {
        assert!(std::process::Command::new("cp").arg("-a").arg(from).arg(to).status().unwrap().success());
    };
    copy(&place.path("ws"), &copied);
    let [one, other] = [1, 2].map(|n| {
        let mut workspace = place.reopen().unwrap();
        workspace.set_clock(clausebook::workspace::Clock::Fixed(crate::support::noon(super::TODAY())));
        change(&mut workspace, n);
        let pack = place.path(&format!("{n}.zip"));
        build(&mut workspace, &audit, &pack).unwrap();
        drop(workspace);
        if n == 1 {
            fs::rename(place.path("ws"), place.path("first")).unwrap();
            fs::rename(&copied, place.path("ws")).unwrap();
            // The head that this machine keeps is of the first.
            let _ = fs::remove_dir_all(place.path("config").join("heads"));
        }
        pack
    });
    let note = place.path("note");
    fs::write(&note, verify::held_checkpoint(&one).unwrap()).unwrap();
    for held in [&note, &one, &place.path("first")] {
        assert_eq!(found(&other, held), ["another_history"], "{}", held.display());
    }
    assert!(found(&other, &place.path("ws")).is_empty() && found(&one, &place.path("first")).is_empty());
}

#[test]
fn a_key_fits_where_it_signed_or_stands_for_the_one_that_did() {
    let (place, mut workspace, packs, _) = three();
    let bag = unpacked(&packs[0], &place.path("unpacked"));
    for name in ["allowed_signers", "verifier-key"] {
        assert!(found(&packs[2], &bag.join("data/ledger").join(name)).is_empty(), "{name}");
    }
    let (other, mut strange, audit) = sample();
    build(&mut strange, &audit, &other.path("x.zip")).unwrap();
    let theirs = unpacked(&other.path("x.zip"), &other.path("x"));
    assert_eq!(found(&packs[2], &theirs.join("data/ledger/allowed_signers")), ["key_differs"]);
    assert_eq!(found(&packs[2], &theirs.join("data/ledger/checkpoint")), ["checkpoint_foreign"]);
    let nothing = place.path("nothing");
    fs::write(&nothing, "no key at all").unwrap();
    let refused = verify::pack(&packs[2], Some(&nothing), &|_, _| {}, &AtomicBool::new(false)).unwrap_err();
    assert_eq!(refused.reason().name, "pack_held_unknown");
    change(&mut workspace, 9);
}
