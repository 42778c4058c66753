//! Arguments for the organisation, people, management systems and scopes.

use std::path::PathBuf;

use clap::Subcommand;

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
