//! The terminal program: reads its arguments, asks the core, prints the answer.

use std::process::ExitCode;

fn main() -> ExitCode {
    clausebook::cli::main()
}
