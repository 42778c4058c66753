//! A pack's files, changed and sealed again as far as a forger can: with consistent sums, and with a key.

use std::collections::BTreeMap;
use std::path::Path;

use clausebook::digest::Digest;
use clausebook::ledger::Checkpoint;
use clausebook::signing::{SigningKey, allowed_signer};

use super::archive::{Archive, Part};

const TAGS: [&str; 5] =
    ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig"];

/// A pack's files below its folder.
#[derive(Clone)]
pub struct Bag {
    pub top: String,
    pub date: u16,
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Bag {
    pub fn of(pack: &Path) -> Self {
        let archive = Archive::of(pack);
        let top = archive.parts[0].name().split_once('/').unwrap().0.to_owned();
        let date = archive.parts[0].local.date;
        let below = top.len() + 1;
        let files = archive.parts.into_iter().map(|part| (part.name()[below..].to_owned(), part.bytes)).collect();
        Self { top, date, files }
    }

    pub fn text(&self, name: &str) -> String {
        String::from_utf8(self.files[name].clone()).unwrap()
    }

    pub fn set(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.files.insert(name.to_owned(), bytes.into());
    }

    /// Makes manifests and sums fit the files.
    pub fn sum(&mut self) {
        let payload = || self.files.iter().filter(|(name, _)| name.starts_with("data/"));
        let manifest: String = payload().map(|(name, bytes)| format!("{}  {name}\n", Digest::of(bytes))).collect();
        let oxum = format!("{}.{}", payload().map(|(_, bytes)| bytes.len()).sum::<usize>(), payload().count());
        let before = self.files.get("bag-info.txt").cloned().unwrap_or_default();
        let info: String = String::from_utf8_lossy(&before)
            .lines()
            .map(|line| match line.split_once(": ") {
                Some(("Payload-Oxum", _)) => format!("Payload-Oxum: {oxum}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        self.set("manifest-sha256.txt", manifest);
        if self.files.contains_key("bag-info.txt") {
            self.set("bag-info.txt", info);
        }
        self.sum_tags();
    }

    pub fn sum_tags(&mut self) {
        let tags = ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"];
        let there = tags.iter().filter_map(|name| Some((name, self.files.get(*name)?)));
        let tags: String = there.map(|(name, bytes)| format!("{}  {name}\n", Digest::of(bytes))).collect();
        self.set("tagmanifest-sha256.txt", tags);
    }

    /// Signs the bag.
    pub fn seal(&mut self, key: &SigningKey) {
        self.sum();
        let signature = key.sign_openssh("clausebook-pack", &self.files["tagmanifest-sha256.txt"]).unwrap();
        self.set("tagmanifest-sha256.txt.sig", signature);
    }

    /// Puts another key in the place of the pack's, and signs with it all that the pack's key signed.
    pub fn seal_as(&mut self, key: &SigningKey) {
        let checkpoint = Checkpoint::parse(&self.text("data/ledger/checkpoint")).unwrap();
        let origin = checkpoint.origin.clone();
        self.set("data/ledger/checkpoint", checkpoint.sign(key));
        if self.files.contains_key("data/ledger/previous-checkpoint") {
            let before = Checkpoint::parse(&self.text("data/ledger/previous-checkpoint")).unwrap();
            self.set("data/ledger/previous-checkpoint", before.sign(key));
        }
        self.set("data/ledger/verifier-key", format!("{}\n", key.verifier(&origin)));
        self.set("data/ledger/allowed_signers", allowed_signer(&origin, "clausebook-pack", &key.public()).unwrap());
        self.seal(key);
    }

    /// The archive as the program writes it.
    pub fn archive(&self) -> Archive {
        let part = |(name, bytes): (&str, &Vec<u8>)| Part::new(&format!("{}/{name}", self.top), bytes, self.date);
        let tags = TAGS.iter().filter_map(|name| Some((*name, self.files.get(*name)?)));
        let rest = self.files.iter().map(|(name, bytes)| (name.as_str(), bytes));
        let rest = rest.filter(|(name, _)| !TAGS.contains(name));
        Archive { parts: tags.chain(rest).map(part).collect(), ..Archive::default() }
    }
}
