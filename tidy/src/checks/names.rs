//! Names are the field's words; a few words say nothing and are banned.

use std::sync::LazyLock;

use regex::Regex;

use crate::house::House;

static BANNED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:struct|enum|trait|type|mod|fn)\s+(\w*(?:Manager|Service|Helper|Util|Utils|Processor|Data|Info|Handler)|(?:\w+_)?(?:service|helper|helpers|util|utils|processor|handler))\b")
        .expect("a pattern of this file")
});

pub(super) fn banned(house: &House) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in house.rust() {
        for (number, line) in file.text.lines().enumerate() {
            if let Some(found) = BANNED.captures(line) {
                complaints.push(format!(
                    "{}:{}: `{}` is a banned name; say what it is",
                    file.path,
                    number + 1,
                    &found[1]
                ));
            }
        }
    }
    complaints
}
