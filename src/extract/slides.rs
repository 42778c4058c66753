//! The slides of a presentation in the order in which they are shown, each with the parts that belong to it.

use super::tables::xml::{Node, part, targets, walk};

/// The names of each slide's parts: itself, its notes, comments, charts and drawings.
pub(super) fn slides(bytes: &[u8]) -> Vec<Vec<String>> {
    let links = targets(bytes, "ppt/_rels/presentation.xml.rels");
    let mut out = Vec::new();
    let Some(xml) = part(bytes, "ppt/presentation.xml") else { return out };
    walk(&xml, |node| {
        if let Node::Open(e) = node
            && e.local_name().as_ref() == "sldId"
        {
            // Its number and its link are both called `id`; the link has a prefix.
            let link = e.attributes().with_checks(false).flatten().find_map(|a| links.get(a.value.as_ref()));
            out.extend(link.map(|target| vec![absolute("ppt", target)]));
        }
        true
    });
    for slide in &mut out {
        let Some((folder, file)) = slide[0].rsplit_once('/') else { continue };
        let own = targets(bytes, &format!("{folder}/_rels/{file}.rels"));
        let folder = folder.to_owned();
        slide.extend(own.values().map(|target| absolute(&folder, target)));
    }
    out
}

/// A link as a name in the archive.
pub(super) fn absolute(folder: &str, target: &str) -> String {
    if let Some(from_root) = target.strip_prefix('/') {
        return from_root.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
