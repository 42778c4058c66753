//! By which key a statement is signed, and what stock `ssh-keygen` says of it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clausebook::documents;
use clausebook::items::ItemId;
use clausebook::people::{self, Role};
use clausebook::signing::{Agent, Passphrase, PublicKey, SigningKey};
use clausebook::statements::{self, Keys, Meant, Proof, Said, Signing};
use clausebook::workspace::Tx;
use tempfile::TempDir;

use crate::support::organisation::Organisation;
use crate::support::{day, tool};

const EMAIL: &str = "qm@example.org";

/// A manager, a document, and a place for keys.
struct Desk {
    at: Organisation,
    keys: Keys,
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let mut at = Organisation::new();
        at.does(|tx| people::enrol(tx, "Manager", EMAIL, Role::QualityManager, None));
        at.workspace.act_as(EMAIL);
        at.document("QP-1");
        let folder = TempDir::new().unwrap();
        Self { keys: Keys::of(folder.path(), None), at, folder }
    }

    /// A key of `ssh-keygen`'s own, locked where a passphrase is given.
    fn stock_key(&self, name: &str, kind: &str, passphrase: &str) -> PathBuf {
        let args = ["-q", "-t", kind, "-N", passphrase, "-C", "x", "-f", name];
        assert!(tool("ssh-keygen", "openssh-client", &args, self.folder.path()).status.success());
        self.folder.path().join(name)
    }

    fn enrol(&mut self, file: &Path) {
        let line = statements::public_of(file).unwrap().to_openssh().unwrap();
        self.at.does(|tx| people::enrol_key(tx, EMAIL, &line));
    }

    /// What comes of confirming the document, by the key file and the passphrase given.
    fn says(&mut self, file: Option<&Path>, passphrase: Option<&str>, signed: bool) -> Result<(), &'static str> {
        let passphrase = passphrase.map(Passphrase::new);
        let workspace = self.at.workspace.id();
        let signing = Signing { workspace, keys: &self.keys, file, passphrase: passphrase.as_ref() };
        let made = self.at.workspace.transact(|tx| confirm(tx, signed, &signing));
        made.map_err(|e| {
            let said = format!("{e} {e:?}");
            assert!(!passphrase.is_some_and(|p| said.contains(&format!("{p:?}"))), "no secret in a refusal");
            e.reason().name
        })
    }

    fn last(&self) -> statements::Statement {
        let item = ItemId::Document(documents::by_code(self.at.db(), "QP-1").unwrap().id);
        statements::about(self.at.db(), item).unwrap().pop().unwrap()
    }

    fn proof(&self) -> Proof {
        self.last().proof(self.at.db(), self.at.workspace.id()).unwrap()
    }

    /// Writes all statements out and lets `ssh-keygen` check the last; `change` changes its text first.
    fn stock_accepts(&self, change: impl Fn(String) -> String) -> bool {
        let out = TempDir::new().unwrap();
        let item = ItemId::Document(documents::by_code(self.at.db(), "QP-1").unwrap().id);
        let all = statements::about(self.at.db(), item).unwrap();
        let exported = statements::export(&all, self.at.workspace.id(), out.path(), false).unwrap();
        let name = exported.texts.last().unwrap();
        let text = std::fs::read_to_string(out.path().join(name)).unwrap();
        let signer = text.lines().next().unwrap().strip_prefix("signer ").unwrap().to_owned();
        std::fs::write(out.path().join(name), change(text)).unwrap();
        let line = format!(
            "ssh-keygen -Y verify -f allowed_signers -I {signer} -n clausebook-statement -s '{name}.sig' < '{name}'"
        );
        tool("sh", "openssh-client", &["-c", &line], out.path()).status.success()
    }
}

fn confirm(tx: &mut Tx<'_>, signed: bool, signing: &Signing<'_>) -> clausebook::error::Result<()> {
    let document = documents::by_code(tx.db(), "QP-1")?;
    let subject = statements::document_said(tx.db(), &document)?;
    let (meaning, reason) = (Meant::Confirmed, "still\nright \\ ok");
    let said = Said { subject: &subject, meaning, reason, effective: None, instead_of: None, signed };
    let person = people::who_acts(tx.db(), tx.actor())?;
    statements::make(tx, &person, said, signing).map(drop)
}

#[test]
fn whoever_has_no_key_says_it_unsigned_unless_a_rule_asks_for_more() {
    let mut desk = Desk::new();
    assert_eq!(desk.says(None, None, true), Err("statement_unsigned"));
    desk.says(None, None, false).unwrap();
    assert_eq!(desk.proof(), Proof::Unsigned);
    let stock = desk.stock_key("mine", "ed25519", "");
    assert_eq!(desk.says(Some(&stock), None, false), Err("statement_key_not_enrolled"), "nobody knows whose it is");
}

