//! What is refused about keys and signatures.

use crate::error::reasons;

reasons! {
    public_key_unusable() = KeyUnusable;
    /// It is no private key in OpenSSH's form.
    private_key_unusable() = KeyUnusable;
    /// It is not an Ed25519 key; `algorithm` is what it is.
    key_of_another_type(algorithm) = KeyUnusable;
    /// The key is locked.
    passphrase_needed() = KeyUnusable;
    passphrase_wrong() = KeyUnusable;
    passphrase_short(least) = InvalidValue;
    /// No agent listens.
    agent_silent() = KeyUnusable;
    /// The agent does not hold the key, or will not sign with it.
    agent_without_key() = KeyUnusable;
    signer_not_nameable(signer) = InvalidValue;
}
