//! Making an address one's own in the settings file.

use jiff::civil::Date;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Value};

use crate::strict::{behind, date_value, push_line};

/// The text of a settings file with one more address under `me`, and the day it was added;
/// comments and order stay. An address that is there already changes nothing. A text that is no
/// TOML, or has a `me` that is no list, keeps every byte and gets the address behind it.
pub fn add_address(text: &str, address: &str, today: Date) -> String {
    let address = address.trim().to_lowercase();
    let mut entry = InlineTable::new();
    entry.insert("address", Value::from(address.as_str()));
    entry.insert("added", date_value(today));
    let mut document = text.parse::<DocumentMut>().unwrap_or_default();
    if let Some(list) = document.get_mut("me").and_then(Item::as_array_mut) {
        if list.iter().any(|known| address_of(known).as_ref() == Some(&address)) {
            return text.to_owned();
        }
        push_line(list, entry);
        return document.to_string();
    }
    let mut list = Array::new();
    push_line(&mut list, entry);
    let mut alone = DocumentMut::new();
    alone.insert("me", Item::Value(Value::Array(list)));
    behind(text, &alone.to_string())
}

fn address_of(entry: &Value) -> Option<String> {
    let text = entry.as_str().or_else(|| entry.as_inline_table()?.get("address")?.as_str())?;
    Some(text.trim().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_joins_the_others_and_comments_stay() {
        let today = Date::constant(2026, 2, 26);
        let text = add_address("# mine\nzone = \"UTC\" # here\n", "Ines@Home.example", today);
        let text = add_address(&text, "i@x.example", today);
        assert_eq!(add_address(&text, "INES@home.example", today), text);
        insta::assert_snapshot!(text, @r#"
        # mine
        zone = "UTC" # here

        me = [
          { address = "ines@home.example", added = 2026-02-26 },
          { address = "i@x.example", added = 2026-02-26 },
        ]
        "#);
        insta::assert_snapshot!(add_address("me = ['a@b.example'] # one\n", "i@x.example", today), @r#"
        me = ['a@b.example',
          { address = "i@x.example", added = 2026-02-26 },
        ] # one
        "#);
        assert!(add_address("x = [", "i@x.example", today).starts_with("x = [\n\nme = ["));
    }
}
