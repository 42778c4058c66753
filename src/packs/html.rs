//! `index.html` of a pack: one page that needs nothing else, by standard, on the common structure, and by
//! document. Every link is relative.

use std::fmt::Write as _;

use super::content::Content;
use super::item::{PackItem, What};
use crate::coverage::{Gap, Row, State};
use crate::extract::Unsearchable;
use crate::mapping::{self, Named};
use crate::standards::{Origin, catalogue};

/// The word for a state of coverage.
pub(super) fn state_word(state: State) -> &'static str {
    match state {
        State::Covered => "covered",
        State::Partial => "partial",
        State::Gap => "gap",
        State::OutOfScope => "out of scope",
    }
}

/// Why something is not covered, in words.
pub(super) fn gaps(gaps: &[Gap]) -> String {
    let words: Vec<String> = gaps
        .iter()
        .map(|gap| match gap {
            Gap::NothingFiled => String::from("nothing filed"),
            Gap::OnlySupporting => String::from("only supporting evidence"),
            Gap::NoDocument => String::from("no document"),
            Gap::NoRecord => String::from("no record"),
            Gap::OnlyPart => String::from("nothing for all of it"),
            Gap::NotInDate => String::from("draft, overdue or expired"),
            Gap::MissingAt { scope } => format!("missing at {}", scope.join(", ")),
        })
        .collect();
    words.join("; ")
}

/// How a mapping came about, in words.
pub(super) fn origin(origin: &mapping::Origin) -> String {
    match origin {
        mapping::Origin::Hand => String::from("by hand"),
        mapping::Origin::Import { source } => source.clone(),
        mapping::Origin::Correlation { from, relation } => format!("correlation with {} ({relation})", from.short()),
    }
}

/// Why a file cannot be searched, in words.
pub(super) fn problem(problem: Unsearchable) -> &'static str {
    match problem {
        Unsearchable::Empty => "no content",
        Unsearchable::Damaged => "damaged",
        Unsearchable::Locked => "needs a password",
        Unsearchable::ImageOnly => "picture without text",
        Unsearchable::UnknownType => "type that cannot be searched",
        Unsearchable::TooLarge => "too large to be searched",
    }
}

fn esc(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
        out
    })
}

/// A relative link: everything but plain letters, digits and separators is percent-encoded.
fn href(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            other => {
                let _ = write!(out, "%{other:02X}");
            }
        }
    }
    out
}

fn standard_class(edition: &str) -> &'static str {
    match edition.split(':').next().unwrap_or_default() {
        "9001" => "q",
        "20000-1" => "s",
        _ => "i",
    }
}

fn clause_anchor(row: &Row) -> String {
    format!("c-{}-{}", row.reference.edition_id().to_string().replace(':', "-"), row.reference.clause)
}

