//! No circle among the files of `src`: whoever reads a file needs what it uses, and what that uses, but never comes back
//! to where they began. Names are followed through a façade's `pub use` to the file that defines them; a façade that
//! only hands on names uses nothing. Methods are not seen, for their calls do not say where they stand.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::sources;

/// What stands before a name that is defined.
const DEFINES: &[&str] = &["const", "enum", "fn", "static", "struct", "trait", "type"];

/// A path as it is written, or from the crate's root.
type Path = Vec<String>;

/// What one file says of others.
#[derive(Default)]
struct File {
    /// A `mod.rs`: using the room means using what it hands on.
    facade: bool,
    /// Files below it, as `mod x;` says.
    children: BTreeSet<String>,
    /// Names it takes in, and from where.
    names: BTreeMap<String, Path>,
    /// Files all of whose names it takes in.
    all_of: Vec<Path>,
    /// Names that it defines itself.
    own: BTreeSet<String>,
    /// Everything named in its own code.
    named: Vec<Path>,
}

/// All files by the path of their module; `lib.rs` is the empty one.
struct Sources(BTreeMap<Path, File>);

impl Sources {
    fn read<'a>(all: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut files = BTreeMap::new();
        for (name, text) in all {
            let mut module: Path = name.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
            let mut file = File::default();
            if module.last().is_some_and(|last| ["mod", "lib"].contains(&last.as_str())) {
                module.pop();
                file.facade = true;
            }
            file.take_in(text.parse().unwrap());
            files.insert(module, file);
        }
        Self(files)
    }

    /// A path as a file writes it, from the crate's root; nothing for what stands outside of the crate.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Path> {
        let file = &self.0[module];
        let (first, rest) = path.split_first()?;
        let mut whole = match first.as_str() {
            "crate" => Path::new(),
            "self" => module.to_vec(),
            "super" => module[..module.len().checked_sub(1)?].to_vec(),
            name if file.children.contains(name) => [module, &[name.to_owned()]].concat(),
            name => {
                let taken = file.names.get(name).filter(|taken| taken.first() != Some(first))?;
                self.absolute(module, taken)?
            }
        };
        let above = rest.iter().take_while(|part| *part == "super").count();
        whole.truncate(whole.len().checked_sub(above)?);
        whole.extend_from_slice(&rest[above..]);
        Some(whole)
    }

    /// The files that define what a path from the root names.
    fn defined(&self, path: &[String], found: &mut BTreeSet<Path>) {
        let modules = (0..=path.len()).rev().find(|n| self.0.contains_key(&path[..*n])).unwrap_or(0);
        let (module, rest) = path.split_at(modules);
        let Some(file) = self.0.get(module) else { return };
        let Some((name, rest)) = rest.split_first() else {
            // Who uses a room as a whole uses what it goes on to name.
            if !file.facade {
                found.insert(module.to_vec());
            }
            return;
        };
        if let Some(taken) = file.names.get(name) {
            if let Some(taken) = self.absolute(module, taken) {
                self.defined(&[taken, rest.to_vec()].concat(), found);
            }
            return;
        }
        let mut handed_on = file.all_of.iter().filter_map(|from| self.absolute(module, from));
        let definer = handed_on.find(|from| self.0.get(from).is_some_and(|file| file.own.contains(name)));
        found.insert(definer.unwrap_or_else(|| module.to_vec()));
    }

    fn arrows(&self) -> BTreeMap<Path, BTreeSet<Path>> {
        let arrows = |(module, file): (&Path, &File)| {
            let mut to = BTreeSet::new();
            for path in &file.named {
                if let Some(path) = self.absolute(module, path) {
                    self.defined(&path, &mut to);
                }
            }
            to.remove(module);
            (module.clone(), to)
        };
        self.0.iter().map(arrows).collect()
    }

    /// Files that reach each other, in groups.
    fn circles(&self) -> BTreeSet<BTreeSet<String>> {
        let arrows = self.arrows();
        let reached = |from: &Path| {
            let mut reached = BTreeSet::new();
            let mut open: Vec<&Path> = arrows[from].iter().collect();
            while let Some(next) = open.pop() {
                if reached.insert(next.clone()) {
                    open.extend(&arrows[next]);
                }
            }
            reached
        };
        let reach: BTreeMap<&Path, BTreeSet<Path>> = arrows.keys().map(|from| (from, reached(from))).collect();
        let back =
            |from: &Path| reach[from].iter().filter(|to| reach[to].contains(from)).map(|m| m.join("/")).collect();
        arrows.keys().map(back).filter(|circle: &BTreeSet<String>| !circle.is_empty()).collect()
    }
}

impl File {
    fn take_in(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at += self.item(&tokens[at..], at.checked_sub(1).map(|before| &tokens[before]));
        }
    }

    /// Takes in what stands at the beginning, and says how many tokens that were.
    fn item(&mut self, tokens: &[TokenTree], before: Option<&TokenTree>) -> usize {
        match &tokens[0] {
            TokenTree::Punct(hash) if hash.as_char() == '#' && is_test(tokens.get(1)) => {
                let ends = |token: &TokenTree| is_punct(token, ';') || is_group(token, Delimiter::Brace);
                return tokens.iter().position(ends).map_or(tokens.len(), |end| end + 1);
            }
            TokenTree::Group(group) => self.take_in(group.stream()),
            TokenTree::Ident(word) if word == "mod" && tokens.get(2).is_some_and(|t| is_punct(t, ';')) => {
                self.children.insert(tokens[1].to_string());
                return 3;
            }
            TokenTree::Ident(word) if word == "use" => {
                let end = tokens.iter().position(|t| is_punct(t, ';')).unwrap_or(tokens.len());
                // `pub use` hands on, `pub(super) use` as well.
                let hands_on = before.is_some_and(|b| b.to_string() == "pub" || is_group(b, Delimiter::Parenthesis));
                for (path, name) in tree(&tokens[1..end], &[]) {
                    if name == "*" {
                        self.all_of.push(path.clone());
                    } else {
                        self.names.insert(name, path.clone());
                    }
                    if !hands_on {
                        self.named.push(path);
                    }
                }
                return end + 1;
            }
            TokenTree::Ident(word) if DEFINES.contains(&word.to_string().as_str()) => {
                self.own.extend(tokens.get(1).map(ToString::to_string));
            }
            TokenTree::Ident(_) if !before.is_some_and(|b| is_punct(b, ':') || is_punct(b, '.')) => {
                let (path, length) = path(tokens);
                if path.len() > 1 {
                    self.named.push(path);
                    return length;
                }
            }
            _ => {}
        }
        1
    }
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(p) if p.as_char() == wanted)
}

