//! Switches of the organisation: off by default, announced before they take effect, every change kept (PRIVACY P16).

use rung_store::setting::{self, Setting};

use super::{Caller, Moment, Noted, ORG, Refused, Server};
use crate::access::{Object, Verb};

/// A switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switch {
    /// Its name.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub words: &'static str,
    /// What it is where nobody set it.
    pub usual: &'static str,
    /// Values it may have.
    pub values: &'static [&'static str],
    /// Days from its announcement until it takes effect, where it widens what is measured or kept.
    pub notice: i64,
}

/// What everybody is told of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// Months that facts are kept.
    pub months: i64,
    /// Whether sources of the organisation are read.
    pub shared_sources: bool,
    /// People at least behind a figure of several.
    pub least: String,
}

/// Every switch there is.
pub const SWITCHES: [Switch; 4] = [
    Switch {
        name: "measure-shared-sources",
        words: "Repositories, forges and trackers of the organisation are read, and what each person did in them becomes a source of their own reading.",
        usual: "off",
        values: &["off", "on"],
        notice: 14,
    },
    Switch {
        name: "months-kept",
        words: "How many months facts without words and weekly minutes are kept.",
        usual: "13",
        values: &["3", "6", "13", "25", "37"],
        notice: 14,
    },
    Switch {
        name: "least-people",
        words: "How many people at least stand behind a figure of several.",
        usual: "5",
        values: &["5", "6", "8", "10"],
        notice: 0,
    },
    Switch {
        name: "open-framework",
        words: "The framework can be read without logging in.",
        usual: "off",
        values: &["off", "on"],
        notice: 0,
    },
];

/// A switch with what it is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwitchView {
    /// The switch.
    pub switch: Switch,
    /// What is in effect.
    pub value: String,
    /// What was announced and is not in effect yet: value, and when.
    pub coming: Option<(String, i64)>,
    /// Every change, latest first.
    pub changes: Vec<Setting>,
}

impl Server {
    /// Whether a switch is on.
    pub(crate) fn switch(&self, name: &str, moment: &Moment) -> Result<bool, Refused> {
        Ok(self.setting(name, moment)? == "on")
    }

    /// What a switch is set to.
    pub(crate) fn setting(&self, name: &str, moment: &Moment) -> Result<String, Refused> {
        let usual = SWITCHES.iter().find(|one| one.name == name).map_or("", |one| one.usual);
        let set = self.db.read(|tx| setting::value(tx, ORG, name, moment.seconds()))?;
        Ok(set.unwrap_or_else(|| usual.to_owned()))
    }

    /// Months that facts are kept.
    pub(crate) fn months(&self, moment: &Moment) -> Result<i64, Refused> {
        Ok(self.setting("months-kept", moment)?.parse().unwrap_or(13))
    }

    /// What everybody is told of the policy, logged in or not.
    pub fn in_force(&self, moment: &Moment) -> Result<InForce, Refused> {
        Ok(InForce {
            months: self.months(moment)?,
            shared_sources: self.switch("measure-shared-sources", moment)?,
            least: self.setting("least-people", moment)?,
        })
    }

    /// Every switch, for everybody who can log in.
    pub fn switches(&self, caller: &Caller, moment: &Moment) -> Result<Vec<SwitchView>, Refused> {
        self.may_organisation(caller, moment, Verb::Read, Object::Policy)?;
        let (all, now) = (self.db.read(|tx| setting::all(tx, ORG))?, moment.seconds());
        SWITCHES
            .into_iter()
            .map(|switch| {
                let changes: Vec<Setting> = all.iter().filter(|one| one.name == switch.name).cloned().collect();
                let coming = changes.iter().find(|one| one.effective > now);
                Ok(SwitchView {
                    switch,
                    value: self.setting(switch.name, moment)?,
                    coming: coming.map(|one| (one.value.clone(), one.effective)),
                    changes: changes.clone(),
                })
            })
            .collect()
    }

    /// Announces a change of a switch. What takes back or narrows takes effect at once.
    ///
    /// # Errors
    /// [`Refused::NotThere`] for who is no administrator; [`Refused::Field`].
    pub fn announce(&self, caller: &Caller, moment: &Moment, name: &str, value: &str) -> Result<(), Refused> {
        self.may_organisation(caller, moment, Verb::Write, Object::Policy)?;
        let switch = SWITCHES.iter().find(|one| one.name == name).ok_or(Refused::NotThere)?;
        if !switch.values.contains(&value) {
            return Err(Refused::field("value", format!("give one of {}", switch.values.join(", "))));
        }
        let now = moment.seconds();
        let place = |value: &str| switch.values.iter().position(|own| *own == value).unwrap_or(0);
        let widens = place(value) > place(&self.setting(name, moment)?);
        let one = Setting {
            name: name.to_owned(),
            value: value.to_owned(),
            announced: now,
            effective: if widens { now + switch.notice * 86_400 } else { now },
            author: caller.name().to_owned(),
        };
        self.db.write(|tx| setting::announce(tx, ORG, &one))?;
        self.note(
            caller,
            moment,
            Noted { act: "write", object: "policy", subject: "", detail: &format!("{name} = {value}") },
        )
    }
}