/// The page.
pub(super) fn page(content: &Content) -> String {
    let mut out = String::new();
    let title = format!("{} {}", content.audit.code, content.audit.title);
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        esc(&title)
    );
    head(&mut out, content);
    spine(&mut out, content);
    for part in &content.coverage {
        standard(&mut out, content, part);
    }
    items(&mut out, content);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn head(out: &mut String, content: &Content) {
    let a = &content.audit;
    let period = match (a.period_from, a.period_to) {
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => String::from("not limited"),
    };
    let scope = if a.scope.is_empty() { String::from("all") } else { a.scope.join(", ") };
    let count = |kind: &str| content.items.iter().filter(|i| i.kind() == kind).count();
    let _ = write!(
        out,
        "<header><p class=\"over\">{} · {} audit</p><h1>{} {}</h1>\n<dl>\
         <div><dt>As of</dt><dd>{}</dd></div><div><dt>Period</dt><dd>{}</dd></div><div><dt>Scope items</dt><dd>{}</dd></div>\
         <div><dt>Documents</dt><dd>{}</dd></div><div><dt>Records</dt><dd>{}</dd></div></dl>\n",
        esc(&content.organisation),
        a.kind,
        esc(&a.code),
        esc(&a.title),
        content.day,
        esc(&period),
        esc(&scope),
        count("document"),
        count("record"),
    );
    out.push_str("<nav><a href=\"#structure\">Common structure</a>");
    for part in &content.coverage {
        let _ = write!(out, "<a href=\"#s-{}\">{}</a>", part.edition.replace(':', "-"), esc(&part.edition));
    }
    out.push_str(
        "<a href=\"#items\">Documents and records</a><a href=\"matrix.xlsx\">Workbook</a>\
         <a href=\"VERIFY.txt\">How to check this pack</a></nav></header>\n<main>\n",
    );
    out.push_str("<section class=\"sums\">");
    for part in &content.coverage {
        let s = part.summary;
        let name = catalogue().edition(&part.edition, &[]).map(|e| e.name.clone()).unwrap_or_default();
        let share = |n: usize| if s.clauses == 0 { 0.0 } else { n as f64 * 100.0 / s.clauses as f64 };
        let _ = write!(
            out,
            "<div class=\"{}\"><h3>{}</h3><p class=\"bar\" aria-hidden=\"true\"><i style=\"width:{:.1}%\"></i><b style=\"width:{:.1}%\"></b></p>\
             <p>{} of {} clauses covered, {} partly, {} without evidence</p></div>",
            standard_class(&part.edition),
            esc(&name),
            share(s.covered),
            share(s.partial),
            s.covered,
            s.clauses,
            s.partial,
            s.gap
        );
    }
    out.push_str("</section>\n");
    if !content.notes.is_empty() {
        out.push_str("<section class=\"notes\"><h2>Before you read on</h2><ul>");
        for note in &content.notes {
            let _ = write!(out, "<li>{}</li>", esc(&note.text()));
        }
        out.push_str("</ul></section>\n");
    }
    out.push_str("<section><h2>Scopes</h2><table><thead><tr><th>System</th><th>Standard</th><th>Inside its scope</th><th>Statement</th></tr></thead><tbody>");
    for s in &content.systems {
        let _ = write!(
            out,
            "<tr><td>{}</td><td class=\"{}\">{}</td><td>{}</td><td>{}</td></tr>",
            esc(&s.code),
            standard_class(&s.edition),
            esc(&s.edition),
            esc(&if s.scope.is_empty() { String::from("not divided") } else { s.scope.join(", ") }),
            esc(if s.statement.text.is_empty() { &s.statement.boundaries } else { &s.statement.text }),
        );
    }
    out.push_str("</tbody></table></section>\n");
}

fn glyph(state: State) -> String {
    let shape = match state {
        State::Covered => "●",
        State::Partial => "◐",
        State::Gap => "○",
        State::OutOfScope => "–",
    };
    format!(
        "<span class=\"g {}\"><span aria-hidden=\"true\">{shape}</span> {}</span>",
        state_word(state).replace(' ', "-"),
        state_word(state)
    )
}

