//! What other programs keep in one file though it is many: mailboxes, exports of CISO Assistant, packs of this program.

mod ciso;
mod open;
mod pack;
mod says;

pub use open::{CheckPack, Opened};
pub use says::Says;

pub(super) use open::open;
