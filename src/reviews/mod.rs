//! reviews.