fn is_group(token: &TokenTree, wanted: Delimiter) -> bool {
    matches!(token, TokenTree::Group(g) if g.delimiter() == wanted)
}

fn is_test(token: Option<&TokenTree>) -> bool {
    token.is_some_and(|t| t.to_string().replace(' ', "") == "[cfg(test)]")
}

/// The words of a path up to where it ends or branches, and how many tokens they are.
fn path(tokens: &[TokenTree]) -> (Path, usize) {
    let mut words = Path::new();
    let mut at = 0;
    while let Some(TokenTree::Ident(word)) = tokens.get(at) {
        words.push(word.to_string());
        at += 1;
        let colons = tokens.get(at..at + 2).is_some_and(|two| two.iter().all(|t| is_punct(t, ':')));
        if !colons {
            break;
        }
        at += 2;
    }
    (words, at)
}

/// What a `use` takes in: each path with the name it gets.
fn tree(tokens: &[TokenTree], above: &[String]) -> Vec<(Path, String)> {
    let (words, length) = path(tokens);
    let whole = [above, &words].concat();
    match tokens.get(length) {
        Some(TokenTree::Group(group)) => {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            inside.split(|t| is_punct(t, ',')).filter(|part| !part.is_empty()).flat_map(|p| tree(p, &whole)).collect()
        }
        Some(TokenTree::Ident(_)) => vec![(whole, tokens[length + 1].to_string())],
        Some(_) => vec![(whole, String::from("*"))],
        None => {
            let whole = if whole.last().is_some_and(|last| last == "self") { above.to_vec() } else { whole };
            let name = whole.last().cloned().unwrap_or_default();
            vec![(whole, name)]
        }
    }
}

#[test]
fn no_files_go_in_a_circle() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let texts: Vec<(String, String)> = sources("src")
        .into_iter()
        .map(|path| {
            (path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned(), std::fs::read_to_string(path).unwrap())
        })
        .collect();
    let circles = Sources::read(texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))).circles();
    assert!(circles.is_empty(), "these files use each other; give what they share a file of its own: {circles:#?}");
}

#[test]
fn a_circle_is_found() {
    let circles = |files: &[(&str, &str)]| -> Vec<Vec<String>> {
        let found = Sources::read(files.iter().copied()).circles();
        found.into_iter().map(|circle| circle.into_iter().collect()).collect()
    };
    let lib = ("lib.rs", "pub mod room;");
    let facade = ("room/mod.rs", "mod a;\nmod b;\nmod c;\npub use a::{A, make};\npub use b::B as Other;");
    let plain = ("room/c.rs", "pub struct C;");
    // By a plain `use` and back by the façade's name.
    let there = ("room/a.rs", "use super::b::B;\npub struct A(B);");
    let named = ("room/b.rs", "use crate::room::{self, c::C};\npub fn b() { room::make(vec![1]); }");
    assert_eq!(circles(&[lib, facade, there, named, plain]), [["room/a", "room/b"]]);
    // Inline, inside of a macro, by a name that was given another.
    let inline = ("room/b.rs", "use super::a as first;\nfn b() { println!(\"{}\", first::A); }");
    assert_eq!(circles(&[lib, facade, there, inline, plain]), [["room/a", "room/b"]]);
    // Over three files, one of them deeper.
    let deep = ("room/b/deep.rs", "fn d() -> super::super::c::C { todo() }");
    let back = ("room/c.rs", "pub struct C(super::A);");
    let over = ("room/b/mod.rs", "mod deep;\npub struct B;\npub fn b() { deep::d() }");
    assert_eq!(circles(&[lib, facade, there, over, deep, back]), [["room/a", "room/b", "room/b/deep", "room/c"]]);
    // By a façade that hands on all there is.
    let all = ("room/mod.rs", "mod a;\nmod b;\nmod c;\npub use a::*;\npub use b::*;");
    let uses = ("room/b.rs", "use super::A;\npub struct B(A);");
    assert_eq!(circles(&[lib, all, there, uses, plain]), [["room/a", "room/b"]]);
    // What a façade defines itself is used like any other; what it hands on is not its own.
    let own = ("room/mod.rs", "mod a;\nmod b;\nmod c;\npub struct Own;\npub fn own() { a::make() }");
    let takes = ("room/a.rs", "use super::Own;\npub fn make() -> Own { Own }");
    assert_eq!(circles(&[lib, own, takes, plain]), [["room", "room/a"]]);
    let only = ("room/a.rs", "pub struct A;\n#[cfg(test)]\nmod tests { use super::super::b::B; }");
    assert_eq!(circles(&[lib, facade, only, named, plain]), Vec::<Vec<String>>::new(), "tests may look back");
}
