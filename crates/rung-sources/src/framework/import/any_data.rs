//! Whatever the files hold, an import ends and says what it could not read.

use proptest::prelude::*;

use super::testing::import_files;

/// Words that importers look for, and others.
const WORDS: [&str; 22] = [
    "level",
    "levels",
    "name",
    "title",
    "theme",
    "milestones",
    "points",
    "tracks",
    "weights",
    "min",
    "max",
    "criteria",
    "content",
    "topics",
    "1",
    "2",
    "L3",
    "Senior",
    "30",
    "70",
    "Ties a bowline that holds",
    "",
];

fn tree() -> impl Strategy<Value = serde_json::Value> {
    let word = prop::sample::select(&WORDS[..]);
    let leaf = prop_oneof![
        word.clone().prop_map(serde_json::Value::from),
        (-3_i64..120).prop_map(serde_json::Value::from),
        Just(serde_json::Value::Null),
    ];
    leaf.prop_recursive(5, 60, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(serde_json::Value::from),
            prop::collection::vec((prop::sample::select(&WORDS[..]), inner), 0..5).prop_map(|entries| {
                serde_json::Value::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_data_and_any_table_end(
        one in tree(),
        two in tree(),
        rows in prop::collection::vec(prop::collection::vec(prop::sample::select(&WORDS[..]), 1..6), 1..9),
        noise in "\\PC{0,80}",
    ) {
        let lines: Vec<String> = rows.iter().map(|row| row.join(";")).collect();
        let pipes: Vec<String> = rows.iter().map(|row| format!("|{}|", row.join("|"))).collect();
        let page = format!("---\n{two}\n---\n\n{}\n|--|--|\n{}\n", pipes[0], pipes.join("\n"));
        let script = format!("export const tracks = {one}\nconst titles = {two}\n{noise}");
        import_files(&[
            ("one.json", &one.to_string()),
            ("two.yml", &two.to_string()),
            ("three.csv", &lines.join("\n")),
            ("four.md", &page),
            ("five.ts", &script),
            ("six.yml", &noise),
        ]);
    }
}
