//! The types that a window is built from: those of the core's commands, and those of the host's own requests.

use super::requests::{self, Reply};
use crate::api::{self, Types};

/// All types, as one TypeScript module; and the names that stand for two different ones, which must be none.
pub fn typescript() -> (String, Vec<String>) {
    let mut types = Types::new();
    api::table().for_each(|entry| entry.types(&mut types));
    requests::each_type(&mut types);
    types.add::<Reply>();
    types.typescript()
}
