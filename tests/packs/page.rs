//! The index page: every link alive, every file opens, and what users wrote is text.

use std::collections::BTreeSet;

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
