//! The arguments: options, commands and the short families of commands; the long families stand in modules of
//! their own. Names are fixed: scripts hang on them.

mod applicability;
mod approval;
mod audits;
mod authors;
mod certificates;
mod claims;
mod day;
mod documents;
mod helps;
mod ledger;
mod mapping;
mod organisation;
mod papers;
mod particulars;
mod parties;
mod points;
mod questions;
mod records;
mod reviews;
mod scopes;
mod searched;
mod soa;
mod soalist;
mod watch;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::day::Zone;
use day::WhenArgs;

pub(super) use applicability::{ApplicabilityCommand, DecideOn, OwnCommand};
pub(super) use approval::{DecideArgs, KeyArgs, RuleCommand, SignArgs, StatementCommand, SubmitArgs};
pub(super) use audits::{AuditCommand, PackCommand};
pub(super) use authors::YesNo;
pub(super) use certificates::{CertificateCommand, RequirementCommand};
pub(super) use claims::ClaimCommand;
pub(super) use documents::{DocumentCommand, RevisionCommand};
pub(super) use helps::helped;
pub(super) use ledger::{AnchorCommand, LedgerCommand};
pub(super) use mapping::{Map, MapCommand};
pub(super) use organisation::{OrganisationCommand, PersonCommand};
pub(super) use papers::{HistoryPaper, RegisterArgs};
pub(super) use parties::PartyCommand;
pub(super) use points::{Named as PointNamed, PointCommand};
pub(super) use questions::QuestionCommand;
pub(super) use records::{Correction, RecordCommand};
pub(super) use reviews::ReviewCommand;
pub(super) use scopes::{Part, ScopeCommand, SystemCommand};
pub(super) use searched::{as_typed, with_minus_words};
pub(super) use soa::{SoaCommand, SoaExportArgs};
pub(super) use soalist::SoaListArgs;
pub(super) use watch::{Files as WatchFiles, WatchCommand};

