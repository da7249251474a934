//! The format as data: every table with its keys. The reader refuses what is not here, the writer follows its order,
//! the JSON Schema and `rung help framework` are made from it.

use rung_model::{
    activity::Activity,
    bucket::Bucket,
    framework::{Basis, DimensionKind, EdgeKind, Family, Status, Table, Track},
};

/// What the value of a key is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Holds {
    /// Text.
    Text,
    /// A list of texts.
    Texts,
    /// A whole number of 0 or more.
    Whole,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// One of a few words.
    OneOf(fn() -> Vec<&'static str>),
    /// A list of such words.
    SomeOf(fn() -> Vec<&'static str>),
    /// Whole numbers by id.
    Levels,
    /// Numbers by id.
    Numbers,
    /// Words of a list by any key.
    Words(fn() -> Vec<&'static str>),
    /// A table with keys of its own.
    Record(&'static [Key]),
    /// A list of such tables.
    Records(&'static [Key]),
    /// A list of texts or of such tables.
    TextsOrRecords(&'static [Key]),
    /// A list of pairs of texts.
    Pairs,
}

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it holds.
    pub(crate) holds: Holds,
    /// Whether every record has it.
    pub(crate) needed: bool,
    /// What it means.
    pub(crate) about: &'static str,
}

const fn key(name: &'static str, holds: Holds, about: &'static str) -> Key {
    Key { name, holds, needed: false, about }
}

const fn needed(name: &'static str, holds: Holds, about: &'static str) -> Key {
    Key { name, holds, needed: true, about }
}

use Holds::{
    Flag, Levels, Number, Numbers, OneOf, Pairs, Record, Records, SomeOf, Text, Texts, TextsOrRecords, Whole, Words,
};

const ORIGIN: Key = key("origin", Text, "where it was imported from: file:line, with @commit where there is one");

fn tracks() -> Vec<&'static str> {
    Track::ALL.map(|(id, _)| id).to_vec()
}
fn families() -> Vec<&'static str> {
    [Family::Technical, Family::People, Family::Coordination, Family::Direction].map(Family::id).to_vec()
}
fn buckets() -> Vec<&'static str> {
    Bucket::ALL.map(Bucket::id).to_vec()
}
fn bases() -> Vec<&'static str> {
    Basis::ALL.map(|(id, _)| id).to_vec()
}
fn statuses() -> Vec<&'static str> {
    Status::ALL.map(|(id, _)| id).to_vec()
}
fn kinds() -> Vec<&'static str> {
    DimensionKind::ALL.map(|(id, _)| id).to_vec()
}
fn edges() -> Vec<&'static str> {
    EdgeKind::ALL.map(|(id, _)| id).to_vec()
}
fn activities() -> Vec<&'static str> {
    Activity::ALL.iter().map(|activity| activity.id()).collect()
}

const PART: &[Key] = &[
    key("mean", Number, "the share expected, 0-1"),
    key("min", Number, "the least, 0-1"),
    key("max", Number, "the most, 0-1"),
];
const SPAN: &[Key] = &[needed("min", Number, "at least"), needed("max", Number, "at most")];
const CRITERION: &[Key] = &[
    key("id", Text, "stable id"),
    needed("text", Text, "what is looked for"),
    key("examples", Texts, "examples of it"),
    key("urls", Texts, "addresses with more about it"),
];
const LEVEL: &[Key] = &[
    key("id", Text, "stable id"),
    needed("n", Whole, "its number: one more than the level before it"),
    needed("name", Text, "its name"),
    key("text", Text, "what it means"),
    key("points", Number, "points it is worth"),
];
const WEIGHTS: &[Key] = &[
    key("strategy", Number, "share, 0-1"),
    key("people", Number, "share, 0-1"),
    key("building", Number, "share, 0-1"),
    key("other", Number, "share, 0-1"),
];

