//! The permission table of PRIVACY.md as data: what each standing may do with each object.

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Object {
    /// Frameworks, ladders, the career graph.
    Framework,
    /// People, teams, lines, roles held.
    Structure,
    /// Positions, vacancies, scenarios.
    Position,
    /// Cost bands and budgets.
    Cost,
    /// Declared responsibilities.
    Declared,
    /// Raw work items of a person.
    RawItems,
    /// The weekly split of a person.
    WeeklySplit,
    /// What a person is seen to own.
    ObservedOwnership,
    /// The split of a team, and what its evidence shows of its responsibilities.
    TeamSplit,
    /// The reading of a person, and its drift.
    Reading,
    /// A person's overload card.
    Overload,
    /// Self-assessment and growth plan.
    GrowthPlan,
    /// A person's evidence log.
    EvidenceLog,
    /// A 1:1 document.
    OneOnOne,
    /// Private notes.
    PrivateNotes,
    /// Feedback about a person.
    Feedback,
    /// Anonymous feedback and health answers.
    Anonymous,
    /// A review being drafted.
    ReviewDraft,
    /// A final review, a packet.
    ReviewFinal,
    /// The access log.
    AccessLog,
    /// Policy, retention, switches.
    Policy,
    /// Exporting or erasing a person.
    Erasure,
}

/// Where somebody stands to what is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It is about them.
    Subject,
    /// Their solid-line manager now.
    Manager,
    /// Above that manager.
    SkipLevel,
    /// A colleague.
    Peer,
    /// The lead of a team they are in.
    TeamLead,
    /// Human resources, of a named scope that holds them.
    HumanResources,
    /// Sets the server up; not a reader.
    Administrator,
    /// The works council.
    Council,
    /// Nobody who logged in.
    Nobody,
}

impl Standing {
    /// All, in the order of the table's columns.
    pub const ALL: [Self; 9] = [
        Self::Subject,
        Self::Manager,
        Self::SkipLevel,
        Self::Peer,
        Self::TeamLead,
        Self::HumanResources,
        Self::Administrator,
        Self::Council,
        Self::Nobody,
    ];

    fn column(self) -> usize {
        Self::ALL.iter().position(|own| *own == self).unwrap_or(8)
    }
}

/// How far a right reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Metadata alone: that it is there, and of what kind.
    Metadata,
    /// What the subject shared in a snapshot.
    Shared,
    /// What may be told of at least k people together.
    Aggregate,
    /// One's own part of it.
    OwnPart,
    /// With a case and a reason, logged, and the subject is told.
    Case,
    /// All of it.
    Whole,
}

/// A cell of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Cell {
    /// How far one may read.
    pub read: Option<Reach>,
    /// How far one may write.
    pub write: Option<Reach>,
}

/// The rows: object, its words in PRIVACY.md, and a cell for each standing in [`Standing::ALL`] order.
pub const ROWS: [(Object, &str, [&str; 9]); 22] = [
    (Object::Framework, "framework, ladders, career graph", ["R", "R", "R", "R", "R", "RW", "RW", "R", "config"]),
    (Object::Structure, "org structure, roles held", ["R", "R, W team", "R, W org", "R", "R", "RW", "RW", "R", "-"]),
    (
        Object::Position,
        "position, vacancy, scenario",
        ["published", "R team, draft W", "RW org", "published", "published", "RW scope", "m", "published", "-"],
    ),
    (Object::Cost, "cost band, budget", ["-", "R team", "RW", "-", "-", "R scope", "-", "-", "-"]),
    (Object::Declared, "declared responsibilities", ["RW own", "RW team", "R", "R", "RW team", "R", "m", "R", "-"]),
    (Object::RawItems, "raw work items of a person", ["RW", "-", "-", "-", "-", "-", "-", "-", "-"]),
    (Object::WeeklySplit, "weekly split of a person", ["R, correct", "F", "F", "F", "F", "-", "-", "-", "-"]),
    (Object::ObservedOwnership, "observed ownership of a person", ["R", "F", "-", "-", "-", "-", "-", "-", "-"]),
    (Object::TeamSplit, "team split, team-level observed ownership", ["k", "k", "k", "k", "k", "k", "-", "k", "-"]),
    (Object::Reading, "reading, drift", ["R", "F", "-", "-", "-", "-", "-", "-", "-"]),
    (Object::Overload, "overload card", ["R", "-", "-", "-", "-", "-", "-", "-", "-"]),
    (
        Object::GrowthPlan,
        "self-assessment, growth plan",
        ["RW", "RW once opened", "-", "O asked", "O", "-", "-", "-", "-"],
    ),
    (Object::EvidenceLog, "evidence log", ["RW", "shared items", "packet", "cited O", "-", "packet", "-", "-", "-"]),
    (Object::OneOnOne, "1:1 document", ["RW", "RW", "-", "-", "-", "(c)", "-", "-", "-"]),
    (Object::PrivateNotes, "private notes", ["RW own", "RW own", "RW own", "-", "RW own", "-", "-", "-", "-"]),
    (Object::Feedback, "feedback about S", ["R", "R if the author chose", "-", "O", "O", "(c)", "-", "-", "-"]),
    (Object::Anonymous, "anonymous feedback, health answers", ["O", "k", "k", "k", "k", "k", "-", "k", "-"]),
    (Object::ReviewDraft, "review draft", ["own part W", "W", "calibrate R", "O", "O", "R scope", "-", "-", "-"]),
    (Object::ReviewFinal, "review final, packet", ["R, reply", "R", "R", "-", "-", "R scope", "-", "-", "-"]),
    (
        Object::AccessLog,
        "access log",
        ["about self", "own acts", "own", "own", "own", "own", "R (m), logged", "R (m)", "-"],
    ),
    (Object::Policy, "policy, retention, switches", ["R", "R", "R", "R", "R", "R", "W", "R", "-"]),
    (
        Object::Erasure,
        "export, erase a person",
        ["self", "-", "-", "-", "-", "(c)", "execute, not read", "report", "-"],
    ),
];

