//! A pack against what somebody holds from elsewhere: what fits, what is another history, what is not shown.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clausebook::digest::Digest;
use clausebook::ledger::Checkpoint;
use clausebook::signing::SigningKey;
use clausebook::systems;
use clausebook::verify;
use clausebook::workspace::Workspace;

use super::forged::bag::Bag;
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

/// What is found of a pack by itself, after `change` and sealed anew with its own key.
fn changed(place: &Place, workspace: &Workspace, pack: &Path, change: &dyn Fn(&mut Bag)) -> Vec<String> {
    let mut bag = Bag::of(pack);
    change(&mut bag);
    bag.seal(&workspace.signing_key().unwrap());
    let path = place.path("changed.zip");
    fs::write(&path, bag.archive().bytes()).unwrap();
    let report = verify::pack(&path, None, &|_, _| {}, &AtomicBool::new(false)).unwrap();
    report.findings.iter().map(|finding| finding.code.to_string()).collect()
}

#[test]
fn what_a_packs_own_entries_say_was_issued_before_has_to_be_proven() {
    let (place, workspace, packs, _) = three();
    let last = &packs[2];
    assert!(changed(&place, &workspace, last, &|_| {}).is_empty());
    let [earlier, before, proof] =
        ["earlier", "previous-checkpoint", "consistency"].map(|name| format!("data/ledger/{name}"));
    let drops: [&[&String]; 3] = [&[&earlier], &[&before, &proof], &[&earlier, &before, &proof]];
    for drops in drops {
        let found =
            changed(&place, &workspace, last, &|bag| drops.iter().for_each(|name| drop(bag.files.remove(*name))));
        assert!(!found.is_empty() && found.iter().all(|code| code == "history_unproven"), "{drops:?}: {found:?}");
    }
    let found = changed(&place, &workspace, last, &|bag| {
        let text = bag.text(&earlier);
        let mut blocks: Vec<&str> = text.split_inclusive("\n\n").collect();
        blocks.pop();
        bag.set(&earlier, blocks.concat());
    });
    assert_eq!(found, ["history_unproven"], "one state less");
}

#[test]
fn a_pack_whose_pages_go_back_behind_those_of_one_before_is_refused() {
    let (place, workspace, packs, _) = three();
    let relabelled = |pack: &Path| {
        changed(&place, &workspace, pack, &|bag| {
            let ours = clausebook::packs::form();
            let info = bag.text("bag-info.txt").replace(&format!("Pack-Pages: {ours}"), "Pack-Pages: 5 b9e219689042");
            bag.set("bag-info.txt", info);
            // Only a page that is not today's is taken for an earlier program's.
            let page = bag.text("data/index.html").replacen("How to read this page", "How this page is read", 1);
            bag.set("data/index.html", page);
        })
    };
    assert_eq!(relabelled(&packs[1]), ["form_earlier"]);
    assert!(relabelled(&packs[0]).is_empty(), "of the first nothing in it says so");
    // Its lists are not those of the form that it claims.
    let said = place.run(&["pack", "verify", place.path("changed.zip").to_str().unwrap()]);
    let said = (said.status.code(), String::from_utf8(said.stdout).unwrap());
    assert!(said.0 == Some(1) && said.1.contains("FAILED pages"), "{said:?}");
}

#[test]
fn where_no_known_key_stands_behind_what_is_held_both_possibilities_are_named() {
    let (place, mut workspace, audit) = sample();
    let pack = place.path("a.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let genuine = verify::held_checkpoint(&pack).unwrap();
    let mut other = Checkpoint::parse(&genuine).unwrap();
    other.root = Digest::of(b"another");
    let held = place.path("held");
    for (what, note, code) in [
        ("by a key that the pack does not know", other.sign(&SigningKey::from_seed([9; 32])), "another_history"),
        (
            "altered on its way",
            genuine.replacen(&format!("\n{}\n", other.size), &format!("\n{}\n", other.size - 1), 1),
            "checkpoint_unsigned",
        ),
    ] {
        fs::write(&held, note).unwrap();
        let report = verify::pack(&pack, Some(&held), &|_, _| {}, &AtomicBool::new(false)).unwrap();
        let [finding] = report.findings.as_slice() else { panic!("{what}: {:?}", report.findings) };
        assert_eq!(finding.code, code, "{what}");
        assert!(finding.message.contains("written anew") && finding.message.contains("forged"), "{what}: {finding:?}");
        let said = place.run(&["pack", "verify", pack.to_str().unwrap(), "--against", held.to_str().unwrap()]);
        let text = String::from_utf8(said.stdout).unwrap();
        assert!(said.status.code() == Some(1) && !text.contains("Nothing else was found"), "{what}: {text}");
    }
    fs::write(&held, other.sign(&SigningKey::from_seed([9; 32]))).unwrap();
    let said = place.run(&["verify", "--against", held.to_str().unwrap(), "--json"]);
    let report: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!(report["findings"][0]["code"], "another_history", "the folder likewise: {report}");
}

#[test]
fn a_fingerprint_is_taken_as_it_stands_or_from_a_file() {
    let (place, workspace, packs, _) = three();
    let own = workspace.signing_key().unwrap().public().fingerprint();
    let held = place.path("fingerprint");
    for said in [own.clone(), format!("Fjordlink: {own} (phone, 27 November)\n")] {
        fs::write(&held, said).unwrap();
        assert!(found(&packs[2], &held).is_empty());
    }
    assert!(found(&packs[2], Path::new(&own)).is_empty(), "typed");
    let other = SigningKey::from_seed([9; 32]).public().fingerprint();
    assert_eq!(found(&packs[2], Path::new(&other)), ["key_differs"]);
    fs::write(&held, format!("{own} or {other}")).unwrap();
    let refused = verify::pack(&packs[2], Some(&held), &|_, _| {}, &AtomicBool::new(false)).unwrap_err();
    assert_eq!(refused.reason().name, "pack_held_unknown", "which of two is not guessed");
    let said = place.run(&["ledger", "trust"]);
    assert!(String::from_utf8(said.stdout).unwrap().contains(&own), "the workspace says it as well");
}

#[test]
fn what_a_computer_puts_into_an_unpacked_pack_is_called_that_and_the_folder_inside_is_named() {
    let (place, mut workspace, audit) = sample();
    let pack = place.path("a.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let bag = unpacked(&pack, &place.path("out"));
    for name in [".DS_Store", "Thumbs.db", "data/desktop.ini", "data/documents/._x.txt"] {
        fs::write(bag.join(name), "x").unwrap();
        let report = verify::pack(&bag, None, &|_, _| {}, &AtomicBool::new(false)).unwrap();
        let [finding] = report.findings.as_slice() else { panic!("{name}: {:?}", report.findings) };
        assert_eq!(finding.code, "file_outside", "{name}");
        assert!(finding.message.contains("Delete it and check again"), "{finding:?}");
        fs::remove_file(bag.join(name)).unwrap();
    }
    for (file, against) in [(place.path("out"), None), (pack, Some(place.path("out")))] {
        let never = AtomicBool::new(false);
        let refused = verify::pack(&file, against.as_deref(), &|_, _| {}, &never).unwrap_err();
        assert_eq!(refused.reason().name, "pack_folder_above");
        assert_eq!(refused.value("inside"), Some(bag.display().to_string().as_str()));
    }
}