/// Every table with what it is for and its keys, in the order they are written.
pub(crate) const TABLES: &[(Table, &str, &[Key])] = &[
    (
        Table::Framework,
        "what this is; once",
        &[
            needed("id", Text, "stable id"),
            needed("name", Text, "display name"),
            needed("version", Text, "version of the content"),
            key("language", Text, "language of the texts, as BCP 47: en"),
            key("license", Text, "its licence, as SPDX where it has such a name"),
            key("source", Text, "where it was published"),
            ORIGIN,
        ],
    ),
    (
        Table::Source,
        "where claims come from",
        &[
            needed("key", Text, "letters that claims name it by: B"),
            needed("title", Text, "title of the work"),
            needed("by", Text, "author or publisher"),
            key("license", Text, "its licence"),
        ],
    ),
    (
        Table::Scale,
        "named levels in order",
        &[
            needed("id", Text, "stable id"),
            key("name", Text, "display name"),
            key("cumulative", Flag, "whether a level includes those below it"),
            key("zero", Text, "what level 0 is called"),
            needed("levels", Records(LEVEL), "its levels from the lowest up"),
            ORIGIN,
        ],
    ),
    (
        Table::Dimension,
        "an axis, skill or behaviour that positions are levelled on",
        &[
            needed("id", Text, "stable id"),
            needed("name", Text, "display name"),
            key("scale", Text, "id of its scale; left out where it is described in words alone"),
            key("group", Text, "the theme or area it is listed under"),
            key("kind", OneOf(kinds), "what kind of thing it is; skill where left out"),
            key("text", Text, "what it means"),
            key("status", OneOf(statuses), "whether it is in use; current where left out"),
            ORIGIN,
        ],
    ),
    (
        Table::Anchor,
        "what a level of a dimension asks, whatever the position",
        &[
            needed("dimension", Text, "dimension id"),
            needed("level", Whole, "level on its scale"),
            key("summary", Text, "in one sentence"),
            key("criteria", TextsOrRecords(CRITERION), "what is looked for, one by one"),
            key("signals", Texts, "signs that it is reached"),
            key("examples", Texts, "examples of work at this level"),
            ORIGIN,
        ],
    ),
    (
        Table::Role,
        "a kind of job",
        &[
            needed("id", Text, "stable id"),
            needed("name", Text, "display name"),
            key("short", Text, "short form for plots: TL"),
            key("aliases", Texts, "other names that find it"),
            key("track", OneOf(tracks), "the line it belongs to"),
            key("family", OneOf(families), "roles whose weeks three buckets cannot tell apart"),
            key("stands_for_family", Flag, "whether it is the family's candidate in a verdict"),
            key("variant_of", Text, "the role it is a variant of"),
            key("definition", Text, "what it is, in one or two sentences"),
            key("sources", Texts, "keys of the sources that describe it"),
            key("no_duties", Text, "said in place of duties where nobody publishes any"),
            key("shift", Text, "what changes when one steps into it"),
            key("status", OneOf(statuses), "whether it is in use; current where left out"),
            ORIGIN,
        ],
    ),
    (
        Table::Position,
        "a role at a level",
        &[
            needed("id", Text, "stable id: TL5"),
            needed("role", Text, "role id"),
            needed("rank", Whole, "level within the role's ladder"),
            key("titles", Texts, "titles in use, the usual one first"),
            key("definition", Text, "what it is, beside its dimensions"),
            key("equivalent", Texts, "ids of positions on other ladders that stand as high"),
            key("status", OneOf(statuses), "whether it is in use; current where left out"),
            key("requires", Levels, "level by dimension id; left out = not assessed, 0 = none"),
            ORIGIN,
        ],
    ),
    (
        Table::Cell,
        "what a position asks on a dimension",
        &[
            needed("id", Text, "stable id"),
            needed("position", Text, "position id"),
            needed("dimension", Text, "dimension id"),
            key("proficiency", Text, "the source's word for how well it is to be done"),
            key("text", Text, "what is asked, as running text"),
            key("criteria", TextsOrRecords(CRITERION), "what is looked for, one by one"),
            key("examples", Texts, "examples of it"),
            key("urls", Texts, "addresses with more about it"),
            ORIGIN,
        ],
    ),
    (
        Table::Split,
        "an expected split of the week; the first of a role is the one used",
        &[
            needed("role", Text, "role id"),
            key("position", Text, "position id, where it holds for one level alone"),
            key("strategy", Record(PART), "strategy and alignment"),
            key("people", Record(PART), "people"),
            key("building", Record(PART), "building"),
            key("other", Record(PART), "outside the three"),
            key("k", Number, "concentration of the role's population: Dirichlet(k x split); 16 where left out"),
            needed("basis", OneOf(bases), "whether it was published"),
            key("source", Text, "key of the source"),
            key("note", Text, "what to keep in mind"),
            ORIGIN,
        ],
    ),
    (
        Table::HandsOn,
        "a claimed range of hands-on coding, shares of the week",
        &[
            needed("role", Text, "role id"),
            key("position", Text, "position id, where it holds for one level alone"),
            needed("min", Number, "least share, 0-1"),
            needed("max", Number, "most share, 0-1"),
            needed("basis", OneOf(bases), "whether it was published"),
            key("source", Text, "key of the source"),
            key("note", Text, "what to keep in mind"),
            ORIGIN,
        ],
    ),
    (
        Table::Responsibility,
        "something somebody must own",
        &[
            needed("id", Text, "stable id"),
            needed("name", Text, "what it is"),
            key("bucket", OneOf(buckets), "the bucket it counts in"),
            needed("owner", Texts, "roles that own it, or any"),
            key("shared", Flag, "whether its owners carry it together; left out = nobody says"),
            key("partners", Texts, "roles that take part without owning it"),
            key("able_to_act", Texts, "roles able to act in the owner's place"),
            key("stated", Texts, "the published statements behind it: source key and number, C16"),
            key("source_bucket", Words(buckets), "the bucket a source files a statement under"),
            key("traces", SomeOf(activities), "activities that show it is being done"),
            ORIGIN,
        ],
    ),
    (
        Table::Skill,
        "a skill with the level expected of each role: 0 none to 4 expert",
        &[
            needed("id", Text, "stable id"),
            needed("name", Text, "display name"),
            needed("bucket", OneOf(buckets), "the bucket it serves"),
            needed("levels", Levels, "level by role id; left out = nothing stated"),
        ],
    ),
    (
        Table::Spectrum,
        "a balance between two poles",
        &[
            needed("id", Text, "stable id"),
            needed("name", Text, "display name"),
            needed("poles", Texts, "the two poles"),
            key("healthy", Record(SPAN), "the healthy range: 0 at the first pole, 1 at the second"),
            key("pairs", Pairs, "what stands against what"),
            key("text", Text, "what it means"),
            ORIGIN,
        ],
    ),
    (
        Table::Edge,
        "a step between roles or positions, or a reporting line",
        &[
            needed("from", Text, "role or position id"),
            needed("to", Text, "role or position id"),
            key("kind", OneOf(edges), "path where left out"),
            key("years", Record(SPAN), "how long it takes; left out = nobody says"),
            key("sources", Texts, "keys of the sources"),
            key("note", Text, "what to keep in mind"),
            ORIGIN,
        ],
    ),
    (
        Table::Norm,
        "a published norm: context, never a limit",
        &[
            needed("id", Text, "stable id"),
            needed("text", Text, "what it says, with unit"),
            needed("source", Text, "who says so"),
        ],
    ),
    (
        Table::Band,
        "a range of points or of a score that has a name",
        &[
            needed("id", Text, "stable id"),
            needed("group", Text, "what it is a band of: level, title, ..."),
            needed("name", Text, "the level or title it stands for"),
            needed("min", Number, "the least that is in it"),
            key("max", Number, "its end; left out = open"),
            key("half_open", Flag, "whether max itself is no longer in it"),
            key("role", Text, "role id, where it holds for one alone"),
            key("position", Text, "the position it leads to"),
            ORIGIN,
        ],
    ),
    (
        Table::Weights,
        "how much each dimension counts, in percent",
        &[
            needed("id", Text, "stable id"),
            key("role", Text, "role id, where they hold for one alone"),
            needed("percent", Numbers, "percent by dimension id; together 100"),
            ORIGIN,
        ],
    ),
    (
        Table::Gate,
        "least levels that a band or position asks for whatever the score",
        &[
            needed("id", Text, "stable id"),
            key("band", Text, "band id"),
            key("position", Text, "position id"),
            key("requires", Levels, "least level by dimension id"),
            key("text", Text, "what it says, where levels cannot"),
            ORIGIN,
        ],
    ),
    (
        Table::Extends,
        "a role that takes over what another asks on dimensions of the same name",
        &[
            needed("role", Text, "the role that takes over"),
            needed("base", Text, "the role it takes from"),
            key("dimensions", Texts, "dimension ids; left out = all that both have"),
            ORIGIN,
        ],
    ),
    (
        Table::Translation,
        "a text in another language",
        &[
            needed("table", Text, "table of the record: role"),
            needed("id", Text, "id of the record"),
            needed("key", Text, "key of the text: name"),
            needed("language", Text, "the language, as BCP 47"),
            needed("text", Text, "the text in that language"),
            ORIGIN,
        ],
    ),
    (
        Table::Activity,
        "which bucket a kind of work counts in; left out = Rung's own reading",
        &[
            needed("id", OneOf(activities), "the activity"),
            key("bucket", OneOf(buckets), "its bucket"),
            key("weights", Record(WEIGHTS), "its shares over several buckets"),
        ],
    ),
];

/// The keys of a table.
pub(crate) fn keys(table: Table) -> &'static [Key] {
    TABLES.iter().find(|(own, ..)| *own == table).map_or(&[], |(.., keys)| keys)
}

/// The names of a table's keys.
pub(crate) fn names(table: Table) -> Vec<&'static str> {
    keys(table).iter().map(|key| key.name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_keys_and_no_key_twice() {
        for (table, about, keys) in TABLES {
            assert!(!keys.is_empty() && !about.is_empty(), "{}", table.id());
            let mut names: Vec<_> = keys.iter().map(|key| key.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), keys.len(), "{}", table.id());
            assert!(keys.iter().all(|key| !key.about.is_empty()), "{}", table.id());
        }
    }
}
