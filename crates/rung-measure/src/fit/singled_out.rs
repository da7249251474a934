//! Which role of a family the activities single out, where they clearly do.
//!
//! Three buckets name a family, not a role (MEASURE section 8). Two roles of a family may still differ
//! in what their strategy, or their building, is made of: a technical programme manager aligns and
//! reports, a product manager keeps a roadmap and knows customers. A role is named only where its own
//! activities fill most of the bucket even at their low, and those of its neighbour are nearly absent
//! even at their high.

use rung_model::{
    activity::Activity::{self, Alignment, Capacity, Customer, Incident, Release, Roadmap, Status, Support},
    bucket::Bucket,
    framework::Family,
    minutes::Minutes,
};

use crate::totals::Totals;

/// Least part of the bucket that the role's own activities fill.
pub const LEAST_OWN: f64 = 0.70;
/// Most part of the bucket that its neighbour's activities may fill.
pub const MOST_FOREIGN: f64 = 0.10;

/// What a role's week is made of where it differs from its family's.
struct Mark {
    role: &'static str,
    family: Family,
    bucket: Bucket,
    own: &'static [Activity],
    foreign: &'static [Activity],
}

const MARKS: [Mark; 3] = [
    Mark {
        role: "tpm",
        family: Family::Coordination,
        bucket: Bucket::Strategy,
        own: &[Alignment, Status, Capacity],
        foreign: &[Roadmap, Customer],
    },
    Mark {
        role: "pm",
        family: Family::Coordination,
        bucket: Bucket::Strategy,
        own: &[Roadmap, Customer],
        foreign: &[Alignment, Status],
    },
    Mark {
        role: "sre_lead",
        family: Family::Technical,
        bucket: Bucket::Building,
        own: &[Incident, Release, Support],
        foreign: &[Activity::Coding, Activity::Design],
    },
];

/// The role of `family` that the activities of `totals` single out, by role id.
pub(super) fn role(totals: &Totals, family: Family) -> Option<&'static str> {
    MARKS.iter().find(|mark| mark.family == family && mark.fits(totals)).map(|mark| mark.role)
}

impl Mark {
    fn fits(&self, totals: &Totals) -> bool {
        let of = |activities: &[Activity]| -> Minutes {
            activities.iter().filter_map(|a| totals.activities.get(a).copied()).sum()
        };
        let whole = totals.bucket(self.bucket).point;
        whole > 0.0 && of(self.own).low >= LEAST_OWN * whole && of(self.foreign).high <= MOST_FOREIGN * whole
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;

    fn totals(activities: &[(Activity, f64)]) -> Totals {
        let mut totals = Totals::empty(Date::constant(2026, 3, 2), Date::constant(2026, 3, 29));
        for (activity, minutes) in activities {
            totals.activities.insert(*activity, Minutes::exact(*minutes));
            totals.in_window[activity.default_bucket().index()] += Minutes::exact(*minutes);
        }
        totals
    }

    #[test]
    fn a_role_is_named_only_where_the_activities_are_clear() {
        let aligning = totals(&[(Alignment, 500.0), (Status, 400.0), (Roadmap, 50.0)]);
        assert_eq!(role(&aligning, Family::Coordination), Some("tpm"));
        assert_eq!(role(&aligning, Family::People), None);
        let both = totals(&[(Alignment, 500.0), (Status, 400.0), (Roadmap, 200.0)]);
        assert_eq!(role(&both, Family::Coordination), None);
        let planning = totals(&[(Roadmap, 500.0), (Customer, 400.0), (Alignment, 50.0)]);
        assert_eq!(role(&planning, Family::Coordination), Some("pm"));
        assert_eq!(role(&totals(&[]), Family::Coordination), None);
    }
}
