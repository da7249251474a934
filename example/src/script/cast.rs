//! The cast: twelve invented people of Harbourline's Payments area, in two teams, and three newcomers.
//!
//! Every identity trap is here: two people called Jonas Meier; Priya Raman with a second
//! address that only `.mailmap` joins; Tobi Adeyemi behind a forge's noreply address; Ines
//! Halvorsen's address in another case; a bot; a machine account that several people share.

use jiff::civil::{Date, date};

use crate::clock::City;

/// The program that writes somebody's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Program {
    /// Google Calendar.
    Google,
    /// Outlook.
    Outlook,
}

/// A team of the example.
pub(crate) struct TeamScript {
    /// Stable id; also the name of the team's repository.
    pub(crate) id: &'static str,
    /// Display name.
    pub(crate) name: &'static str,
    /// The team above.
    pub(crate) parent: Option<&'static str>,
}

/// Somebody who works at Harbourline.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    /// Stable id.
    pub(crate) id: &'static str,
    /// Full name.
    pub(crate) name: &'static str,
    /// First name, as meeting titles use it.
    pub(crate) short: &'static str,
    /// Addresses the roster knows; the first is the one on invitations.
    pub(crate) addresses: &'static [&'static str],
    /// How commits are signed: name, address, weight.
    pub(crate) signs: &'static [(&'static str, &'static str, f64)],
    /// Where.
    pub(crate) city: City,
    /// Writes the calendar.
    pub(crate) program: Program,
    /// Teams with the share of time in each.
    pub(crate) teams: &'static [(&'static str, f64)],
    /// Solid-line manager.
    pub(crate) manager: Option<&'static str>,
    /// Role or position held, and since when.
    pub(crate) holds: (&'static str, Date),
    /// Working hours as the roster states them; `None` = the usual ones.
    pub(crate) hours: Option<&'static str>,
    /// When the day usually starts and ends in truth, minutes after midnight.
    pub(crate) day: (i32, i32),
}

/// The teams.
pub(crate) const TEAMS: [TeamScript; 3] = [
    TeamScript { id: "payments", name: "Payments", parent: None },
    TeamScript { id: "settlement", name: "Settlement", parent: Some("payments") },
    TeamScript { id: "ledger", name: "Ledger", parent: Some("payments") },
];

/// The one the example is about.
pub(crate) const PROTAGONIST: &str = "ines-halvorsen";

