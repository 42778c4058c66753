//! The types of every request and answer for shells written in TypeScript. A test compares them with the file
//! that the window is built from.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use super::session::Progress;
use super::topic::{Effect, Topic};

/// The types of requests and answers: declarations by name, and the table of commands.
pub struct Types {
    config: Config,
    types: BTreeMap<String, String>,
    commands: Vec<String>,
    reads: Vec<String>,
    clashes: Vec<String>,
}

impl Types {
    /// Those that every command needs. Commands and a shell's own requests are added to them.
    pub fn new() -> Self {
        let config = Config::new().with_large_int("number");
        let (types, commands, reads) = (BTreeMap::new(), Vec::new(), Vec::new());
        let mut types = Self { config, types, commands, reads, clashes: Vec::new() };
        types.add::<Progress>();
        types.add::<Topic>();
        types
    }

    /// Adds a type, and those it is made of.
    pub fn add<T: TS + 'static + ?Sized>(&mut self) {
        // Only what has a place of its own is declared; strings, lists and the like are written out in place.
        if T::output_path().is_none() {
            T::visit_dependencies(self);
            T::visit_generics(self);
            return;
        }
        let name = T::ident(&self.config);
        T::visit_generics(self);
        let declared = T::decl(&self.config);
        if let Some(there) = self.types.get(&name) {
            if *there != declared {
                self.clashes.push(name);
            }
            return;
        }
        self.types.insert(name, declared);
        T::visit_dependencies(self);
    }

    /// Adds a command: its request, its answer, and of a question what the answer is read from.
    pub fn command<C: TS + 'static, A: TS + 'static>(&mut self, name: &str, effect: Effect) {
        self.add::<C>();
        self.add::<A>();
        let (request, answer) = (C::name(&self.config), A::name(&self.config));
        self.commands.push(format!("  {name}: {{ request: {request}; answer: {answer} }};"));
        if let Effect::Reads(topics) = effect {
            let topics: Vec<String> = topics.iter().filter_map(|t| serde_json::to_string(t).ok()).collect();
            self.reads.push(format!("  {name}: [{}],", topics.join(", ")));
        }
    }

    /// All of them, as one TypeScript module; and the names that stand for two different ones, which must be none.
    pub fn typescript(self) -> (String, Vec<String>) {
        let mut out = String::from(
            "// Made by the core from its command table; `make types` makes it again. Not to be edited.\n\n",
        );
        for declaration in self.types.values() {
            out.push_str("export ");
            out.push_str(declaration);
            out.push_str("\n\n");
        }
        out.push_str("/** Every command by name. */\nexport interface Commands {\n");
        out.push_str(&self.commands.join("\n"));
        out.push_str(
            "\n}\n\n/** What the answer of each question is read from: a change to it makes the answer stale. */\n",
        );
        out.push_str("export const READS: { readonly [N in keyof Commands]?: readonly Topic[] } = {\n");
        out.push_str(&self.reads.join("\n"));
        out.push_str("\n};\n");
        (out, self.clashes)
    }
}

impl Default for Types {
    fn default() -> Self {
        Self::new()
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}
