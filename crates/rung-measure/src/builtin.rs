//! The names of the built-in rules, as explanations show them.

use std::sync::Arc;

use rung_model::rule::Level;

macro_rules! built_in {
    ($($variant:ident, $level:ident, $id:literal;)*) => {
        /// A built-in rule that is no entry of the lexicon.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum BuiltIn { $($variant,)* }

        impl BuiltIn {
            const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable id.
            pub(crate) const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The level the rule stands on.
            pub(crate) const fn level(self) -> Level {
                match self { $(Self::$variant => Level::$level,)* }
            }
        }
    };
}

built_in! {
    Logged, Declared, "logged";
    Category, Declared, "category";
    OutOfOffice, Structural, "structural/out-of-office";
    FocusTime, Structural, "structural/focus-time";
    WholeDays, Structural, "structural/whole-days";
    OthersLeave, Structural, "structural/leave-of-another";
    TwoWithReport, Structural, "structural/two-with-report";
    TwoWithSkipReport, Structural, "structural/two-with-skip-report";
    TwoWithManager, Structural, "structural/two-with-manager";
    TwoWithPeer, Structural, "structural/two-with-peer";
    TwoOffLine, Structural, "structural/two-off-line";
    TwoWithStranger, Structural, "structural/two-with-stranger";
    Mentor, Structural, "structural/mentor";
    Mentee, Structural, "structural/mentee";
    Review, Structural, "structural/review";
    DesignPaths, Structural, "structural/design-paths";
    DocumentPaths, Structural, "structural/document-paths";
    TestPaths, Structural, "structural/test-paths";
    InfrastructurePaths, Structural, "structural/infrastructure-paths";
    Commit, Structural, "structural/commit";
    OnPullRequest, Structural, "structural/pull-request";
    OnRelease, Structural, "structural/release";
    OnDocument, Structural, "structural/document";
    OnIncident, Structural, "structural/incident";
    ItemLabel, Structural, "structural/item-label";
    ItemType, Structural, "structural/item-type";
    Triage, Structural, "structural/issue-triage";
    UntoldItem, Unclassified, "unclassified/issue-of-no-kind";
    Private, Unclassified, "unclassified/private";
    NoTitle, Unclassified, "unclassified/no-title";
    NothingKnown, Unclassified, "unclassified/nothing-known";
    Disagreement, Unclassified, "unclassified/phrases-disagree";
    TwoMeanings, Unclassified, "unclassified/two-meanings";
    OtherScript, Unclassified, "unclassified/other-script";
}

/// The ids as shared texts, made once.
#[derive(Debug)]
pub(crate) struct BuiltInNames {
    ids: Vec<Arc<str>>,
    /// Where they all come from.
    pub origin: Arc<str>,
}

impl BuiltInNames {
    /// Makes them.
    pub(crate) fn new() -> Self {
        Self { ids: BuiltIn::ALL.iter().map(|rule| rule.id().into()).collect(), origin: "built in".into() }
    }

    /// The id of `rule`.
    pub(crate) fn id(&self, rule: BuiltIn) -> Arc<str> {
        self.ids.get(rule as usize).cloned().unwrap_or_else(|| rule.id().into())
    }
}
