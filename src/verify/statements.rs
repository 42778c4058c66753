//! The statements in a pack: each text made again from the entry that made it, compared byte by byte, its signature checked with
//! the key that the entry names, and that key held against those that the entries enrol for its person.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use ssh_key::{PublicKey, SshSig};

use super::Fact;
use super::contents::Contents;
use super::names::STATED;
use super::report::Report;
use crate::day::Zone;

const SIGNERS: &str = "data/approvals/allowed_signers";
const NAMESPACE: &str = "clausebook-statement";

/// What the entries say of statements and of people's keys, in their order.
#[derive(Default)]
pub(super) struct Statements {
    made: Vec<Made>,
    keys: Vec<Key>,
    people: BTreeSet<String>,
    /// By which days count.
    zone: Option<Zone>,
}

/// A statement, as its entry says it.
struct Made {
    seq: u64,
    text: String,
    signature: Option<String>,
    key: Option<String>,
    signer: String,
    email: String,
    day: String,
}

/// A key of a person, with the days for which it speaks, as `2026-11-27`: these stand in the order of days.
struct Key {
    person: String,
    key: String,
    /// None where it was given when the person was enrolled: that day hangs on a time zone.
    since: Option<String>,
    seq: u64,
    /// From which day it was retired, and by which entry.
    retired: Option<Retired>,
}

/// That a key was retired: the first day for which it speaks no more, and the entry that says so.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Retired {
    from: String,
    by: u64,
    /// Whether that entry was written on that day: then what was signed before it stands.
    that_day: bool,
}

/// How far a key was its person's, as the entries say.
#[derive(PartialEq, Eq)]
enum Spoke {
    Theirs,
    /// It was when the statement was made; an entry behind it says that it was not that day.
    RetiredLater,
    Foreign,
}

impl Statements {
    /// Takes an entry of the ledger of `workspace`.
    pub(super) fn take(&mut self, workspace: &str, seq: u64, said_at: i64, event: &Value) {
        let data = &event["data"];
        let text = |name: &str| data[name].as_str().unwrap_or_default().to_owned();
        let kind = event["kind"].as_str().unwrap_or_default();
        let bare = |line: &str| bare_key(line).unwrap_or_else(|| line.to_owned());
        match kind {
            "statement.made" | "soa.issued" => self.made.push(Made {
                seq,
                text: if kind == "soa.issued" { issued(workspace, data) } else { written(workspace, data) },
                signature: data["signature"].as_str().map(str::to_owned),
                key: data["key"].as_str().map(bare),
                signer: text("signer"),
                email: text("email"),
                day: text("day"),
            }),
            "person.enrolled" | "person.key_enrolled" => {
                let person = text("id");
                self.people.insert(person.clone());
                if let Some(key) = data["key"].as_str() {
                    let since = data["from"].as_str().map(str::to_owned);
                    self.keys.push(Key { person, key: bare(key), since, seq, retired: None });
                }
            }
            "person.key_retired" => {
                let (person, key, from) = (text("id"), bare(&text("key")), text("from"));
                // Without a reason it was enrolled by mistake, and undone.
                let undone = text("reason").is_empty();
                let of = |k: &Key| k.person == person && k.key == key;
                self.keys.retain(|k| !(undone && of(k) && k.since.as_ref() == Some(&from)));
                let that_day = self.zone.unwrap_or(Zone::UTC).day(said_at).to_string() == from;
                let retired = Retired { from, by: seq, that_day };
                for key in self.keys.iter_mut().filter(|k| !undone && of(k)) {
                    key.retired = key.retired.take().into_iter().chain([retired.clone()]).min();
                }
            }
            "system.time_zone_set" => self.zone = text("zone").parse().ok().or(self.zone),
            _ => {}
        }
    }

    /// Whether the entries say that the key of a statement was its person's: from its first day until the day from which it was
    /// retired or the next one began; on that day for what was said before it was retired there.
    fn spoke(&self, made: &Made) -> Spoke {
        let keys: Vec<&Key> = self.keys.iter().filter(|key| key.person == made.signer).collect();
        let mut spoke = Spoke::Foreign;
        for (at, key) in keys.iter().enumerate() {
            let begun = key.since.as_ref().is_none_or(|since| *since <= made.day);
            if Some(&key.key) != made.key.as_ref() || !begun {
                continue;
            }
            let next = keys
                .get(at + 1)
                .and_then(|next| Some(Retired { from: next.since.clone()?, by: next.seq, that_day: true }));
            let ended =
                |end: &Retired| end.from < made.day || end.from == made.day && (!end.that_day || end.by < made.seq);
            match key.retired.clone().into_iter().chain(next).min().filter(ended) {
                None => return Spoke::Theirs,
                Some(end) if end.by > made.seq => spoke = Spoke::RetiredLater,
                Some(_) => {}
            }
        }
        spoke
    }
}

