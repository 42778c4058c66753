//! Arguments for questions that wait for a person.

use clap::Subcommand;

use super::day::WhenArgs;

#[derive(Debug, Subcommand)]
pub(crate) enum QuestionCommand {
    /// By what hangs on the answer, the worst first
    List {
        /// date, particular, status, changed_file, missing_file, document_or_record, row_gone, points or relation
        #[arg(long)]
        kind: Option<String>,
        /// Those that were answered, too
        #[arg(long)]
        all: bool,
        /// Each by itself, though those that are alike are asked once
        #[arg(long)]
        each: bool,
        #[command(flatten)]
        when: WhenArgs,
    },
    /// Answer one, or all that are like it
    Settle {
        /// Its name, as Q-57
        id: String,
        /// One of its readings, as the list numbers them
        #[arg(long, value_name = "N")]
        reading: Option<usize>,
        /// Another answer: a day, a text, the label of a revision
        #[arg(long, value_name = "V", conflicts_with = "reading")]
        value: Option<String>,
        /// The same for all like it
        #[arg(long)]
        all_like: bool,
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Put one behind the others of its group
    Later {
        /// Its name, as Q-57
        id: String,
        /// Put it back among them
        #[arg(long)]
        no_longer: bool,
    },
}
