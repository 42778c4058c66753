//! Arguments for what applies.

use clap::{ArgAction, Args as ClapArgs, Subcommand};

use super::YesNo;
use super::day::WhenArgs;

#[derive(Debug, Subcommand)]
pub(crate) enum ApplicabilityCommand {
    /// Decide whether clauses or controls apply, and how
    Set(DecideOn),
    /// What was decided of each clause and control
    List {
        /// Standard or code of a system [default: all]
        standard: Option<String>,
        /// Only controls on which nobody decided
        #[arg(long)]
        undecided: bool,
        /// Only what lacks something
        #[arg(long)]
        lacking: bool,
        #[command(flatten)]
        when: WhenArgs,
    },
    /// One clause or control, with all that was decided on it
    Show {
        standard: String,
        clause: Option<String>,
        #[command(flatten)]
        when: WhenArgs,
    },
    /// Controls from elsewhere than Annex A
    #[command(subcommand)]
    Control(OwnCommand),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct DecideOn {
    /// Standard or code of a system
    pub(crate) standard: String,
    /// Clauses, controls, groups of controls, or codes of own ones
    pub(crate) clauses: Vec<String>,
    /// Whether they apply
    #[arg(long)]
    pub(crate) applies: Option<YesNo>,
    /// Why; needed either way
    #[arg(long)]
    pub(crate) reason: Option<String>,
    /// 9001: confirms that leaving it out affects neither conformity of products and services nor customer satisfaction; with
    /// `=no` it is said to affect them
    #[arg(long, num_args = 0..=1, default_missing_value = "yes", require_equals = true)]
    pub(crate) condition_met: Option<YesNo>,
    /// From where the need comes: risk, law, contract, business; may be repeated
    #[arg(long = "ground", value_name = "GROUND")]
    pub(crate) grounds: Vec<String>,
    /// The risk or risk assessment it rests on; may be repeated
    #[arg(long = "risk", value_name = "ID")]
    pub(crate) risks: Vec<String>,
    /// Whether it is in place: yes, partly, no, or the day by which it is planned
    #[arg(long, value_name = "yes|partly|no|DAY")]
    pub(crate) implemented: Option<String>,
    /// What it reaches: services, assets; may be repeated
    #[arg(long, action = ArgAction::Append, value_name = "REACH")]
    pub(crate) reach: Vec<String>,
    /// Who answers for it
    #[arg(long)]
    pub(crate) owner: Option<String>,
    /// Say what it would do, and do nothing
    #[arg(long)]
    pub(crate) preview: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum OwnCommand {
    /// Name one, or correct it
    Add {
        standard: String,
        /// The organisation's own code for it
        code: String,
        #[arg(long)]
        title: String,
        /// Where it comes from
        #[arg(long, default_value = "", hide_default_value = true)]
        origin: String,
        /// Why it is corrected
        #[arg(long)]
        reason: Option<String>,
    },
    /// Drop one, with what was decided on it
    Drop {
        standard: String,
        code: String,
        #[arg(long)]
        reason: String,
    },
}
