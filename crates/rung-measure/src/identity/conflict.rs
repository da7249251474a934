//! Claims that speak against each other: they bind nobody and are listed.

/// One contradiction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// The account or address concerned.
    pub key: String,
    /// Who or what it would join.
    pub between: Vec<String>,
    /// What is wrong.
    pub why: Contradiction,
}

/// The ways in which claims speak against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Contradiction {
    /// Several people of the roster claim it.
    ClaimedTwice,
    /// Several accounts of one system bear the login.
    BorneTwice,
    /// Several accounts of one system state the address.
    StatedTwice,
    /// The rules together would make one person of several of the roster.
    PeopleJoined,
    /// A link by hand would make one person of several of the roster.
    LinkJoinsPeople,
}

impl Contradiction {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::ClaimedTwice => "claimed-twice",
            Self::BorneTwice => "borne-twice",
            Self::StatedTwice => "stated-twice",
            Self::PeopleJoined => "people-joined",
            Self::LinkJoinsPeople => "link-joins-people",
        }
    }
}

impl Conflict {
    /// In words.
    pub fn words(&self) -> String {
        let between = self.between.join(" and ");
        let key = &self.key;
        match self.why {
            Contradiction::ClaimedTwice => format!("{key} is claimed by {between}: it counts for nobody"),
            Contradiction::BorneTwice => format!("the login {key} was borne by {between}: name the id instead"),
            Contradiction::StatedTwice => format!("{key} is stated by {between}: it links none of them"),
            Contradiction::PeopleJoined => {
                format!("the rules would make one person of {between}, by way of {key}: they bind only what is named")
            }
            Contradiction::LinkJoinsPeople => {
                format!("a link of {key} by hand would make one person of {between}: it is not used")
            }
        }
    }
}
