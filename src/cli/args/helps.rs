//! What an argument means is said once for all commands that take it, in `helps.csv`: by its name, or by command and name
//! where it means something of its own there. What a command says of an argument itself stands.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use clap::{Arg, Command};
use serde::Deserialize;

/// One line of `helps.csv`.
#[derive(Debug, Deserialize)]
struct Help {
    argument: String,
    help: String,
}

// The file is part of the program and a test reads each row, so the empty list never occurs.
static HELPS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(include_bytes!("helps.csv").as_slice()).into_deserialize();
    let rows: Vec<Help> = rows.collect::<Result<_, _>>().unwrap_or_default();
    rows.into_iter().map(|row| (row.argument, row.help)).collect()
});

/// The command, each of its arguments explained.
pub(in crate::cli) fn helped(command: Command) -> Command {
    explain(command, "")
}

fn explain(command: Command, path: &str) -> Command {
    let command = command.mut_args(|arg| {
        let help = if lacks(&arg) { help(path, arg.get_id().as_str()) } else { None };
        match help {
            Some(help) => arg.help(help),
            None => arg,
        }
    });
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| {
        let below = format!("{path} {name}").trim_start().to_owned();
        command.mut_subcommand(name, |sub| explain(sub, &below))
    })
}

fn lacks(arg: &Arg) -> bool {
    arg.get_help().is_none() && !arg.is_hide_set()
}

/// What is said of an argument of a command: of the command itself before the family it belongs to.
fn help(path: &str, argument: &str) -> Option<&'static str> {
    let family = path.split(' ').next().unwrap_or_default();
    [format!("{path} {argument}"), format!("{family} {argument}"), argument.to_owned()]
        .iter()
        .find_map(|key| HELPS.get(key.trim_start()))
        .map(String::as_str)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::cli::args::Args;

    fn all(command: &Command, path: &str, each: &mut impl FnMut(&str, &Arg)) {
        command.get_arguments().for_each(|arg| each(path, arg));
        for sub in command.get_subcommands() {
            all(sub, format!("{path} {}", sub.get_name()).trim_start(), each);
        }
    }

    #[test]
    fn every_argument_of_every_command_says_what_it_is_and_no_line_is_left_over() {
        assert_eq!(HELPS.len() + 1, include_str!("helps.csv").lines().count());
        let mut bare = Vec::new();
        all(&helped(Args::command()), "", &mut |path, arg| {
            if lacks(arg) {
                bare.push(format!("{path} {}", arg.get_id()));
            }
        });
        assert_eq!(bare, [""; 0]);
        let mut used = BTreeSet::new();
        all(&Args::command(), "", &mut |path, arg| {
            if lacks(arg) {
                used.extend(help(path, arg.get_id().as_str()));
            }
        });
        let unused: Vec<&String> =
            HELPS.iter().filter(|(_, help)| !used.contains(help.as_str())).map(|(k, _)| k).collect();
        assert_eq!(unused, [""; 0]);
    }
}
