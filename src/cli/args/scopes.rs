//! Arguments for management systems and scopes.

use clap::{Args as ClapArgs, Subcommand, ValueEnum};

use crate::day::Day;

/// Whether something is all there is, or a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    #[value(alias = "whole")]
    All,
    #[value(alias = "some")]
    Part,
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
    /// Whether the scope takes in the whole organisation, or a part of it
    #[arg(long, value_name = "ALL|PART")]
    pub(crate) of_organisation: Option<Part>,
    /// Whether the services listed are all, or some
    #[arg(long, value_name = "ALL|PART")]
    pub(crate) of_services: Option<Part>,
    /// Whether the kinds of products and services are all, or some
    #[arg(long, value_name = "ALL|PART")]
    pub(crate) of_offerings: Option<Part>,
    /// An activity covered; may be repeated
    #[arg(long = "activity")]
    pub(crate) activities: Vec<String>,
    /// Whether the activities are all, or some
    #[arg(long, value_name = "ALL|PART")]
    pub(crate) of_activities: Option<Part>,
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
    /// Sites, services, products, units, assets, activities, functions, processes and components
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
        /// Say which evidence that touches; change nothing
        #[arg(long)]
        preview: bool,
    },
    /// Say who provides or runs a scope item
    RunBy {
        item: String,
        /// own, shared or others
        by: String,
        /// A party that runs it, or a part of it; may be repeated
        #[arg(long = "party", value_name = "NAME")]
        parties: Vec<String>,
        #[arg(long)]
        reason: String,
    },
    /// A system's scope in words: the last version, one by its number, or the one of a day
    Statement {
        system: String,
        #[arg(long, value_name = "N")]
        version: Option<usize>,
        /// As recorded by the end of this day
        #[arg(long, value_name = "DAY", conflicts_with = "version")]
        as_of: Option<Day>,
    },
    /// The versions of a system's scope statement
    Versions { system: String },
    /// Compare two versions of a system's scope statement
    Diff { system: String, before: usize, after: usize },
    /// How much SMS and ISMS can share, and why
    Sharing,
    /// What organisation, service, external, supplier and top management mean in a system's scope
    Words { system: String },
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
