//! What pages of every format are read as: lines, tables, lists, and pages made to break a reader.

mod lines;
mod lists;
mod markup;
mod robust;
mod separated;
mod size;
mod tables;

use super::*;

/// The kinds of blocks, with their lines.
fn outline(page: &Document) -> Vec<(usize, &'static str)> {
    let kind = |block: &Block| match &block.kind {
        BlockKind::Heading { .. } => "heading",
        BlockKind::Paragraph(_) => "paragraph",
        BlockKind::List(_) => "list",
        BlockKind::Table(_) => "table",
        BlockKind::Code(_) => "code",
        BlockKind::Rule => "rule",
    };
    page.blocks.iter().map(|block| (block.line, kind(block))).collect()
}

/// The first table of a page.
fn table(page: &Document) -> &Grid {
    let tables = page.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Table(grid) => Some(grid),
        _ => None,
    });
    tables.unwrap()
}

/// The first list of a page.
fn list(page: &Document) -> &[Item] {
    let lists = page.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::List(items) => Some(items),
        _ => None,
    });
    lists.unwrap()
}

/// The first paragraph of a page.
fn paragraph(page: &Document) -> &Rich {
    let paragraphs = page.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Paragraph(text) => Some(text),
        _ => None,
    });
    paragraphs.unwrap()
}

/// The words of the cells, row by row.
fn words(grid: &Grid) -> Vec<Vec<&str>> {
    grid.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.text.as_str()).collect()).collect()
}

/// The words of entries and of those below them, indented.
fn tree(items: &[Item]) -> Vec<String> {
    let below = |item: &Item| tree(&item.children).into_iter().map(|line| format!(" {line}"));
    items.iter().flat_map(|item| std::iter::once(item.text.text.clone()).chain(below(item))).collect()
}
