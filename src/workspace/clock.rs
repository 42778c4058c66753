//! Where time comes from, and when what a machine's clock says is doubted.

use super::refusals;
use crate::day::Zone;
use crate::error::Result;

/// Where time comes from: the machine, or, for samples and tests, a fixed instant or whoever is asked.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The machine's clock, UTC.
    Machine,
    /// Milliseconds since 1970 that stand still until set again.
    Fixed(i64),
    /// Answers with milliseconds since 1970.
    Asked(fn() -> i64),
}

/// Clocks of two machines may differ by as much: ten minutes.
const APART: i64 = 10 * 60_000;

/// Longer than any holiday: two months.
const LONG: i64 = 62 * 24 * 3_600_000;

/// Why what a clock says is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doubt {
    /// It is behind the last entry.
    Behind,
    /// It is months ahead of it.
    Ahead,
}

impl Clock {
    /// Milliseconds since 1970.
    pub fn now(self) -> i64 {
        match self {
            Clock::Machine => chrono::Utc::now().timestamp_millis(),
            Clock::Fixed(at) => at,
            Clock::Asked(now) => now(),
        }
    }

    /// Refuses to write by a clock that is to be asked about.
    pub(super) fn admit(self, now: i64, last_at: i64, zone: Zone) -> Result<()> {
        let shown = |at: i64| format!("{} {}", zone.day(at), zone.clock(at));
        match self.doubt(now, last_at) {
            None => Ok(()),
            Some(Doubt::Behind) => Err(refusals::clock_behind(shown(now), shown(last_at))),
            Some(Doubt::Ahead) => Err(refusals::clock_ahead(shown(now), shown(last_at))),
        }
    }

    /// Whether it is to be asked about before something is written. A sample's clock is set on purpose.
    fn doubt(self, now: i64, last_at: i64) -> Option<Doubt> {
        match self {
            Clock::Fixed(_) => None,
            _ if now < last_at - APART => Some(Doubt::Behind),
            _ if now > last_at + LONG => Some(Doubt::Ahead),
            _ => None,
        }
    }
}
