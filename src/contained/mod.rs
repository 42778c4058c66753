//! Work on bytes that strangers made. Readers of foreign formats may panic, recurse without end, ask for all memory or
//! never come back; here that ends a child of this program, never the program. The room knows no format: whoever reads
//! one declares a [`Work`], and the shell says where such work is done.

mod child;
mod frames;
mod guarded;
mod limits;
mod model;
mod place;
mod pool;
mod program;
mod running;

pub use child::serve;
pub use guarded::contain;
pub use model::{FIRST_ARGUMENT, Failed, LONGEST_ANSWER, Start, Work};
pub use place::Containment;
pub use program::{COPY, Errand, Gives, Tool};
