//! The arguments. Names are fixed: scripts hang on them.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};

use crate::day::Day;

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
    },
    /// Make a workspace with a sample organisation
    Demo { dir: PathBuf },
    /// The standards built in
    #[command(subcommand)]
    Standard(StandardCommand),
    /// Show one clause
    Clause { standard: String, clause: String },
    /// Show the counterparts of a clause
    Correlate {
        standard: String,
        clause: String,
        #[arg(long, value_name = "STD")]
        to: Option<String>,
    },
    /// Look up terms in three vocabularies
    Term { query: Option<String> },
    /// Take a file share in, with its lists
    Import {
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        #[arg(long, value_name = "FILE.xlsx")]
        master_list: Option<PathBuf>,
        #[arg(long, value_name = "FILE.csv")]
        evidence_index: Option<PathBuf>,
        #[arg(long, value_name = "FILE.json")]
        scopes: Option<PathBuf>,
        /// Show what would be done; write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// People
    #[command(subcommand)]
    Person(PersonCommand),
    /// Management systems
    #[command(subcommand)]
    System(SystemCommand),
    /// Sites, services and what each system's scope takes in
    #[command(subcommand)]
    Scope(ScopeCommand),
    /// Documents: policies, procedures, plans
    #[command(subcommand)]
    Document(DocumentCommand),
    /// Records: evidence of results
    #[command(subcommand)]
    Record(RecordCommand),
    /// Map a document or record to a clause
    Map {
        /// Code of a document or record
        item: String,
        /// Clause, as 9001/7.5.3
        reference: String,
        #[arg(long, default_value = "full")]
        strength: String,
        #[arg(long, default_value = "")]
        reason: String,
        /// What is different for this standard
        #[arg(long, default_value = "")]
        variance: String,
        #[arg(long = "scope", value_name = "ITEM")]
        scope: Vec<String>,
    },
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
    /// Which clauses are covered
    Coverage {
        #[arg(long, value_name = "STD")]
        standard: Option<String>,
        #[arg(long, value_name = "ITEM")]
        scope: Option<String>,
        #[arg(long, value_name = "DAY")]
        as_of: Option<Day>,
    },
    /// Plan the integration of a further standard (not there yet)
    Plan {
        #[arg(long = "have", value_name = "STD")]
        have: Vec<String>,
        #[arg(long = "want", value_name = "STD")]
        want: Option<String>,
    },
    /// What is due
    #[command(subcommand)]
    Review(ReviewCommand),
    /// Find by code, title, clause and the text in the files
    Search {
        #[arg(required = true)]
        query: Vec<String>,
    },
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
        /// A checkpoint kept outside of this machine
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
    },
    /// The ledger
    #[command(subcommand)]
    Ledger(LedgerCommand),
    /// Fill all tables again from the ledger
    Rebuild,
}

#[derive(Debug, Subcommand)]
pub(super) enum StandardCommand {
    /// The editions
    List,
    /// One edition with its clauses
    Show { standard: String },
}

#[derive(Debug, Subcommand)]
pub(super) enum PersonCommand {
    /// Enrol a person
    Add {
        name: String,
        #[arg(long)]
        email: String,
        #[arg(long)]
        role: String,
        /// OpenSSH public key file
        #[arg(long, value_name = "FILE")]
        key: Option<PathBuf>,
    },
    /// Everyone
    List,
}

#[derive(Debug, Subcommand)]
pub(super) enum SystemCommand {
    /// The systems with their scopes
    List,
    /// Set up the system for one more standard
    Add { standard: String },
    /// Put a system's scope into words
    State(Statement),
}

