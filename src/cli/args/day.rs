//! A day or a time zone as an argument. What is wrong with one is printed by clap, before any command runs; here it gets the terminal's
//! words.

use std::str::FromStr;

use clap::builder::{ValueParser, ValueParserFactory};

use crate::api::When;
use crate::cli::words;
use crate::day::{Day, Zone};
use crate::error::Error;

/// For which day a question is asked.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct WhenArgs {
    /// As recorded by the end of this day
    #[arg(long, value_name = "DAY")]
    as_of: Option<Day>,
    /// In force on this day, past or to come
    #[arg(long, value_name = "DAY")]
    in_force: Option<Day>,
}

impl From<WhenArgs> for When {
    fn from(WhenArgs { as_of, in_force }: WhenArgs) -> Self {
        Self { as_of, in_force }
    }
}

impl ValueParserFactory for Day {
    type Parser = ValueParser;

    fn value_parser() -> ValueParser {
        ValueParser::new(read::<Day>)
    }
}

impl ValueParserFactory for Zone {
    type Parser = ValueParser;

    fn value_parser() -> ValueParser {
        ValueParser::new(read::<Zone>)
    }
}

fn read<T: FromStr<Err = Error>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|refusal| {
        let (message, hint) = words::say(&refusal);
        format!("{message}\n→ {hint}")
    })
}
