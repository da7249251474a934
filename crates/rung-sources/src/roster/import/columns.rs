//! Which column of an HR export is which: as the user says, else by the heads that HR systems write.

use std::collections::BTreeMap;

/// What a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Id,
    Name,
    First,
    Last,
    Preferred,
    Email,
    Manager,
    Title,
    Team,
    Above,
    Top,
    Start,
    End,
    Fte,
    Status,
}

impl Column {
    const ALL: [(Self, &'static str, &'static [&'static str]); 15] = [
        (
            Self::Id,
            "id",
            &[
                "id",
                "employeeid",
                "employeenumber",
                "employeeno",
                "personid",
                "workerid",
                "staffid",
                "personnelnumber",
                "userid",
                "hrid",
            ],
        ),
        (Self::Name, "name", &["name", "fullname", "displayname", "employeename", "employee", "worker", "legalname"]),
        (Self::First, "first", &["firstname", "givenname", "forename", "legalfirstname"]),
        (Self::Last, "last", &["lastname", "surname", "familyname", "legallastname"]),
        (Self::Preferred, "preferred", &["preferredname", "preferredfirstname", "nickname", "knownas"]),
        (
            Self::Email,
            "email",
            &[
                "email",
                "workemail",
                "emailaddress",
                "workemailaddress",
                "primaryworkemail",
                "companyemail",
                "mail",
                "businessemail",
            ],
        ),
        (
            Self::Manager,
            "manager",
            &[
                "manager",
                "reportsto",
                "supervisor",
                "managername",
                "managerid",
                "manageremail",
                "supervisorname",
                "supervisorid",
                "supervisoremail",
                "linemanager",
                "reportingmanager",
                "directmanager",
                "reportingto",
                "managersemail",
                "manageremployeeid",
            ],
        ),
        (Self::Title, "title", &["title", "jobtitle", "position", "role", "jobprofile", "businesstitle", "jobname"]),
        (Self::Team, "team", &["team", "teamname", "squad", "workteam"]),
        (
            Self::Above,
            "department",
            &["department", "departmentname", "unit", "orgunit", "costcentername", "group", "supervisoryorganization"],
        ),
        (Self::Top, "division", &["division", "businessunit", "divisionname", "area"]),
        (
            Self::Start,
            "start",
            &[
                "startdate",
                "hiredate",
                "hired",
                "start",
                "dateofhire",
                "employmentstartdate",
                "originalhiredate",
                "joindate",
                "dateofjoining",
            ],
        ),
        (
            Self::End,
            "end",
            &[
                "enddate",
                "terminationdate",
                "end",
                "leavedate",
                "lastday",
                "terminated",
                "lastdayofwork",
                "dateofleaving",
            ],
        ),
        (Self::Fte, "fte", &["fte", "ftepercent", "fulltimeequivalent", "workload"]),
        (Self::Status, "status", &["status", "employmentstatus", "employeestatus", "workerstatus"]),
    ];

    /// The word a user names it by.
    pub(super) fn word(self) -> &'static str {
        Self::ALL.iter().find(|(own, ..)| *own == self).map_or("", |(_, word, _)| word)
    }
}

/// The user's own mapping: `manager=Reports To,email=Work Email`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    named: BTreeMap<String, String>,
}

impl Columns {
    /// Reads a mapping.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut named = BTreeMap::new();
        for pair in text.split(',').map(str::trim).filter(|pair| !pair.is_empty()) {
            let (word, head) =
                pair.split_once('=').ok_or_else(|| format!("`{pair}` is no pair such as email=Work Email"))?;
            let word = word.trim().to_lowercase();
            if !Column::ALL.iter().any(|(_, own, _)| *own == word) {
                let words: Vec<&str> = Column::ALL.iter().map(|(_, word, _)| *word).collect();
                return Err(format!("`{word}` is no column known here; there are {}", words.join(", ")));
            }
            named.insert(word, head.trim().to_owned());
        }
        Ok(Self { named })
    }

    /// Which column each head is; heads that were named and are not there.
    pub(super) fn of(&self, heads: &[String]) -> (BTreeMap<Column, usize>, Vec<String>) {
        let (mut found, mut missing) = (BTreeMap::new(), Vec::new());
        for (column, word, usual) in Column::ALL {
            if let Some(head) = self.named.get(word) {
                match heads.iter().position(|own| own.trim().eq_ignore_ascii_case(head)) {
                    Some(at) => {
                        found.insert(column, at);
                    }
                    None => missing.push(head.clone()),
                }
                continue;
            }
            // The first of the usual heads that is there, in their order.
            let at = usual.iter().find_map(|usual| heads.iter().position(|own| plain(own) == *usual));
            if let Some(at) = at.filter(|at| !found.values().any(|taken| taken == at)) {
                found.insert(column, at);
            }
        }
        (found, missing)
    }
}

fn plain(head: &str) -> String {
    head.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
