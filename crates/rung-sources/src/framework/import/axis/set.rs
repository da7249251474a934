//! A set of axes that belong together, and how the names of their levels are found.

use std::{cell::OnceCell, collections::HashMap};

use super::super::{naming::plain, parts::Thing};

/// Longest name that is looked up, in bytes.
const LONGEST: usize = 120;

/// An axis with its levels from the lowest up.
#[derive(Clone, Debug, Default)]
pub(super) struct Axis {
    pub(super) name: String,
    pub(super) text: Option<String>,
    pub(super) line: usize,
    pub(super) levels: Vec<Level>,
}

/// A level of an axis.
#[derive(Clone, Debug, Default)]
pub(super) struct Level {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) criteria: Vec<String>,
    pub(super) line: usize,
}

/// Axes that belong together.
#[derive(Clone, Debug, Default)]
pub(super) struct Set<'p> {
    /// Which set it is.
    pub(super) number: usize,
    /// The file that defines them; empty where none does.
    pub(super) file: String,
    pub(super) axes: Vec<Axis>,
    pub(super) cumulative: bool,
    /// Whether the page says by its headings that these are levels of axes, so that no chart is needed to know.
    pub(super) stands_alone: bool,
    /// What they were read from.
    pub(super) things: Vec<Thing<'p>>,
    /// Its names as they are compared, made when they are first needed.
    pub(super) names: OnceCell<Names>,
}

/// Where a name was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) axis: usize,
    /// From 1.
    pub(super) level: u32,
    /// Whether the name is written as the scale has it, case aside.
    pub(super) exact: bool,
}

/// The names of a set as they are compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    axes: HashMap<String, usize>,
    plain: HashMap<String, Vec<(usize, u32)>>,
    stems: HashMap<String, Vec<(usize, u32)>>,
    /// All of them, with how many characters each has.
    all: Vec<(String, usize, usize, u32)>,
}

impl Set<'_> {
    fn names(&self) -> &Names {
        self.names.get_or_init(|| {
            let mut names = Names::default();
            for (at, axis) in self.axes.iter().enumerate() {
                names.axes.entry(plain(&axis.name)).or_insert(at);
                for (n, level) in (1..).zip(&axis.levels) {
                    let name = plain(&level.name);
                    names.stems.entry(stem(&name)).or_default().push((at, n));
                    names.plain.entry(name.clone()).or_default().push((at, n));
                    let long = name.chars().count();
                    names.all.push((name, long, at, n));
                }
            }
            names
        })
    }

    /// The stems of all names, of axes and levels.
    pub(super) fn stems(&self) -> impl Iterator<Item = String> + '_ {
        let names = self.names();
        names.stems.keys().cloned().chain(names.axes.keys().map(|name| stem(name)))
    }

    /// The level of this name; where several axes have it, the one at `place`, else one that is not `used`.
    pub(super) fn level(&self, name: &str, place: usize, used: &[usize]) -> Option<Found> {
        let of = |(level, exact): ((usize, u32), bool)| Found { axis: level.0, level: level.1, exact };
        let found: Vec<Found> = self.places(name, None).into_iter().map(of).collect();
        let unused = |one: &&Found| !used.contains(&one.axis);
        let at_place = found.iter().filter(unused).find(|one| one.axis == place);
        at_place.or_else(|| found.iter().find(unused)).or(found.first()).copied()
    }

    /// Where a name stands: as it is written, else by its stem, else by a slip of the pen.
    fn places(&self, name: &str, axis: Option<usize>) -> Vec<((usize, u32), bool)> {
        let wanted = plain(name);
        if wanted.is_empty() || wanted.len() > LONGEST {
            return Vec::new();
        }
        let names = self.names();
        let on = |places: Option<&Vec<(usize, u32)>>, exact: bool| -> Vec<((usize, u32), bool)> {
            let places = places.into_iter().flatten().filter(|(at, _)| axis.is_none_or(|axis| *at == axis));
            places.map(|place| (*place, exact)).collect()
        };
        let exact = on(names.plain.get(&wanted), true);
        if !exact.is_empty() {
            return exact;
        }
        let stemmed = on(names.stems.get(&stem(&wanted)), false);
        if !stemmed.is_empty() {
            return stemmed;
        }
        let long = wanted.chars().count();
        let slips = names.all.iter().filter(|(known, chars, ..)| near((known, *chars), (&wanted, long)));
        let places: Vec<(usize, u32)> = slips.map(|(_, _, axis, level)| (*axis, *level)).collect();
        on(Some(&places), false)
    }

    /// The axis of this name.
    pub(super) fn axis(&self, name: &str) -> Option<usize> {
        self.names().axes.get(&plain(name)).copied().filter(|_| !plain(name).is_empty())
    }

    /// The level of one axis by its name or number.
    pub(super) fn level_on(&self, axis: usize, word: &str) -> Option<Found> {
        let levels = self.axes.get(axis)?.levels.len();
        let found = self.places(word, Some(axis)).first().copied();
        let numbered = || {
            let wanted = plain(word);
            let digits = wanted.rsplit(' ').next().filter(|last| wanted.split(' ').count() <= 2 && !last.is_empty())?;
            let level: u32 = digits.parse().ok()?;
            (level >= 1 && level as usize <= levels).then_some(Found { axis, level, exact: true })
        };
        let named = found.map(|((axis, level), exact)| Found { axis, level, exact });
        named.filter(|found| found.exact).or_else(numbered).or(named)
    }

    /// The name of a level.
    pub(super) fn name_of(&self, axis: usize, level: u32) -> &str {
        let level = (level as usize).checked_sub(1);
        let found = self.axes.get(axis).zip(level).and_then(|(axis, level)| axis.levels.get(level));
        found.map_or("", |level| level.name.as_str())
    }
}

/// A name with a capital at its start.
pub(super) fn capital(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Words without the endings that change with number and person, and with one spelling of -ise.
pub(super) fn stem(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let bare = word.strip_suffix("es").or_else(|| word.strip_suffix('s')).unwrap_or(word);
        bare.trim_end_matches('e').replace("iz", "is")
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Whether two names, with how many characters each has, are a slip of the pen apart.
fn near(known: (&str, usize), wanted: (&str, usize)) -> bool {
    let shorter = known.1.min(wanted.1);
    let slips = (shorter / 5).min(2);
    shorter >= 5 && known.1.abs_diff(wanted.1) <= slips && strsim::damerau_levenshtein(known.0, wanted.0) <= slips
}
