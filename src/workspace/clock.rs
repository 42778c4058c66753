//! Where time comes from.

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

impl Clock {
    /// Milliseconds since 1970.
    pub fn now(self) -> i64 {
        match self {
            Clock::Machine => chrono::Utc::now().timestamp_millis(),
            Clock::Fixed(at) => at,
            Clock::Asked(now) => now(),
        }
    }
}
