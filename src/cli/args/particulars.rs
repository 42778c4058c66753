//! The particulars of a document or a record as arguments, made from their list: each is named and explained as it says.

use std::marker::PhantomData;

use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, value_parser};

use crate::day::Day;
use crate::error::Result;
use crate::named::{Field, Form, List, Wanted};

/// The particulars as they were given.
#[derive(Debug)]
pub(crate) struct Given<L> {
    texts: Vec<String>,
    list: PhantomData<L>,
}

impl<L: List> Given<L> {
    /// Reads them.
    pub(crate) fn read(self) -> Result<L> {
        let mut texts = self.texts.into_iter();
        L::from_texts(|_| texts.next().unwrap_or_default())
    }
}

/// The particulars that are to be corrected, as they were given.
#[derive(Debug)]
pub(crate) struct ToCorrect<L> {
    /// Those given, by name; an empty text clears.
    pub(crate) wanted: Wanted,
    list: PhantomData<L>,
}

impl<L: List> Args for ToCorrect<L> {
    fn augment_args(command: Command) -> Command {
        L::FIELDS.iter().fold(command, |command, field| {
            let help = format!("{}; an empty text clears", field.help.trim_end_matches('.'));
            let help = if field.needed { field.help.trim_end_matches('.').to_owned() } else { help };
            command.arg(Arg::new(field.argument).long(field.argument).help(help).value_name(value_name(field.form)))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<L: List> FromArgMatches for ToCorrect<L> {
    fn from_arg_matches(given: &ArgMatches) -> Result<Self, clap::Error> {
        let text =
            |field: &Field| given.get_one::<String>(field.argument).map(|text| (field.name.to_owned(), text.clone()));
        Ok(Self { wanted: L::FIELDS.iter().filter_map(text).collect(), list: PhantomData })
    }

    fn update_from_arg_matches(&mut self, given: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(given)?;
        Ok(())
    }
}

impl<L: List> Args for Given<L> {
    fn augment_args(command: Command) -> Command {
        L::FIELDS.iter().fold(command, |command, field| command.arg(argument(field)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<L: List> FromArgMatches for Given<L> {
    fn from_arg_matches(given: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(Self { texts: L::FIELDS.iter().map(|field| text(field, given)).collect(), list: PhantomData })
    }

    fn update_from_arg_matches(&mut self, given: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(given)?;
        Ok(())
    }
}

fn argument(field: &'static Field) -> Arg {
    let argument =
        Arg::new(field.argument).long(field.argument).help(field.help.trim_end_matches('.')).required(field.needed);
    let argument = argument.value_name(value_name(field.form));
    match field.form {
        // A wrong word is refused by the core, which says what there is.
        Form::Text | Form::Word(_) => argument,
        Form::Number => argument.value_parser(value_parser!(u32)),
        Form::Day => argument.value_parser(value_parser!(Day)),
    }
}

fn value_name(form: Form) -> &'static str {
    match form {
        Form::Text | Form::Word(_) => "TEXT",
        Form::Number => "NUMBER",
        Form::Day => "DAY",
    }
}

fn text(field: &Field, given: &ArgMatches) -> String {
    let name = field.argument;
    match field.form {
        Form::Text | Form::Word(_) => given.get_one::<String>(name).cloned(),
        Form::Number => given.get_one::<u32>(name).map(u32::to_string),
        Form::Day => given.get_one::<Day>(name).map(Day::to_string),
    }
    .unwrap_or_default()
}