/// File evidence once for ISO/IEC 20000-1, ISO 9001 and ISO/IEC 27001, and prove it.
#[derive(Debug, Parser)]
#[command(name = "clausebook", version, about, max_term_width = 110)]
pub(super) struct Args {
    /// The workspace's folder [default: this folder]
    #[arg(short = 'w', long = "workspace", value_name = "DIR", global = true)]
    pub(super) workspace: Option<PathBuf>,
    /// Act as this enrolled person
    #[arg(long = "as", value_name = "EMAIL", global = true)]
    pub(super) actor: Option<String>,
    /// Answer in JSON
    #[arg(long, global = true)]
    pub(super) json: bool,
    /// Folder for this user's keys [default: the user's configuration folder]
    #[arg(long, value_name = "DIR", global = true)]
    pub(super) config: Option<PathBuf>,
    /// Write though the clock is behind the last entry, or months ahead of it
    #[arg(long, global = true)]
    pub(super) clock_is_right: bool,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a workspace
    Init {
        dir: PathBuf,
        #[arg(long)]
        organisation: String,
        /// 20000-1, 9001, 27001, 27001:2022; may be repeated
        #[arg(long = "standard", value_name = "STD")]
        standards: Vec<String>,
        /// By which its days count, such as Europe/Berlin [default: this machine's]
        #[arg(long, value_name = "ZONE")]
        time_zone: Option<Zone>,
    },
    /// Make a workspace with a sample organisation
    Demo { dir: PathBuf },
    /// The standards built in
    #[command(subcommand)]
    Standard(StandardCommand),
    /// Show one clause
    Clause {
        /// Standard, as 9001; or standard and clause in one, as 9001/7.5.3
        standard: String,
        clause: Option<String>,
    },
    /// Show the counterparts of a clause
    Correlate {
        standard: String,
        clause: Option<String>,
        #[arg(long, value_name = "STD")]
        to: Option<String>,
    },
    /// Look up terms in three vocabularies
    Term { query: Option<String> },
    /// Take a file share in, with its lists
    Import {
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Master document list: .xlsx, .xls, .ods, separated text, or a Word table
        #[arg(long, value_name = "FILE")]
        master_list: Option<PathBuf>,
        /// Evidence index, in any of these forms
        #[arg(long, value_name = "FILE")]
        evidence_index: Option<PathBuf>,
        /// Show what the columns of the lists mean, in the form that --columns reads; file nothing
        #[arg(long)]
        show_columns: bool,
        /// What the columns mean, as --show-columns prints it and you changed it; kept for the next list of that shape
        #[arg(long, value_name = "FILE")]
        columns: Option<PathBuf>,
        #[arg(long, value_name = "FILE.json")]
        scopes: Option<PathBuf>,
        /// Show what would be done; write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Folders that stay where they are and are looked at again; read, never changed
    #[command(subcommand)]
    Watch(WatchCommand),
    /// What files seem to be, where each value comes from, and what they lack to be filed; files nothing
    Look {
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// The organisation: its name, its time zone, by which rules it works
    #[command(subcommand)]
    Organisation(OrganisationCommand),
    /// People
    #[command(subcommand)]
    Person(PersonCommand),
    /// Management systems
    #[command(subcommand)]
    System(SystemCommand),
    /// Sites, services and what each system's scope takes in
    #[command(subcommand)]
    Scope(ScopeCommand),
    /// What applies: clauses and controls, why, on which risk that rests, whether they are in place
    #[command(subcommand)]
    Applicability(ApplicabilityCommand),
    /// The Statement of Applicability: which controls apply, in versions that are issued and signed
    #[command(subcommand)]
    Soa(SoaCommand),
    /// Outside parties and suppliers, and what is on file of them
    #[command(subcommand)]
    Party(PartyCommand),
    /// Certificates: their bodies, days and scopes
    #[command(subcommand)]
    Certificate(CertificateCommand),
    /// What may be claimed of a system
    #[command(subcommand)]
    Claim(ClaimCommand),
    /// Service requirements, and what law and others ask for
    #[command(subcommand)]
    Requirement(RequirementCommand),
    /// Documents: policies, procedures, plans
    #[command(subcommand)]
    Document(DocumentCommand),
    /// Records: evidence of results
    #[command(subcommand)]
    Record(RecordCommand),
    /// What people said of documents and records, signed or not
    #[command(subcommand)]
    Statement(StatementCommand),
    /// Look for what an auditor would find in the control of documents: approvals, owners, reviews
    Check,
    /// The organisation's rules for its documents
    #[command(subcommand)]
    Rule(RuleCommand),
    /// Map a document or record to a clause, or correct a mapping
    Map(Map),
    /// Take a mapping back
    Unmap {
        item: String,
        reference: String,
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// What the correlation proposes
    #[command(subcommand)]
    Proposal(ProposalCommand),
    /// What stays open where something is mapped to clauses of several standards
    #[command(subcommand)]
    Point(PointCommand),
    /// Which clauses are covered
    Coverage {
        #[arg(long, value_name = "STD")]
        standard: Option<String>,
        #[arg(long, value_name = "ITEM")]
        scope: Option<String>,
        #[command(flatten)]
        when: WhenArgs,
    },
    /// Plan the integration of a further standard (not there yet)
    Plan {
        #[arg(long = "have", value_name = "STD")]
        have: Vec<String>,
        #[arg(long = "want", value_name = "STD")]
        want: Option<String>,
    },
    /// The register of documents, for any day: shown, as a workbook, on paper
    Register(RegisterArgs),
    /// What the program could not decide
    #[command(subcommand)]
    Question(QuestionCommand),
    /// What is due, and when
    #[command(subcommand)]
    Review(ReviewCommand),
    /// What needs a person: overdue, due soon, waiting
    Today {
        #[command(flatten)]
        when: WhenArgs,
    },
    /// Find by code, title, clause and the text in the files: words, "phrases", -word, owner: type: clause: after: before:
    Search {
        /// Show all that was found, not only the best
        #[arg(long)]
        all: bool,
        /// How many documents and how many records are shown
        #[arg(long, default_value_t = 20)]
        limit: usize,
        /// List the files that cannot be searched, or not wholly, with the reason
        #[arg(long, conflicts_with_all = ["all", "query", "limit"])]
        unread: bool,
        #[arg(required_unless_present = "unread")]
        query: Vec<String>,
    },
    /// Other programs that read files: scans, pictures, old and damaged ones
    #[command(subcommand)]
    Engine(EngineCommand),
    /// Audits
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Audit packs
    #[command(subcommand)]
    Pack(PackCommand),
    /// Check the ledger and the files
    Verify {
        /// Read every file
        #[arg(long)]
        deep: bool,
        /// Read the text of every file again, and compare it with what is searched
        #[arg(long)]
        texts: bool,
        /// A checkpoint kept outside of this machine, or a pack
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
    },
    /// The ledger
    #[command(subcommand)]
    Ledger(LedgerCommand),
    /// Anchors outside: time stamps over checkpoints
    #[command(subcommand)]
    Anchor(AnchorCommand),
    /// Take your newest change back, or see what would be taken back
    Undo {
        /// List your newest changes; take nothing back
        #[arg(long)]
        list: bool,
        /// Take back what lies before a final change of yours, too: that one stays
        #[arg(long, conflicts_with = "list")]
        past_final: bool,
    },
    /// Fill all tables again from the ledger
    Rebuild,
}

#[derive(Debug, Subcommand)]
pub(super) enum StandardCommand {
    /// The editions
    List,
    /// One edition with its clauses
    Show { standard: String },
    /// What it asks for and others do not
    Own {
        standard: String,
        /// Beside this standard only
        #[arg(long)]
        beside: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum ProposalCommand {
    /// For one document or record
    List { item: String },
    /// Accept one or several, each by itself: only now they count
    Accept {
        item: String,
        /// The clauses, as 27001/A.16.1.5
        #[arg(required = true)]
        references: Vec<String>,
        /// full, partial or supporting; as strong as it can be without it
        #[arg(long)]
        strength: Option<String>,
        /// Why: once for all that are alike, or once for each in the same order
        #[arg(long)]
        reason: Vec<String>,
    },
    /// Decline one or several, each by itself
    Decline {
        item: String,
        #[arg(required = true)]
        references: Vec<String>,
        /// Why: once for all that are alike, or once for each in the same order
        #[arg(long, required = true)]
        reason: Vec<String>,
    },
    /// Take declined ones up again, to be decided anew
    Reopen {
        item: String,
        #[arg(required = true)]
        references: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum EngineCommand {
    /// Those that are known, found here or not
    List,
    /// Let one be asked
    On { name: String },
    /// Let one not be asked
    Off { name: String },
    /// In which languages pictures are read, as deu+eng
    Languages { languages: String },
}
