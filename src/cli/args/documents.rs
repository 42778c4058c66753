//! Arguments for documents.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use super::approval::{DecideArgs, SignArgs, SubmitArgs};
use super::day::WhenArgs;
use super::papers::HistoryPaper;
use super::particulars::{Given, ToCorrect};
use crate::day::Day;
use crate::documents;

#[derive(Debug, Subcommand)]
pub(crate) enum DocumentCommand {
    /// Register a document and file its first revision
    Add(Box<NewDocument>),
    /// File a new revision
    Revise {
        code: String,
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Its label [default: the one after the newest, in the same form]
        #[arg(long)]
        revision: Option<String>,
        /// A minor change: 1.5 after 1.4
        #[arg(long, conflicts_with = "revision")]
        minor: bool,
        #[arg(long)]
        summary: String,
        /// File it though its content is filed already, for another purpose
        #[arg(long)]
        again: bool,
    },
    /// Correct what was entered about documents, several in one step
    Correct(Box<Correction>),
    /// Replace the wrong files of a draft
    ReplaceFiles {
        code: String,
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Which draft [default: the newest]
        #[arg(long)]
        revision: Option<String>,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Hand a revision in to those who review and approve it
    Submit(Box<SubmitArgs>),
    /// Say for or against a revision that was handed in
    Decide(DecideArgs),
    /// Say that a revision is doubtful though it is approved: its approval stays, its owner is to review it
    Doubt {
        code: String,
        /// Which revision [default: the one in force]
        #[arg(long)]
        revision: Option<String>,
        /// Why
        #[arg(long)]
        reason: String,
        #[command(flatten)]
        sign: SignArgs,
    },
    /// Ask for a change: a task for its owner, which the next approved revision ends
    Change {
        code: String,
        /// Why
        #[arg(long)]
        reason: String,
        /// Who is to write the new revision [default: the document's owner]
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
        /// By when [default: in 30 days]
        #[arg(long, value_name = "DAY")]
        by: Option<Day>,
    },
    /// Call off what was handed in; what was said stays
    CallOff {
        code: String,
        #[arg(long)]
        revision: Option<String>,
        #[arg(long)]
        reason: String,
    },
    /// What is on its way to approval; of one document all that was handed in
    Approvals {
        code: Option<String>,
        /// Only what waits for whoever acts
        #[arg(long, conflicts_with = "code")]
        mine: bool,
    },
    /// Approve the draft alone and at once, where no rule asks for more people
    Approve {
        code: String,
        #[arg(long)]
        revision: Option<String>,
        /// First day in force [default: today]
        #[arg(long, value_name = "DAY")]
        effective: Option<Day>,
        #[arg(long, value_name = "DAY")]
        next_review: Option<Day>,
        /// Why; needed where an older revision is to replace a newer one
        #[arg(long, default_value = "", hide_default_value = true)]
        reason: String,
        #[command(flatten)]
        sign: SignArgs,
    },
    /// Take an approval back: from today on the revision before it is in force
    TakeBackApproval {
        code: String,
        /// Which revision [default: the newest that is approved]
        #[arg(long)]
        revision: Option<String>,
        #[arg(long)]
        reason: String,
    },
    /// Take a document out of use
    Withdraw {
        code: String,
        #[arg(long)]
        reason: String,
        /// First day out of use [default: today]
        #[arg(long, value_name = "DAY")]
        from: Option<Day>,
        #[command(flatten)]
        sign: SignArgs,
    },
    /// Put a withdrawn document in force again
    Reinstate {
        code: String,
        /// Which revision [default: the one that was in force last]
        #[arg(long)]
        revision: Option<String>,
        #[arg(long)]
        reason: String,
        /// First day in force [default: today]
        #[arg(long, value_name = "DAY")]
        from: Option<Day>,
        #[arg(long, value_name = "DAY")]
        next_review: Option<Day>,
    },
    /// Record whom a revision was communicated to
    Communicate {
        code: String,
        /// The audience in words: all staff, a site, a person
        #[arg(long, value_name = "TEXT")]
        to: String,
        /// When [default: today]
        #[arg(long, value_name = "DAY")]
        on: Option<Day>,
        /// How, in words
        #[arg(long, value_name = "TEXT", default_value = "")]
        how: String,
        /// Which revision [default: the one in force, else the one that comes]
        #[arg(long)]
        revision: Option<String>,
    },
    /// Take back that a revision was communicated: it was recorded by mistake
    TakeBackCommunication {
        code: String,
        #[arg(long, value_name = "TEXT")]
        to: String,
        /// The day on which it was said to have been [default: today]
        #[arg(long, value_name = "DAY")]
        on: Option<Day>,
        #[arg(long)]
        revision: Option<String>,
        /// Why
        #[arg(long)]
        reason: String,
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
        /// Revise: who is to write the new revision [default: the document's owner]
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
        /// Revise: by when
        #[arg(long, value_name = "DAY")]
        by: Option<Day>,
        #[command(flatten)]
        sign: SignArgs,
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
        #[command(flatten)]
        when: WhenArgs,
    },
    /// One document
    Show {
        code: String,
        #[command(flatten)]
        when: WhenArgs,
    },
    #[command(flatten)]
    Revisions(RevisionCommand),
    /// All that happened to it, and when which revision was in force
    History {
        code: String,
        /// As recorded by the end of this day
        #[arg(long, value_name = "DAY")]
        as_of: Option<Day>,
        #[command(flatten)]
        to: HistoryPaper,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum RevisionCommand {
    /// What changed between two revisions
    Compare {
        code: String,
        /// The earlier revision [default: the one in force]
        earlier: Option<String>,
        /// The later revision [default: the newest]
        later: Option<String>,
        /// Show all of the text, not only what stands beside a change
        #[arg(long)]
        all: bool,
    },
    /// Who cites it, and which section
    CitedBy {
        code: String,
        /// Only who cites this section, as 5.1
        #[arg(long, value_name = "NUMBER")]
        section: Option<String>,
        /// Show all of them
        #[arg(long)]
        all: bool,
    },
    /// What a revision touches: who cites it, its clauses, audits ahead
    Impact {
        code: String,
        /// Which revision [default: the newest], against the one in force
        revision: Option<String>,
        /// Against this revision
        #[arg(long, value_name = "REVISION")]
        from: Option<String>,
    },
}

#[derive(Debug, ClapArgs)]
pub(crate) struct NewDocument {
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// The organisation's own number [default: the next one by the rule for its type]
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) code: String,
    #[command(flatten)]
    pub(crate) particulars: Given<documents::Particulars>,
    #[arg(long)]
    pub(crate) revision: Option<String>,
    /// Clause, as 9001/7.5.3; may be repeated
    #[arg(long = "clause", value_name = "REF")]
    pub(crate) clauses: Vec<String>,
    #[arg(long = "scope", value_name = "ITEM")]
    pub(crate) scope: Vec<String>,
    /// File it though its content is filed already, for another purpose
    #[arg(long)]
    pub(crate) again: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Correction {
    #[arg(required = true, value_name = "CODE")]
    pub(crate) documents: Vec<String>,
    #[command(flatten)]
    pub(crate) particulars: ToCorrect<documents::Numbered>,
    /// Scope item it belongs to; may be repeated, an empty text means all
    #[arg(long = "scope", value_name = "ITEM")]
    pub(crate) scope: Option<Vec<String>>,
    /// Next review, where it is to move with the interval
    #[arg(long, value_name = "DAY", requires = "review-interval")]
    pub(crate) next_review: Option<Day>,
    /// Why
    #[arg(long)]
    pub(crate) reason: String,
}
