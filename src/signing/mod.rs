//! Ed25519 keys and what they sign: raw bytes for the ledger's notes, and SSHSIG, which stock `ssh-keygen -Y verify`
//! checks. A signature of the second kind is made for one namespace, so that one over a pack can never pass for one
//! over something else. It knows bytes, not what they say.

mod key;
mod openssh;
mod refusals;

pub use key::{PublicKey, SigningKey};
pub use openssh::allowed_signer;
pub use refusals::REASONS;
