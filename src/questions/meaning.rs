//! What each event about a question means.

use rusqlite::Connection;
use uuid::Uuid;

use super::events::{QuestionEvent, RowRead};
use super::kinds::List;
use super::{projection, queries, settle};
use crate::error::Result;
use crate::ids::QuestionId;
use crate::items;
use crate::ledger::Stamp;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final, earlier, told};

impl QuestionEvent {
    /// The question it is about; none for a list.
    fn question(&self) -> Option<QuestionId> {
        match self {
            QuestionEvent::Asked { id, .. } => Some(*id),
            QuestionEvent::Settled { question, .. }
            | QuestionEvent::Reopened { question }
            | QuestionEvent::SetAside { question, .. }
            | QuestionEvent::Closed { question } => Some(*question),
            QuestionEvent::ListRead { .. } | QuestionEvent::ColumnsRead(_) => None,
        }
    }
}

impl Meaning for QuestionEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, db: &Connection) -> Result<Vec<Uuid>> {
        let item = match self {
            QuestionEvent::Asked { asking, .. } => asking.about.item(),
            QuestionEvent::ListRead { rows, .. } => return Ok(rows.iter().map(|row| row.item.uuid()).collect()),
            other => match other.question() {
                Some(id) => queries::by_id(db, id)?.and_then(|q| q.asking.about.item()),
                None => None,
            },
        };
        let ids = self.question().map(|id| id.0).into_iter().chain(item.map(items::ItemId::uuid));
        Ok(ids.collect())
    }

    fn about(&self, db: &Connection) -> Result<String> {
        if let QuestionEvent::ListRead { name, rows, .. } = self {
            return Ok(told([name.as_str(), &rows.len().to_string()]));
        }
        if let QuestionEvent::ColumnsRead(read) = self {
            return Ok(told([read.name.as_str()]));
        }
        let found = self.question().map(|id| queries::by_id(db, id)).transpose()?.flatten();
        let Some(question) = found else { return Ok(String::new()) };
        let item = question.asking.about.item().map(|item| items::code(db, item)).transpose()?.unwrap_or_default();
        let matter = question.asking.matter;
        let what = if matter.particular().is_empty() { matter.kind().name() } else { matter.particular() };
        Ok(told([question.code.as_str(), &item, what]))
    }

    fn undoing(&self) -> Undoing {
        // An answer is taken back with all that followed from it, since one transaction wrote both.
        match self {
            QuestionEvent::Reopened { .. } => Undoing::Final,
            // Nobody asked: the data do, when they are another version.
            QuestionEvent::Asked { asking, .. } if asking.matter.kind().of_data() => Undoing::Final,
            _ => Undoing::Possible,
        }
    }

    fn later(&self, event: &str) -> Later {
        let Ok(later) = serde_json::from_str::<QuestionEvent>(event) else { return Later::Apart };
        if let (QuestionEvent::ListRead { list, rows, .. }, QuestionEvent::ListRead { list: again, rows: other, .. }) =
            (self, &later)
        {
            let same = list == again && rows.iter().any(|row| other.iter().any(|again| again.item == row.item));
            return if same { Later::Stands } else { Later::Apart };
        }
        if let (QuestionEvent::ColumnsRead(read), QuestionEvent::ColumnsRead(again)) = (self, &later) {
            let same = read.list == again.list && read.shape == again.shape;
            return if same { Later::Stands } else { Later::Apart };
        }
        if self.question().is_none() || self.question() != later.question() {
            return Later::Apart;
        }
        match (self, later) {
            (QuestionEvent::Asked { .. }, QuestionEvent::Closed { .. })
            | (QuestionEvent::Settled { .. } | QuestionEvent::Closed { .. }, QuestionEvent::Reopened { .. }) => {
                Later::TookBack
            }
            (QuestionEvent::Asked { .. }, QuestionEvent::Settled { .. })
            | (QuestionEvent::SetAside { .. }, QuestionEvent::SetAside { .. }) => Later::Stands,
            _ => Later::Apart,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, seq: u64) -> Result<()> {
        match self {
            QuestionEvent::Asked { asking, .. } if asking.matter.kind().of_data() => Err(change_final()),
            QuestionEvent::Asked { id, .. } => super::commands::close(tx, *id),
            QuestionEvent::Settled { question, .. } | QuestionEvent::Closed { question } => {
                settle::reopen(tx, *question)
            }
            QuestionEvent::SetAside { question, aside } => {
                tx.append(&QuestionEvent::SetAside { question: *question, aside: !aside }).map(|_| ())
            }
            QuestionEvent::ListRead { list, name, rows } => {
                let rows = rows.iter().map(|row| before(tx.db(), *list, row, seq)).collect::<Result<_>>()?;
                tx.append(&QuestionEvent::ListRead { list: *list, name: name.clone(), rows }).map(|_| ())
            }
            QuestionEvent::ColumnsRead(read) => tx
                .append(&QuestionEvent::ColumnsRead(Box::new(super::columns::before(tx.db(), read, seq)?)))
                .map(|_| ()),
            QuestionEvent::Reopened { .. } => Err(change_final()),
        }
    }
}

/// What the list had said of the same item before an entry.
fn before(db: &Connection, wanted: List, row: &RowRead, seq: u64) -> Result<RowRead> {
    let mut found = RowRead { item: row.item, row: None, said: None };
    earlier(db, row.item.uuid(), seq, |event| {
        let Ok(QuestionEvent::ListRead { list, rows, .. }) = serde_json::from_str(event) else { return false };
        match rows.into_iter().find(|r| list == wanted && r.item == row.item) {
            Some(row) => {
                found = row;
                true
            }
            None => false,
        }
    })?;
    Ok(found)
}
