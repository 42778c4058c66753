//! Watched folders from the terminal.

use super::say::Say;
use crate::api::{self, Command as _};
use crate::cli::args::{WatchCommand, WatchFiles};
use crate::error::Result;
use crate::watch::{Act, Action, What};

pub(super) fn run(s: &mut Say<'_>, command: WatchCommand) -> Result<bool> {
    match command {
        WatchCommand::Add { folder, name } => s.say(api::WatchAdd { folder, name }),
        WatchCommand::List => s.say(api::WatchList {}),
        WatchCommand::Remove { name } => s.say(api::WatchRemove { name }),
        WatchCommand::Run { name } => {
            let found = api::WatchRun { name }.call(s.session)?;
            let unread = |what| what == What::Unreadable;
            s.part = found.folders.iter().any(|one| one.away || one.findings.iter().any(|f| unread(f.what) && !f.left));
            s.show(&found).map(|()| true)
        }
        WatchCommand::File(files) => several(s, files, Action::File),
        WatchCommand::Moved(files) => several(s, files, Action::Moved),
        WatchCommand::Leave(files) => several(s, files, Action::Leave),
        WatchCommand::Ask(files) => several(s, files, Action::Ask),
        WatchCommand::Revise { name, path, code } => {
            let act = Act { path, action: Action::Revise, code: Some(code), digest: None };
            s.say(api::WatchDo { name, acts: vec![act] })
        }
    }
}

fn several(s: &mut Say<'_>, files: WatchFiles, action: Action) -> Result<bool> {
    let act = |path| Act { path, action, code: None, digest: None };
    s.say(api::WatchDo { name: files.name, acts: files.paths.into_iter().map(act).collect() })
}