/// Everybody, in roster order.
pub(crate) const CAST: [Member; 12] = [
    Member {
        id: "ruth-okonedo",
        name: "Ruth Okonedo",
        short: "Ruth",
        addresses: &["ruth.okonedo@harbourline.example"],
        signs: &[],
        city: City::NewYork,
        program: Program::Outlook,
        teams: &[("payments", 1.0)],
        manager: None,
        holds: ("director", date(2022, 9, 1)),
        hours: None,
        day: (535, 1060),
    },
    Member {
        id: "marta-quintero",
        name: "Marta Quintero",
        short: "Marta",
        addresses: &["marta.quintero@harbourline.example"],
        signs: &[("Marta Quintero", "marta.quintero@harbourline.example", 1.0)],
        city: City::Berlin,
        program: Program::Google,
        teams: &[("settlement", 1.0)],
        manager: Some("ruth-okonedo"),
        holds: ("EM5", date(2023, 2, 1)),
        hours: None,
        day: (540, 1055),
    },
    Member {
        id: PROTAGONIST,
        name: "Ines Halvorsen",
        short: "Ines",
        addresses: &["ines.halvorsen@harbourline.example"],
        signs: &[
            ("Ines Halvorsen", "ines.halvorsen@harbourline.example", 8.0),
            ("Ines Halvorsen", "Ines.Halvorsen@Harbourline.example", 2.0),
        ],
        city: City::Berlin,
        program: Program::Google,
        teams: &[("settlement", 1.0)],
        manager: Some("marta-quintero"),
        holds: ("TL5", date(2025, 3, 3)),
        hours: None,
        day: (540, 1050),
    },
    Member {
        id: "priya-raman",
        name: "Priya Raman",
        short: "Priya",
        addresses: &["priya.raman@harbourline.example"],
        signs: &[
            ("Priya Raman", "priya.raman@harbourline.example", 7.0),
            ("priya", "priya@tidewater-mail.example", 3.0),
        ],
        city: City::Berlin,
        program: Program::Google,
        teams: &[("settlement", 1.0)],
        manager: Some("marta-quintero"),
        holds: ("senior", date(2024, 6, 1)),
        hours: None,
        day: (535, 1045),
    },
    Member {
        id: "jonas-meier-settlement",
        name: "Jonas Meier",
        short: "Jonas M.",
        addresses: &["jonas.meier@harbourline.example"],
        signs: &[("Jonas Meier", "jonas.meier@harbourline.example", 1.0)],
        city: City::Berlin,
        program: Program::Google,
        teams: &[("settlement", 1.0)],
        manager: Some("marta-quintero"),
        holds: ("senior", date(2023, 11, 1)),
        hours: None,
        day: (545, 1055),
    },
    Member {
        id: "tobi-adeyemi",
        name: "Tobi Adeyemi",
        short: "Tobi",
        addresses: &["tobi.adeyemi@harbourline.example", "4711+tadeyemi@users.noreply.forge.example"],
        signs: &[
            ("Tobi Adeyemi", "4711+tadeyemi@users.noreply.forge.example", 8.0),
            ("Tobi Adeyemi", "tobi.adeyemi@harbourline.example", 2.0),
        ],
        city: City::Berlin,
        program: Program::Google,
        teams: &[("settlement", 1.0)],
        manager: Some("marta-quintero"),
        holds: ("senior", date(2025, 1, 15)),
        hours: Some("09:30-18:00"),
        day: (570, 1080),
    },
    Member {
        id: "sofia-lindgren",
        name: "Sofia Lindgren",
        short: "Sofia",
        addresses: &["sofia.lindgren@harbourline.example"],
        signs: &[("Sofia Lindgren", "sofia.lindgren@harbourline.example", 1.0)],
        city: City::Berlin,
        program: Program::Google,
        teams: &[("settlement", 1.0)],
        manager: Some("marta-quintero"),
        holds: ("senior", date(2025, 10, 1)),
        hours: None,
        day: (540, 1050),
    },
    Member {
        id: "hana-sato",
        name: "Hana Sato",
        short: "Hana",
        addresses: &["hana.sato@harbourline.example"],
        signs: &[("Hana Sato", "hana.sato@harbourline.example", 1.0)],
        city: City::Berlin,
        program: Program::Google,
        teams: &[("settlement", 0.6), ("ledger", 0.4)],
        manager: Some("marta-quintero"),
        holds: ("staff", date(2024, 1, 8)),
        hours: None,
        day: (540, 1050),
    },
    Member {
        id: "caleb-osei",
        name: "Caleb Osei",
        short: "Caleb",
        addresses: &["caleb.osei@harbourline.example"],
        signs: &[("Caleb Osei", "caleb.osei@harbourline.example", 1.0)],
        city: City::NewYork,
        program: Program::Outlook,
        teams: &[("ledger", 1.0)],
        manager: Some("ruth-okonedo"),
        holds: ("tlm", date(2024, 4, 1)),
        hours: None,
        day: (535, 1065),
    },
    Member {
        id: "wren-castellano",
        name: "Wren Castellano",
        short: "Wren",
        addresses: &["wren.castellano@harbourline.example"],
        signs: &[("Wren Castellano", "wren.castellano@harbourline.example", 1.0)],
        city: City::NewYork,
        program: Program::Outlook,
        teams: &[("ledger", 1.0)],
        manager: Some("caleb-osei"),
        holds: ("senior", date(2023, 5, 15)),
        hours: Some("08:30-17:00"),
        day: (510, 1025),
    },
    Member {
        id: "jonas-meier-ledger",
        name: "Jonas Meier",
        short: "Jonas",
        addresses: &["jonas.meier2@harbourline.example"],
        signs: &[("Jonas Meier", "jonas.meier2@harbourline.example", 1.0)],
        city: City::Berlin,
        program: Program::Outlook,
        teams: &[("ledger", 1.0)],
        manager: Some("caleb-osei"),
        holds: ("senior", date(2024, 9, 2)),
        hours: Some("10:00-18:30"),
        day: (600, 1110),
    },
    Member {
        id: "lena-brandt",
        name: "Lena Brandt",
        short: "Lena",
        addresses: &["lena.brandt@harbourline.example"],
        signs: &[],
        city: City::Berlin,
        program: Program::Google,
        teams: &[("settlement", 0.5), ("ledger", 0.5)],
        manager: Some("ruth-okonedo"),
        holds: ("pm", date(2023, 8, 1)),
        hours: None,
        day: (540, 1055),
    },
];

/// Three who joined Settlement in October: id, name, address. Of them there are no files, but the
/// roster knows them, and their manager now has more reports than fit.
pub(crate) const NEWCOMERS: [(&str, &str, &str); 3] = [
    ("ayo-bramwell", "Ayo Bramwell", "ayo.bramwell@harbourline.example"),
    ("mikkel-sandoe", "Mikkel Sandoe", "mikkel.sandoe@harbourline.example"),
    ("teodora-pavlik", "Teodora Pavlik", "teodora.pavlik@harbourline.example"),
];

/// The member with this id, if it is one of the cast.
pub(crate) fn member(id: &str) -> Option<&'static Member> {
    const MEMBERS: &[Member] = &CAST;
    MEMBERS.iter().find(|member| member.id == id)
}

impl Member {
    /// The address on invitations.
    pub(crate) fn address(&self) -> &'static str {
        self.addresses.first().copied().unwrap_or_default()
    }
}
