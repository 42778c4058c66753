//! Verifiers that are not ours accept what we write, and refuse what was tampered with.

use std::path::Path;
use std::process::Output;

use clausebook::ledger::{self, Checkpoint};
use clausebook::signing::SigningKey;

use super::ledger_of;
use crate::support::{Place, file, tool};

/// Runs the Go verifier of `tests/oracles/go`.
fn go(folder: &Path, args: &[&str]) -> Output {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracles/go/main.go");
    let home = folder.join("go-cache").display().to_string();
    let program = program.display().to_string();
    let settings =
        ["GO111MODULE=off", "GOPATH=/usr/share/gocode", "GOFLAGS=", &format!("GOCACHE={home}")].map(str::to_owned);
    let all: Vec<&str> =
        settings.iter().map(String::as_str).chain(["go", "run", &program]).chain(args.iter().copied()).collect();
    tool("env", "golang-go golang-golang-x-mod-dev", &all, folder)
}

fn python(folder: &Path, args: &[&str]) -> Output {
    let program =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracles/verify_checkpoint.py").display().to_string();
    let all: Vec<&str> = std::iter::once(program.as_str()).chain(args.iter().copied()).collect();
    tool("python3", "python3 openssl", &all, folder)
}

#[test]
fn go_and_python_accept_our_checkpoint_and_proofs_and_refuse_forgeries() {
    let place = Place::new();
    let at = place.folder.path();
    let (size, index, old) = (137, 58, 71);
    let db = ledger_of(size);
    let key = SigningKey::from_seed([3; 32]);
    let origin = String::from("clausebook.local/0197-test");
    let sign = |size| Checkpoint { origin: origin.clone(), size, root: ledger::root_at(&db, size).unwrap() }.sign(&key);
    let note = sign(size);
    let proof = ledger::inclusion_text(index, &ledger::inclusion(&db, index, size).unwrap(), &note);
    let consistency = ledger::consistency_text(old, size, &ledger::consistency(&db, old, size).unwrap());
    let entry = ledger::entry_bytes(&db, index).unwrap().unwrap();
    file(at, "key", format!("{}\n", key.verifier(&origin)).as_bytes());
    file(at, "checkpoint", note.as_bytes());
    file(at, "old", sign(old).as_bytes());
    file(at, "entry", &entry);
    file(at, "proof", proof.as_bytes());
    file(at, "consistency", consistency.as_bytes());
    file(at, "forged-entry", &[&entry[..], b" "].concat());
    file(at, "forged-checkpoint", note.replacen("\n137\n", "\n138\n", 1).as_bytes());
    file(at, "forged-old", sign(old - 1).replacen("\n70\n", "\n71\n", 1).as_bytes());

    let accepts =
        |out: Output, what: &str| assert!(out.status.success(), "{what}: {}", String::from_utf8_lossy(&out.stderr));
    let refuses = |out: Output, what: &str| assert!(!out.status.success(), "{what} was accepted");
    accepts(go(at, &["key", "checkpoint", "entry", "entry", "proof"]), "Go, inclusion");
    accepts(go(at, &["key", "checkpoint", "from", "old", "consistency"]), "Go, consistency");
    refuses(go(at, &["key", "checkpoint", "entry", "forged-entry", "proof"]), "Go, forged entry");
    refuses(go(at, &["key", "forged-checkpoint"]), "Go, forged checkpoint");
    refuses(go(at, &["key", "checkpoint", "from", "forged-old", "consistency"]), "Go, forged history");
    accepts(python(at, &["key", "checkpoint", "entry", "proof"]), "Python, inclusion");
    refuses(python(at, &["key", "checkpoint", "forged-entry", "proof"]), "Python, forged entry");
    refuses(python(at, &["key", "forged-checkpoint"]), "Python, forged checkpoint");
}

#[test]
fn another_crate_reads_our_signed_note() {
    use signed_note::{Note, VerifierList};
    let db = ledger_of(9);
    let key = SigningKey::from_seed([4; 32]);
    let origin = "clausebook.local/note";
    let note = Checkpoint { origin: origin.into(), size: 9, root: ledger::head(&db).unwrap().root }.sign(&key);
    let verifier = signed_note::StandardVerifier::new(&key.verifier(origin).to_string()).unwrap();
    let parsed = Note::from_bytes(note.as_bytes()).unwrap();
    let (good, _) = parsed.verify(&VerifierList::new(vec![Box::new(verifier)])).unwrap();
    assert_eq!(good.len(), 1);
}
