//! Ed25519 keys and what they sign: raw bytes for the ledger's notes, and SSHSIG, which stock `ssh-keygen -Y verify`
//! checks. A signature of the second kind is made for one namespace, so that one over a pack can never pass for one
//! over something else. A person's key lies in OpenSSH's own form or with an agent. It knows bytes, not what they say.

mod agent;
mod key;
mod openssh;
mod private;
mod refusals;

pub use agent::Agent;
pub use key::{PublicKey, SigningKey};
pub use openssh::allowed_signer;
pub use private::{PASSPHRASE_LEAST, Passphrase, public_half};
pub use refusals::REASONS;
pub(crate) use refusals::private_key_unusable;
