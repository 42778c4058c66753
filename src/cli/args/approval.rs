//! Arguments for approvals, statements, people's keys and the organisation's rules.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use crate::day::Day;

/// With which key whoever acts signs.
#[derive(Debug, ClapArgs)]
pub(crate) struct SignArgs {
    /// Sign with this private key file; of a public one, the agent holds the other half
    /// [default: the key that was made here, or the agent's]
    #[arg(long, value_name = "FILE")]
    pub(crate) key: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct SubmitArgs {
    pub(crate) code: String,
    /// Which revision [default: the newest]
    #[arg(long)]
    pub(crate) revision: Option<String>,
    /// Who reviews it, by e-mail address; may be repeated
    #[arg(long = "reviewer", value_name = "EMAIL")]
    pub(crate) reviewers: Vec<String>,
    /// Who approves it, by e-mail address; may be repeated [default: the approver in the register]
    #[arg(long = "approver", value_name = "EMAIL")]
    pub(crate) approvers: Vec<String>,
    /// So many of the approvers have to [default: all]
    #[arg(long, value_name = "N")]
    pub(crate) quorum: Option<u32>,
    /// One after the other, in the order in which they are named
    #[arg(long)]
    pub(crate) in_order: bool,
    /// First day in force, where it is planned
    #[arg(long, value_name = "DAY")]
    pub(crate) effective: Option<Day>,
    /// What the people asked are told
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) reason: String,
    #[command(flatten)]
    pub(crate) sign: SignArgs,
}

#[derive(Debug, ClapArgs)]
#[group(id = "decision", required = true, multiple = false)]
pub(crate) struct For {
    /// For it: a reviewer finds it fit, an approver approves it
    #[arg(long)]
    pub(crate) approve: bool,
    /// Against it; needs a reason
    #[arg(long)]
    pub(crate) reject: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct DecideArgs {
    pub(crate) code: String,
    #[arg(long)]
    pub(crate) revision: Option<String>,
    #[command(flatten)]
    pub(crate) decision: For,
    /// Why
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) reason: String,
    /// First day in force, where another than planned
    #[arg(long, value_name = "DAY")]
    pub(crate) effective: Option<Day>,
    #[command(flatten)]
    pub(crate) sign: SignArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum StatementCommand {
    /// What was said of a document or record, and how far it is proven
    List { item: String },
    /// Write it out for ssh-keygen -Y verify: NAME.txt, NAME.txt.sig, allowed_signers
    Export {
        item: String,
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Write over files that are there
        #[arg(long)]
        overwrite: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum RuleCommand {
    /// The rules as they stand
    List,
    /// Set a rule: reviewers, approvers, in-order, signed, interval, notice, numbering, author-approves
    Set {
        rule: String,
        /// A number, or yes or no; of numbering, a pattern as QP-{number:3}, or none
        value: String,
        /// For this type of document [default: for all]
        #[arg(long = "type", value_name = "TYPE")]
        kind: Option<String>,
        /// Say what would change; set nothing
        #[arg(long)]
        preview: bool,
        /// Why
        #[arg(long, default_value = "", hide_default_value = true)]
        reason: String,
    },
    /// Take a rule away: the one for all types, or the program's own, speaks again
    Unset {
        rule: String,
        #[arg(long = "type", value_name = "TYPE")]
        kind: Option<String>,
        /// Why
        #[arg(long)]
        reason: String,
    },
}

#[derive(Debug, ClapArgs)]
pub(crate) struct KeyArgs {
    pub(crate) email: String,
    /// Make a key, kept on this machine under a passphrase
    #[arg(long, group = "what")]
    pub(crate) generate: bool,
    /// Enrol a key of their own: an OpenSSH Ed25519 key file, private or public; the public half is taken
    #[arg(long, value_name = "FILE", group = "what")]
    pub(crate) file: Option<PathBuf>,
    /// Say that the key speaks no more
    #[arg(long, group = "what", requires = "reason")]
    pub(crate) retire: bool,
    /// Retire: first day for which it does not speak [default: today]
    #[arg(long, value_name = "DAY", requires = "retire")]
    pub(crate) from: Option<Day>,
    /// Why
    #[arg(long)]
    pub(crate) reason: Option<String>,
}
