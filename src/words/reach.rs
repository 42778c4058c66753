//! Words of a Statement of Applicability for what a control reaches.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::controls::usual;
use super::table::of_kind;

/// What a cell says a control reaches, by the names of it: `services; own assets`, `nur eigene Assets`. None where it says
/// something else, too.
pub fn reach(text: &str) -> Option<Vec<&'static str>> {
    static REACH: LazyLock<HashMap<String, &'static [&'static str]>> = LazyLock::new(|| {
        let both: &'static [&'static str] = &["services", "assets"];
        let all = of_kind("reach", &[(&both[..1], "services"), (&both[1..], "assets"), (both, "both")]);
        all.into_iter().map(|(names, word)| (usual(word), names)).collect()
    });
    static BESIDE: LazyLock<HashMap<String, bool>> = LazyLock::new(|| {
        let all = of_kind("beside_reach", &[(false, "only"), (true, "and")]);
        all.into_iter().map(|(parts, word)| (usual(word), parts)).collect()
    });
    let known = |part: &str| REACH.get(&usual(part)).copied();
    let parts = text.split(['/', ',', ';', '+', '&', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let mut found = Vec::new();
    for part in parts {
        // A word that adds nothing, and one between two of them.
        let words: Vec<&str> =
            part.split_whitespace().filter(|word| BESIDE.get(&usual(word)) != Some(&false)).collect();
        let each = words.split(|word| BESIDE.get(&usual(word)) == Some(&true)).map(|words| words.join(" "));
        let named = match known(part) {
            Some(names) => names.to_vec(),
            None => each.map(|one| known(&one)).collect::<Option<Vec<_>>>()?.concat(),
        };
        found.extend(named);
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.dedup();
    Some(found).filter(|found| !found.is_empty())
}

/// What a control reaches as one word: services, assets, or both.
pub fn reach_named(text: &str) -> Option<&'static str> {
    match reach(text)?.as_slice() {
        [one] => Some(one),
        _ => Some("both"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_control_reaches_is_read_with_the_words_that_add_nothing() {
        for (text, meant) in [
            ("services", Some("services")),
            ("services only", Some("services")),
            ("Only the services", Some("services")),
            ("own assets only", Some("assets")),
            ("nur eigene Assets", Some("assets")),
            ("actifs propres uniquement", Some("assets")),
            ("solo servicios", Some("services")),
            ("services & own assets", Some("both")),
            ("our services and assets", Some("both")),
            ("Services und eigene Werte", Some("both")),
            ("both", Some("both")),
            ("internal IT only", None),
            ("services, customers", None),
            ("only", None),
            ("", None),
        ] {
            assert_eq!(reach_named(text), meant, "{text}");
        }
    }
}
