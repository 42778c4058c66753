//! How undo sees an event.

/// Whether an event can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undoing {
    /// By an event of its own.
    Possible,
    /// Not at all: it is followed by something new.
    Final,
    /// It says itself that something was taken back.
    Itself,
}

/// What a later event is to an earlier one about the same thing that is to be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Later {
    /// Nothing: both hold, or neither minds the other.
    Apart,
    /// It stands on it.
    Stands,
    /// It took it back already.
    TookBack,
}
