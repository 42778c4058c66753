//! standards.
