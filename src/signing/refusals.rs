//! What is refused about keys and signatures.

use crate::error::reasons;

reasons! {
    public_key_unusable() = KeyUnusable;
    signer_not_nameable(signer) = InvalidValue;
}
