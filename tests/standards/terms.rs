//! Terms in three vocabularies.

use clausebook::standards::{TermKind, TermRelation, catalogue};

use super::says;

#[test]
fn r131_fifty_terms_with_entries_in_three_vocabularies() {
    let terms = catalogue().terms(None);
    assert_eq!(terms.len(), 50);
    for term in &terms {
        assert_eq!(term.neighbours.len(), 2, "{}", term.entry);
        for near in &term.neighbours {
            let defined = near.relation != TermRelation::NotDefined;
            assert_eq!(defined, !near.entries.is_empty(), "{} in {}", term.term, near.vocabulary);
        }
    }
    let audit = catalogue().terms(Some("3.1.1"))[0];
    assert_eq!((audit.neighbours[0].entries[0].as_str(), audit.neighbours[1].entries[0].as_str()), ("3.13.1", "3.3"));
}

#[test]
fn r132_common_terms_are_kept_apart_from_service_terms() {
    let terms = catalogue().terms(None);
    assert_eq!(terms.iter().filter(|t| t.kind == TermKind::Common).count(), 21);
    assert!(terms.iter().all(|t| (t.kind == TermKind::Common) == t.entry.starts_with("3.1.")));
}

#[test]
fn r133_neighbouring_entries_are_listed() {
    let risk = catalogue().terms(Some("risk"))[0];
    assert!(says(&risk.neighbours[1].see_also, "3.72 risk treatment"));
}

#[test]
fn r134_false_friends_carry_a_warning() {
    for word in [
        "release (noun)",
        "service",
        "customer",
        "external supplier",
        "interested party",
        "risk",
        "process",
        "asset",
        "organization",
    ] {
        let list = catalogue().term_list(Some(word));
        let shown = list.terms.iter().find(|t| t.term.term == word).unwrap_or_else(|| panic!("{word} is missing"));
        assert!(shown.term.false_friend && says(&shown.warnings, "False friend"), "{word}");
        assert!(shown.warnings.len() > 1, "{word}: what differs is said");
    }
    let plain = catalogue().term_list(Some("competence"));
    assert!(plain.terms[0].warnings.is_empty(), "no warning without a reason");
}

#[test]
fn r135_notes_to_entries_are_left_out_and_that_is_said() {
    assert!(catalogue().term_list(None).warning.contains("Notes to entries"));
}

#[test]
fn a_term_is_found_by_part_by_the_other_vocabularys_word_and_when_misspelt() {
    let found = |q: &str| catalogue().terms(Some(q)).iter().map(|t| t.term.as_str()).collect::<Vec<_>>();
    assert!(found("Stakeholder").contains(&"interested party"));
    assert!(found("incident").contains(&"information security incident"));
    assert!(found("3.2.13").contains(&"release (noun)"));
    assert_eq!(found("competense"), ["competence"]);
    assert!(found("zebra").is_empty());
}
