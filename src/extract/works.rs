//! What the reader in the child is asked.

use super::ask::json;
use super::{kinds, sniff, within};
use crate::contained::Work;

/// Content to all that is known of it, as JSON.
pub const TEXT: Work = Work { name: "text", run: |bytes| json(&within::whole(bytes, kinds::read)) };
/// Content to what is packed into it and could not be read, with its bytes.
pub const PARTS: Work = Work { name: "parts", run: |bytes| within::unread(bytes, kinds::read) };
/// Content to its type, as JSON.
pub const KIND: Work = Work { name: "kind", run: |bytes| json(&sniff::media(bytes)) };
