//! A day as an argument. What is wrong with one is printed by clap, before any command runs; here it gets the terminal's
//! words.

use clap::builder::{ValueParser, ValueParserFactory};

use crate::cli::words;
use crate::day::Day;

impl ValueParserFactory for Day {
    type Parser = ValueParser;

    fn value_parser() -> ValueParser {
        ValueParser::new(read)
    }
}

fn read(text: &str) -> Result<Day, String> {
    text.parse().map_err(|refusal| {
        let (message, hint) = words::say(&refusal);
        format!("{message}\n→ {hint}")
    })
}
