//! Fields of records whatever their keys are called: words of keys, scalars, lists of texts, and what is kept as `x-`.

use rung_model::framework::Provenance;

use super::{draft::Draft, naming::plain};
use crate::tree::{Key, Map, Node, Value};

/// Keys that name a record.
pub(super) const NAME: &[&str] = &[
    "display name",
    "name",
    "label",
    "title",
    "titel",
    "nom",
    "nombre",
    "nome",
    "naam",
    "namn",
    "navn",
    "bezeichnung",
    "名前",
    "名称",
];
/// Keys that identify a record.
pub(super) const ID: &[&str] = &["id", "uuid", "guid", "ref", "code", "key", "slug", "identifier", "kennung"];
/// Keys whose value is a level.
pub(super) const LEVEL: &[&str] = &[
    "level",
    "grade",
    "stufe",
    "niveau",
    "nivel",
    "nível",
    "livello",
    "nivå",
    "taso",
    "poziom",
    "seniority",
    "rank",
    "stage",
    "step",
    "レベル",
    "级别",
    "等级",
    "수준",
    "уровень",
];
/// Keys whose value is what a competency is about.
pub(super) const THEME: &[&str] = &[
    "theme",
    "competency",
    "competence",
    "skill",
    "dimension",
    "behaviour",
    "behavior",
    "topic",
    "area",
    "domain",
    "category",
    "pillar",
    "group",
    "axis",
    "thema",
    "bereich",
    "kompetenz",
    "fähigkeit",
    "tema",
    "área",
    "compétence",
    "thème",
    "domaine",
    "competencia",
    "competenza",
    "スキル",
];
/// Keys whose value is what is asked.
pub(super) const TEXT: &[&str] = &[
    "summary",
    "criterion",
    "criteria",
    "statement",
    "text",
    "description",
    "expectation",
    "expectations",
    "detail",
    "details",
    "definition",
    "content",
    "bullets",
    "items",
    "points",
    "beschreibung",
    "kriterien",
    "kriterium",
    "description courte",
    "critères",
    "descripción",
    "criterios",
    "descrizione",
    "beskrivelse",
    "beskrivning",
    "説明",
];
/// Keys whose value is examples.
pub(super) const EXAMPLES: &[&str] =
    &["examples", "example", "evidence", "beispiele", "beispiel", "exemples", "ejemplos", "esempi", "exemplos", "例"];
/// Keys whose value is signs that a level is reached.
pub(super) const SIGNALS: &[&str] = &["signals", "signal", "signs", "indicators", "behaviors", "behaviours"];
/// Keys whose value is how well it is to be done.
pub(super) const PROFICIENCY: &[&str] = &["proficiency", "mastery", "depth", "kenntnisstand"];
/// Keys whose value is a role.
pub(super) const ROLE: &[&str] = &[
    "role",
    "job",
    "profession",
    "track",
    "discipline",
    "department",
    "team",
    "family",
    "applicable to",
    "rolle",
    "beruf",
    "rol",
    "rôle",
    "métier",
    "職種",
];

/// The words of a key, in lower case: `minPoints`, `min_points` and `Min points` are `min points`.
pub(super) fn words(key: &str) -> String {
    let mut apart = String::with_capacity(key.len() + 4);
    let mut before_lower = false;
    for c in key.chars() {
        if c.is_uppercase() && before_lower {
            apart.push(' ');
        }
        before_lower = c.is_lowercase() || c.is_numeric();
        apart.push(c);
    }
    plain(&apart)
}

/// Whether the words of a key are one of `names`, in singular or plural.
pub(super) fn is_one_of(key: &str, names: &[&str]) -> bool {
    let words = words(key);
    let singular = words.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let stem = words.strip_suffix('s').unwrap_or(&words);
    names.iter().any(|name| *name == words || *name == stem || singular.as_deref() == Some(*name))
}

/// The first field, in the order of `names`, with such a key.
pub(super) fn field<'n>(map: &'n Map, names: &[&str]) -> Option<&'n (Key, Node)> {
    let keyed: Vec<(String, &(Key, Node))> = map.iter().map(|entry| (words(&entry.0.text), entry)).collect();
    names.iter().find_map(|name| keyed.iter().find(|(words, _)| words == name).map(|(_, entry)| *entry))
}

/// Text or a number, as text.
pub(super) fn scalar(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(text) => Some(text.trim().to_owned()),
        Value::Whole(whole) => Some(whole.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Date(date) => Some(date.to_string()),
        _ => None,
    }
}

/// A number, also where it is written as text: `12`, `12.5`, `25 %`.
pub(super) fn number(node: &Node) -> Option<f64> {
    node.number().or_else(|| number_in(node.text()?))
}

