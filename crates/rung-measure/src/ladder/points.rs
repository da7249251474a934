//! Points and titles: what a profile of milestones comes to.

use std::collections::BTreeMap;

use rung_model::framework::{Band, Dimension, Framework, Scale};

/// Levels reached, by dimension id; one left out is level 0.
pub type Profile = BTreeMap<String, u32>;

/// The group of bands that is read as the level.
pub const LEVEL: &str = "level";

/// The group of bands that is read as titles.
pub const TITLE: &str = "title";

/// What a profile comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PointsReading {
    /// All points.
    pub points: f64,
    /// Points by group of dimensions, in the order of the framework; `None` for dimensions without a group.
    pub groups: Vec<(Option<String>, f64)>,
    /// The band of group [`LEVEL`] that holds the points.
    pub level: Option<Band>,
    /// The next band up in that group.
    pub next: Option<Band>,
    /// Points that the next band asks for beyond these.
    pub to_next: Option<f64>,
    /// Every band of group [`TITLE`] that holds them.
    pub titles: Vec<Band>,
    /// Levels of the profile that no points are stated for, by dimension id; they count nothing above.
    pub without_points: Vec<String>,
}

/// Points of a profile: the sum over all dimensions of the points of the scale level reached; level 0 is worth none.
/// Bands that hold for another role than `role` are left out.
pub fn points(framework: &Framework, profile: &Profile, role: Option<&str>) -> PointsReading {
    let mut reading = PointsReading::default();
    for dimension in &framework.dimensions {
        let level = profile.get(&dimension.id).copied().unwrap_or(0);
        let scale = framework.scale_of(&dimension.id);
        if level > 0 && scale.and_then(|scale| stated(scale, level)).is_none() {
            reading.without_points.push(dimension.id.clone());
        }
        if !scale.is_some_and(counts) {
            continue;
        }
        let worth = scale.and_then(|scale| stated(scale, level)).unwrap_or(0.0);
        reading.points += worth;
        match reading.groups.iter_mut().find(|(group, _)| *group == dimension.group) {
            Some((_, sum)) => *sum += worth,
            None => reading.groups.push((dimension.group.clone(), worth)),
        }
    }
    let unknown = profile.keys().filter(|id| framework.dimension(id).is_none());
    reading.without_points.extend(unknown.cloned());
    let of = |group| bands_of(framework, group, role);
    reading.level = of(LEVEL).find(|band| band.holds(reading.points)).cloned();
    let above = of(LEVEL).filter(|band| band.min > reading.points);
    reading.next = above.min_by(|a, b| a.min.total_cmp(&b.min)).cloned();
    reading.to_next = reading.next.as_ref().map(|band| band.min - reading.points);
    reading.titles = of(TITLE).filter(|band| band.holds(reading.points)).cloned().collect();
    reading
}

/// The profile of most points: on every dimension that counts points, its first level of greatest worth.
pub fn most_points(framework: &Framework) -> Profile {
    let best = |dimension: &Dimension| {
        let worth = worth_by_level(framework.scale_of(&dimension.id)?)?;
        let mut most = (0_u32, 0.0);
        for (level, points) in (0..).zip(worth) {
            if points > most.1 {
                most = (level, points);
            }
        }
        Some((dimension.id.clone(), most.0))
    };
    framework.dimensions.iter().filter_map(best).collect()
}

/// Bands of a group that hold for a role, in the order of the framework.
pub(crate) fn bands_of<'f>(
    framework: &'f Framework,
    group: &'f str,
    role: Option<&'f str>,
) -> impl Iterator<Item = &'f Band> {
    framework.bands.iter().filter(move |band| band.group == group && band_is_for(band, role))
}

pub(crate) fn band_is_for(band: &Band, role: Option<&str>) -> bool {
    band.role.is_none() || band.role.as_deref() == role
}

/// Points of the levels 0, 1, 2, ... of a scale; `None` where it counts none.
pub(crate) fn worth_by_level(scale: &Scale) -> Option<Vec<f64>> {
    counts(scale).then(|| {
        let levels = scale.levels.iter().map(|level| level.points.unwrap_or(0.0));
        std::iter::once(0.0).chain(levels).collect()
    })
}

fn counts(scale: &Scale) -> bool {
    scale.levels.iter().any(|level| level.points.is_some())
}

fn stated(scale: &Scale, level: u32) -> Option<f64> {
    scale.levels.iter().find(|known| known.n == level)?.points
}
