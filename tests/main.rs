//! All integration tests as one binary, one room per domain.