#[derive(Debug, ClapArgs)]
pub(super) struct Statement {
    /// Code or standard of the system
    pub(super) system: String,
    /// The organisation and its boundaries
    #[arg(long, default_value = "")]
    pub(super) boundaries: String,
    /// Who manages and delivers the services
    #[arg(long, default_value = "")]
    pub(super) provider: String,
    /// A service covered; may be repeated
    #[arg(long = "service")]
    pub(super) services: Vec<String>,
    /// A kind of product or service offered; may be repeated
    #[arg(long = "offering")]
    pub(super) offerings: Vec<String>,
    /// A requirement treated as not applicable, with its reason; or none
    #[arg(long = "not-applicable")]
    pub(super) not_applicable: Vec<String>,
    /// Activities of other parties; or none
    #[arg(long, default_value = "")]
    pub(super) other_parties: String,
    /// The statement in words
    #[arg(long, default_value = "")]
    pub(super) text: String,
}

#[derive(Debug, Subcommand)]
pub(super) enum ScopeCommand {
    /// Sites, services, products, units and assets
    List,
    /// Name one
    Add {
        code: String,
        #[arg(long)]
        kind: String,
        #[arg(long)]
        name: String,
        /// Site where it is delivered; may be repeated
        #[arg(long = "at")]
        at: Vec<String>,
    },
    /// Set what is inside a system's scope
    Set {
        system: String,
        #[arg(required = true)]
        items: Vec<String>,
    },
    /// Compare the scopes of all systems
    Compare {
        /// Write the differences down
        #[arg(long)]
        store: bool,
    },
    /// Evidence to look at again because a scope changed
    Recheck,
    /// Questions about SMS and ISMS together, with their answers
    Questions,
    /// Answer one: isms-covers-services or assets-are-the-same
    Answer {
        question: String,
        /// yes, partly or no
        answer: String,
        /// Which services or assets; needed unless the answer is yes
        #[arg(long, default_value = "")]
        reason: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum DocumentCommand {
    /// Register a document and file its first revision
    Add(Box<NewDocument>),
    /// File a new revision
    Revise {
        code: String,
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[arg(long)]
        revision: Option<String>,
        #[arg(long)]
        summary: String,
    },
    /// Hand a revision in for approval (not there yet)
    Submit { code: String },
    /// Approve the draft and put it in force
    Approve {
        code: String,
        #[arg(long)]
        revision: Option<String>,
        /// First day in force [default: today]
        #[arg(long, value_name = "DAY")]
        effective: Option<Day>,
        #[arg(long, value_name = "DAY")]
        next_review: Option<Day>,
        /// Sign with this key (not there yet)
        #[arg(long, value_name = "FILE")]
        key: Option<PathBuf>,
    },
    /// Conclude a review
    Review {
        code: String,
        /// confirmed, revise or withdraw
        #[arg(long)]
        outcome: String,
        #[arg(long)]
        reason: String,
        /// Next review [default: from the review interval]
        #[arg(long, value_name = "DAY")]
        next: Option<Day>,
    },
    /// The register
    List {
        #[arg(long = "type", value_name = "TYPE")]
        kind: Option<String>,
        #[arg(long)]
        state: Option<String>,
        /// code, title, next_review or owner
        #[arg(long, default_value = "code")]
        sort: String,
        #[arg(long, value_name = "DAY")]
        as_of: Option<Day>,
    },
    /// One document
    Show {
        code: String,
        #[arg(long, value_name = "DAY")]
        as_of: Option<Day>,
    },
}

#[derive(Debug, ClapArgs)]
pub(super) struct NewDocument {
    #[arg(required = true)]
    pub(super) files: Vec<PathBuf>,
    #[arg(long)]
    pub(super) code: String,
    #[arg(long)]
    pub(super) title: String,
    #[arg(long = "type", value_name = "TYPE")]
    pub(super) kind: String,
    #[arg(long)]
    pub(super) revision: Option<String>,
    /// Clause, as 9001/7.5.3; may be repeated
    #[arg(long = "clause", value_name = "REF")]
    pub(super) clauses: Vec<String>,
    #[arg(long, default_value = "")]
    pub(super) owner: String,
    #[arg(long, default_value = "")]
    pub(super) approver: String,
    #[arg(long, default_value = "")]
    pub(super) classification: String,
    #[arg(long, default_value = "")]
    pub(super) distribution: String,
    #[arg(long, default_value = "")]
    pub(super) retention: String,
    /// Where an external document comes from
    #[arg(long, default_value = "")]
    pub(super) source: String,
    /// Months between reviews
    #[arg(long, value_name = "MONTHS")]
    pub(super) review_interval: Option<u32>,
    #[arg(long = "scope", value_name = "ITEM")]
    pub(super) scope: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum RecordCommand {
    /// File a record
    Add(Box<NewRecord>),
    /// The register
    List {
        #[arg(long)]
        kind: Option<String>,
        /// filed, title or valid_until
        #[arg(long, default_value = "filed")]
        sort: String,
        /// Only those whose validity has ended
        #[arg(long)]
        expired: bool,
        #[arg(long, value_name = "DAY")]
        as_of: Option<Day>,
    },
    /// One record
    Show { record: String },
}

#[derive(Debug, ClapArgs)]
pub(super) struct NewRecord {
    #[arg(required = true)]
    pub(super) files: Vec<PathBuf>,
    #[arg(long)]
    pub(super) title: String,
    #[arg(long, default_value = "")]
    pub(super) kind: String,
    /// Clause, as 9001/9.2.2; may be repeated
    #[arg(long = "clause", value_name = "REF")]
    pub(super) clauses: Vec<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) from: Option<Day>,
    #[arg(long, value_name = "DAY")]
    pub(super) to: Option<Day>,
    #[arg(long, value_name = "DAY")]
    pub(super) collected: Option<Day>,
    #[arg(long, value_name = "DAY")]
    pub(super) valid_until: Option<Day>,
    #[arg(long = "scope", value_name = "ITEM")]
    pub(super) scope: Vec<String>,
    #[arg(long, default_value = "")]
    pub(super) retention: String,
    #[arg(long, default_value = "")]
    pub(super) note: String,
}

#[derive(Debug, Subcommand)]
pub(super) enum ProposalCommand {
    /// For one document or record
    List { item: String },
    /// Accept one: only now it counts
    Accept {
        item: String,
        reference: String,
        #[arg(long)]
        strength: Option<String>,
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Decline one
    Decline {
        item: String,
        reference: String,
        #[arg(long)]
        reason: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum ReviewCommand {
    /// Soonest first
    List {
        #[arg(long, value_name = "DAY")]
        until: Option<Day>,
        /// Write a calendar file, too
        #[arg(long, value_name = "FILE")]
        ics: Option<PathBuf>,
        #[arg(long, value_name = "DAY")]
        as_of: Option<Day>,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum AuditCommand {
    /// Plan an audit
    Add {
        code: String,
        #[arg(long)]
        title: String,
        /// internal, stage1, stage2, surveillance, recertification or supplier
        #[arg(long)]
        kind: Option<String>,
        #[arg(long = "standard", value_name = "STD", required = true)]
        standards: Vec<String>,
        #[arg(long = "scope", value_name = "ITEM")]
        scope: Vec<String>,
        #[arg(long, value_name = "DAY")]
        from: Option<Day>,
        #[arg(long, value_name = "DAY")]
        to: Option<Day>,
    },
    /// All audits
    List,
    /// One audit with its packs
    Show { code: String },
}

#[derive(Debug, Subcommand)]
pub(super) enum PackCommand {
    /// Build and issue a pack
    Build {
        code: String,
        #[arg(long, value_name = "FILE.zip")]
        out: PathBuf,
        #[arg(long, value_name = "DAY")]
        as_of: Option<Day>,
    },
    /// Check a pack; needs no workspace
    Verify {
        file: PathBuf,
        /// A key or checkpoint you hold from elsewhere
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
    },
    /// Issued packs
    List,
}

#[derive(Debug, Subcommand)]
pub(super) enum LedgerCommand {
    /// Entries, newest first
    Log {
        #[arg(long)]
        before: Option<u64>,
        #[arg(long, default_value_t = 50)]
        limit: u64,
    },
    /// Sign the ledger as it stands
    Checkpoint,
    /// Prove that an entry is in the ledger
    Proof { id: String },
    /// Prove that the ledger of an earlier size is the beginning of today's
    Consistency { size: u64 },
}
