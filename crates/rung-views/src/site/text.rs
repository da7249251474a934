//! A framework as Markdown: roles, their levels, what each asks.

use rung_model::framework::Framework;

use super::{
    bits::asked,
    book::{Book, name},
};

/// The whole framework as Markdown.
pub fn markdown(framework: &Framework) -> String {
    let book = Book::of(framework);
    let title = if framework.name.is_empty() { &framework.id } else { &framework.name };
    let mut out = format!("# {}\n", plain(title));
    for (what, text) in [
        ("Version", Some(&framework.version).filter(|version| !version.is_empty())),
        ("Language", framework.language.as_ref()),
        ("Licence", framework.license.as_ref()),
        ("Source", framework.source.as_ref()),
    ] {
        if let Some(text) = text {
            out.push_str(&format!("\n- {what}: {}", plain(text)));
        }
    }
    out.push('\n');
    for entry in &book.roles {
        out.push_str(&format!("\n## {}\n", plain(name(entry.role))));
        paragraph(&mut out, &entry.role.definition);
        for number in &entry.positions {
            let Some(position) = book.at(*number) else { continue };
            out.push_str(&format!("\n### {} (level {})\n", plain(position.title()), position.rank));
            paragraph(&mut out, &position.definition);
            for ask in book.asks.get(*number).into_iter().flatten() {
                out.push_str(&format!("\n**{}**: {}\n\n", plain(&ask.name), plain(&asked(ask))));
                for statement in &ask.statements {
                    out.push_str(&format!("- {}\n", plain(&statement.text)));
                }
            }
        }
    }
    out
}

fn paragraph(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.push_str(&format!("\n{}\n", plain(text)));
    }
}

/// A text as one line in which nothing is markup.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(plain("<b> *x*\n# [y]"), "\\<b\\> \\*x\\* \\# \\[y\\]");
    }
}
