//! What the program could not decide, asked once, answered now or later, and taken back.

mod answers;
mod any_order;
mod data;

use clausebook::day::Due;
use clausebook::documents;
use clausebook::error::Result;
use clausebook::ids::DocumentId;
use clausebook::items::ItemId;
use clausebook::questions::{
    self, About, Answer, Matter, NewQuestion, Question, Reading, Said, Settled, Source, State,
};
use clausebook::undo;
use clausebook::workspace::Tx;

use crate::support::day;
use crate::support::organisation::{Organisation, paper, revision, today};

/// What a list says in a column of its own.
fn listed(words: &str) -> Said {
    Said { source: Source::MasterList, row: Some(8), column: "Next rev.".into(), ..Said::file("list.xlsx", "", words) }
}

fn on(y: i32, m: u32, d: u32) -> Reading {
    Reading::Date(Due::Day { day: day(y, m, d) })
}

/// A next review that can be read with the day or with the month first; the register holds both.
fn unclear(tx: &mut Tx<'_>, id: DocumentId, words: &str, [a, b]: [(u32, u32); 2]) -> Result<String> {
    let [day_first, month_first] = [a, b].map(|(m, d)| day(2026, m, d));
    documents::set_next_review(tx, id, Some(Due::Ambiguous { day_first, month_first }))?;
    let new = NewQuestion {
        about: About::Document(id),
        matter: Matter::Date { particular: "next_review".into() },
        said: vec![listed(words)],
        readings: vec![on(2026, a.0, a.1), on(2026, b.0, b.1)],
    };
    Ok(questions::ask(tx, new)?.code)
}

/// Two owners.
fn owners(tx: &mut Tx<'_>, id: DocumentId, [a, b]: [&str; 2]) -> Result<String> {
    let new = NewQuestion {
        about: About::Document(id),
        matter: Matter::Particular { particular: "owner".into() },
        said: vec![listed(a), Said::file("share/a.docx", "", b)],
        readings: [a, b].map(|text| Reading::Value(text.into())).to_vec(),
    };
    Ok(questions::ask(tx, new)?.code)
}

/// Other bytes under the version of the revision in force: a draft and a question.
fn other_bytes(tx: &mut Tx<'_>, id: DocumentId, content: &str) -> Result<String> {
    let there = documents::revisions(tx.db(), id)?.remove(0);
    let label = Some(format!("{} (2)", there.label));
    let draft = documents::file_revision(tx, id, documents::NewRevision { label, ..revision(content) })?;
    let new = NewQuestion {
        about: About::Document(id),
        matter: Matter::ChangedFile { revision: there.id, draft, digests: vec![paper(content).digest] },
        said: vec![Said::file("share/x.txt", "", "x.txt")],
        readings: vec![Reading::NewRevision { label: None }, Reading::Correction, Reading::NotKept],
    };
    Ok(questions::ask(tx, new)?.code)
}

impl Organisation {
    fn question(&self, code: &str) -> Question {
        questions::by_name(self.db(), code).unwrap()
    }

    #[track_caller]
    fn answer(&mut self, code: &str, reading: usize) -> Settled {
        self.does(|tx| questions::settle(tx, code, &Answer::Reading(reading), false, ""))
    }

    #[track_caller]
    fn answer_all(&mut self, code: &str, reading: usize) -> Settled {
        self.does(|tx| questions::settle(tx, code, &Answer::Reading(reading), true, ""))
    }

    fn open(&self) -> usize {
        questions::counts(self.db()).unwrap().open
    }

    /// Takes the last change back.
    #[track_caller]
    fn undoes(&mut self) {
        undo::undo(&mut self.workspace).unwrap();
    }

    fn next_review(&self, code: &str) -> Option<Due> {
        documents::by_code(self.db(), code).unwrap().next_review
    }
}

