//! Arguments for the organisation, people, management systems and scopes.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use super::YesNo;
use super::approval::KeyArgs;
use crate::day::{Day, Zone};

#[derive(Debug, Subcommand)]
pub(crate) enum OrganisationCommand {
    /// Its name, and by which time zone its days count
    Show,
    /// Set the time zone or a rule, or correct the name
    #[command(arg_required_else_help = true)]
    Set {
        /// By which days count from here on, such as Europe/Berlin; no earlier day moves
        #[arg(long, value_name = "ZONE")]
        time_zone: Option<Zone>,
        /// The right name
        #[arg(long)]
        name: Option<String>,
        /// Whether authors may approve what they wrote; such an approval is marked
        #[arg(long, requires = "reason", conflicts_with_all = ["time_zone", "name"])]
        author_approves: Option<YesNo>,
        /// Why the name is corrected, or the rule is another
        #[arg(long, default_value = "")]
        reason: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum PersonCommand {
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
    /// Correct what is known of a person
    Correct {
        email: String,
        #[arg(long, required_unless_present = "role")]
        name: Option<String>,
        #[arg(long)]
        role: Option<String>,
        #[arg(long)]
        reason: String,
    },
    /// Show a person's keys, make or enrol one, or retire it
    Key(KeyArgs),
    /// Say who decides for a person while they are away
    Delegate {
        email: String,
        /// Who decides for them, by e-mail address
        #[arg(long, value_name = "EMAIL")]
        to: String,
        #[arg(long, value_name = "DAY")]
        from: Day,
        /// Last day
        #[arg(long, value_name = "DAY")]
        until: Day,
        #[arg(long, default_value = "", hide_default_value = true)]
        reason: String,
    },
    /// Say that a person is away, and nobody decides for them
    Away {
        email: String,
        #[arg(long, value_name = "DAY")]
        from: Day,
        /// Last day
        #[arg(long, value_name = "DAY")]
        until: Day,
        #[arg(long, default_value = "", hide_default_value = true)]
        reason: String,
    },
    /// Say that a person is back, or not away after all
    Back {
        email: String,
        #[arg(long)]
        reason: String,
    },
    /// Say that a person leaves: from that day on they act no more, their key speaks no more, their history stays
    Leave {
        email: String,
        /// First day on which they are not there [default: today]
        #[arg(long, value_name = "DAY")]
        on: Option<Day>,
        /// Who takes over what they looked after, by e-mail address
        #[arg(long, value_name = "EMAIL")]
        successor: Option<String>,
        #[arg(long, default_value = "left", hide_default_value = true)]
        reason: String,
    },
    /// Everyone
    List,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SystemCommand {
    /// The systems with their scopes
    List,
    /// Set up the system for one more standard
    Add { standard: String },
    /// Put a system's scope into words
    State(Statement),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Statement {
    /// Code or standard of the system
    pub(crate) system: String,
    /// The organisation and its boundaries
    #[arg(long, default_value = "")]
    pub(crate) boundaries: String,
    /// Who manages and delivers the services
    #[arg(long, default_value = "")]
    pub(crate) provider: String,
    /// A service covered; may be repeated
    #[arg(long = "service")]
    pub(crate) services: Vec<String>,
    /// A kind of product or service offered; may be repeated
    #[arg(long = "offering")]
    pub(crate) offerings: Vec<String>,
    /// What does not apply, as "8.3: reason"; may be repeated; or none
    #[arg(long = "not-applicable")]
    pub(crate) not_applicable: Vec<String>,
    /// Confirms that what does not apply affects neither conformity nor satisfaction
    #[arg(long)]
    pub(crate) unaffected: bool,
    /// Activities of other parties; or none
    #[arg(long, default_value = "")]
    pub(crate) other_parties: String,
    /// The statement in words
    #[arg(long, default_value = "")]
    pub(crate) text: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ScopeCommand {
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
