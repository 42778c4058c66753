//! The terminal program: reads its arguments, asks the core, prints the answer.

use std::process::ExitCode;

fn main() -> ExitCode {
    clausebook::host::contained().unwrap_or_else(clausebook::cli::main)
}
