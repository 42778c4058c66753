//! The index page: every link alive, every file opens, and what users wrote is text.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use clausebook::digest::Digest;
use clausebook::systems;

use super::{build, sample, unpacked};
use crate::support::tool;

/// Links and anchors of a page.
fn links(page: &str) -> (Vec<String>, BTreeSet<String>) {
    let parts = |name: &str| -> Vec<String> {
        page.split(&format!("{name}=\"")).skip(1).map(|p| p.split('"').next().unwrap().to_owned()).collect()
    };
    (parts(" href"), parts(" id").into_iter().collect())
}

fn decoded(href: &str) -> String {
    let bytes = href.as_bytes();
    let mut out = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] == b'%' {
            out.push(u8::from_str_radix(&href[i + 1..i + 3], 16).unwrap());
            i += 3;
        } else {
            out.push(bytes[i]);
            i += 1;
        }
    }
    String::from_utf8(out).unwrap()
}

#[test]
fn every_link_leads_somewhere_and_every_file_is_linked() {
    let (place, mut workspace, audit) = sample();
    build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    let bag = unpacked(&place.path("a.zip"), &place.path("out"));
    let (links, anchors) = links(&std::fs::read_to_string(bag.join("data/index.html")).unwrap());
    assert!(links.len() > 100, "the page has links");
    let mut linked = BTreeSet::new();
    for link in &links {
        match link.strip_prefix('#') {
            Some(anchor) => assert!(anchors.contains(anchor), "#{anchor} leads nowhere"),
            None => {
                let path = bag.join("data").join(decoded(link));
                assert!(path.is_file(), "{link} leads nowhere");
                linked.insert(path);
            }
        }
    }
    for folder in ["documents", "records"] {
        for file in std::fs::read_dir(bag.join("data").join(folder)).unwrap() {
            let path = file.unwrap().path();
            assert!(linked.contains(&path), "{} is not linked", path.display());
        }
    }
}

#[test]
fn the_page_needs_no_script_allows_only_its_own_and_breaks_no_day() {
    let (place, mut workspace, audit) = sample();
    build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    let bag = unpacked(&place.path("a.zip"), &place.path("out"));
    let page = std::fs::read_to_string(bag.join("data/index.html")).unwrap();
    let script = page.split_once("<script>").unwrap().1.split_once("</script>").unwrap().0;
    assert_eq!(page.matches("<script").count(), 1);
    let hash = BASE64.encode(Digest::of(script.as_bytes()).as_bytes());
    assert!(page.contains(&format!("script-src 'sha256-{hash}';")), "the policy names the script that stands there");
    assert!(page.contains("default-src 'none'") && !page.contains("http://") && !page.contains("https://"));
    let shown = page.split_once("<main>").unwrap().1.split_once("<script>").unwrap().0;
    assert!(!shown.contains(" hidden"), "without script nothing is hidden but the search");
    let facts: Vec<&str> =
        shown.split("<p class=\"facts\">").skip(1).map(|rest| rest.split("</p>").next().unwrap()).collect();
    assert!(
        facts.len() > 20 && facts.iter().any(|facts| facts.contains("approved on <span class=\"d\">20")),
        "{facts:?}"
    );
    for text in facts {
        let outside: String = text
            .split("<span class=\"d\">")
            .map(|rest| rest.split_once("</span>").map_or(rest, |(_, rest)| rest))
            .collect();
        let digits =
            outside.split('-').filter(|part| part.len() >= 4 && part.chars().rev().take(4).all(|c| c.is_ascii_digit()));
        assert_eq!(digits.count(), 0, "a day stands where a line may end: {text}");
    }
}

#[test]
fn every_file_opens_from_the_index_in_a_browser() {
    let (place, mut workspace, audit) = sample();
    build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    let bag = unpacked(&place.path("a.zip"), &place.path("out"));
    let index = bag.join("data/index.html").display().to_string().replace(' ', "%20");
    let profile = format!("--user-data-dir={}", place.path("chromium").display());
    let flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--dump-dom",
        &profile,
    ];
    let open = |url: &str| {
        let out = tool("chromium", "chromium", &[&flags[..], &[url]].concat(), &bag);
        assert!(out.status.success(), "{url}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).into_owned()
    };
    let page = open(&format!("file://{index}"));
    assert!(page.contains("Combined surveillance audit") && page.contains("id=\"structure\""), "the page is drawn");
    let search = page.split_once("id=\"search\"").unwrap().1.split_once('>').unwrap().0;
    assert!(!search.contains("hidden"), "the page's policy lets its own script run, and it shows the search: {search}");
    // The browser resolves the page's own links: a text file shows its text, so the encoding of names is right.
    let (links, _) = links(&page);
    let text = links.iter().find(|l| l.ends_with(".txt") && l.starts_with("records/")).unwrap();
    let base = index.trim_end_matches("index.html");
    assert!(open(&format!("file://{base}{text}")).contains("Restored from tape 14"), "{text} opens");
    assert!(open(&format!("file://{base}VERIFY.txt")).contains("sha256sum -c"), "VERIFY.txt opens");
}

#[test]
fn what_a_user_wrote_is_text_on_the_page() {
    let (place, mut workspace, audit) = sample();
    let name = "<script>x</script> & \"Co\" 'Sons' {{ front.day }} &amp;";
    workspace.transact(|tx| systems::name_organisation(tx, name)).unwrap();
    build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    let bag = unpacked(&place.path("a.zip"), &place.path("out"));
    let page = std::fs::read_to_string(bag.join("data/index.html")).unwrap();
    let line = page.lines().find(|line| line.contains("class=\"over\"")).unwrap();
    let shown = line.strip_prefix("<p class=\"over\">").unwrap().strip_suffix(" · surveillance audit</p>").unwrap();
    assert!(!shown.contains(['<', '>', '"', '\'']), "nothing ends the text: {shown}");
    let entities = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    let read = entities.iter().fold(shown.to_owned(), |text, (entity, sign)| text.replace(entity, sign));
    assert_eq!(read, name, "a browser reads what was written");
}