/// A public key line without its comment.
fn bare_key(line: &str) -> Option<String> {
    PublicKey::from(PublicKey::from_openssh(line).ok()?.key_data().clone()).to_openssh().ok()
}

/// The text of a statement (`docs/integrity.md`): one line a fact, in one order.
fn written(workspace: &str, data: &Value) -> String {
    let text = |name: &str| data[name].as_str().unwrap_or_default();
    let kind = if data["item"]["document"].is_string() { "document" } else { "record" };
    let mut out = String::new();
    line(&mut out, "signer", text("email"));
    line(&mut out, "workspace", workspace);
    line(&mut out, kind, text("code"));
    line(&mut out, "identifier", data["item"][kind].as_str().unwrap_or_default());
    if let Some(revision) = data["revision"].as_str() {
        line(&mut out, "revision", text("label"));
        line(&mut out, "revision-identifier", revision);
    }
    for file in data["files"].as_array().into_iter().flatten() {
        line(&mut out, "file", &format!("sha256:{}", file.as_str().unwrap_or_default()));
    }
    line(&mut out, "meaning", text("meaning"));
    line(&mut out, "reason", text("reason"));
    line(&mut out, "day", text("day"));
    for name in ["effective", "for"].into_iter().filter(|name| !text(name).is_empty()) {
        line(&mut out, name, text(name));
    }
    out
}

/// The text of a version of the Statement of Applicability (`docs/integrity.md`).
fn issued(workspace: &str, data: &Value) -> String {
    let text = |name: &str| data[name].as_str().unwrap_or_default();
    let draft = data["draft"].as_u64().unwrap_or_default();
    let version = data["version"].as_u64().unwrap_or_default();
    let label = if draft == 0 { version.to_string() } else { format!("{version} draft {draft}") };
    let mut out = String::new();
    line(&mut out, "signer", text("email"));
    line(&mut out, "workspace", workspace);
    line(&mut out, "statement-of-applicability", text("edition"));
    line(&mut out, "identifier", text("id"));
    line(&mut out, "version", &label);
    line(&mut out, "meaning", if draft == 0 { "issued" } else { "draft" });
    for name in ["organisation", "scope", "reason", "day"] {
        line(&mut out, name, text(name));
    }
    for control in data["controls"].as_array().into_iter().flatten() {
        let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
        line(&mut out, "control", &text(control, "code"));
        line(&mut out, "title", &text(control, "title"));
        if let Some(origin) = control["origin"].as_str() {
            line(&mut out, "origin", origin);
        }
        let decision = &control["decision"];
        let Some(applies) = decision["applies"].as_bool() else {
            line(&mut out, "applies", "undecided");
            continue;
        };
        line(&mut out, "applies", if applies { "yes" } else { "no" });
        line(&mut out, "why", &text(decision, "reason"));
        for (name, list) in
            [("ground", "grounds"), ("risk", "risks"), ("implemented", "implemented"), ("reach", "reach")]
        {
            let one = decision[list].as_str().into_iter();
            let several = decision[list].as_array().into_iter().flatten().filter_map(Value::as_str);
            one.chain(several).for_each(|value| line(&mut out, name, value));
        }
        if let Some(owner) = decision["owner"].as_str() {
            line(&mut out, "owner", owner);
        }
    }
    out
}

