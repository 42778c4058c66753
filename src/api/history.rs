//! The history of a document or record, as a command.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, commands};
use crate::documents;
use crate::error::Result;
use crate::items::{self, ItemId};
use crate::log::{self, ItemHistory};
use crate::records;

commands! { ItemHistoryShow }

/// Tells all that happened to a document or record, newest first.
#[derive(Debug, Deserialize, TS)]
pub struct ItemHistoryShow {
    /// Its code; a record's identifier is understood, too.
    pub code: String,
    /// Which of the two is meant; else whatever has that code.
    #[serde(default)]
    pub kind: Option<ItemKind>,
    /// By what was recorded when. In force on another day the same happened.
    #[serde(flatten)]
    pub when: When,
}

/// A document or a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// A document.
    Document,
    /// A record.
    Record,
}

impl Command for ItemHistoryShow {
    type Answer = ItemHistory;
    const NAME: &'static str = "item_history";
    const EFFECT: Effect = Effect::Reads(&[Topic::Ledger]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let recorded = session.recorded(self.when)?;
        let (item, spans) = {
            let view = session.view(When { as_of: self.when.as_of, in_force: None })?;
            let item = match self.kind {
                Some(ItemKind::Document) => ItemId::Document(documents::by_code(&view, &self.code)?.id),
                Some(ItemKind::Record) => ItemId::Record(records::find(&view, &self.code)?.id),
                None => items::find(&view, &self.code)?,
            };
            let spans = match item {
                ItemId::Document(document) => documents::spans(&view, document)?,
                ItemId::Record(_) => Vec::new(),
            };
            (item, spans)
        };
        let workspace = session.workspace()?;
        let before = match recorded {
            Some(day) => workspace.recorded_by(day)?,
            None => workspace.head()?.size,
        };
        log::history(workspace.db(), item, spans, before)
    }
}
