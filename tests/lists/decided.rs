//! What a person decides about columns and words: it goes before what is proposed, and holds for the next list of the shape.

use clausebook::contained::Containment;
use clausebook::documents::{self, DocumentKind};
use clausebook::import::Sources;
use clausebook::lists::{Chosen, Memory, Why, read_form, write_form};
use clausebook::questions::{self, List};
use clausebook::undo;
use serde_json::json;

use super::{decided, meanings};
use crate::fixtures::files::xlsx;
use crate::support::organisation::Organisation;
use crate::support::{day, file};

const ROWS: &[&[&str]] = &[
    &["Nr", "Was", "Art", "Zustand", "Q"],
    &["D-1", "One", "XY", "frozen", "7.5"],
    &["D-2", "Two", "VA", "gültig", "8.4"],
];

fn said() -> Chosen {
    let pairs = |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    Chosen {
        columns: pairs(&[("B", "title"), ("E", "clauses 9001")]),
        words: [
            ("status".to_owned(), pairs(&[("frozen", "withdrawn")])),
            ("kind".to_owned(), pairs(&[("xy", "form")])),
        ]
        .into(),
        ..Chosen::default()
    }
}

#[test]
fn what_is_said_of_a_column_or_a_word_goes_before_what_is_proposed() {
    let list = decided(&xlsx(&[("L", ROWS)]), List::MasterList, &[], &said());
    let wanted = [("A", "number"), ("B", "title"), ("C", "kind"), ("D", "status"), ("E", "clauses 9001")];
    assert_eq!(meanings(&list), wanted.into());
    assert_eq!((list.columns[1].why, list.columns[3].why), (Why::Chosen, Why::Both));
    let states = list.words.iter().find(|of| of.under == "status").unwrap();
    let frozen = states.words.iter().find(|word| word.words == "frozen").unwrap();
    assert_eq!((frozen.meaning.as_deref(), frozen.count, frozen.why), (Some("withdrawn"), 1, Why::Chosen));
}

#[test]
fn the_form_says_what_is_understood_and_is_read_back() {
    let list = decided(&xlsx(&[("L", ROWS)]), List::MasterList, &[], &said());
    let form = write_form(&[("list.xlsx".to_owned(), list.clone())]);
    let chosen = read_form(&form).unwrap().remove(&List::MasterList).unwrap();
    let again = decided(&xlsx(&[("L", ROWS)]), List::MasterList, &[], &chosen);
    assert_eq!((meanings(&again), &again.rows), (meanings(&list), &list.rows), "{form}");
}

#[test]
fn what_was_decided_is_kept_once_and_holds_for_the_next_list_of_the_shape() {
    let mut at = Organisation::new();
    let cache = clausebook::search::TextCache::open(&at.workspace.text_db()).unwrap();
    let share = at.place.path("share");
    file(&share, "D-1 One v1.0.txt", b"one");
    let import = |at: &mut Organisation, rows: &[&[&str]], chosen: Option<Chosen>| {
        let list = file(at.place.folder.path(), "list.xlsx", &xlsx(&[("L", rows)]));
        let columns = chosen.map(|chosen| (List::MasterList, chosen)).into_iter().collect();
        let paths = vec![share.clone()];
        let sources = Sources { paths, master_list: Some(list), columns, remember: true, ..Sources::default() };
        let stop = std::sync::atomic::AtomicBool::new(false);
        clausebook::import::import(&mut at.workspace, &cache, &sources, false, &|_, _, _| {}, &stop).unwrap()
    };
    import(&mut at, ROWS, Some(said()));
    let document = |at: &Organisation, code: &str| documents::by_code(at.db(), code).unwrap();
    assert_eq!(document(&at, "D-1").particulars.kind, DocumentKind::Form);
    assert_eq!(document(&at, "D-1").state, documents::DocumentState::Withdrawn);
    assert_eq!(document(&at, "D-2").particulars.kind, DocumentKind::Procedure, "a word that everybody knows");
    let size = at.workspace.head().unwrap().size;
    import(&mut at, ROWS, Some(said()));
    assert_eq!(at.workspace.head().unwrap().size, size, "the same decision is no event");
    let next: Vec<&[&str]> = ROWS.iter().copied().chain([&["D-3", "Three", "XY", "frozen", "9.2"][..]]).collect();
    let read = import(&mut at, &next, None);
    assert!(read.lists[0].remembered);
    assert_eq!(document(&at, "D-3").state, documents::DocumentState::Withdrawn);
    at.rebuilds_the_same();
    assert_eq!(questions::all_columns(at.db()).unwrap().len(), 1);
}

#[test]
fn a_decision_is_taken_back_like_any_other_change() {
    let mut at = Organisation::new();
    let read = |meaning: &str| questions::ColumnsRead {
        list: List::MasterList,
        name: "list.xlsx".into(),
        shape: "a".into(),
        columns: vec![questions::ColumnRead { name: "A".into(), meaning: meaning.into() }],
        words: Vec::new(),
    };
    for meaning in ["number", "title"] {
        at.does(|tx| questions::keep_columns(tx, read(meaning)));
    }
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(questions::all_columns(at.db()).unwrap(), [read("number")]);
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(questions::all_columns(at.db()).unwrap(), []);
}

#[test]
fn the_users_own_words_are_known_in_other_lists_too() {
    let kept = |name: &str, meaning: &str| questions::ColumnRead { name: name.into(), meaning: meaning.into() };
    let memory = Memory::of(vec![questions::ColumnsRead {
        list: List::MasterList,
        name: "old.xlsx".into(),
        shape: "other".into(),
        columns: vec![kept("Kürzelchen", "number"), kept("Worum es geht", "title")],
        words: Vec::new(),
    }]);
    let share = clausebook::lists::ShareNames::default();
    let known = clausebook::lists::Known { share: &share, memory: &memory, today: Some(day(2026, 1, 15)) };
    let text = "Worum es geht;Kürzelchen;Telefon\nEinkauf;E1;12345\nVerkauf;V2;23456\n";
    let list = clausebook::lists::understand(
        &clausebook::extract::tables(text.as_bytes(), &Containment::here()).unwrap(),
        List::MasterList,
        &known,
        &Chosen::default(),
    );
    assert_eq!(json!(meanings(&list)), json!({"A": "title", "B": "number"}));
}
