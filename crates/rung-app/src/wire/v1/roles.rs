//! The documents of `rung roles ... --json`.

use std::collections::BTreeMap;

use rung_measure::roles::{Comparison, OverlapMatrix, Path as InnerPath, bucket_disagreements};
use rung_model::framework::{Duty as InnerDuty, Framework, HandsOn as InnerHandsOn, Role as InnerRole, SplitClaim};
use schemars::JsonSchema;
use serde::Serialize;

use super::{VERSION, amount::round};

/// A role with what is expected of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Role {
    /// Role id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it is.
    pub definition: String,
    /// `ic`, `management`, `product` or `programme`; absent where nobody says.
    pub track: Option<String>,
    /// `technical`, `people`, `coordination` or `direction`; absent for entry nodes.
    pub family: Option<String>,
    /// Keys of the sources that describe it.
    pub sources: Vec<String>,
    /// Expected splits; the first is the one used.
    pub splits: Vec<Split>,
    /// Hands-on claims; the first is the one used.
    pub hands_on: Vec<HandsOn>,
    /// Duties it owns, alone or shared.
    pub duties: Vec<Duty>,
    /// Said in place of duties where no source publishes any.
    pub no_duties: Option<String>,
    /// Expected level by skill id, 0-4.
    pub skills: BTreeMap<String, u8>,
    /// Positions with the level they ask for on each axis.
    pub positions: BTreeMap<String, BTreeMap<String, u32>>,
}

/// An expected split.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Split {
    /// Share of strategy and alignment.
    pub strategy: f64,
    /// Share of people.
    pub people: f64,
    /// Share of building.
    pub building: f64,
    /// Concentration of the role's population; always our synthesis.
    pub k: f64,
    /// `sourced` or `our synthesis`.
    pub basis: String,
    /// Key of the source.
    pub source: Option<String>,
    /// What to keep in mind.
    pub note: Option<String>,
}

/// A claimed range of hands-on coding.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct HandsOn {
    /// Least share of the week.
    pub min: f64,
    /// Most share of the week.
    pub max: f64,
    /// `sourced` or `our synthesis`.
    pub basis: String,
    /// Key of the source.
    pub source: Option<String>,
    /// What to keep in mind.
    pub note: Option<String>,
}

/// A duty.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Duty {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Bucket it counts in; absent where nobody has sorted it.
    pub bucket: Option<String>,
    /// Published statements it stands for.
    pub stated: Vec<String>,
    /// Activities that show it.
    pub traces: Vec<String>,
}

/// Numbers of duties.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DutyCounts {
    /// Only the first role's.
    pub only_a: usize,
    /// Only the second role's.
    pub only_b: usize,
    /// Both roles'.
    pub shared: usize,
    /// Shared over all.
    pub jaccard: Option<f64>,
}

/// Two roles compared.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Compared {
    /// First role.
    pub a: String,
    /// Second role.
    pub b: String,
    /// Share of the week that would be the same.
    pub time_overlap: Option<f64>,
    /// Expected splits of both.
    pub splits: Option<(Split, Split)>,
    /// Change of each bucket's share from the first to the second.
    pub change: BTreeMap<String, f64>,
    /// Counts in the merged catalogue.
    pub duties: DutyCounts,
    /// Counts of published statements, by source.
    pub duties_by_source: BTreeMap<String, DutyCounts>,
    /// What only the first does: what one stops doing.
    pub stops: Vec<Duty>,
    /// What only the second does: what one starts doing.
    pub starts: Vec<Duty>,
    /// What both do.
    pub shared: Vec<Duty>,
    /// Hands-on range of the first.
    pub hands_on_a: Option<HandsOn>,
    /// Hands-on range of the second.
    pub hands_on_b: Option<HandsOn>,
    /// Where the ranges meet, as least and most share.
    pub hands_on_common: Option<(f64, f64)>,
    /// Skills at the same level.
    pub skills_same: usize,
    /// Skills the second role needs at a higher level.
    pub skills_higher: usize,
    /// Skills the second role needs at a lower level.
    pub skills_lower: usize,
    /// Sum of the lower levels over sum of the higher ones.
    pub skills_common: Option<f64>,
    /// Level of each skill in both roles.
    pub skills: BTreeMap<String, (u8, u8)>,
}

