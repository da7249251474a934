//! A weighted score, the bands it lies in, and the gates that block them.

use rung_model::framework::{Band, Framework, Gate, Weights};

use super::points::{Profile, band_is_for};

/// A least level that is not reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// Gate id.
    pub gate: String,
    /// Dimension id.
    pub dimension: String,
    /// The least level.
    pub needs: u32,
    /// The level of the profile; `None` = not assessed.
    pub has: Option<u32>,
}

/// A band that holds the score.
#[derive(Clone, Debug, PartialEq)]
pub struct BandReading {
    /// The band.
    pub band: Band,
    /// What blocks it; empty where its gates are open.
    pub blocked: Vec<Unmet>,
    /// What its gates say that cannot be said in levels.
    pub by_hand: Vec<String>,
    /// Where it is blocked: the highest band below it, of its group, whose gates are open.
    pub instead: Option<Band>,
}

/// What a profile scores.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WeightedReading {
    /// Id of the weights used.
    pub weights: String,
    /// The score; `None` where a weighted dimension is not assessed.
    pub score: Option<f64>,
    /// The score with what is not assessed at the least, 0.
    pub least: f64,
    /// The score with what is not assessed at the top of its scale.
    pub most: f64,
    /// Weighted dimensions that are not assessed, by id.
    pub missing: Vec<String>,
    /// Bands that hold the score, in the order of the framework; none where there is no score.
    pub bands: Vec<BandReading>,
}

/// Scores a profile: sum of percent x worth / 100 over the weighted dimensions. A level is worth its points where the
/// scale states them, else its number. The weights are those of the role, else of its track, else those that hold for
/// all; `None` where there are none.
pub fn weighted(framework: &Framework, profile: &Profile, role: Option<&str>) -> Option<WeightedReading> {
    let weights = weights_for(framework, role)?;
    let mut reading = WeightedReading { weights: weights.id.clone(), ..WeightedReading::default() };
    for (dimension, percent) in &weights.percent {
        let (least, most) = match profile.get(dimension) {
            Some(level) => (worth(framework, dimension, *level), worth(framework, dimension, *level)),
            None => {
                reading.missing.push(dimension.clone());
                (0.0, top(framework, dimension))
            }
        };
        reading.least += percent * least / 100.0;
        reading.most += percent * most / 100.0;
    }
    reading.score = reading.missing.is_empty().then_some(reading.least);
    if let Some(score) = reading.score {
        let holding = framework.bands.iter().filter(|band| band_is_for(band, role) && holds(band, score));
        reading.bands = holding.map(|band| read_band(framework, band, profile, role)).collect();
    }
    Some(reading)
}

/// The weights that hold for a role: its own, else those of its track, else those for all.
pub fn weights_for<'f>(framework: &'f Framework, role: Option<&str>) -> Option<&'f Weights> {
    let of = |wanted: Option<&str>| framework.weights.iter().find(|weights| weights.role.as_deref() == wanted);
    let track = role.and_then(|id| framework.role(id)).and_then(|role| role.track).map(|track| track.id());
    role.and_then(|id| of(Some(id))).or_else(|| track.and_then(|id| of(Some(id)))).or_else(|| of(None))
}

/// As [`Band::holds`], where a sum of products that misses a bound by rounding alone is on it.
fn holds(band: &Band, score: f64) -> bool {
    band.holds((score * 1e9).round() / 1e9)
}

fn read_band(framework: &Framework, band: &Band, profile: &Profile, role: Option<&str>) -> BandReading {
    let blocked = unmet(framework, band, profile);
    let lower = framework
        .bands
        .iter()
        .filter(|other| other.group == band.group && band_is_for(other, role) && other.min < band.min);
    let open = lower.filter(|other| unmet(framework, other, profile).is_empty());
    let instead = open.max_by(|a, b| a.min.total_cmp(&b.min)).filter(|_| !blocked.is_empty()).cloned();
    let by_hand = gates_of(framework, band).filter_map(|gate| gate.text.clone()).collect();
    BandReading { band: band.clone(), blocked, by_hand, instead }
}

/// Gates that guard a band, or the position it leads to.
fn gates_of<'f>(framework: &'f Framework, band: &'f Band) -> impl Iterator<Item = &'f Gate> {
    framework.gates.iter().filter(|gate| {
        gate.band.as_ref() == Some(&band.id) || (gate.position.is_some() && gate.position == band.position)
    })
}

fn unmet(framework: &Framework, band: &Band, profile: &Profile) -> Vec<Unmet> {
    let mut found = Vec::new();
    for gate in gates_of(framework, band) {
        for (dimension, needs) in &gate.requires {
            let has = profile.get(dimension).copied();
            if has.is_none_or(|level| level < *needs) {
                found.push(Unmet { gate: gate.id.clone(), dimension: dimension.clone(), needs: *needs, has });
            }
        }
    }
    found
}

fn worth(framework: &Framework, dimension: &str, level: u32) -> f64 {
    let levels = framework.scale_of(dimension).map(|scale| scale.levels.as_slice()).unwrap_or_default();
    let stated = levels.iter().find(|known| known.n == level).and_then(|known| known.points);
    match (level, stated) {
        (0, _) => 0.0,
        (_, Some(points)) => points,
        (n, None) => f64::from(n),
    }
}

fn top(framework: &Framework, dimension: &str) -> f64 {
    let levels = framework.scale_of(dimension).map(|scale| scale.levels.as_slice()).unwrap_or_default();
    levels.iter().map(|level| level.points.unwrap_or_else(|| f64::from(level.n))).fold(0.0, f64::max)
}