/// The common part once, the standards side by side in their fixed order.
fn spine(out: &mut String, content: &Content) {
    out.push_str("<section id=\"structure\"><h2>Common structure</h2><div class=\"wide\"><table class=\"spine\"><thead><tr><th>Clause</th>");
    for part in &content.coverage {
        let _ = write!(out, "<th class=\"{}\">{}</th>", standard_class(&part.edition), esc(&part.edition));
    }
    out.push_str("</tr></thead><tbody>");
    for s in catalogue().spine() {
        let level = if s.clause.contains('.') { "l2" } else { "l1" };
        let title = s.for_subject("").replace("  ", " ");
        let title = title.trim();
        let _ = write!(out, "<tr class=\"{level}\"><th scope=\"row\"><b>{}</b> {}</th>", s.clause, esc(title));
        for part in &content.coverage {
            let row = part.rows.iter().find(|r| r.spine.as_deref() == Some(&s.clause) && own_spine(r, &s.clause));
            match row {
                Some(row) => {
                    let _ = write!(
                        out,
                        "<td><a href=\"#{}\">{}</a> {}</td>",
                        clause_anchor(row),
                        esc(&row.reference.clause),
                        glyph(row.state)
                    );
                }
                None => out.push_str("<td></td>"),
            }
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table></div></section>\n");
}

/// Whether a clause itself, not only one above it, carries that part of the common structure.
fn own_spine(row: &Row, spine: &str) -> bool {
    catalogue().clause(&row.reference).and_then(|c| c.spine.as_deref()) == Some(spine)
}

fn standard(out: &mut String, content: &Content, part: &crate::coverage::Coverage) {
    let name = catalogue().edition(&part.edition, &[]).map(|e| e.name.clone()).unwrap_or_default();
    let _ = write!(
        out,
        "<section id=\"s-{}\" class=\"{}\"><h2>{}</h2><div class=\"wide\"><table><thead><tr><th>Clause</th><th>Coverage</th><th>Evidence</th></tr></thead><tbody>",
        part.edition.replace(':', "-"),
        standard_class(&part.edition),
        esc(&name)
    );
    for row in &part.rows {
        let added = catalogue().clause(&row.reference).is_some_and(|c| c.origin != Origin::Common);
        let _ = write!(
            out,
            "<tr id=\"{}\" class=\"l{}{}\"><th scope=\"row\"{}><b>{}</b> {}</th><td>{}",
            clause_anchor(row),
            row.level.min(4),
            if row.heading { " heading" } else { "" },
            if added { " class=\"added\" title=\"not part of the common structure\"" } else { "" },
            esc(&row.reference.clause),
            esc(&row.title),
            glyph(row.state)
        );
        let why = gaps(&row.gaps);
        if !why.is_empty() && row.state != State::Gap {
            let _ = write!(out, "<br><small>{}</small>", esc(&why));
        }
        out.push_str("</td><td>");
        for item in &content.items {
            for m in item.mappings.iter().filter(|m| m.reference == row.reference) {
                evidence(out, content, item, m);
            }
        }
        out.push_str("</td></tr>");
    }
    out.push_str("</tbody></table></div></section>\n");
}

fn evidence(out: &mut String, content: &Content, item: &PackItem, m: &Named) {
    let _ = write!(out, "<p><a href=\"#{}\">{}</a> {}", item.anchor(), esc(item.code()), esc(item.title()));
    if m.strength != crate::mapping::Strength::Full {
        let _ = write!(out, " <em>{}</em>", m.strength.name());
    }
    let warning = item.warning(content.day);
    if !warning.is_empty() {
        let _ = write!(out, " <span class=\"warn\">{}</span>", esc(&warning));
    }
    for said in [&m.reason, &m.variance] {
        if !said.is_empty() {
            let _ = write!(out, "<br><small>{}</small>", esc(said));
        }
    }
    out.push_str("</p>");
}

fn items(out: &mut String, content: &Content) {
    out.push_str("<section id=\"items\"><h2>Documents and records</h2>");
    for item in &content.items {
        let _ = write!(
            out,
            "<article id=\"{}\"><h3><span class=\"code\">{}</span> {}</h3>",
            item.anchor(),
            esc(item.code()),
            esc(item.title())
        );
        let warning = item.warning(content.day);
        if !warning.is_empty() {
            let _ = write!(out, "<p class=\"warn\">{}</p>", esc(&warning));
        }
        let facts = facts(item);
        let _ = write!(out, "<p class=\"facts\">{}</p>", esc(&facts.join(" · ")));
        out.push_str("<p class=\"chips\">");
        for m in &item.mappings {
            let _ = write!(
                out,
                "<span class=\"chip {}\" title=\"{}\">{}{}</span>",
                standard_class(&m.reference.standard),
                esc(&m.title),
                esc(&m.reference.short()),
                if m.strength == crate::mapping::Strength::Full {
                    String::new()
                } else {
                    format!(" {}", m.strength.name())
                },
            );
        }
        out.push_str("</p><ul class=\"files\">");
        for f in &item.files {
            let remark =
                f.filed.problem.map(|p| format!(" <span class=\"warn\">{}</span>", problem(p))).unwrap_or_default();
            let _ = write!(
                out,
                "<li><a href=\"{}\">{}</a>{remark}<br><small>filed as {} · {} bytes · SHA-256 {}</small></li>",
                href(&f.place),
                esc(f.place.rsplit('/').next().unwrap_or_default()),
                esc(&f.filed.path),
                f.filed.size,
                f.filed.digest
            );
        }
        out.push_str("</ul></article>");
    }
    out.push_str("</section>\n");
}

fn facts(item: &PackItem) -> Vec<String> {
    let mut facts = Vec::new();
    let mut say = |name: &str, value: String| {
        if !value.is_empty() {
            facts.push(format!("{name} {value}"));
        }
    };
    match &item.what {
        What::Document(d, r) => {
            say("", d.kind.name().replace('_', " "));
            say("revision", r.label.clone());
            say("owner", d.owner.clone());
            say("approved by", r.approved_by.clone().unwrap_or_default());
            say("approved on", r.approved_on.map(|x| x.to_string()).unwrap_or_default());
            say("in force since", r.effective_from.map(|x| x.to_string()).unwrap_or_default());
            say("next review", d.next_review.map(|x| x.to_string()).unwrap_or_default());
        }
        What::Record(r) => {
            let day = |d: Option<crate::day::Day>| d.map(|x| x.to_string()).unwrap_or_default();
            say("", r.kind.clone());
            say("period from", day(r.period_from));
            say("to", day(r.period_to));
            say("collected", day(r.collected));
            say("filed", day(Some(r.filed)));
            say("valid until", day(r.valid_until));
            say("", r.note.clone());
        }
    }
    if !item.scope.is_empty() {
        say("scope", item.scope.join(", "));
    }
    facts.iter().map(|f| f.trim().to_owned()).collect()
}

const STYLE: &str = include_str!("pack.css");