#[test]
fn the_same_question_is_asked_once_whether_it_is_open_or_answered() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    let first = at.does(|tx| unclear(tx, id, "12/03/26", [(3, 12), (12, 3)]));
    let size = at.workspace.head().unwrap().size;
    let again = at.does(|tx| unclear(tx, id, " 12/03/26", [(3, 12), (12, 3)]));
    assert_eq!((again, at.workspace.head().unwrap().size), (first.clone(), size), "asked again, it is the same one");
    at.answer(&first, 1);
    let size = at.workspace.head().unwrap().size;
    let new = at.question(&first).asking;
    let (about, matter, said, readings) = (new.about, new.matter, new.said, new.readings);
    let asked = at.does(|tx| questions::ask(tx, NewQuestion { about, matter, said, readings }));
    assert!(!asked.now && at.workspace.head().unwrap().size == size, "an answer stands for the same words");
    let other = at.does(|tx| unclear(tx, id, "04/05/26", [(5, 4), (4, 5)]));
    assert_ne!(other, first, "other words are another question");
}

#[test]
fn a_question_whose_subject_was_taken_back_is_closed() {
    let mut at = Organisation::new();
    let record = at.record("Report");
    let code = at.does(|tx| {
        let new = NewQuestion {
            about: About::Record(record),
            matter: Matter::Date { particular: "collected".into() },
            said: vec![listed("01/02/26")],
            readings: vec![on(2026, 2, 1), on(2026, 1, 2)],
        };
        Ok(questions::ask(tx, new)?.code)
    });
    assert_eq!(at.open(), 1);
    at.does(|tx| clausebook::records::take_back(tx, record, "filed twice"));
    assert_eq!((at.open(), at.question(&code).state), (0, State::Closed));
    assert_eq!(at.refuses(|tx| questions::settle(tx, &code, &Answer::Reading(1), false, "")), "question_closed");
}

#[test]
fn what_hangs_on_the_answer_comes_worst_first_and_what_is_put_off_last_in_its_group() {
    let mut at = Organisation::new();
    let ids = ["PR-1", "PR-2", "PR-3"].map(|code| at.document(code));
    let spelling = at.does(|tx| owners(tx, ids[0], ["Quality manager", "quality-Manager"]));
    let owner = at.does(|tx| owners(tx, ids[1], ["Purchasing", "Finance"]));
    let late = at.does(|tx| unclear(tx, ids[0], "12/03/26", [(3, 12), (12, 3)]));
    let soon = at.does(|tx| unclear(tx, ids[1], "01/02/26", [(2, 1), (1, 2)]));
    let bytes = at.does(|tx| other_bytes(tx, ids[2], "changed"));
    let order = |at: &Organisation| -> Vec<(String, Vec<String>)> {
        let list =
            questions::list(at.db(), questions::Wanted { kind: None, all: false, each: true, limit: 10 }, today())
                .unwrap();
        let codes = |rows: Vec<questions::QuestionShown>| rows.into_iter().map(|row| row.code).collect();
        list.groups.into_iter().map(|group| (group.follows.to_string(), codes(group.rows))).collect()
    };
    let group = |name: &str, codes: &[&String]| (name.to_owned(), codes.iter().map(|c| (*c).clone()).collect());
    let rest = [group("in_force", &[&bytes]), group("someone", &[&owner]), group("nothing", &[&spelling])];
    assert_eq!(order(&at), [&[group("due_day", &[&soon, &late])], &rest[..]].concat());
    at.does(|tx| questions::put_off(tx, &soon, true));
    assert_eq!(order(&at), [&[group("due_day", &[&late, &soon])], &rest[..]].concat());
    at.undoes();
    assert_eq!(order(&at), [&[group("due_day", &[&soon, &late])], &rest[..]].concat());
    let follows = questions::shown(at.db(), at.question(&soon), today()).unwrap().follows;
    let told: Vec<_> = follows.iter().map(|f| (f.effect, f.days)).collect();
    assert_eq!(told, [(questions::Effect::ReviewDue, Some(17)), (questions::Effect::ReviewOverdue, Some(-13))]);
    at.rebuilds_the_same();
}

#[test]
fn a_question_is_in_the_history_of_what_it_is_about() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    let before = clausebook::workspace::entries_about(at.db(), [id.0], 1_000).unwrap().len();
    let code = at.does(|tx| unclear(tx, id, "12/03/26", [(3, 12), (12, 3)]));
    at.answer(&code, 2);
    let about = clausebook::workspace::entries_about(at.db(), [ItemId::Document(id).uuid()], 1_000).unwrap();
    assert_eq!(about.len() - before, 4, "set, asked, settled, set again");
}