/// `name value`; in the value a backslash, a line feed and what else is no visible character of the line are escaped.
fn line(out: &mut String, name: &str, value: &str) {
    out.push_str(name);
    out.push_str(if value.is_empty() { "" } else { " " });
    for c in value.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() || c == '\u{2028}' || c == '\u{2029}' => {
                out.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('\n');
}

/// Compares what lies in the pack with the statements that its entries made before `until`.
pub(super) fn check(contents: &Contents, said: &Statements, until: u64, report: &mut Report) -> Fact {
    let made: Vec<&Made> = said.made.iter().filter(|made| made.seq < until).collect();
    files(contents, &made, report);
    signers(contents, &made, report);
    let mut apart = 0;
    for one in made.iter().filter(|one| one.signature.is_some() || one.key.is_some()) {
        let place = format!("entry {}", one.seq);
        if !signed(one) {
            let what = format!("The signature of the statement of entry {} is not by its key over its text", one.seq);
            report.find("statement_forged", place, what);
        } else if !said.people.contains(&one.signer) {
            apart += 1;
        } else {
            let (email, day, seq) = (&one.email, &one.day, one.seq);
            match said.spoke(one) {
                Spoke::Theirs => {}
                Spoke::RetiredLater => {
                    let what = format!(
                        "{email} signed on {day} with a key that was retired for that day later: entry {seq}. Ask whether it was \
                         still in their hands"
                    );
                    report.warn("statement_key_retired", place, what);
                }
                Spoke::Foreign => {
                    let what = format!("No entry says that {email} signed with this key on {day}: entry {seq}");
                    report.find("statement_key_foreign", place, what);
                }
            }
        }
    }
    if apart > 0 {
        report.unmet("statements", Fact::StatementKeysNotShown { statements: apart });
    }
    Fact::Statements { statements: made.len(), signed: made.iter().filter(|made| made.signature.is_some()).count() }
}

fn signed(made: &Made) -> bool {
    let check = || {
        let key = PublicKey::from_openssh(made.key.as_deref()?).ok()?;
        key.key_data().ed25519()?;
        let signature = made.signature.as_deref()?.parse::<SshSig>().ok()?;
        key.verify(NAMESPACE, made.text.as_bytes(), &signature).ok()
    };
    check().is_some()
}

/// Every text is that of one entry, with its signature beside it where it has one, and the other way round.
fn files(contents: &Contents, made: &[&Made], report: &mut Report) {
    let mut expected: BTreeMap<&[u8], Vec<&Made>> = BTreeMap::new();
    for one in made {
        expected.entry(one.text.as_bytes()).or_default().push(one);
    }
    let there = || contents.kept.iter().filter(|(name, _)| name.starts_with(STATED) && *name != SIGNERS);
    for (name, text) in there().filter(|(name, _)| !name.ends_with(".txt.sig")) {
        let signature = contents.kept.get(&format!("{name}.sig")).map(Vec::as_slice);
        let of_text = expected.get_mut(text.as_slice()).filter(|all| !all.is_empty());
        let Some(of_text) = of_text else {
            report.find("statement_unproven", name.clone(), format!("{name} is what no entry of the pack states"));
            continue;
        };
        let same = |made: &&Made| made.signature.as_deref().map(str::as_bytes) == signature;
        let at = of_text.iter().position(same);
        if at.is_none() {
            let what = format!("{name} stands beside another signature than its entry says, or beside none");
            report.find("statement_signature_moved", name.clone(), what);
        }
        of_text.remove(at.unwrap_or_default());
    }
    for (name, _) in there().filter(|(name, _)| name.ends_with(".txt.sig")) {
        if !contents.kept.contains_key(name.trim_end_matches(".sig")) {
            let what = format!("{name} is a signature without the text that it is over");
            report.find("statement_unproven", name.clone(), what);
        }
    }
    for one in expected.into_values().flatten() {
        let what = format!("The statement of entry {} ({}, {}) is not in the pack", one.seq, one.email, one.day);
        report.find("statement_missing", format!("entry {}", one.seq), what);
    }
}

/// `allowed_signers` has a line for every key that signed one of them, in the order of bytes, and nothing else.
fn signers(contents: &Contents, made: &[&Made], report: &mut Report) {
    let of = |made: &&Made| Some(format!("{} namespaces=\"{NAMESPACE}\" {}\n", made.email, made.key.as_ref()?));
    let lines: BTreeSet<String> = made.iter().filter_map(of).collect();
    let expected = lines.into_iter().collect::<String>();
    if contents.kept.get(SIGNERS).map_or(b"".as_slice(), Vec::as_slice) != expected.as_bytes()
        || contents.kept.contains_key(SIGNERS) == expected.is_empty()
    {
        let what = format!("{SIGNERS} does not hold the keys that signed, each once, and nothing else");
        report.find("statement_signers_differ", SIGNERS, what);
    }
}
