//! A framework as one Markdown document, and as a table of its statements.

use std::fmt::Write as _;

use rung_model::framework::Framework;

use super::book::Book;
use crate::words;

/// The whole framework as Markdown.
pub fn markdown(framework: &Framework) -> String {
    let book = Book::of(framework);
    let mut out = format!(
        "# {}\n\nVersion {}. Licence: {}.\n",
        escaped(&framework.name),
        escaped(&framework.version),
        framework.license.as_deref().map_or("not stated".to_owned(), escaped)
    );
    for role in &framework.roles {
        let _ = write!(out, "\n## {}\n", escaped(&role.name));
        if !role.definition.is_empty() {
            let _ = write!(out, "\n{}\n", escaped(&role.definition));
        }
        for claim in framework.splits.iter().filter(|claim| claim.role == role.id) {
            let [s, p, b] = claim.split.parts().map(words::percent);
            let _ = write!(
                out,
                "\nThe week: strategy & alignment {s}, people {p}, building {b} ({}).\n",
                claim.basis.words()
            );
        }
        let duties: Vec<_> = framework.duties_of(&role.id).collect();
        if !duties.is_empty() {
            out.push_str("\nResponsibilities:\n\n");
            duties.iter().for_each(|duty| out.push_str(&format!("- {}\n", escaped(&duty.name))));
        }
        for level in book.levels(&role.id) {
            let _ = write!(out, "\n### {}\n", escaped(level.title()));
            if !level.definition.is_empty() {
                let _ = write!(out, "\n{}\n", escaped(&level.definition));
            }
            for dimension in book.asked(level) {
                let n = level.requires.get(&dimension.id);
                let name = n.and_then(|n| framework.scale_of(&dimension.id).and_then(|scale| scale.name_of(*n)));
                let level_of = n.map_or_else(String::new, |n| {
                    format!(": level {n}{}", name.map_or_else(String::new, |name| format!(", {}", escaped(name))))
                });
                let _ = write!(out, "\n#### {}{level_of}\n\n", escaped(&dimension.name));
                for cell in book.cells(&level.id, &dimension.id) {
                    cell.statements().for_each(|text| out.push_str(&format!("- {}\n", escaped(text))));
                }
            }
        }
    }
    out
}

/// Text whose signs Markdown would read as markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// One row for each statement of each cell (RFC 4180); a value that a spreadsheet would run is defused.
pub fn csv(framework: &Framework) -> String {
    let mut out = String::from("role,position,rank,title,dimension,level,proficiency,statement\r\n");
    for cell in &framework.cells {
        let position = framework.position(&cell.position);
        let level = position.and_then(|position| position.requires.get(&cell.dimension)).map(u32::to_string);
        let fixed = [
            position.map_or(String::new(), |position| position.role.clone()),
            cell.position.clone(),
            position.map_or(String::new(), |position| position.rank.to_string()),
            position.map_or(String::new(), |position| position.title().to_owned()),
            framework.dimension(&cell.dimension).map_or(cell.dimension.clone(), |dimension| dimension.name.clone()),
            level.unwrap_or_default(),
            cell.proficiency.clone().unwrap_or_default(),
        ];
        let mut statements: Vec<&str> = cell.statements().collect();
        if statements.is_empty() {
            statements.push("");
        }
        for statement in statements {
            let row: Vec<String> = fixed.iter().map(String::as_str).chain([statement]).map(value).collect();
            out.push_str(&row.join(","));
            out.push_str("\r\n");
        }
    }
    out
}

fn value(text: &str) -> String {
    let safe = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
    if safe.contains([',', '"', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_quoted_and_defused() {
        assert_eq!(value("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(value("=1+1"), "'=1+1");
        assert_eq!(escaped("a_b [c]"), "a\\_b \\[c\\]");
    }
}
