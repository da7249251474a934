//! What each key of a list of records is for: told by values first, by its name second.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{
    declared::Declarations,
    fields::{EXAMPLES, ID, LEVEL, PROFICIENCY, ROLE, TEXT, THEME, is_one_of, ordinal, scalar, words},
};
use crate::tree::Map;

/// Share of values that must be declared for a key to be the one that names them.
const DECLARED: f64 = 0.7;
/// Least mean length of what is asked, in characters.
const PROSE: f64 = 10.0;
/// Longest mean length of a theme or level, in characters.
const LABEL: f64 = 48.0;

/// The keys of a list.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) level: String,
    pub(super) theme: String,
    pub(super) text: String,
    pub(super) id: Option<String>,
    pub(super) role: Option<String>,
    pub(super) group: Option<String>,
    pub(super) proficiency: Option<String>,
    pub(super) examples: Option<String>,
    /// Whether level or theme were told by their values alone.
    pub(super) guessed: bool,
}

struct Column<'r> {
    key: &'r str,
    values: Vec<Option<String>>,
    distinct: BTreeSet<&'r str>,
    mean: f64,
}

impl Columns {
    /// None where the records say no level, no theme, or nothing.
    pub(super) fn of(records: &[&Map], declared: &Declarations<'_>) -> Option<Self> {
        let mut values: BTreeMap<&str, Vec<Option<String>>> = BTreeMap::new();
        for (n, record) in records.iter().enumerate() {
            for (key, node) in *record {
                let column = values.entry(&key.text).or_insert_with(|| vec![None; records.len()]);
                if let Some(slot) = column.get_mut(n) {
                    *slot = scalar(node).filter(|text| !text.is_empty());
                }
            }
        }
        let columns: Vec<Column<'_>> = values
            .iter()
            .filter(|(_, values)| values.iter().flatten().count() * 2 > records.len())
            .map(|(key, values)| {
                let length: usize = values.iter().flatten().map(|text| text.chars().count()).sum();
                let filled = values.iter().flatten().count().max(1);
                let distinct = values.iter().flatten().map(String::as_str).collect();
                Column { key, values: values.clone(), distinct, mean: length as f64 / filled as f64 }
            })
            .collect();
        let among = |column: &&Column<'_>, of: &dyn Fn(&str) -> bool| {
            let filled = column.values.iter().flatten().count().max(1);
            column.values.iter().flatten().filter(|text| of(text)).count() as f64 / filled as f64 >= DECLARED
        };
        let named = |column: &&Column<'_>, names: &[&str]| is_one_of(column.key, names);
        let last_word = |column: &&Column<'_>, names: &[&str]| {
            words(column.key).rsplit(' ').next().is_some_and(|word| names.contains(&word))
        };
        let few = |column: &&Column<'_>| column.distinct.len() > 1 && column.distinct.len() * 2 <= records.len();
        let labels: Vec<&Column<'_>> = columns.iter().filter(|column| column.mean <= LABEL).collect();
        let pick = |of: &dyn Fn(&&Column<'_>) -> bool| {
            labels.iter().copied().filter(|column| of(column)).max_by_key(|column| column.distinct.len())
        };
        let told = pick(&|column| among(column, &|text| declared.level(text).is_some()))
            .or_else(|| pick(&|column| named(column, LEVEL)))
            .or_else(|| pick(&|column| last_word(column, LEVEL) && few(column)));
        let level = told.or_else(|| pick(&|column| few(column) && among(column, &|text| ordinal(text).is_some())))?;
        let rest = |column: &&Column<'_>| column.key != level.key && !named(column, ID);
        let theme_told = pick(&|column| rest(column) && among(column, &|text| declared.theme(text).is_some()))
            .or_else(|| pick(&|column| rest(column) && column.distinct.len() < records.len() && named(column, THEME)));
        let theme = theme_told.or_else(|| {
            pick(&|column| rest(column) && few(column) && !named(column, PROFICIENCY) && !named(column, ROLE))
        })?;
        let prose = |column: &&Column<'_>| {
            rest(column) && column.key != theme.key && column.mean >= PROSE && column.distinct.len() * 2 > records.len()
        };
        let by_name = columns.iter().find(|column| prose(column) && named(column, TEXT));
        let longest = || columns.iter().filter(|column| prose(column)).max_by(|a, b| a.mean.total_cmp(&b.mean));
        let text = by_name.or_else(longest)?;
        let free = |column: &&Column<'_>| ![level.key, theme.key, text.key].contains(&column.key);
        let owned = |column: &Column<'_>| column.key.to_owned();
        let unique = |column: &&Column<'_>| column.distinct.len() * 4 >= records.len() * 3;
        let id = columns.iter().filter(free).find(|column| named(column, ID) && unique(column)).map(owned);
        let depends = |column: &&Column<'_>| {
            let mut of: BTreeMap<&str, &str> = BTreeMap::new();
            let pairs = theme.values.iter().flatten().zip(column.values.iter().flatten());
            column.distinct.len() > 1
                && column.distinct.len() < theme.distinct.len()
                && column.values.iter().all(Option::is_some)
                && pairs.into_iter().all(|(theme, own)| *of.entry(theme).or_insert(own) == own)
        };
        let examples = records
            .iter()
            .flat_map(|record| record.iter())
            .find(|(key, node)| node.list().is_some() && is_one_of(&key.text, EXAMPLES))
            .map(|(key, _)| key.text.clone());
        let all: Vec<&str> = values.keys().copied().collect();
        Some(Self {
            level: owned(level),
            theme: owned(theme),
            text: owned(text),
            id,
            role: labels.iter().copied().filter(free).find(|column| named(column, ROLE)).map(owned),
            group: labels
                .iter()
                .copied()
                .filter(free)
                .find(|column| named(column, THEME) && depends(column))
                .map(owned),
            proficiency: all.into_iter().find(|key| is_one_of(key, PROFICIENCY)).map(str::to_owned),
            examples,
            guessed: told.is_none() || theme_told.is_none(),
        })
    }
}
