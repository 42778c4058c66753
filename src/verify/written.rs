//! Each of a pack's own files has one form. What stands in one besides would be sealed, kept by whoever unpacks it and said by
//! nobody: a second key in `allowed_signers`, a line behind a checkpoint. So each is made again of what was read in it, and has
//! to be that.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ssh_key::public::Ed25519PublicKey;
use ssh_key::{LineEnding, PublicKey, SshSig};

use super::contents::Contents;
use super::merkle::Hash;
use super::note;
use super::proofs::{self, lines};
use super::report::Report;
use super::withheld;

/// The tags of `bag-info.txt`, in their order; whether a pack may be without one.
const INFO: [(&str, bool); 12] = [
    ("Source-Organization", false),
    ("External-Identifier", false),
    ("External-Description", false),
    ("Bagging-Date", false),
    ("Bag-Software-Agent", false),
    ("Pack-Format", false),
    ("Pack-Pages", false),
    ("Recorded-Until", false),
    ("Recorded-On", true),
    ("Foretold-On", true),
    ("Pack-Folder", false),
    ("Payload-Oxum", false),
];

/// The tag files: nothing in the manifests and in `bag-info.txt` but what a pack says there.
pub(super) fn tags(contents: &Contents, report: &mut Report) {
    let line = |(name, (hash, _)): (&String, &(Hash, u64))| format!("{}  {name}\n", hex::encode(hash));
    one_form(contents, "manifest-sha256.txt", contents.payload().map(line), report);
    let tags = ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"];
    let of_tags = tags.iter().filter_map(|tag| contents.hashes.get_key_value(*tag));
    one_form(contents, "tagmanifest-sha256.txt", of_tags.map(line), report);
    if contents.form() < 3 {
        return;
    }
    let plain = |value: &str| value.split_whitespace().collect::<Vec<_>>().join(" ");
    let there = INFO.iter().filter_map(|(tag, optional)| {
        let said = contents.tag(tag);
        let value = if *tag == "Bag-Software-Agent" { said.and_then(agent) } else { said.map(plain) };
        if *optional && said.is_none() { None } else { Some(format!("{tag}: {}\n", value.unwrap_or_default())) }
    });
    one_form(contents, "bag-info.txt", there, report);
}

/// The program that made a pack: its name and version, and no sentence besides.
fn agent(said: &str) -> Option<String> {
    let version = said.strip_prefix("Clausebook ")?;
    let part = |c: char| c.is_ascii_alphanumeric() || ".+-".contains(c);
    (!version.is_empty() && version.len() <= 40 && version.chars().all(part)).then(|| said.to_owned())
}

/// The signature's armour, and the one key that it is by.
pub(super) fn signature(contents: &Contents, principal: &str, key: &[u8; 32], report: &mut Report) {
    let place = "tagmanifest-sha256.txt.sig";
    let armour = contents.text(place).and_then(|pem| pem.parse::<SshSig>().ok()?.to_pem(LineEnding::LF).ok());
    one_form(contents, place, armour.into_iter(), report);
    let key = PublicKey::from(Ed25519PublicKey(*key)).to_openssh().unwrap_or_default();
    let line = format!("{principal} namespaces=\"clausebook-pack\" {key}\n");
    one_form(contents, "data/ledger/allowed_signers", std::iter::once(line), report);
}

/// What belongs to the ledger; `principal` is the name under which the pack is signed.
pub(super) fn ledger(contents: &Contents, now: &note::Statement, principal: Option<&str>, report: &mut Report) {
    if principal.is_some_and(|principal| principal != now.origin) {
        unusual("data/ledger/allowed_signers", report);
    }
    let key =
        contents.text("data/ledger/verifier-key").and_then(note::key).map(|(name, key)| note::key_text(&name, &key));
    one_form(contents, "data/ledger/verifier-key", key.map(|key| key + "\n").into_iter(), report);
    for name in ["data/ledger/checkpoint", "data/ledger/previous-checkpoint"] {
        one_form(contents, name, contents.text(name).and_then(note::plain).into_iter(), report);
    }
    let entries = contents.kept.get("data/ledger/entries.jsonl").map(Vec::as_slice).unwrap_or_default();
    if entries.first() == Some(&b'\n') || entries.last() != Some(&b'\n') || entries.windows(2).any(|two| two == b"\n\n")
    {
        unusual("data/ledger/entries.jsonl", report);
    }
    let text = |name: &str| contents.text(name).unwrap_or_default();
    let proofs = proofs::all(text("data/ledger/proofs.txt"));
    let proofs = proofs.map(|(index, path)| format!("index {index}\n{}\n", lines(&path)));
    one_form(contents, "data/ledger/proofs.txt", proofs, report);
    one_form(contents, withheld::PLACE, withheld::blocks(contents).map(|block| block.text()), report);
    if let Some((old, new, path)) = contents.text("data/ledger/consistency").and_then(consistency) {
        let said = format!("clausebook/consistency@v1\nold {old}\nnew {new}\n{}", lines(&path));
        one_form(contents, "data/ledger/consistency", std::iter::once(said), report);
    }
    let head = format!("clausebook/earlier@v1\nnew {}\n\n", now.size);
    let (states, mut before) = (earlier(text("data/ledger/earlier")), u64::MAX);
    let states = states.filter(|(old, ..)| std::mem::replace(&mut before, *old) > *old);
    let states = states.map(|(old, root, path)| format!("old {old}\nroot {}\n{}\n", BASE64.encode(root), lines(&path)));
    one_form(contents, "data/ledger/earlier", std::iter::once(head).chain(states), report);
}

/// Sizes and path of a proof of consistency.
fn consistency(text: &str) -> Option<(u64, u64, Vec<Hash>)> {
    let mut lines = text.lines().skip(1);
    let old = lines.next()?.strip_prefix("old ")?.parse().ok()?;
    let new = lines.next()?.strip_prefix("new ")?.parse().ok()?;
    Some((old, new, lines.map(note::hash).collect::<Option<_>>()?))
}

/// The earlier states, each with its root and path.
fn earlier(text: &str) -> impl Iterator<Item = (u64, Hash, Vec<Hash>)> + '_ {
    text.split("\n\n").skip(1).filter_map(|block| {
        let mut lines = block.lines();
        let old = lines.next()?.strip_prefix("old ")?.parse().ok()?;
        let root = note::hash(lines.next()?.strip_prefix("root ")?)?;
        Some((old, root, lines.map(note::hash).collect::<Option<_>>()?))
    })
}

/// A file that is there has to be these parts one behind the other, and nothing else.
fn one_form(contents: &Contents, name: &'static str, mut parts: impl Iterator<Item = String>, report: &mut Report) {
    let Some(mut rest) = contents.kept.get(name).map(Vec::as_slice) else { return };
    let goes_on = |part: String| rest.strip_prefix(part.as_bytes()).map(|behind| rest = behind).is_some();
    if !parts.all(goes_on) || !rest.is_empty() {
        unusual(name, report);
    }
}

fn unusual(name: &'static str, report: &mut Report) {
    let what = "is not written as a pack has it: something stands in it besides, or in another form";
    report.find("file_unusual", name, format!("{name} {what}"));
}
