//! What a mapping weighs in coverage: its strength, and whether points of it are open.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use crate::applicability::Gives;
use crate::mapping::Strength;

/// What a mapping weighs, the heaviest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Weight {
    /// All of the clause.
    Full,
    /// All of it but for points that are open.
    Open,
    /// A part of it, however much it says: the control from which it was accepted gives no more.
    Cut,
    /// A part of it.
    Part,
    /// It helps.
    Help,
}

impl Weight {
    const ALL: [Self; 5] = [Self::Full, Self::Open, Self::Cut, Self::Part, Self::Help];

    /// Of a mapping of that strength. An open point takes nothing from what is a part anyway.
    pub(super) fn of(strength: Strength, open: bool) -> Self {
        match strength {
            Strength::Full if open => Self::Open,
            Strength::Full => Self::Full,
            Strength::Partial => Self::Part,
            Strength::Supporting => Self::Help,
        }
    }

    /// The strength of the mapping itself.
    pub(super) fn strength(self) -> Strength {
        match self {
            Self::Full | Self::Open | Self::Cut => Strength::Full,
            Self::Part => Strength::Partial,
            Self::Help => Strength::Supporting,
        }
    }

    /// The same mapping on another day, on which points of it are open or not.
    pub(super) fn on(self, open: bool) -> Self {
        Self::of(self.strength(), open)
    }

    /// The same where the control from which it was accepted gives no more than this.
    pub(super) fn held(self, gives: Option<&Gives>) -> Self {
        if gives.is_some() && self.strength() == Strength::Full { Self::Cut } else { self }
    }

    /// The same seen from below a mere heading to which it is mapped.
    pub(super) fn of_heading(self) -> Self {
        if self == Self::Help { self } else { Self::Part }
    }

    /// How it counts in a cell: fully, in part, as help, but for open points.
    pub(super) fn counts(self) -> [i64; 4] {
        match self {
            Self::Full => [1, 0, 0, 0],
            Self::Cut | Self::Part => [0, 1, 0, 0],
            Self::Help => [0, 0, 1, 0],
            Self::Open => [0, 0, 0, 1],
        }
    }

    /// How far it reaches in a cell: the last day among those that count fully, and among those with open points.
    pub(super) fn reaches(self, until: i64) -> [i64; 2] {
        match self {
            Self::Full => [until, 0],
            Self::Open => [0, until],
            Self::Cut | Self::Part | Self::Help => [0, 0],
        }
    }
}

/// Several weights.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Weights(u8);

impl Weights {
    pub(super) fn put(&mut self, weight: Weight) {
        self.0 |= 1 << weight as u8;
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(super) fn any(self, is: impl Fn(Weight) -> bool) -> bool {
        Weight::ALL.into_iter().any(|weight| self.0 & (1 << weight as u8) != 0 && is(weight))
    }
}

/// A cell under way.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Sum {
    /// As [`Weight::counts`] counts them.
    pub(super) items: [i64; 4],
    /// As far as [`Weight::reaches`] says.
    pub(super) until: [i64; 2],
}

impl Sum {
    pub(super) fn add(&mut self, weight: Weight, until: i64) {
        for (sum, n) in self.items.iter_mut().zip(weight.counts()) {
            *sum += n;
        }
        for (reach, last) in self.until.iter_mut().zip(weight.reaches(until)) {
            *reach = last.max(*reach);
        }
    }

    /// Whether there is anything in it.
    pub(super) fn some(&self) -> bool {
        self.items.iter().any(|n| *n > 0)
    }
}

/// The numbers of strengths, and one more.
impl ToSql for Weight {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(match self {
            Self::Full => 0_i64,
            Self::Part => 1,
            Self::Help => 2,
            Self::Open => 3,
            Self::Cut => 4,
        }))
    }
}

impl FromSql for Weight {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_i64()? {
            0 => Ok(Self::Full),
            1 => Ok(Self::Part),
            2 => Ok(Self::Help),
            3 => Ok(Self::Open),
            4 => Ok(Self::Cut),
            other => Err(FromSqlError::OutOfRange(other)),
        }
    }
}
