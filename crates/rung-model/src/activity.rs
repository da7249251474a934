//! Kinds of work: the activities evidence is recognised as.

use serde::{Deserialize, Serialize};

use crate::bucket::Bucket;

macro_rules! activities {
    ($($variant:ident, $id:literal, $name:literal, $bucket:ident;)*) => {
        /// A kind of work. Which bucket it counts in is framework data
        /// (`ActivityMap`); [`Activity::default_bucket`] is the built-in map.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[expect(missing_docs, reason = "each variant is documented by its name() text")]
        pub enum Activity { $($variant,)* }

        impl Activity {
            /// Every activity, grouped by bucket in display order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable machine name, as used in rules and JSON.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The name people read.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The bucket of the built-in map (MEASURE section 3).
            pub const fn default_bucket(self) -> Bucket {
                match self { $(Self::$variant => Bucket::$bucket,)* }
            }
        }
    };
}

activities! {
    Coding, "coding", "Coding", Building;
    CodeReview, "code_review", "Code review", Building;
    Design, "design", "Design and architecture", Building;
    Testing, "testing", "Testing", Building;
    Release, "release", "Release and rollout", Building;
    Incident, "incident", "Incident and on-call", Building;
    Support, "support", "Support, debugging and triage", Building;
    TechnicalDocs, "technical_docs", "Technical documents", Building;
    Pairing, "pairing", "Pairing", Building;
    RitualTakingPart, "ritual_taking_part", "Team rituals, taking part", Building;
    Vision, "vision", "Vision, technical strategy and standards", Strategy;
    Roadmap, "roadmap", "Roadmap", Strategy;
    Alignment, "alignment", "Cross-team alignment", Strategy;
    Status, "status", "Status and reporting", Strategy;
    Capacity, "capacity", "Capacity and budget", Strategy;
    Customer, "customer", "Customers and vendors", Strategy;
    OneOnOneUp, "one_on_one_up", "1:1 with own manager or a peer", Strategy;
    OneOnOne, "one_on_one", "1:1 with a report", People;
    Coaching, "coaching", "Coaching and mentoring", People;
    Feedback, "feedback", "Feedback, performance and promotion", People;
    Hiring, "hiring", "Hiring", People;
    Onboarding, "onboarding", "Onboarding", People;
    TeamBuilding, "team_building", "Team building", People;
    Process, "process", "Process and retrospectives", People;
    RitualRunning, "ritual_running", "Team rituals, running them", People;
    Learning, "learning", "Learning", Other;
    Admin, "admin", "Admin", Other;
}

impl Activity {
    /// Position in [`Activity::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The activity with this machine name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|activity| activity.id() == id)
    }

    /// Coding, testing and pairing: time with hands on code. Building is wider.
    pub const fn is_hands_on(self) -> bool {
        matches!(self, Self::Coding | Self::Testing | Self::Pairing)
    }
}
