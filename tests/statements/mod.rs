//! Statements: one text, which stock `ssh-keygen` checks, by the key that was the person's that day.

mod keys;

use clausebook::day::Day;
use clausebook::digest::Digest;
use clausebook::ids::{DocumentId, RevisionId};
use clausebook::items::ItemId;
use clausebook::statements::{Meant, Subject, Text};
use proptest::prelude::*;
use uuid::Uuid;

use crate::support::day;

fn subject(code: &str, files: usize) -> Subject {
    Subject {
        item: ItemId::Document(DocumentId(Uuid::from_u128(1))),
        code: code.into(),
        revision: Some(RevisionId(Uuid::from_u128(2))),
        label: "2.0".into(),
        files: (0..files).map(|n| Digest::of(&[n as u8])).collect(),
    }
}

fn text(subject: &Subject, reason: &str, effective: Option<Day>, instead_of: &str) -> String {
    let (workspace, day) = (Uuid::from_u128(3), day(2026, 3, 1));
    let (meaning, email) = (Meant::Approved, "qm@example.org");
    Text { workspace, subject, meaning, reason, day, effective, email, instead_of }.written()
}

#[test]
fn the_form_of_the_text_is_kept() {
    // Whatever was signed is checked by this form for ever: it only ever grows at its end.
    let written = text(&subject("SP-01", 1), "Read it", Some(day(2026, 4, 1)), "md@example.org");
    let file = Digest::of(&[0]);
    assert_eq!(
        written,
        format!(
            "signer qm@example.org\n\
             workspace 00000000-0000-0000-0000-000000000003\n\
             document SP-01\n\
             identifier 00000000-0000-0000-0000-000000000001\n\
             revision 2.0\n\
             revision-identifier 00000000-0000-0000-0000-000000000002\n\
             file sha256:{file}\n\
             meaning approved\n\
             reason Read it\n\
             day 2026-03-01\n\
             effective 2026-04-01\n\
             for md@example.org\n"
        )
    );
    assert_eq!(text(&subject("SP-01", 0), "", None, "").lines().count(), 9, "what is not said has no line");
}

proptest! {
    #[test]
    fn no_value_can_look_like_another_line(code in any::<String>(), reason in any::<String>(), other in any::<String>()) {
        let written = text(&subject(&code, 2), &reason, None, "");
        prop_assert_eq!(written.lines().count(), 11);
        prop_assert!(written.ends_with('\n') && !written.contains('\r'));
        // Two statements that differ differ in their text.
        prop_assert_eq!(text(&subject(&code, 2), &other, None, "") == written, other == reason);
        prop_assert_eq!(text(&subject(&other, 2), &reason, None, "") == written, other == code);
    }
}
