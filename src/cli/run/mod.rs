//! From arguments to a command of the api, and from its answer to the page.

mod applicability;
mod approval;
mod certificates;
mod documents;
mod impact;
mod ledger;
mod papers;
mod parties;
mod points;
mod questions;
mod records;
mod say;
mod scopes;
mod soa;
mod soalist;
mod watch;

use super::args::{
    Args, AuditCommand, ClaimCommand, Command, EngineCommand, Map, MapCommand, OrganisationCommand, PackCommand,
    PersonCommand, ProposalCommand, ReviewCommand, StandardCommand, YesNo, as_typed,
};
use super::{print, refusals};
use crate::api::{self, Command as _, Session, When};
use crate::audits::AuditKind;
use crate::disk;
use crate::error::Result;
use crate::lists::ChosenLists;
use crate::people::Role;
use say::{ALL, Say, named, one_clause};

/// What came of a command.
pub(super) enum Done {
    /// All of it was done.
    All,
    /// It was done but for what its answer counts.
    Part,
    /// A check failed.
    Failed,
}

/// Does what the arguments say.
pub(super) fn run(args: Args, session: &mut Session) -> Result<Done> {
    let json = args.json;
    let mut s = Say { session, json, part: false };
    if shows_work(&args.command) {
        s.session.compare()?;
    }
    let done = match args.command {
        Command::Init { dir, organisation, standards, time_zone } => {
            s.at(&dir);
            s.say(api::Init { organisation, standards, time_zone })
        }
        Command::Demo { dir } => {
            s.at(&dir);
            s.say(api::MakeDemo {})
        }
        Command::Standard(StandardCommand::List) => s.say(api::StandardList {}),
        Command::Standard(StandardCommand::Show { standard }) => s.say(api::StandardShow { standard }),
        Command::Standard(StandardCommand::Own { standard, beside }) => s.say(api::StandardOwn { standard, beside }),
        Command::Clause { standard, clause } => s.say(api::ClauseShow { standard, clause: clause.unwrap_or_default() }),
        Command::Correlate { standard, clause, to } => {
            let (standard, clause) = one_clause(standard, clause)?;
            s.say(api::Correlate { standard, clause, to })
        }
        Command::Term { query } => s.say(api::Terms { query }),
        Command::Import { paths, master_list, evidence_index, show_columns: true, columns: columns_file, .. } => {
            let columns = ChosenLists::new();
            s.say(api::ImportLists { paths, master_list, evidence_index, columns, columns_file })
        }
        Command::Import { paths, master_list, evidence_index, columns: columns_file, scopes, dry_run, .. } => {
            let columns = ChosenLists::new();
            let remember = true;
            let import =
                api::Import { paths, master_list, evidence_index, scopes, columns, columns_file, remember, dry_run };
            import.call(s.session).and_then(|answer| {
                s.part = answer.not_taken > 0;
                s.show(&answer).map(|()| true)
            })
        }
        Command::Watch(c) => watch::run(&mut s, c),
        Command::Look { files } => s.say(api::FilesLook { paths: files }),
        Command::Organisation(OrganisationCommand::Show) => s.say(api::OrganisationShow {}),
        Command::Organisation(OrganisationCommand::Set { author_approves: Some(allowed), reason, .. }) => {
            s.say(api::AuthorRuleSet { allowed: allowed == YesNo::Yes, reason })
        }
        Command::Organisation(OrganisationCommand::Set { time_zone, name, author_approves: None, reason }) => {
            s.say(api::OrganisationSet { name, reason, time_zone })
        }
        Command::Person(c) => person(&mut s, c),
        Command::Applicability(c) => applicability::run(&mut s, c),
        Command::Soa(c) => soa::run(&mut s, c),
        Command::System(c) => scopes::system(&mut s, c),
        Command::Scope(c) => scopes::scope(&mut s, c),
        Command::Party(c) => parties::run(&mut s, c),
        Command::Certificate(c) => certificates::certificate(&mut s, c),
        Command::Claim(ClaimCommand::Check { system, when }) => s.say(api::ClaimCheck { system, when: when.into() }),
        Command::Requirement(c) => certificates::requirement(&mut s, c),
        Command::Document(c) => documents::run(&mut s, c),
        Command::Record(c) => records::run(&mut s, c),
        Command::Statement(c) => approval::statement(&mut s, c),
        Command::Rule(c) => approval::rule(&mut s, c),
        Command::Check => approval::check(&mut s),
        Command::Map(c) => map(&mut s, c),
        Command::Unmap { item, reference, reason } => s.say(api::Unmap { item, reference, reason }),
        Command::Proposal(ProposalCommand::List { item }) => s.say(api::ProposalList { item }),
        Command::Proposal(ProposalCommand::Accept { item, references, strength, reason }) => {
            s.say(api::ProposalAccept { item, references, strength, reasons: reason })
        }
        Command::Proposal(ProposalCommand::Decline { item, references, reason }) => {
            s.say(api::ProposalDecline { item, references, reasons: reason })
        }
        Command::Proposal(ProposalCommand::Reopen { item, references }) => {
            s.say(api::ProposalReopen { item, references })
        }
        Command::Point(c) => points::run(&mut s, c),
        Command::Coverage { standard, scope, when } => {
            s.say(api::CoverageShow { standard, scope, named: true, when: when.into() })
        }
        Command::Plan { .. } => Err(refusals::planner_not_there()),
        Command::Register(c) => papers::register(&mut s, c),
        Command::Question(c) => questions::run(&mut s, c),
        Command::Review(ReviewCommand::List { until, ics, overwrite, when }) => {
            s.say(api::ReviewList { until, when: when.into(), ics, overwrite })
        }
        Command::Review(ReviewCommand::Move { codes, to, reason }) => {
            s.say(api::DocumentSetReview { codes, next: to, reason })
        }
        Command::Review(ReviewCommand::Rechecks { when }) => s.say(api::ScopeRecheck { limit: ALL, when: when.into() }),
        Command::Review(ReviewCommand::Recheck { items, reason, system, scope_item, entry, clause }) => {
            s.say(api::ReviewRecheck { items, reason, system, scope_item, entry, reference: clause })
        }
        Command::Review(ReviewCommand::CallOff { code, reason }) => s.say(api::RevisionCallOff { code, reason }),
        Command::Today { when } => today(&mut s, when.into()),
        Command::Search { unread: true, .. } => {
            api::TextsRead {}.call(s.session)?;
            s.say(api::SearchUnread { problem: None, limit: ALL })
        }
        Command::Search { all, limit, query, .. } => {
            api::TextsRead {}.call(s.session)?;
            s.say(api::Search {
                query: query.into_iter().map(as_typed).collect::<Vec<_>>().join(" "),
                limit: if all { ALL } else { limit },
                when: When::default(),
            })
        }
        Command::Engine(c) => engine(&mut s, c),
        Command::Audit(c) => audit(&mut s, c),
        Command::Pack(PackCommand::Build { code, out, overwrite, when }) => {
            s.say(api::PackBuild { code, out, overwrite, when: when.into() })
        }
        Command::Pack(PackCommand::List) => s.say(api::PackList { when: When::default() }),
        Command::Pack(PackCommand::Verify { file, against }) => {
            let report = api::PackVerify { file, against }.call(s.session)?;
            s.show(&report)?;
            // What could not be checked is not intact.
            s.part = !report.unmet.is_empty() || report.only_not_shown();
            Ok(report.ok || report.only_not_shown())
        }
        Command::Verify { deep, texts, against } => {
            let report = api::Verify { deep, texts, against }.call(s.session)?;
            s.show(&report)?;
            Ok(report.ok)
        }
        Command::Ledger(c) => ledger::run(&mut s, c),
        Command::Anchor(c) => ledger::anchor(&mut s, c),
        Command::Undo { list: false, past_final } => s.say(api::Undo { of: None, past_final }),
        Command::Undo { list: true, .. } => s.say(api::UndoList { limit: 20 }),
        Command::Rebuild => s.say(api::Rebuild {}),
    };
    Ok(match done? {
        true if s.part => Done::Part,
        true => Done::All,
        false => Done::Failed,
    })
}

