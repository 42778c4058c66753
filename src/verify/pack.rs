//! Checking a pack, as `docs/pack-format.md` describes it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use serde_json::Value;
use ssh_key::{PublicKey, SshSig};

use super::Fact;
use super::archive;
use super::contents::{Contents, Watch};
use super::continued;
use super::forms::{self, Told};
use super::keys::Keys;
use super::merkle::{included, leaf};
use super::note;
use super::outside;
use super::page;
use super::pages::PackRead;
use super::proofs;
use super::report::Report;
use super::statements::{self, Statements};
use super::withheld;
use super::written;
use crate::error::Result;

/// Checks a pack, or the folder it was unpacked to. `against` is a verifier key, a checkpoint or an `allowed_signers` file held from elsewhere;
/// `progress` hears how many files of how many are read. It takes bounded memory, and time by the size of the file.
///
/// # Errors
/// `file_not_found`, `pack_damaged` where it is no pack at all.
pub fn pack(path: &Path, against: Option<&Path>, progress: &dyn Fn(u64, u64), cancel: &AtomicBool) -> Result<Report> {
    Ok(pack_read(path, against, progress, cancel)?.0)
}

/// The same, with what its pages are made of where its entries were proven.
///
/// # Errors
/// As [`pack`].
pub fn pack_read(
    path: &Path,
    against: Option<&Path>,
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<(Report, Option<PackRead>)> {
    let mut report = Report { ok: true, ..Report::default() };
    let Some(mut contents) = archive::read(path, &mut report, Watch { progress, cancel })? else {
        return Ok((report, None));
    };

    let before = report.findings.len();
    manifest(&contents, "manifest-sha256.txt", true, &mut report);
    report.close("files", before, Fact::Manifest { files: contents.payload().count() });

    let first = std::mem::take(&mut contents.page);
    let (strange, looked) = (page::strange(&first), first.len() <= page::LARGEST);
    drop(first);
    let before = report.findings.len();
    manifest(&contents, "tagmanifest-sha256.txt", false, &mut report);
    bag(&contents, &mut report);
    if report.findings.len() == before {
        written::tags(&contents, &mut report);
    }
    forms::tag(&contents, &mut report);
    report.close("bag", before, Fact::Bag);

    let before = report.findings.len();
    let signer = signature(&contents, &mut report);
    if let Some((principal, key)) = signer.as_ref().filter(|_| report.findings.len() == before) {
        written::signature(&contents, principal, key, &mut report);
    }
    report.close("signature", before, Fact::Signed);

    let before = report.findings.len();
    let counted = ledger(&contents, signer.as_ref(), &mut report);
    continued::halves(&contents, &mut report);
    if let Some((_, proven)) = counted.as_ref().filter(|_| report.findings.len() == before) {
        let principal = signer.as_ref().map(|(principal, _)| principal.as_str());
        written::ledger(&contents, &proven.ledger, principal, &mut report);
    }
    let (counted, proven) = counted.unzip();
    let keys = proven.as_ref().map(|proven: &Proven| proven.keys.clone()).unwrap_or_default();
    report.close("ledger", before, counted);
    let proven = proven.filter(|_| report.findings.len() == before);
    if contents.form() >= 4 {
        if let Some(proven) = &proven {
            let until = contents.tag("Recorded-Until").and_then(|until| until.parse().ok()).unwrap_or_default();
            let before = report.findings.len();
            let said = statements::check(&contents, &proven.statements, until, &mut report);
            report.close("statements", before, said);
        }
    } else {
        report.unmet("statements", Fact::StatementsNotThere);
    }

    if !looked && !forms::ours(&contents) {
        report.unmet("pages", Fact::PagesNotCompared { names: String::from("index.html, its scripts and links") });
    }
    if let Some(strange) = strange {
        let before = report.findings.len();
        report.find("page_foreign", page::PLACE, format!("{}: {strange}", page::PLACE));
        report.close("pages", before, None);
    }

    if let Some(against) = against {
        let before = report.findings.len();
        outside::outside(against, (&contents, path), &keys, Watch { progress: &|_, _| {}, cancel }, &mut report)?;
        report.close("outside", before, Fact::Fits { path: against.display().to_string() });
    }
    let read = proven.and_then(|Proven { ledger, places, .. }| PackRead::of(contents, ledger, places));
    Ok((report, read))
}

fn manifest(contents: &Contents, name: &'static str, payload: bool, report: &mut Report) {
    let Some(text) = contents.text(name) else {
        report.find("manifest_missing", name, format!("{name} is missing or no text"));
        return;
    };
    let mut listed: BTreeSet<&str> = BTreeSet::new();
    for line in text.lines() {
        let Some((digest, path)) = line.split_once("  ") else {
            report.find("manifest_altered", name, format!("A line of {name} is damaged: {line}"));
            continue;
        };
        if !listed.insert(path) {
            report.find("manifest_altered", name, format!("{name} lists {path} twice"));
        }
        match contents.hashes.get(path) {
            None => report.find("file_missing", path, format!("{path} is missing")),
            Some((hash, _)) if hex::encode(hash) != digest => {
                report.find("file_altered", path, format!("{path} is not what {name} says"));
            }
            Some(_) => {}
        }
    }
    if payload {
        for (path, _) in contents.payload().filter(|(p, _)| !listed.contains(p.as_str())) {
            report.find("file_added", path.clone(), format!("{path} is not in the manifest: it was added"));
        }
    } else {
        let allowed = ["tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig"];
        for path in contents.hashes.keys().filter(|p| !p.starts_with("data/")) {
            if !listed.contains(path.as_str()) && !allowed.contains(&path.as_str()) {
                report.find("file_added", path.clone(), format!("{path} is not in the tag manifest: it was added"));
            }
        }
        for needed in ["bagit.txt", "bag-info.txt", "manifest-sha256.txt"] {
            if !listed.contains(needed) {
                report.find("manifest_altered", name, format!("{name} does not list {needed}"));
            }
        }
    }
}

fn bag(contents: &Contents, report: &mut Report) {
    if contents.text("bagit.txt") != Some("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n") {
        report.find("bag_invalid", "bagit.txt", "bagit.txt is not that of a BagIt 1.0 bag");
    }
    let (count, bytes) = contents.payload().fold((0, 0), |(n, sum), (_, (_, size))| (n + 1, sum + size));
    let oxum = format!("Payload-Oxum: {bytes}.{count}");
    if !contents.text("bag-info.txt").is_some_and(|t| t.lines().any(|l| l == oxum)) {
        report.find("bag_invalid", "bag-info.txt", format!("bag-info.txt does not say {oxum}"));
    }
    if contents.form() >= 3 {
        recorded(contents, report);
        forms::typed(contents, report);
    }
    let Some((year, month, day)) = contents.day else { return };
    // What the ZIP says besides the files is signed nowhere: it has to be what the bag says.
    let issued = contents.tag("Bagging-Date").unwrap_or_default();
    if issued != format!("{year:04}-{month:02}-{day:02}") {
        report.find("zip_contradicts", "bag-info.txt", "The files carry another day than the pack");
    }
    if contents.form() >= 3 {
        let said = |tag: &str| contents.tag(tag).is_some_and(|value| !value.is_empty());
        let until = contents.tag("Recorded-Until").is_some_and(|until| until.parse::<u64>().is_ok());
        if !until || !["Pack-Pages", "External-Identifier", "Bagging-Date"].into_iter().all(said) {
            report.find("bag_invalid", "bag-info.txt", "bag-info.txt does not say of what the pages were made");
        }
    }
    match contents.form() {
        1 => report.unmet("names", Fact::EarlierForm),
        2..=5 if contents.tag("Pack-Folder") == Some(contents.top.as_str()) => {}
        2..=5 => report.find("zip_contradicts", &contents.top, "The folder has another name than the pack"),
        _ => {
            report.find("pack_newer", "bag-info.txt", "A newer program made the pack; this one cannot check all of it");
        }
    }
}

/// Where not all entries count, a pack says by which day those were recorded that do.
fn recorded(contents: &Contents, report: &mut Report) {
    let size = contents.text("data/ledger/checkpoint").and_then(note::statement).map(|now| now.size);
    let until: Option<u64> = contents.tag("Recorded-Until").and_then(|until| until.parse().ok());
    let (Some(size), Some(until)) = (size, until) else { return };
    if until > size || (until < size && contents.tag("Recorded-On").is_none() && contents.form() >= 4) {
        report.find("bag_invalid", "bag-info.txt", "bag-info.txt does not say which entries the pages were made of");
    } else if until < size && contents.form() < 4 {
        report.unmet("pages", Fact::RecordedDayNotSaid);
    }
}

/// The signer: principal and raw public key.
type Signer = (String, [u8; 32]);

fn signature(contents: &Contents, report: &mut Report) -> Option<Signer> {
    let place = "tagmanifest-sha256.txt.sig";
    let (Some(pem), Some(signed), Some(signers)) = (
        contents.text(place),
        contents.kept.get("tagmanifest-sha256.txt"),
        contents.text("data/ledger/allowed_signers"),
    ) else {
        report.find("signature_missing", place, "The signature, or the key to check it, is missing");
        return None;
    };
    let signer = signers.lines().find_map(|line| {
        let mut parts = line.splitn(3, ' ');
        let (principal, _options, key) = (parts.next()?, parts.next()?, parts.next()?);
        let key = PublicKey::from_openssh(key).ok()?;
        Some((principal.to_owned(), key))
    });
    let Some((principal, key)) = signer else {
        report.find("signature_missing", "data/ledger/allowed_signers", "allowed_signers names no key");
        return None;
    };
    let good = pem.parse::<SshSig>().is_ok_and(|s| key.verify("clausebook-pack", signed, &s).is_ok());
    if !good {
        report.find("signature_invalid", place, "The signature does not fit the tag manifest");
    }
    report.facts.push(Fact::SignedBy {
        principal: principal.clone(),
        fingerprint: key.fingerprint(ssh_key::HashAlg::Sha256).to_string(),
    });
    report.facts.push(Fact::CompareKey);
    let raw = key.key_data().ed25519()?.0;
    Some((principal, raw))
}

/// What was proven: the ledger, the places of the entries, the keys that they enrol.
struct Proven {
    ledger: note::Statement,
    places: Vec<u64>,
    keys: Keys,
    statements: Statements,
}

fn ledger(contents: &Contents, signer: Option<&Signer>, report: &mut Report) -> Option<(Fact, Proven)> {
    let place = "data/ledger/checkpoint";
    let (Some(checkpoint), Some(key)) =
        (contents.text(place), contents.text("data/ledger/verifier-key").and_then(note::key))
    else {
        report.find("checkpoint_missing", place, "The checkpoint, or the key to check it, is missing");
        return None;
    };
    let Some(statement) = note::statement(checkpoint) else {
        report.find("checkpoint_unreadable", place, "The checkpoint cannot be read");
        return None;
    };
    if !note::signed_by(checkpoint, &key.0, &key.1) || key.0 != statement.origin {
        report.find("checkpoint_invalid", place, "The checkpoint is not signed by its key");
    }
    if signer.is_some_and(|(_, raw)| *raw != key.1) {
        report.find(
            "key_differs",
            "data/ledger/verifier-key",
            "The pack and its checkpoint are signed by different keys",
        );
    }
    let entries: Vec<&[u8]> = contents
        .kept
        .get("data/ledger/entries.jsonl")
        .map(|bytes| bytes.split(|b| *b == b'\n').filter(|l| !l.is_empty()).collect())
        .unwrap_or_default();
    let text = contents.text("data/ledger/proofs.txt").unwrap_or_default();
    let proven = proofs::all(text).count();
    if entries.is_empty() || entries.len() != proven {
        report.find(
            "proof_missing",
            "data/ledger/proofs.txt",
            format!("{} entries have {proven} proofs", entries.len()),
        );
    }
    let (mut filed, mut keys, mut shown) = (BTreeSet::new(), Keys::default(), BTreeSet::new());
    let workspace = statement.origin.rsplit('/').next().unwrap_or_default();
    let (mut said, mut told) = (Statements::default(), Told::default());
    let (mut last, mut places) = (None, Vec::with_capacity(entries.len()));
    for (entry, proof) in entries.iter().zip(proofs::all(text)) {
        let (index, path) = (&proof.0, &proof.1);
        if last.is_some_and(|last| last >= *index) {
            report.find(
                "entry_twice",
                format!("entry {index}"),
                format!("Entry {index} is there twice, or out of order"),
            );
        }
        last = Some(*index);
        places.push(*index);
        shown.insert(*index);
        let value: Value = serde_json::from_slice(entry).unwrap_or_default();
        // Entries of the first form say their number themselves; the place of those of the second is the leaf's.
        let placed = if value["v"] == 2 { value.get("seq").is_none() } else { value["seq"].as_u64() == Some(*index) };
        if value["v"] == 2 && value["event"]["kind"] == "machine.key_enrolled" {
            keys.enrol(workspace, *index, value["said_at"].as_i64().unwrap_or_default(), &value["event"]);
        }
        said.take(workspace, *index, value["said_at"].as_i64().unwrap_or_default(), &value["event"]);
        told.take(*index, &value["event"]);
        if !placed || !included(leaf(entry), *index, statement.size, path, statement.root) {
            report.find(
                "proof_invalid",
                format!("entry {index}"),
                format!("Entry {index} is not proven to be in the ledger"),
            );
        }
        withheld::collect(&value, &mut filed);
    }
    withheld::evidence(contents, &filed, &shown, &statement, report);
    told.form(contents, report);
    told.files(contents, report);
    enrolled(&keys, &key, report);
    continued::previous(contents, &key, &keys, &statement, report);
    continued::check_earlier(contents, &statement, report);
    told.states(contents, &statement, report);
    let fact = Fact::Proven { entries: entries.len(), ledger: statement.size };
    Some((fact, Proven { ledger: statement, places, keys, statements: said }))
}

/// The key of the checkpoint has to be one that the ledger enrols; who stands for the keys is said. Packs of the ledger's
/// first form hold no enrolment.
fn enrolled(keys: &Keys, key: &(String, [u8; 32]), report: &mut Report) {
    if keys.first().is_some() && !keys.knows(&key.1) {
        let place = "data/ledger/verifier-key";
        report.find("key_not_enrolled", place, "The pack is signed by a key that its ledger does not enrol");
    }
    if keys.first().is_none() {
        report.unmet("signature", Fact::KeysNotEnrolled);
    }
    for key in keys.unvouched() {
        report.warn("key_not_vouched", format!("entry {}", key.seq), key.unvouched_in_words());
    }
}
