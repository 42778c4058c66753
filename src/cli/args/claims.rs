//! Arguments for claims.

use clap::Subcommand;

use super::day::WhenArgs;

#[derive(Debug, Subcommand)]
pub(crate) enum ClaimCommand {
    /// What may be said of a system, what stands against it, and what must be asked
    Check {
        system: String,
        #[command(flatten)]
        when: WhenArgs,
    },
}