/// The document of `compare`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung roles compare, version 1")]
pub struct Comparisons {
    /// Version of this document: 1.
    pub version: u32,
    /// Every pair of the roles named.
    pub pairs: Vec<Compared>,
}

/// The document of `list` and `show`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung roles, version 1")]
pub struct Catalogue {
    /// Version of this document: 1.
    pub version: u32,
    /// Roles.
    pub roles: Vec<Role>,
    /// Statements of each source that it files under another bucket than we do.
    pub bucket_disagreements: BTreeMap<String, Vec<String>>,
}

/// The document of `overlap`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung roles overlap, version 1")]
pub struct Overlaps {
    /// Version of this document: 1.
    pub version: u32,
    /// Role ids.
    pub roles: Vec<String>,
    /// Share of the week in common, row by row.
    pub overlap: Vec<Vec<f64>>,
}

/// One way.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Path {
    /// Role ids in order.
    pub roles: Vec<String>,
    /// Steps.
    pub steps: Vec<Step>,
    /// Years of the steps whose duration is known: least and most; absent where none is.
    pub years: Option<(f64, f64)>,
    /// Steps whose duration nobody states.
    pub unknown_steps: usize,
    /// In words.
    pub duration: String,
}

/// One step.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Step {
    /// From this role.
    pub from: String,
    /// To this role.
    pub to: String,
    /// Years: least and most; absent where nobody says.
    pub years: Option<(f64, f64)>,
    /// Keys of the sources.
    pub sources: Vec<String>,
    /// What to keep in mind.
    pub note: Option<String>,
}

/// The document of `paths`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung roles paths, version 1")]
pub struct Paths {
    /// Version of this document: 1.
    pub version: u32,
    /// Ways, the fewest unknown steps first.
    pub paths: Vec<Path>,
}

impl From<&SplitClaim> for Split {
    fn from(claim: &SplitClaim) -> Self {
        let [strategy, people, building] = claim.split.parts().map(round);
        Self {
            strategy,
            people,
            building,
            k: claim.k,
            basis: claim.basis.words().to_owned(),
            source: claim.source.clone(),
            note: claim.note.clone(),
        }
    }
}

impl From<&InnerHandsOn> for HandsOn {
    fn from(claim: &InnerHandsOn) -> Self {
        Self {
            min: round(claim.min),
            max: round(claim.max),
            basis: claim.basis.words().to_owned(),
            source: claim.source.clone(),
            note: claim.note.clone(),
        }
    }
}

impl From<&InnerDuty> for Duty {
    fn from(duty: &InnerDuty) -> Self {
        Self {
            id: duty.id.clone(),
            name: duty.name.clone(),
            bucket: duty.bucket.map(|bucket| bucket.id().to_owned()),
            stated: duty.stated.iter().map(|(key, _)| key.clone()).collect(),
            traces: duty.traces.iter().map(|a| a.id().to_owned()).collect(),
        }
    }
}

impl From<rung_measure::roles::DutyCounts> for DutyCounts {
    fn from(counts: rung_measure::roles::DutyCounts) -> Self {
        let jaccard = counts.jaccard().map(round);
        Self { only_a: counts.only_a, only_b: counts.only_b, shared: counts.shared, jaccard }
    }
}

