//! Arguments for certificates and requirements.

use clap::{Args as ClapArgs, Subcommand};

use crate::day::Day;

#[derive(Debug, Subcommand)]
pub(crate) enum CertificateCommand {
    /// Enter a certificate
    Add {
        number: String,
        /// Code or standard of the system
        #[arg(long)]
        system: String,
        #[arg(long)]
        body: String,
        #[arg(long, value_name = "DAY")]
        issued: Day,
        /// Last day
        #[arg(long, value_name = "DAY")]
        until: Day,
        #[command(flatten)]
        more: More,
    },
    /// The certificates
    List,
    /// A certificate: what it says, and what has been met where it speaks
    Show { number: String },
    /// Correct what was entered; what is left out stays
    Correct {
        number: String,
        /// The right number
        #[arg(long = "number", value_name = "NUMBER")]
        new_number: Option<String>,
        #[arg(long)]
        body: Option<String>,
        #[arg(long, value_name = "DAY")]
        issued: Option<Day>,
        /// Last day
        #[arg(long, value_name = "DAY")]
        until: Option<Day>,
        #[command(flatten)]
        more: More,
        #[arg(long)]
        reason: String,
    },
    /// Say that the body came back
    Surveyed {
        number: String,
        /// The day that was set for it
        day: Day,
        /// When it was [default: that day]
        #[arg(long, value_name = "DAY")]
        on: Option<Day>,
    },
    /// Say that it speaks no more
    Withdraw {
        number: String,
        /// First day [default: today]
        #[arg(long, value_name = "DAY")]
        on: Option<Day>,
        #[arg(long)]
        reason: String,
    },
}

#[derive(Debug, ClapArgs)]
pub(crate) struct More {
    /// The scope in the certificate's words
    #[arg(long, value_name = "TEXT")]
    pub(crate) scope: Option<String>,
    /// A scope item that it names; may be repeated
    #[arg(long = "item", value_name = "ITEM")]
    pub(crate) items: Vec<String>,
    /// A day on which the body comes back; may be repeated
    #[arg(long, value_name = "DAY")]
    pub(crate) surveillance: Vec<Day>,
    /// The version of the Statement of Applicability that it cites
    #[arg(long, value_name = "VERSION")]
    pub(crate) statement: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RequirementCommand {
    /// Write a requirement down
    Add {
        /// In your own words
        text: String,
        /// service, legal, regulatory or other
        #[arg(long, default_value = "service")]
        kind: String,
        /// With whom and where it is agreed; nobody has to agree to what law asks for
        #[arg(long, default_value = "", hide_default_value = true)]
        agreed: String,
        /// The service that it is about
        #[arg(long, value_name = "ITEM")]
        service: Option<String>,
        /// It is written nowhere and only implied; refused for a service requirement
        #[arg(long)]
        implied: bool,
    },
    /// The requirements
    List,
    /// Say that one is required no more
    Drop {
        /// Its number, as REQ-3
        number: String,
        #[arg(long)]
        reason: String,
    },
}