/// What needs a person: the same as the window's page, put together of the same answers.
fn today(s: &mut Say<'_>, when: When) -> Result<bool> {
    let open = api::Points {
        standard: None,
        item: None,
        clause: None,
        state: None,
        owner: None,
        due: None,
        after: None,
        limit: 0,
        when,
    };
    let asked = api::QuestionList { kind: None, all: false, each: false, limit: 0, when };
    let whole = print::TodayWhole {
        today: api::TodayShow { when }.call(s.session)?,
        yours: api::ApprovalsOpen { yours: true }.call(s.session)?,
        questions: asked.call(s.session)?.counts.asks,
        points: open.call(s.session)?.open,
        rechecks: api::ScopeRecheck { limit: 0, when }.call(s.session)?.items,
        proposals: api::ProposalsOpen { when }.call(s.session)?.items.len(),
    };
    s.show(&whole).map(|()| true)
}

/// Whether it shows what is to be done, or decides on it: questions that another version of the data raises are asked first.
fn shows_work(command: &Command) -> bool {
    matches!(
        command,
        Command::Today { .. }
            | Command::Question(_)
            | Command::Coverage { .. }
            | Command::Map(_)
            | Command::Proposal(_)
            | Command::Point(_)
    )
}

/// The longest file with a public key that is read.
const KEY_FILE_MOST: u64 = 64 << 10;