#[test]
fn a_key_made_here_lies_locked_for_its_user_alone_and_signs() {
    let mut desk = Desk::new();
    let short = desk.keys.generate(EMAIL, &Passphrase::new("short")).unwrap_err();
    assert_eq!(short.reason().name, "passphrase_short");
    let (line, file) = desk.keys.generate(EMAIL, &Passphrase::new("correct horse")).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(SigningKey::from_file(&text, None).unwrap_err().reason().name, "passphrase_needed");
    desk.at.does(|tx| people::enrol_key(tx, EMAIL, &line));
    assert_eq!(desk.says(None, None, false), Err("passphrase_needed"));
    assert_eq!(desk.says(None, Some("wrong horse"), false), Err("passphrase_wrong"));
    desk.says(None, Some("correct horse"), true).unwrap();
    assert_eq!(desk.proof(), Proof::Signed);
    assert!(desk.stock_accepts(|text| text));
    assert!(!desk.stock_accepts(|text| text.replace("confirmed", "withdrawn")), "a changed byte is rejected");
    // Stock tools read the key as their own.
    let args = ["-y", "-P", "correct horse", "-f", file.to_str().unwrap()];
    let read = tool("ssh-keygen", "openssh-client", &args, desk.folder.path());
    let read = String::from_utf8(read.stdout).unwrap();
    assert_eq!(PublicKey::from_openssh(read.trim()).unwrap(), PublicKey::from_openssh(&line).unwrap());
    desk.at.rebuilds_the_same();
}

#[test]
fn a_key_of_ssh_keygen_signs_and_any_other_is_refused() {
    let mut desk = Desk::new();
    let (mine, locked) = (desk.stock_key("mine", "ed25519", ""), desk.stock_key("locked", "ed25519", "pass phrase"));
    let (other, ecdsa) = (desk.stock_key("other", "ed25519", ""), desk.stock_key("ecdsa", "ecdsa", ""));
    desk.enrol(&mine);
    desk.says(Some(&mine), None, true).unwrap();
    assert!(desk.stock_accepts(|text| text));
    assert_eq!(desk.says(Some(&other), None, false), Err("statement_key_of_another"));
    assert_eq!(desk.says(Some(&ecdsa), None, false), Err("key_of_another_type"));
    assert_eq!(desk.says(None, None, false), Err("statement_key_elsewhere"), "it is not among those made here");
    let public = desk.folder.path().join("mine.pub");
    assert_eq!(desk.says(Some(&public), None, false), Err("statement_key_elsewhere"), "no agent holds its other half");
    std::fs::write(desk.folder.path().join("noise"), [0xff; 64]).unwrap();
    let noise = desk.folder.path().join("noise");
    assert_eq!(desk.says(Some(&noise), None, false), Err("private_key_unusable"));
    assert_eq!(desk.says(Some(&desk.folder.path().join("none")), None, false), Err("file_not_found"));

    desk.at.turn_to(day(2026, 2, 1));
    desk.enrol(&locked);
    assert_eq!(desk.says(Some(&mine), None, false), Err("statement_key_retired"), "the new one took its place");
    assert_eq!(desk.says(Some(&locked), None, false), Err("passphrase_needed"));
    desk.says(Some(&locked), Some("pass phrase"), false).unwrap();
    desk.at.does(|tx| people::retire_key(tx, EMAIL, None, "lost"));
    assert_eq!(desk.says(Some(&locked), Some("pass phrase"), false), Err("statement_key_retired"));
    assert_eq!(desk.proof(), Proof::Signed, "what was signed before stands, that very day too");
    desk.at.turn_to(day(2026, 2, 9));
}

#[test]
fn an_agent_signs_with_the_key_it_holds() {
    let mut desk = Desk::new();
    let mine = desk.stock_key("mine", "ed25519", "");
    desk.enrol(&mine);
    let socket = desk.folder.path().join("agent");
    let mut agent = Command::new("ssh-agent").args(["-D", "-a"]).arg(&socket).stdout(Stdio::null()).spawn().unwrap();
    while !socket.exists() {
        assert!(agent.try_wait().unwrap().is_none(), "the agent runs");
        std::thread::yield_now();
    }
    desk.keys = Keys::of(desk.folder.path(), Some(Agent::at(&socket)));
    assert_eq!(desk.says(None, None, false), Err("statement_key_elsewhere"), "it holds none yet");
    let add = Command::new("ssh-add").arg("-q").arg(&mine).env("SSH_AUTH_SOCK", &socket).status().unwrap();
    assert!(add.success());
    desk.says(None, None, true).unwrap();
    let public = desk.folder.path().join("mine.pub");
    desk.says(Some(&public), None, true).unwrap();
    agent.kill().unwrap();
    agent.wait().unwrap();
    assert_eq!(desk.proof(), Proof::Signed);
    assert!(desk.stock_accepts(|text| text));
    assert_eq!(desk.says(None, None, false), Err("statement_key_elsewhere"), "nobody listens any more");
}

#[test]
fn nothing_that_is_there_is_written_over_unasked() {
    let mut desk = Desk::new();
    desk.says(None, None, false).unwrap();
    let item = ItemId::Document(documents::by_code(desk.at.db(), "QP-1").unwrap().id);
    let all = statements::about(desk.at.db(), item).unwrap();
    let out = desk.folder.path().join("out");
    let export = |replace| statements::export(&all, desk.at.workspace.id(), &out, replace);
    export(false).unwrap();
    assert_eq!(export(false).unwrap_err().reason().name, "target_taken");
    export(true).unwrap();
}
