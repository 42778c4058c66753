//! What the core is told of the machine.

use crate::contained::Containment;
use crate::day::Zone;
use crate::signing::Agent;
use crate::workspace::Clock;

/// What the core is told of the machine, for it asks no environment itself.
#[derive(Debug, Clone)]
pub struct Here {
    /// Where time comes from.
    pub clock: Clock,
    /// The machine's time zone: proposed to a new organisation, which counts its days by its own.
    pub zone: Zone,
    /// The name under which the user is logged in: whoever names nobody writes under it.
    pub login: String,
    /// Where files of foreign formats are read.
    pub contained: Containment,
    /// The user's SSH agent, where one listens.
    pub agent: Option<Agent>,
}
