//! What goes through the pipes. A question: length of the name (1 byte), name, length of the content (8 bytes), content.
//! An answer: `CBA1`, how it ended (1 byte), length (4 bytes), bytes. Numbers are little-endian.

use std::io::{self, Read, Write};

use super::model::{Failed, LONGEST_ANSWER};

const MARK: [u8; 4] = *b"CBA1";
const DONE: u8 = 0;
const PANICKED: u8 = 1;

/// Sends a question.
pub(super) fn ask(to: &mut impl Write, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut head = Vec::with_capacity(name.len() + 9);
    head.push(name.len() as u8);
    head.extend_from_slice(name.as_bytes());
    head.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
    send(to, head, bytes)
}

/// What is small goes in one piece: each piece wakes the other side.
fn send(to: &mut impl Write, mut head: Vec<u8>, bytes: &[u8]) -> io::Result<()> {
    const SMALL: usize = 64 << 10;
    let (small, rest) = bytes.split_at(if bytes.len() <= SMALL { bytes.len() } else { 0 });
    head.extend_from_slice(small);
    to.write_all(&head)?;
    to.write_all(rest)?;
    to.flush()
}

/// Receives a question; nothing at the end of the pipe, or where it ends within one.
pub(super) fn asked(from: &mut impl Read) -> Option<(String, Vec<u8>)> {
    let [name_length] = array(from).ok()?;
    let mut name = vec![0; usize::from(name_length)];
    from.read_exact(&mut name).ok()?;
    let length = u64::from_le_bytes(array(from).ok()?);
    // What is reserved and not written to takes no memory; twice as much as comes would count.
    let mut bytes = Vec::with_capacity(length.min(LONGEST_ANSWER as u64 * 4) as usize);
    from.take(length).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 == length).then_some((String::from_utf8(name).ok()?, bytes))
}

/// Sends an answer; none where the work panicked.
pub(super) fn answer(to: &mut impl Write, answer: Option<&[u8]>) -> io::Result<()> {
    let bytes = answer.unwrap_or_default();
    let mut head = Vec::with_capacity(9);
    head.extend_from_slice(&MARK);
    head.push(if answer.is_some() { DONE } else { PANICKED });
    head.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
    send(to, head, bytes)
}

/// Receives an answer.
pub(super) fn answered(from: &mut impl Read) -> Result<Vec<u8>, Failed> {
    let [a, b, c, d, how, length @ ..]: [u8; 9] = array(from).map_err(|_| Failed::Ended)?;
    let length = u32::from_le_bytes(length) as usize;
    if [a, b, c, d] != MARK || length > LONGEST_ANSWER {
        return Err(Failed::OutOfForm);
    }
    let mut bytes = Vec::new();
    from.take(length as u64).read_to_end(&mut bytes).map_err(|_| Failed::Ended)?;
    match how {
        _ if bytes.len() < length => Err(Failed::Ended),
        DONE => Ok(bytes),
        PANICKED => Err(Failed::Panicked),
        _ => Err(Failed::OutOfForm),
    }
}

fn array<const N: usize>(from: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_arrives_and_every_cut_is_an_end() {
        let mut pipe = Vec::new();
        ask(&mut pipe, "text", b"content").unwrap();
        assert_eq!(asked(&mut pipe.as_slice()), Some(("text".to_owned(), b"content".to_vec())));
        for cut in 0..pipe.len() {
            assert_eq!(asked(&mut &pipe[..cut]), None, "cut at {cut}");
        }
        let mut pipe = Vec::new();
        answer(&mut pipe, Some(b"answer")).unwrap();
        assert_eq!(answered(&mut pipe.as_slice()), Ok(b"answer".to_vec()));
        for cut in 0..pipe.len() {
            assert_eq!(answered(&mut &pipe[..cut]), Err(Failed::Ended), "cut at {cut}");
        }
    }

    #[test]
    fn an_answer_out_of_form_is_named_before_it_takes_memory() {
        let mut panicked = Vec::new();
        answer(&mut panicked, None).unwrap();
        assert_eq!(answered(&mut panicked.as_slice()), Err(Failed::Panicked));
        assert_eq!(answered(&mut b"HTTP/1.1 200 OK".as_slice()), Err(Failed::OutOfForm));
        assert_eq!(answered(&mut b"CBA1\0\xff\xff\xff\xff".as_slice()), Err(Failed::OutOfForm), "a length beyond all");
        assert_eq!(answered(&mut b"CBA1\x07\0\0\0\0".as_slice()), Err(Failed::OutOfForm), "no such end");
    }
}
