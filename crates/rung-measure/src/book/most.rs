//! The most: the highest a day allows for each bucket and activity, every minute counted once.
//!
//! ```text
//! tentative design review    |######|           building
//! commit reaching back   |##########|####c      building
//! building, at most      |===============|      not the sum of both
//! ```

use rung_model::{
    activity::Activity,
    kind::{ActivityMap, Kind},
};

use crate::layout::{Reach, Timeline};

/// A stretch of the day and everything it may have been at most.
pub(super) struct Stretch {
    /// Minutes of it inside and outside working time.
    pub(super) sides: [f64; 2],
    /// The most of it that each bucket may take, 0 to 1.
    pub(super) buckets: [f64; 4],
    /// Activities it may have been, one bit each by [`Activity::index`].
    pub(super) activities: u32,
    /// It may have been something of unknown kind.
    pub(super) unclassified: bool,
}

impl Stretch {
    fn new(timeline: &Timeline, start: u16, end: u16) -> Self {
        let (inside, outside) = timeline.split(start, end);
        let sides = [f64::from(inside), f64::from(outside)];
        Self { sides, buckets: [0.0; 4], activities: 0, unclassified: false }
    }

    fn may_be(&mut self, kind: Kind, map: &ActivityMap) {
        match kind {
            Kind::Activity(activity) => self.activities |= 1 << activity.index(),
            Kind::Unclassified => self.unclassified = true,
            Kind::Weights(_) | Kind::NotCounted(_) => {}
        }
        for (most, weight) in self.buckets.iter_mut().zip(map.of(kind).unwrap_or_default()) {
            *most = most.max(weight);
        }
    }

    /// The activities it may have been.
    pub(super) fn activities(&self) -> impl Iterator<Item = Activity> + use<> {
        let bits = self.activities;
        Activity::ALL.iter().copied().filter(move |activity| bits >> activity.index() & 1 == 1)
    }

    /// True where it may have been hands-on work.
    pub(super) fn may_be_hands_on(&self) -> bool {
        self.activities().any(Activity::is_hands_on)
    }
}

/// Cuts the reaches of a day, sorted by start, into stretches that do not overlap.
pub(super) fn stretches(timeline: &Timeline, map: &ActivityMap, mut with: impl FnMut(&Stretch)) {
    let reaches = &timeline.reaches;
    let mut at = 0;
    while let Some(first) = reaches.get(at) {
        // A cluster: reaches that hang together by overlaps.
        let mut end = first.end;
        let linked = reaches[at + 1..].iter().take_while(|reach| {
            let overlaps = reach.start < end;
            end = end.max(reach.end);
            overlaps
        });
        let next = at + 1 + linked.count();
        let cluster = &reaches[at..next];
        if cluster.len() == 1 {
            let mut stretch = Stretch::new(timeline, first.start, first.end);
            stretch.may_be(first.kind, map);
            with(&stretch);
        } else {
            cut(timeline, cluster, map, &mut with);
        }
        at = next;
    }
}

fn cut(timeline: &Timeline, cluster: &[Reach], map: &ActivityMap, with: &mut impl FnMut(&Stretch)) {
    let mut edges: Vec<u16> = cluster.iter().flat_map(|reach| [reach.start, reach.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    for (start, end) in edges.iter().zip(edges.iter().skip(1)) {
        let mut stretch = Stretch::new(timeline, *start, *end);
        for reach in cluster.iter().filter(|reach| reach.start <= *start && *end <= reach.end) {
            stretch.may_be(reach.kind, map);
        }
        with(&stretch);
    }
}
