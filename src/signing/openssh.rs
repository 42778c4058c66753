//! The forms of OpenSSH: public key lines, lines of `allowed_signers` (ssh-keygen(1)), and SSHSIG signatures
//! (PROTOCOL.sshsig).

use ssh_key::private::{Ed25519Keypair, KeypairData};
use ssh_key::public::{Ed25519PublicKey, KeyData};
use ssh_key::{HashAlg, LineEnding, PrivateKey, SshSig};

use super::{PublicKey, SigningKey, refusals};
use crate::error::{Error, Result};

impl PublicKey {
    /// Reads a line as it stands in a `.pub` file; a comment at its end is passed over.
    ///
    /// # Errors
    /// `key_unusable` for anything that is not an Ed25519 key.
    pub fn from_openssh(line: &str) -> Result<Self> {
        let parsed = ssh_key::PublicKey::from_openssh(line).ok();
        let key = parsed.and_then(|key| key.key_data().ed25519().and_then(|key| Self::from_bytes(&key.0)));
        key.ok_or_else(refusals::public_key_unusable)
    }

    /// Its fingerprint as `ssh-keygen -l` shows it: `SHA256:` and the hash of the key.
    pub fn fingerprint(&self) -> String {
        let key = ssh_key::PublicKey::from(KeyData::Ed25519(Ed25519PublicKey(*self.as_bytes())));
        key.fingerprint(HashAlg::Sha256).to_string()
    }

    /// Whether an armoured signature for one namespace is this key's over that message.
    pub fn verifies_openssh(&self, namespace: &str, message: &[u8], armour: &str) -> bool {
        let key = ssh_key::PublicKey::from(KeyData::Ed25519(Ed25519PublicKey(*self.as_bytes())));
        armour.parse::<SshSig>().is_ok_and(|signature| key.verify(namespace, message, &signature).is_ok())
    }

    /// `ssh-ed25519` and the key, without a comment.
    pub fn to_openssh(&self) -> Result<String> {
        let key = ssh_key::PublicKey::from(KeyData::Ed25519(Ed25519PublicKey(*self.as_bytes())));
        key.to_openssh().map_err(|e| Error::internal(format_args!("key: {e}")))
    }
}

impl SigningKey {
    /// A signature for one namespace, in the armour of `ssh-keygen -Y sign`. The same message gives the same bytes.
    pub fn sign_openssh(&self, namespace: &str, message: &[u8]) -> Result<String> {
        let pair = KeypairData::Ed25519(Ed25519Keypair::from_seed(&self.to_seed()));
        PrivateKey::new(pair, "")
            .and_then(|key| key.sign(namespace, HashAlg::Sha512, message))
            .and_then(|signature| signature.to_pem(LineEnding::LF))
            .map_err(|e| Error::internal(format_args!("signature: {e}")))
    }
}

/// A line of `allowed_signers`: in that namespace, and in no other, the key speaks for `principal`.
///
/// # Errors
/// `invalid_value` for a principal that `ssh-keygen` would read as a pattern or as several.
pub fn allowed_signer(principal: &str, namespace: &str, key: &PublicKey) -> Result<String> {
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"*?!,\"#".contains(c);
    if principal.is_empty() || !principal.chars().all(plain) {
        return Err(refusals::signer_not_nameable(principal));
    }
    Ok(format!("{principal} namespaces=\"{namespace}\" {}\n", key.to_openssh()?))
}
