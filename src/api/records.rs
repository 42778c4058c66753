//! Records, as commands.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, commands};
use crate::error::Result;
use crate::filing::{self, Already};
use crate::mapping::{self, RecordShown};
use crate::paging::Page;
use crate::records::{self, Filter, Particulars, Sort, Stated};
use crate::systems;

commands! { RecordAdd, RecordList, RecordShow }

/// Files a record.
#[derive(Debug, Deserialize, TS)]
pub struct RecordAdd {
    /// The files.
    pub files: Vec<PathBuf>,
    /// What is entered about it.
    #[serde(flatten)]
    pub particulars: Particulars,
    /// Clauses it is evidence for.
    #[serde(default)]
    pub clauses: Vec<String>,
    /// Codes of the scope items it belongs to.
    #[serde(default)]
    pub scope: Vec<String>,
    /// That it is filed for another purpose though its content is filed already.
    #[serde(default)]
    pub again: bool,
}

/// A record that was filed.
#[derive(Debug, Serialize, TS)]
pub struct RecordFiled {
    /// The record.
    #[serde(flatten)]
    pub record: RecordShown,
    /// What held the content of its files before.
    pub already: Vec<Already>,
}

impl Command for RecordAdd {
    type Answer = RecordFiled;
    const NAME: &'static str = "record_add";
    const EFFECT: Effect = Effect::Writes;

    fn paths(&self) -> Vec<&Path> {
        self.files.iter().map(PathBuf::as_path).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (cache, today) = (session.text_cache()?, session.today());
        let workspace = session.workspace()?;
        let clauses = systems::clauses(workspace.db(), &self.clauses)?;
        let scope = systems::scope_codes(workspace.db(), &self.scope)?;
        let (particulars, files) = (self.particulars, &self.files);
        let (id, already) = filing::add_record(workspace, &cache, particulars, scope, files, clauses, self.again)?;
        Ok(RecordFiled { record: mapping::record_shown(workspace.db(), &id.to_string(), today)?, already })
    }
}

/// Lists records.
#[derive(Debug, Deserialize, TS)]
pub struct RecordList {
    /// Which.
    #[serde(default)]
    pub filter: Filter,
    /// In which order.
    #[serde(default)]
    pub sort: Sort,
    /// The `next` of the page before.
    #[serde(default)]
    pub after: Option<Vec<String>>,
    /// How many at the most.
    #[serde(default = "super::documents::page")]
    pub limit: usize,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for RecordList {
    type Answer = Page<Stated>;
    const NAME: &'static str = "record_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        let page = records::list(&view, &self.filter, self.sort, self.after.as_deref(), self.limit)?;
        let rows = page.rows.into_iter().map(|record| record.stated(day)).collect();
        Ok(Page { rows, next: page.next })
    }
}

/// Shows one record.
#[derive(Debug, Deserialize, TS)]
pub struct RecordShow {
    /// Code or identifier.
    pub record: String,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for RecordShow {
    type Answer = RecordShown;
    const NAME: &'static str = "record_show";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        mapping::record_shown(&view, &self.record, day)
    }
}
