//! Signatures that stock `ssh-keygen` makes and checks, each for one namespace alone.

use clausebook::error::Code;
use clausebook::signing::{PublicKey, SigningKey, allowed_signer};
use tempfile::TempDir;

use crate::support::{file, tool};

const MESSAGE: &[u8] = b"QP-02 Internal audit, revision 3, is approved\n";
const SEED: [u8; 32] = [7; 32];

/// Whether `ssh-keygen` takes the signature for one of `principal` over the message in that namespace.
fn accepted(signers: &str, principal: &str, namespace: &str, signature: &str, message: &[u8]) -> bool {
    let folder = TempDir::new().unwrap();
    file(folder.path(), "signers", signers.as_bytes());
    file(folder.path(), "signature", signature.as_bytes());
    file(folder.path(), "message", message);
    let line = format!("ssh-keygen -Y verify -f signers -I {principal} -n {namespace} -s signature < message");
    tool("sh", "openssh-client", &["-c", &line], folder.path()).status.success()
}

#[test]
fn ssh_keygen_accepts_a_signature_for_its_signer_namespace_and_message_alone() {
    let key = SigningKey::from_seed(SEED);
    let signature = key.sign_openssh("approval", MESSAGE).unwrap();
    let signers = allowed_signer("kari@example.org", "approval", &key.public()).unwrap();
    let other = allowed_signer("kari@example.org", "approval", &SigningKey::from_seed([8; 32]).public()).unwrap();
    assert!(accepted(&signers, "kari@example.org", "approval", &signature, MESSAGE));
    assert!(!accepted(&signers, "kari@example.org", "approval", &signature, b"changed"), "another message");
    assert!(!accepted(&signers, "ola@example.org", "approval", &signature, MESSAGE), "another signer");
    assert!(!accepted(&other, "kari@example.org", "approval", &signature, MESSAGE), "another key");
    assert!(!accepted(&signers, "kari@example.org", "pack", &signature, MESSAGE), "another namespace asked for");
    let elsewhere = key.sign_openssh("pack", MESSAGE).unwrap();
    assert!(!accepted(&signers, "kari@example.org", "approval", &elsewhere, MESSAGE), "signed for another namespace");
    assert!(!accepted(&signers, "kari@example.org", "pack", &elsewhere, MESSAGE), "the line allows one namespace");
}

#[test]
fn the_same_message_gives_the_same_signature() {
    let key = SigningKey::from_seed(SEED);
    assert_eq!(key.sign_openssh("pack", MESSAGE).unwrap(), key.sign_openssh("pack", MESSAGE).unwrap());
}

#[test]
fn a_line_that_would_speak_for_more_than_one_signer_is_refused() {
    let key = SigningKey::from_seed(SEED).public();
    for principal in ["", "*", "a,b", "a b", "a\nb", "!a", "?", "\"a\"", "#a"] {
        assert_eq!(allowed_signer(principal, "pack", &key).unwrap_err().code(), Code::InvalidValue, "{principal:?}");
    }
}

#[test]
fn keys_of_ssh_keygen_are_read_and_ours_are_written_as_it_writes_them() {
    let folder = TempDir::new().unwrap();
    let make = |kind: &str| {
        let args = ["-q", "-t", kind, "-N", "", "-C", "kari@example.org", "-f", kind];
        assert!(tool("ssh-keygen", "openssh-client", &args, folder.path()).status.success());
        std::fs::read_to_string(folder.path().join(format!("{kind}.pub"))).unwrap()
    };
    let line = make("ed25519");
    let read = PublicKey::from_openssh(&line).unwrap();
    assert_eq!(format!("{} kari@example.org\n", read.to_openssh().unwrap()), line);
    for other in [make("ecdsa").as_str(), "ssh-ed25519", "ssh-ed25519 AAAA", ""] {
        assert_eq!(PublicKey::from_openssh(other).unwrap_err().code(), Code::KeyUnusable, "{other}");
    }
}

#[test]
fn a_plain_signature_fits_its_own_message_and_key_alone() {
    let (key, other) = (SigningKey::from_seed(SEED), SigningKey::from_seed([8; 32]));
    let signature = key.sign(MESSAGE);
    assert!(key.public().verifies(MESSAGE, &signature));
    assert!(!key.public().verifies(b"changed", &signature) && !other.public().verifies(MESSAGE, &signature));
    assert!(!key.public().verifies(MESSAGE, &signature[..63]), "a signature that was cut off");
    assert_eq!(format!("{key:?}"), "SigningKey(secret)", "a key never shows its secret");
    assert_eq!(SigningKey::from_seed(key.to_seed()).public(), key.public());
    assert_ne!(SigningKey::generate().unwrap().public(), SigningKey::generate().unwrap().public());
}
