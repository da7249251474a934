//! A set of axes that belong together, and how the names of their levels are found.

use super::super::{naming::plain, parts::Thing};

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

impl Set<'_> {
    /// The level of this name; where several axes have it, the one at `place`, else one that is not `used`.
    pub(super) fn level(&self, name: &str, place: usize, used: &[usize]) -> Option<Found> {
        let wanted = plain(name);
        if wanted.is_empty() {
            return None;
        }
        self.by(true, place, used, |known| known == wanted)
            .or_else(|| self.by(false, place, used, |known| stem(known) == stem(&wanted)))
            .or_else(|| self.by(false, place, used, |known| near(known, &wanted)))
    }

    fn by(&self, exact: bool, place: usize, used: &[usize], is: impl Fn(&str) -> bool) -> Option<Found> {
        let mut found = Vec::new();
        for (axis, known) in self.axes.iter().enumerate() {
            let level = known.levels.iter().position(|level| is(&plain(&level.name)));
            found.extend(level.map(|level| Found { axis, level: number(level), exact }));
        }
        let at_place = found.iter().find(|one| one.axis == place);
        let unused = found.iter().find(|one| !used.contains(&one.axis));
        at_place.filter(|one| !used.contains(&one.axis)).or(unused).or(found.first()).copied()
    }

    /// The axis of this name.
    pub(super) fn axis(&self, name: &str) -> Option<usize> {
        let wanted = plain(name);
        let same = |known: &Axis| plain(&known.name) == wanted;
        self.axes.iter().position(same).filter(|_| !wanted.is_empty())
    }

    /// The level of one axis by its name or number.
    pub(super) fn level_on(&self, axis: usize, word: &str) -> Option<Found> {
        let levels = &self.axes.get(axis)?.levels;
        let wanted = plain(word);
        let by_name = |exact: bool, is: &dyn Fn(&str) -> bool| {
            let level = levels.iter().position(|level| is(&plain(&level.name)))?;
            Some(Found { axis, level: number(level), exact })
        };
        let numbered = || {
            let digits = wanted.rsplit(' ').next().filter(|last| wanted.split(' ').count() <= 2 && !last.is_empty())?;
            let level: u32 = digits.parse().ok()?;
            (level >= 1 && level as usize <= levels.len()).then_some(Found { axis, level, exact: true })
        };
        by_name(true, &|known| known == wanted)
            .or_else(numbered)
            .or_else(|| by_name(false, &|known| stem(known) == stem(&wanted)))
            .or_else(|| by_name(false, &|known| near(known, &wanted)))
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

fn number(place: usize) -> u32 {
    u32::try_from(place + 1).unwrap_or(u32::MAX)
}

/// Words without the endings that change with number and person, and with one spelling of -ise.
fn stem(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let bare = word.strip_suffix("es").or_else(|| word.strip_suffix('s')).unwrap_or(word);
        bare.trim_end_matches('e').replace("iz", "is")
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Whether two names are a slip of the pen apart.
fn near(known: &str, wanted: &str) -> bool {
    let shorter = known.chars().count().min(wanted.chars().count());
    shorter >= 5 && strsim::damerau_levenshtein(known, wanted) <= (shorter / 5).min(2)
}
