//! The types of every request and answer for shells written in TypeScript. A test compares them with the file
//! that the window is built from.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use super::{Progress, Topic};

/// Is shown every command.
pub(super) trait See {
    fn command<C: TS + 'static, A: TS + 'static>(&mut self, name: &str, changes: &[Topic]);
}

/// Declarations by name, and the table of commands.
struct Collected {
    config: Config,
    types: BTreeMap<String, String>,
    commands: Vec<String>,
    clashes: Vec<String>,
}

impl Collected {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
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
}

impl TypeVisitor for Collected {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

impl See for Collected {
    fn command<C: TS + 'static, A: TS + 'static>(&mut self, name: &str, changes: &[Topic]) {
        self.add::<C>();
        self.add::<A>();
        let (request, answer) = (C::name(&self.config), A::name(&self.config));
        let changes: Vec<String> = changes.iter().filter_map(|t| serde_json::to_string(t).ok()).collect();
        let changes = changes.join(", ");
        self.commands.push(format!("  {name}: {{ request: {request}; answer: {answer}; changes: [{changes}] }};"));
    }
}

/// All types, as one TypeScript module; and the names that stand for two different ones, which must be none.
pub fn typescript() -> (String, Vec<String>) {
    let config = Config::new().with_large_int("number");
    let mut seen = Collected { config, types: BTreeMap::new(), commands: Vec::new(), clashes: Vec::new() };
    super::each_type(&mut seen);
    super::requests::each_type(&mut seen);
    seen.add::<super::Reply>();
    seen.add::<Progress>();
    seen.add::<Topic>();
    let mut out =
        String::from("// Made by the core from its command table; `make types` makes it again. Not to be edited.\n\n");
    for declaration in seen.types.values() {
        out.push_str("export ");
        out.push_str(declaration);
        out.push_str("\n\n");
    }
    out.push_str("/** Every command by name. */\nexport interface Commands {\n");
    out.push_str(&seen.commands.join("\n"));
    out.push_str("\n}\n");
    (out, seen.clashes)
}
