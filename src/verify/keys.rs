//! Which keys may sign a ledger: those that its own entries enrol, each from that entry on, and which of them an enrolled key
//! stands for.

use ed25519_dalek::{Signature, VerifyingKey};
use serde_json::Value;

use super::note;

/// A key, as an entry enrols it.
#[derive(Debug, Clone)]
pub(super) struct Enrolled {
    /// The verifier key, as it stands in the entry.
    pub(super) text: String,
    pub(super) name: String,
    pub(super) public: [u8; 32],
    /// The machine that it is enrolled for.
    pub(super) site: String,
    /// The entry.
    pub(super) seq: u64,
    /// What the clock said there.
    pub(super) said_at: i64,
    /// The key that was enrolled before and stands for it.
    pub(super) by: Option<[u8; 32]>,
    /// Why none does.
    pub(super) reason: Option<String>,
}

/// The keys enrolled so far, in the order of their entries.
#[derive(Debug, Clone, Default)]
pub(super) struct Keys(Vec<Enrolled>);

impl Keys {
    /// Takes an enrolment, given the entry's event and the workspace it belongs to.
    pub(super) fn enrol(&mut self, workspace: &str, seq: u64, said_at: i64, event: &Value) {
        let data = &event["data"];
        let (Some(text), Some(site)) = (data["key"].as_str(), data["site"].as_str()) else { return };
        let Some((name, public)) = note::key(text) else { return };
        let stood_for = || {
            let by = data["vouched"]["by"].as_str()?;
            let signature = hex::decode(data["vouched"]["signature"].as_str()?).ok()?;
            let by = self.0.iter().find(|key| key.text == by && key.public != public)?;
            let said = format!("clausebook/voucher@v1\n{workspace}\n{site}\n{text}\n");
            let (key, signature) =
                (VerifyingKey::from_bytes(&by.public).ok()?, Signature::from_slice(&signature).ok()?);
            key.verify_strict(said.as_bytes(), &signature).ok().map(|()| key.to_bytes())
        };
        let by = stood_for();
        let reason = data["reason"].as_str().map(str::to_owned);
        let (text, site) = (text.to_owned(), site.to_owned());
        self.0.push(Enrolled { text, name, public, site, seq, said_at, by, reason });
    }

    /// The key that signed a note over the first `size` entries, where one that these entries enrol did.
    pub(super) fn signed(&self, text: &str, size: u64) -> Option<&Enrolled> {
        self.0.iter().find(|key| key.seq < size && note::signed_by(text, &key.name, &key.public))
    }

    /// The machines for which the key is enrolled that notes call so.
    pub(super) fn sites(&self, signer: &[u8; 4]) -> impl Iterator<Item = &str> {
        let called = hex::encode(signer);
        self.0.iter().filter(move |key| key.called() == called).map(|key| key.site.as_str())
    }

    /// The keys that are enrolled in a machine's name and are not the one that it has.
    pub(super) fn others_of(&self, site: &str, own: Option<&str>) -> impl Iterator<Item = &Enrolled> {
        self.0.iter().filter(move |key| key.site == site && Some(key.text.as_str()) != own)
    }

    /// Whether notes call a key so that is enrolled.
    pub(super) fn calls(&self, signer: [u8; 4]) -> bool {
        self.sites(&signer).next().is_some()
    }

    /// The enrolled key with this fingerprint.
    pub(super) fn of_fingerprint(&self, fingerprint: &str) -> Option<[u8; 32]> {
        self.0.iter().map(|key| key.public).find(|public| fingerprint_of(public) == fingerprint)
    }

    /// Whether a key is enrolled, by its verifier key.
    pub(super) fn knows(&self, public: &[u8; 32]) -> bool {
        self.0.iter().any(|key| key.public == *public)
    }

    /// The first key: nobody can stand for it.
    pub(super) fn first(&self) -> Option<&Enrolled> {
        self.0.first()
    }

    /// Whether a key that somebody holds leads to another: each next one is enrolled under the signature of one before.
    pub(super) fn continues(&self, held: &[u8; 32], to: &[u8; 32]) -> bool {
        let mut trusted = vec![*held];
        for key in &self.0 {
            if key.by.is_some_and(|by| trusted.contains(&by)) {
                trusted.push(key.public);
            }
        }
        trusted.contains(to)
    }

    /// The keys for which no enrolled key stands, the first one apart.
    pub(super) fn unvouched(&self) -> impl Iterator<Item = Enrolled> {
        self.0.iter().enumerate().filter_map(|(at, key)| {
            let again = self.0.iter().take(at).any(|earlier| earlier.public == key.public);
            let stood_for = self.0.iter().any(|other| other.public == key.public && other.by.is_some());
            let first = self.0.first().is_some_and(|first| first.public == key.public);
            // Why nobody does may have been said later.
            let said = self.0.iter().filter(|other| other.public == key.public).find_map(|other| other.reason.clone());
            (!again && !stood_for && !first).then(|| Enrolled { reason: said, ..key.clone() })
        })
    }
}

impl Enrolled {
    /// How the key is called: its identifier in notes.
    pub(super) fn called(&self) -> &str {
        self.text.strip_prefix(&self.name).and_then(|rest| rest.split('+').nth(1)).unwrap_or(&self.text)
    }

    /// That nobody stands for it, in words.
    pub(super) fn unvouched_in_words(&self) -> String {
        let why = self.reason.as_ref().map(|reason| format!(" (“{reason}”)")).unwrap_or_default();
        format!(
            "Key {} signs from entry {} ({}) on, and no key that was enrolled before stands for it{why}: ask whose it is",
            self.called(),
            self.seq,
            super::clocks::day(self.said_at)
        )
    }
}

/// A key's fingerprint, as OpenSSH writes it.
pub(super) fn fingerprint_of(public: &[u8; 32]) -> String {
    let key = ssh_key::PublicKey::from(ssh_key::public::Ed25519PublicKey(*public));
    key.fingerprint(ssh_key::HashAlg::Sha256).to_string()
}

/// Whether it is a key's fingerprint and nothing besides.
pub fn is_fingerprint(text: &str) -> bool {
    held_fingerprint(text) == Some(text)
}

/// The fingerprint in a text that says one and no key, as `SHA256:…` with what somebody wrote around it.
pub(super) fn held_fingerprint(text: &str) -> Option<&str> {
    let word = |word: &'_ &str| {
        word.strip_prefix("SHA256:").is_some_and(|hash| {
            hash.len() == 43 && hash.chars().all(|c| c.is_ascii_alphanumeric() || c == '+' || c == '/')
        })
    };
    let mut words = text.split(|c: char| c.is_whitespace() || "\"'()<>,;".contains(c)).filter(word);
    words.next().filter(|first| words.all(|word| word == *first))
}

/// A public key: as a verifier key, as `ledger key` prints it behind its machine's name, as OpenSSH writes one, or as a line
/// of `allowed_signers`.
pub(super) fn held_key(text: &str) -> Option<[u8; 32]> {
    let openssh = |line: &str| {
        let read = |line: &str| Some(ssh_key::PublicKey::from_openssh(line).ok()?.key_data().ed25519()?.0);
        read(line.trim()).or_else(|| read(line.splitn(3, ' ').nth(2)?))
    };
    let text = text.trim();
    let bare =
        text.split_once(':').filter(|(site, _)| uuid::Uuid::parse_str(site).is_ok()).map_or(text, |(_, key)| key);
    note::key(bare).map(|(_, public)| public).or_else(|| text.lines().find_map(openssh))
}
