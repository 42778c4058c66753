//! Damaged workbooks, PDFs and mails: each is read or named by a child that lives on, in bounded time and memory. A reader
//! that ends its child would be a finding and no end of the program; none of these cases ends one.

use clausebook::extract::{Unsearchable, read, tables};

use super::children;
use crate::fixtures::files::{docx, email, locked_pdf, pdf, xlsx};
use crate::support::fuzz::{Dice, cases, corpus, damaged};

/// The most text that is taken from a file a megabyte long.
const LONGEST: usize = 64 << 20;

fn survives(kind: &str, usual: usize, made: Vec<Vec<u8>>) {
    let corpus: Vec<Vec<u8>> = corpus(kind).into_iter().chain(made).collect();
    let (contained, mut dice) = (children(), Dice::new(kind.len() as u64));
    let mut ended = Vec::new();
    for n in 0..cases(usual) {
        let bytes = damaged(&mut dice, &corpus);
        let found = read(&bytes, &contained);
        assert!(found.text.len() < LONGEST, "{kind} {n}: {} bytes of text", found.text.len());
        let _ = tables(&bytes, &contained);
        if matches!(
            found.problem,
            Some(Unsearchable::ReaderEnded | Unsearchable::TookTooLong | Unsearchable::NotStarted)
        ) {
            if let Some(folder) = std::env::var_os("CLAUSEBOOK_FUZZ_KEEP") {
                std::fs::write(std::path::Path::new(&folder).join(format!("{kind}-{n}")), &bytes).unwrap();
            }
            ended.push((n, found.problem));
        }
    }
    assert_eq!(ended, [], "{kind}: these ended their reader");
    // And whatever once did something else stays read or named.
    for bytes in &corpus {
        let found = read(bytes, &contained);
        assert!(!matches!(found.problem, Some(Unsearchable::ReaderEnded | Unsearchable::TookTooLong)), "{found:?}");
    }
}

#[test]
fn damaged_workbooks_are_read_or_named() {
    survives("workbooks", 500, vec![xlsx(&[("S", &[&["Doc No", "Title"], &["PR-1", "Doors"]])])]);
}

#[test]
fn damaged_pdfs_are_read_or_named() {
    survives("pdfs", 800, vec![pdf(&["line one", "line two"]), locked_pdf()]);
}

#[test]
fn damaged_mails_are_read_or_named() {
    let document = docx("t", &[&["a", "b"]], &["some words"], "h");
    survives("mails", 800, vec![email("s", "b", "a,b"), document]);
}