impl Role {
    fn of(role: &InnerRole, framework: &Framework) -> Self {
        Self {
            id: role.id.clone(),
            name: role.name.clone(),
            definition: role.definition.clone(),
            track: role.track.map(|track| track.id().to_owned()),
            family: role.family.map(|f| f.id().to_owned()),
            sources: role.sources.clone(),
            splits: framework.splits.iter().filter(|c| c.role == role.id).map(Split::from).collect(),
            hands_on: framework.hands_on.iter().filter(|c| c.role == role.id).map(HandsOn::from).collect(),
            duties: framework.duties_of(&role.id).map(Duty::from).collect(),
            no_duties: role.no_duties.clone(),
            skills: framework
                .skills
                .iter()
                .filter_map(|skill| Some((skill.id.clone(), skill.levels.get(&role.id)?.0)))
                .collect(),
            positions: framework
                .positions
                .iter()
                .filter(|p| p.role == role.id)
                .map(|p| (p.id.clone(), p.requires.clone()))
                .collect(),
        }
    }
}

impl Catalogue {
    /// The roles given, in that order.
    pub fn of(roles: &[&InnerRole], framework: &Framework) -> Self {
        let bucket_disagreements = framework
            .sources
            .iter()
            .map(|source| {
                let found = bucket_disagreements(framework, &source.key);
                (source.key.clone(), found.into_iter().map(|d| d.statement).collect::<Vec<_>>())
            })
            .filter(|(_, found)| !found.is_empty())
            .collect();
        Self {
            version: VERSION,
            roles: roles.iter().map(|role| Role::of(role, framework)).collect(),
            bucket_disagreements,
        }
    }
}

impl From<&Comparison> for Compared {
    fn from(c: &Comparison) -> Self {
        Self {
            a: c.a.clone(),
            b: c.b.clone(),
            time_overlap: c.time.map(round),
            splits: c.splits.as_ref().map(|(a, b)| (a.into(), b.into())),
            change: c.by_bucket.iter().map(|d| (d.bucket.id().to_owned(), round(d.change()))).collect(),
            duties: c.duties.counts().into(),
            duties_by_source: c.duties_by_source.iter().map(|(k, v)| (k.clone(), (*v).into())).collect(),
            stops: c.duties.only_a.iter().map(Duty::from).collect(),
            starts: c.duties.only_b.iter().map(Duty::from).collect(),
            shared: c.duties.shared.iter().map(Duty::from).collect(),
            hands_on_a: c.hands_on.a.as_ref().map(HandsOn::from),
            hands_on_b: c.hands_on.b.as_ref().map(HandsOn::from),
            hands_on_common: c.hands_on.common.map(|(min, max)| (round(min), round(max))),
            skills_same: c.skills.same,
            skills_higher: c.skills.higher,
            skills_lower: c.skills.lower,
            skills_common: c.skills.common.map(round),
            skills: c.skills.lines.iter().map(|l| (l.skill.id.clone(), (l.a.0, l.b.0))).collect(),
        }
    }
}

impl Comparisons {
    /// The document of these pairs.
    pub fn of(pairs: &[Comparison]) -> Self {
        Self { version: VERSION, pairs: pairs.iter().map(Compared::from).collect() }
    }
}

impl From<&OverlapMatrix> for Overlaps {
    fn from(matrix: &OverlapMatrix) -> Self {
        let overlap = matrix.overlap.iter().map(|row| row.iter().copied().map(round).collect()).collect();
        Self { version: VERSION, roles: matrix.roles.clone(), overlap }
    }
}

impl From<&InnerPath> for Path {
    fn from(path: &InnerPath) -> Self {
        Self {
            roles: path.roles().into_iter().map(str::to_owned).collect(),
            steps: path
                .steps
                .iter()
                .map(|step| Step {
                    from: step.from.clone(),
                    to: step.to.clone(),
                    years: step.years.map(|y| (y.min, y.max)),
                    sources: step.sources.clone(),
                    note: step.note.clone(),
                })
                .collect(),
            years: path.years.map(|y| (y.min, y.max)),
            unknown_steps: path.unknown_steps,
            duration: path.duration(),
        }
    }
}

impl Paths {
    /// The document of these ways.
    pub fn of(paths: &[InnerPath]) -> Self {
        Self { version: VERSION, paths: paths.iter().map(Path::from).collect() }
    }
}