fn person(s: &mut Say<'_>, command: PersonCommand) -> Result<bool> {
    match command {
        PersonCommand::Add { name, email, role, key } => {
            let key =
                key.map(|path| disk::text_named(&path, KEY_FILE_MOST)).transpose()?.map(|line| line.trim().to_owned());
            s.say(api::PersonAdd { name, email, role: Role::parse(&role)?, key })
        }
        PersonCommand::Correct { email, name, role, reason } => {
            let role = role.as_deref().map(Role::parse).transpose()?;
            s.say(api::PersonCorrect { email, name, role, reason })
        }
        PersonCommand::Key(key) => approval::key(s, key),
        PersonCommand::Delegate { email, to, from, until, reason } => {
            s.say(api::PersonAway { email, deputy: Some(to), from, until, reason })
        }
        PersonCommand::Away { email, from, until, reason } => {
            s.say(api::PersonAway { email, deputy: None, from, until, reason })
        }
        PersonCommand::Back { email, reason } => s.say(api::PersonBack { email, reason }),
        PersonCommand::Leave { email, on, successor, reason } => {
            s.say(api::PersonLeave { email, reason, on, successor })
        }
        PersonCommand::List => s.say(api::PersonList {}),
    }
}

fn map(s: &mut Say<'_>, Map { command, item, reference, strength, reason, variance, scope }: Map) -> Result<bool> {
    match command {
        Some(MapCommand::Several { items, clauses, strength, reason, preview }) => {
            let cell = |item: &String| {
                let item = item.clone();
                clauses.iter().map(move |reference| api::CellNamed { item: item.clone(), reference: reference.clone() })
            };
            let cells = items.iter().flat_map(cell).collect();
            if preview {
                return s.say(api::MapCellsPreview { cells, strength });
            }
            s.say(api::MapCells { cells, strength, reason })
        }
        Some(MapCommand::Correct { item, references, particulars, scope, reason }) => {
            s.say(api::MapCorrect { item, references, changes: particulars.wanted, scope: named(scope), reason })
        }
        None => {
            let (item, reference) = (item.unwrap_or_default(), reference.unwrap_or_default());
            s.say(api::Map { item, reference, strength, reason, variance, scope })
        }
    }
}

fn audit(s: &mut Say<'_>, command: AuditCommand) -> Result<bool> {
    match command {
        AuditCommand::Add { code, title, kind, standards, scope, from, to } => {
            let kind = kind.as_deref().map(AuditKind::parse).transpose()?;
            s.say(api::AuditAdd { code, title, kind, standards, scope, from, to })
        }
        AuditCommand::Correct(c) => {
            let given = [("title", c.title), ("kind", c.kind), ("period_from", c.from), ("period_to", c.to)];
            let changes = given.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?))).collect();
            let (code, standards, scope, reason) = (c.code, c.standards, named(c.scope), c.reason);
            s.say(api::AuditCorrect { code, changes, standards, scope, reason })
        }
        AuditCommand::List => s.say(api::AuditList { when: When::default() }),
        AuditCommand::Show { code } => s.say(api::AuditShow { code }),
    }
}

fn engine(s: &mut Say<'_>, command: EngineCommand) -> Result<bool> {
    let set = |name, on| api::EngineSet { name: Some(name), on, languages: None };
    match command {
        EngineCommand::List => s.say(api::EngineList {}),
        EngineCommand::On { name } => s.say(set(name, true)),
        EngineCommand::Off { name } => s.say(set(name, false)),
        EngineCommand::Languages { languages } => {
            s.say(api::EngineSet { name: None, on: false, languages: Some(languages) })
        }
    }
}
