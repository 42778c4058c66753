//! What may be put into a pack's own files besides, sealed with the pack's own key: nothing.

use clausebook::signing::{SigningKey, allowed_signer};

use super::Forger;

#[test]
fn nothing_stands_in_a_file_of_a_pack_but_what_it_is_for() {
    let mut forger = Forger::new();
    let (audit, later) = (forger.audit.clone(), forger.place.path("later.zip"));
    forger.workspace.transact(|tx| clausebook::systems::name_organisation(tx, "Fjordlink Services")).unwrap();
    super::build(&mut forger.workspace, &audit, &later).unwrap();
    // It has every file: the last pack's checkpoint, the proof, earlier states.
    let (bag, key) = (super::bag::Bag::of(&later), forger.key.clone());
    let ledger = |name: &str| format!("data/ledger/{name}");
    let signers = bag.text(&ledger("allowed_signers"));
    let principal = signers.split(' ').next().unwrap().to_owned();
    let other = allowed_signer(&principal, "clausebook-pack", &SigningKey::from_seed([7; 32]).public()).unwrap();
    let note = bag.text(&ledger("checkpoint"));
    let signature = note.lines().last().unwrap().to_owned() + "\n";
    let info = bag.text("bag-info.txt");
    let texts: Vec<(String, String)> = vec![
        ("allowed_signers".into(), signers.clone() + &other),
        ("allowed_signers".into(), other.clone() + &signers),
        ("allowed_signers".into(), signers.replacen(&principal, "*", 1)),
        ("allowed_signers".into(), signers.replacen(&principal, "somebody", 1)),
        ("allowed_signers".into(), signers.replacen("namespaces=", "cert-authority,namespaces=", 1)),
        ("allowed_signers".into(), signers.replacen("namespaces=\"clausebook-pack\" ", "", 1)),
        ("allowed_signers".into(), signers.replacen("clausebook-pack", "clausebook-pack,file", 1)),
        ("allowed_signers".into(), signers.clone() + "# by the federal office\n"),
        ("allowed_signers".into(), signers.trim_end().to_owned() + " federal office\n"),
        ("allowed_signers".into(), signers.trim_end().to_owned()),
        ("verifier-key".into(), bag.text(&ledger("verifier-key")) + "\n"),
        ("checkpoint".into(), note.clone() + "more\n"),
        ("checkpoint".into(), note.clone() + &signature),
        ("checkpoint".into(), note.clone() + "\u{2014} other AAAAAAAA\n"),
        ("checkpoint".into(), note.clone() + "\n"),
        ("previous-checkpoint".into(), bag.text(&ledger("previous-checkpoint")) + "more\n"),
        ("consistency".into(), bag.text(&ledger("consistency")) + "\n"),
        ("consistency".into(), bag.text(&ledger("consistency")).replacen("old ", "old 0", 1)),
        ("earlier".into(), bag.text(&ledger("earlier")) + "\n"),
        ("earlier".into(), bag.text(&ledger("earlier")).replacen("\n\n", "\n\n\n\n", 1)),
        ("entries.jsonl".into(), bag.text(&ledger("entries.jsonl")) + "\n"),
        ("entries.jsonl".into(), bag.text(&ledger("entries.jsonl")).replacen('\n', "\n\n", 1)),
        ("entries.jsonl".into(), "\n".to_owned() + &bag.text(&ledger("entries.jsonl"))),
        ("proofs.txt".into(), bag.text(&ledger("proofs.txt")) + "junk\n"),
        ("proofs.txt".into(), bag.text(&ledger("proofs.txt")) + "\n\n"),
        ("proofs.txt".into(), "\n".to_owned() + &bag.text(&ledger("proofs.txt"))),
        ("proofs.txt".into(), bag.text(&ledger("proofs.txt")).replacen("index ", "index 0", 1)),
    ];
    let mut forged: Vec<_> = texts.into_iter().map(|(name, text)| (ledger(&name), text)).collect();
    for (said, other) in [
        ("Bag-Software-Agent: Clausebook", "Bag-Software-Agent: Checked by the federal office,"),
        ("Bag-Software-Agent: ", "Contact-Name: somebody\nBag-Software-Agent: "),
        ("Pack-Format: 5\n", "Pack-Format: 5\nPack-Format: 5\n"),
        ("Source-Organization: ", "Source-Organization:  "),
        ("Pack-Folder: ", "Recorded-On: \nPack-Folder: "),
        ("Payload-Oxum", "\nPayload-Oxum"),
    ] {
        forged.push((String::from("bag-info.txt"), info.replacen(said, other, 1)));
    }
    for (at, (name, text)) in forged.into_iter().enumerate() {
        let mut bag = bag.clone();
        assert_ne!(text.as_bytes(), bag.files[&name], "{at} {name}: the forgery is one");
        bag.set(&name, text);
        bag.seal(&key);
        forger.try_archive(&format!("{at} {name}"), &bag.archive());
    }
    let mut order = bag.clone();
    order.seal(&key);
    let mut lines: Vec<String> = order.text("manifest-sha256.txt").lines().map(|line| format!("{line}\n")).collect();
    lines.swap(0, 1);
    order.set("manifest-sha256.txt", lines.concat());
    order.sum_tags();
    let sealed = key.sign_openssh("clausebook-pack", &order.files["tagmanifest-sha256.txt"]).unwrap();
    order.set("tagmanifest-sha256.txt.sig", sealed.clone());
    forger.try_archive("a manifest in another order", &order.archive());
    let mut wide = bag.clone();
    wide.set(
        "tagmanifest-sha256.txt.sig",
        bag.text("tagmanifest-sha256.txt.sig").replacen("SIGNATURE-----\n", "SIGNATURE-----\n\n", 1),
    );
    forger.try_archive("another armour", &wide.archive());
    forger.ended("besides", &[]);
}
