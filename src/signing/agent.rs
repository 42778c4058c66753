//! The user's SSH agent, asked for one thing: to sign with an Ed25519 key that it holds (draft-miller-ssh-agent). The key
//! itself never comes here. Two messages are all of it, which is less than a library that brings other kinds of keys.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use ssh_key::public::KeyData;
use ssh_key::{Algorithm, HashAlg, LineEnding, Signature, SshSig};

use super::{PublicKey, refusals};
use crate::error::{Error, Result};

const SIGN_REQUEST: u8 = 13;
const SIGN_RESPONSE: u8 = 14;

/// The longest answer that is read, in bytes; a signature takes about a hundred.
const ANSWER_MOST: u32 = 16 * 1024;

/// An agent, where one listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent(PathBuf);

impl Agent {
    /// The agent that listens at a socket (a named pipe on Windows).
    pub fn at(socket: impl Into<PathBuf>) -> Self {
        Self(socket.into())
    }

    /// A signature for one namespace by the key with that public half, in the armour of `ssh-keygen -Y sign`.
    ///
    /// # Errors
    /// `key_unusable` where nobody listens, or the agent does not hold the key or will not sign.
    pub fn sign_openssh(&self, key: &PublicKey, namespace: &str, message: &[u8]) -> Result<String> {
        let public = ssh_key::PublicKey::from_openssh(&key.to_openssh()?).map_err(|e| unexpected(&e))?;
        let data = SshSig::signed_data(namespace, HashAlg::Sha512, message).map_err(|e| unexpected(&e))?;
        let blob = public.to_bytes().map_err(|e| unexpected(&e))?;
        let raw = self.ask(&blob, &data).map_err(|cause| refusals::agent_silent().caused_by(cause))?;
        let raw = raw.ok_or_else(refusals::agent_without_key)?;
        let signature = Signature::new(Algorithm::Ed25519, raw).map_err(|_| refusals::agent_without_key())?;
        let signed = SshSig::new(KeyData::from(public), namespace, HashAlg::Sha512, signature);
        signed.and_then(|s| s.to_pem(LineEnding::LF)).map_err(|e| unexpected(&e))
    }

    /// The bytes of the signature; none where the agent refuses.
    fn ask(&self, key: &[u8], data: &[u8]) -> std::io::Result<Option<Vec<u8>>> {
        let mut question = vec![SIGN_REQUEST];
        for part in [key, data] {
            question.extend(length(part.len())?);
            question.extend(part);
        }
        question.extend([0; 4]);
        let mut agent = connect(&self.0)?;
        agent.write_all(&length(question.len())?)?;
        agent.write_all(&question)?;
        agent.flush()?;

        let mut size = [0; 4];
        agent.read_exact(&mut size)?;
        let size = u32::from_be_bytes(size);
        if size > ANSWER_MOST {
            return Ok(None);
        }
        let mut answer = vec![0; size as usize];
        agent.read_exact(&mut answer)?;
        // Kind, length of the signature, then its algorithm and its bytes, each with their length.
        let signed = answer.split_first().filter(|(kind, _)| **kind == SIGN_RESPONSE).and_then(|(_, rest)| first(rest));
        Ok(signed.and_then(|(whole, _)| first(whole)).and_then(|(_, rest)| first(rest)).map(|(raw, _)| raw.to_vec()))
    }
}

fn length(of: usize) -> std::io::Result<[u8; 4]> {
    u32::try_from(of).map(u32::to_be_bytes).map_err(std::io::Error::other)
}

/// The first string of a message, and what follows it.
fn first(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (size, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(u32::from_be_bytes(*size) as usize)
}

trait Spoken: Read + Write {}
impl<T: Read + Write> Spoken for T {}

#[cfg(unix)]
fn connect(socket: &Path) -> std::io::Result<Box<dyn Spoken>> {
    use std::time::Duration;
    let stream = std::os::unix::net::UnixStream::connect(socket)?;
    // An agent may ask its owner first.
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    Ok(Box::new(stream))
}

#[cfg(not(unix))]
fn connect(socket: &Path) -> std::io::Result<Box<dyn Spoken>> {
    Ok(Box::new(std::fs::OpenOptions::new().read(true).write(true).open(socket)?))
}

fn unexpected(cause: &ssh_key::Error) -> Error {
    Error::internal(format_args!("key: {cause}"))
}
