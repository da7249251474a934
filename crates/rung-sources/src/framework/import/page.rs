//! The pages of what is imported: each file read by its ending.

use std::path::Path;

use rung_model::problem::{Problem, Severity};

use crate::{
    document::{self, Document, FrontKind},
    progress::Progress,
    strict::{Limits, Text, is_plain, load_any, without_hidden},
    tree::{self, Constant, Node},
};

/// Endings that are read.
const ENDINGS: [&str; 16] = [
    "md", "markdown", "mdx", "html", "htm", "csv", "tsv", "yml", "yaml", "json", "toml", "js", "mjs", "ts", "tsx",
    "jsx",
];

/// One file.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// Its path from what is imported, with `/`; the file name where one file is imported.
    pub(super) file: String,
    /// What it holds.
    pub(super) content: Content,
    /// The tree of its front matter, where it has one.
    pub(super) front: Option<Node>,
    /// Hidden characters in its text.
    pub(super) hidden: usize,
}

/// What a page holds.
#[derive(Clone, Debug)]
pub(super) enum Content {
    /// Markdown or HTML, block by block.
    Document(Document),
    /// Separated values: a document of one table.
    Table(Document),
    /// YAML, JSON or TOML.
    Tree(Node),
    /// The constants of a script.
    Constants(Vec<Constant>),
}

impl Page {
    /// The document, where it is Markdown or HTML.
    pub(super) fn document(&self) -> Option<&Document> {
        match &self.content {
            Content::Document(document) => Some(document),
            _ => None,
        }
    }

    /// The document of Markdown, HTML or separated values.
    pub(super) fn blocks(&self) -> Option<&Document> {
        match &self.content {
            Content::Document(document) | Content::Table(document) => Some(document),
            _ => None,
        }
    }

    /// The tree of YAML, JSON or TOML, or of the front matter.
    pub(super) fn tree(&self) -> Option<&Node> {
        match &self.content {
            Content::Tree(node) => Some(node),
            _ => self.front.as_ref(),
        }
    }

    /// The file name without folders and ending.
    pub(super) fn stem(&self) -> &str {
        let name = self.file.rsplit('/').next().unwrap_or(&self.file);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

/// Reads a file, or every file with a known ending below a folder.
pub(super) fn read(path: &Path, progress: &dyn Progress, problems: &mut Vec<Problem>) -> Vec<Page> {
    let texts = load_any(path, &ENDINGS, Limits::default(), problems);
    let root = format!("{}/", path.display().to_string().trim_end_matches('/'));
    progress.begin("framework files", Some(texts.len() as u64));
    let mut pages = Vec::new();
    for text in &texts {
        let named = text.file.strip_prefix(&root);
        let alone = || path.file_name().map_or(text.file.clone(), |name| name.to_string_lossy().into_owned());
        let file = named.map_or_else(alone, str::to_owned).replace('\\', "/");
        pages.extend(of_text(file, text, problems));
        progress.advance(1);
    }
    progress.end();
    pages
}

/// One file of what is imported, by its ending.
pub(super) fn of_text(file: String, text: &Text, problems: &mut Vec<Problem>) -> Option<Page> {
    let ending = file.rsplit('.').next().unwrap_or_default().to_lowercase();
    let content = match ending.as_str() {
        "md" | "markdown" | "mdx" => Content::Document(document::markdown(&file, &text.text)),
        "html" | "htm" => Content::Document(document::html(&file, &text.text)),
        "csv" | "tsv" => match document::csv(&file, &text.text, (ending == "tsv").then_some(b'\t')) {
            Ok(document) => Content::Table(document),
            Err(more) => {
                problems.extend(more);
                return None;
            }
        },
        "yml" | "yaml" => Content::Tree(tree(tree::yaml(&file, &text.text), problems)?),
        "json" => Content::Tree(tree(tree::json(&file, &text.text), problems)?),
        "toml" => Content::Tree(tree(tree::toml(&file, &text.text), problems)?),
        // A script that is nothing but data.
        _ if text.text.trim_start().starts_with(['[', '{']) => {
            Content::Tree(tree(tree::json(&file, &text.text), problems)?)
        }
        _ => {
            let (constants, more) = tree::javascript(&file, &text.text);
            problems.extend(more);
            Content::Constants(constants)
        }
    };
    let hidden = text.text.lines().filter(|line| !is_plain(line)).map(|line| without_hidden(line).1).sum();
    let mut page = Page { file, content, front: None, hidden };
    let front = page.blocks().and_then(|document| document.front.clone());
    if let Some(front) = front {
        let above = "\n".repeat(front.line.saturating_sub(1));
        let text = format!("{above}{}", front.text);
        let read = match front.kind {
            FrontKind::Yaml => tree::yaml(&page.file, &text),
            FrontKind::Toml => tree::toml(&page.file, &text),
        };
        page.front = tree(read, problems);
    }
    if let Content::Document(document) | Content::Table(document) = &mut page.content {
        problems.append(&mut document.notes);
        if document.left_out > 0 {
            let what = format!("{} words of navigation, footers and asides are left out", document.left_out);
            let mend = "nothing to do; if they matter, put them into the page itself";
            problems.push(Problem::new(Severity::Note, page.file.clone(), "left-out", what, mend));
        }
    }
    Some(page)
}

fn tree((node, more): (Option<Node>, Vec<Problem>), problems: &mut Vec<Problem>) -> Option<Node> {
    problems.extend(more);
    node
}
