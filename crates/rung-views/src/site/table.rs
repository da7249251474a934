//! The statements of a framework as CSV, one row each.

use rung_model::framework::Framework;

use super::book::{Book, name};

/// One row per statement of a cell: role, position, rank, title, dimension, level, proficiency, statement. RFC 4180;
/// what a spreadsheet would take for a formula is led by an apostrophe.
pub fn csv(framework: &Framework) -> String {
    let book = Book::of(framework);
    let mut out = String::new();
    row(&mut out, ["role", "position", "rank", "title", "dimension", "level", "proficiency", "statement"]);
    for (number, position) in framework.positions.iter().enumerate() {
        let role = book.entry(&position.role).map_or(position.role.as_str(), |entry| name(entry.role));
        for cell in book.cells.get(position.id.as_str()).into_iter().flatten() {
            let ask = book.ask(number, &cell.dimension);
            let dimension = ask.map_or(cell.dimension.as_str(), |ask| ask.name.as_str());
            let level = ask.and_then(|ask| ask.level).map(|level| level.to_string()).unwrap_or_default();
            let rank = position.rank.to_string();
            let proficiency = cell.proficiency.as_deref().unwrap_or_default();
            let mut statements: Vec<&str> = cell.statements().collect();
            if statements.is_empty() {
                statements.push("");
            }
            for statement in statements {
                let title = position.title();
                row(&mut out, [role, &position.id, &rank, title, dimension, &level, proficiency, statement]);
            }
        }
    }
    out
}

fn row(out: &mut String, fields: [&str; 8]) {
    let fields: Vec<String> = fields.into_iter().map(field).collect();
    out.push_str(&fields.join(","));
    out.push_str("\r\n");
}

fn field(text: &str) -> String {
    let safe = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
    if safe.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_and_formulas_are_not_run() {
        assert_eq!(field("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(
            (field("=1+1"), field("@x"), field("a-b")),
            ("'=1+1".to_owned(), "'@x".to_owned(), "a-b".to_owned())
        );
    }
}