/// What a cell of PRIVACY.md says. Words that name a team, an organisation or a scope are held by the standing itself.
const fn meant(words: &str) -> Cell {
    use Reach::{Aggregate, Case, Metadata, OwnPart, Shared, Whole};
    let (read, write) = match words.as_bytes() {
        b"R" | b"R team" | b"R scope" | b"published" | b"calibrate R" | b"R if the author chose" => (Some(Whole), None),
        b"RW" | b"RW team" | b"RW org" | b"RW scope" | b"RW once opened" | b"R, W team" | b"R, W org"
        | b"R team, draft W" | b"self" => (Some(Whole), Some(Whole)),
        b"W" => (Some(Whole), Some(Whole)),
        b"RW own" => (Some(Whole), Some(OwnPart)),
        b"R, correct" | b"R, reply" => (Some(Whole), Some(OwnPart)),
        b"F" | b"shared items" | b"packet" => (Some(Shared), None),
        b"k" => (Some(Aggregate), None),
        b"m" | b"R (m), logged" | b"R (m)" | b"report" => (Some(Metadata), None),
        b"O" | b"O asked" | b"cited O" | b"own part W" => (Some(OwnPart), Some(OwnPart)),
        b"about self" | b"own acts" | b"own" => (Some(OwnPart), None),
        b"(c)" => (Some(Case), Some(Case)),
        b"execute, not read" => (None, Some(Whole)),
        _ => (None, None),
    };
    Cell { read, write }
}

/// What one standing may do with an object.
pub fn cell(object: Object, standing: Standing) -> Cell {
    let row = ROWS.iter().find(|(own, ..)| *own == object);
    row.map_or_else(Cell::default, |(.., cells)| meant(cells[standing.column()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_object_has_one_row_and_every_cell_is_understood() {
        let mut seen = std::collections::BTreeSet::new();
        for (object, words, cells) in ROWS {
            assert!(seen.insert(object), "{words}");
            for said in cells {
                assert!(said == "-" || said == "config" || meant(said) != Cell::default(), "{words}: {said}");
            }
        }
    }

    #[test]
    fn p1_no_standing_but_the_subject_reads_an_unshared_split_an_item_or_a_reading() {
        for object in
            [Object::RawItems, Object::WeeklySplit, Object::Reading, Object::Overload, Object::ObservedOwnership]
        {
            for standing in Standing::ALL.into_iter().skip(1) {
                let cell = cell(object, standing);
                assert!(cell.read.is_none_or(|reach| reach == Reach::Shared), "{object:?} {standing:?}");
                assert_eq!(cell.write, None, "{object:?} {standing:?}");
            }
        }
    }

    #[test]
    fn an_administrator_is_not_a_reader() {
        for (object, words, _) in ROWS {
            let of_people = !matches!(object, Object::Framework | Object::Structure | Object::Policy);
            let read = cell(object, Standing::Administrator).read;
            assert!(!of_people || read.is_none_or(|reach| reach == Reach::Metadata), "{words}");
        }
    }
}