/// The number a text is: `12`, `2,5`, `25 %`.
pub(super) fn number_in(text: &str) -> Option<f64> {
    let bare = text.trim().trim_end_matches('%').trim_end();
    let starts = bare.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '.');
    let number = bare.parse().or_else(|_| bare.replace(',', ".").parse()).ok().filter(|n: &f64| n.is_finite());
    number.filter(|_| starts)
}

/// The whole number from 0 up that a text is, or that stands at its start or end: `3`, `L3`, `level_3`, `3 - Senior`.
pub(super) fn ordinal(text: &str) -> Option<u32> {
    let text = text.trim();
    let digits = |c: &char| c.is_ascii_digit();
    let first: String = text.chars().take_while(digits).collect();
    let last: String = text.chars().rev().take_while(digits).collect::<String>().chars().rev().collect();
    let found = if first.is_empty() { last } else { first };
    found.parse().ok().filter(|n| *n < 1000)
}

/// The texts of a node: its own, or those of its list.
pub(super) fn texts(node: &Node) -> Vec<&Node> {
    match node.list() {
        Some(list) => list.iter().filter(|entry| scalar(entry).is_some_and(|text| !text.is_empty())).collect(),
        None => scalar(node).filter(|text| !text.is_empty()).map(|_| node).into_iter().collect(),
    }
}

/// Whether a node is text, a number, or a list of those.
pub(super) fn is_flat(node: &Node) -> bool {
    match &node.value {
        Value::List(list) => list.iter().all(|entry| !matches!(entry.value, Value::List(_) | Value::Map(_))),
        Value::Map(_) => false,
        _ => true,
    }
}

/// The entries of a list, or of a map with their keys.
pub(super) fn entries(node: &Node) -> Vec<(Option<&Key>, &Node)> {
    match &node.value {
        Value::List(list) => list.iter().map(|entry| (None, entry)).collect(),
        Value::Map(map) => map.iter().map(|(key, entry)| (Some(key), entry)).collect(),
        _ => Vec::new(),
    }
}

impl Draft {
    /// The texts of a node, without hidden characters; takes them.
    pub(super) fn texts_of(&mut self, node: &Node) -> Vec<String> {
        let found = texts(node);
        self.take(node);
        found
            .into_iter()
            .filter_map(|entry| {
                self.take(entry);
                Some(self.text(&scalar(entry)?)).filter(|text| !text.is_empty())
            })
            .collect()
    }

    /// Keeps a field that no table of the format holds as `x-<key>`; takes it.
    pub(super) fn keep(&mut self, from: &mut Provenance, key: &Key, node: &Node) {
        self.take_node(node);
        if let Some(value) = node.to_model() {
            from.extra.insert(format!("x-{}", key.text), value);
        }
    }

    /// Takes the fields a framework has beside its records: name, version, licence, source, language.
    pub(super) fn framework_fields(&mut self, map: &Map, alone: bool) {
        for (key, node) in map {
            let Some(text) = scalar(node).map(|text| self.text(&text)).filter(|text| !text.is_empty()) else {
                continue;
            };
            let framework = &mut self.framework;
            match words(&key.text).as_str() {
                "name" | "title" if alone => {
                    if framework.name.is_empty() {
                        framework.name = text;
                    }
                }
                "version" => framework.version = text,
                "license" | "licence" => framework.license = Some(text),
                "source" | "url" | "homepage" if text.contains(['.', '/']) => framework.source = Some(text),
                "language" | "lang" | "locale" => framework.language = Some(text),
                _ => continue,
            }
            self.take(node);
        }
    }

    /// Keeps the scalar fields of a page that nothing has taken yet as `x-<key>` of the framework.
    pub(super) fn keep_rest(&mut self, map: &Map) {
        for (key, node) in map {
            if scalar(node).is_some() && !self.is_taken(node) || matches!(node.value, Value::Flag(_)) {
                let mut from = std::mem::take(&mut self.framework.from);
                self.keep(&mut from, key, node);
                self.framework.from = from;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_numbers_are_read_however_they_are_written() {
        assert_eq!((words("minPoints"), words("min_points")), ("min points".to_owned(), "min points".to_owned()));
        assert!(is_one_of("Categories", THEME) && is_one_of("Levels", LEVEL) && !is_one_of("leveling", LEVEL));
        assert_eq!(
            (number_in("25 %"), number_in("2,5"), number_in("nan"), number_in("a")),
            (Some(25.0), Some(2.5), None, None)
        );
        assert_eq!(
            [ordinal("L3"), ordinal("3 - Senior"), ordinal("level_12"), ordinal("Lead")],
            [Some(3), Some(3), Some(12), None]
        );
    }
}
