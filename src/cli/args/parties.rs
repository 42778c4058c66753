//! Arguments for parties: suppliers and customers that supply.

use clap::Subcommand;

use super::YesNo;

#[derive(Debug, Subcommand)]
pub(crate) enum PartyCommand {
    /// Enter a party
    Add {
        name: String,
        /// external, internal or customer
        #[arg(long)]
        kind: Option<String>,
        /// It belongs to the larger organisation of which the scope covers a part
        #[arg(long)]
        within: bool,
        /// The lead supplier for which it works
        #[arg(long, value_name = "NAME")]
        lead: Option<String>,
    },
    /// The parties
    List,
    /// A party: what is on file of it, what it runs
    Show { name: String },
    /// Correct what was entered
    Correct {
        name: String,
        /// The right name
        #[arg(long = "name", value_name = "NAME")]
        new_name: Option<String>,
        /// external, internal or customer
        #[arg(long)]
        kind: Option<String>,
        /// Whether it belongs to the larger organisation
        #[arg(long, value_name = "YES|NO")]
        within: Option<YesNo>,
        /// The lead supplier for which it works; empty where there is none
        #[arg(long, value_name = "NAME")]
        lead: Option<String>,
        #[arg(long)]
        reason: String,
    },
    /// Note what is on file of it: contract, contract-services, agreement, evaluation-criteria, effect, risk, serves …
    Note {
        name: String,
        fact: String,
        /// Code of the document or record that holds it
        #[arg(long, value_name = "ITEM", default_value = "", hide_default_value = true)]
        document: String,
        /// In words
        #[arg(long, default_value = "", hide_default_value = true)]
        words: String,
        /// It is on file no more
        #[arg(long, conflicts_with_all = ["document", "words"])]
        none: bool,
    },
}
