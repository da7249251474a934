//! Who carries what, as the two teams declare it.
//!
//! Settlement has settled its responsibilities. Ledger has one that nobody declared and one that two did, and its tech
//! lead, who also manages the team, carries more than he has hours for: code reviews are what a senior engineer of the
//! team could take over.

/// A lead with the hours a week they declare, and since when.
const CAPACITIES: [(&str, &str, u32, &str); 8] = [
    ("settlement", "marta-quintero", 30, "2026-01-12"),
    ("settlement", "ines-halvorsen", 20, "2026-01-12"),
    ("settlement", "hana-sato", 8, "2026-01-12"),
    ("settlement", "lena-brandt", 8, "2026-01-12"),
    ("ledger", "caleb-osei", 24, "2026-02-09"),
    ("ledger", "wren-castellano", 10, "2026-02-09"),
    ("ledger", "hana-sato", 8, "2026-02-09"),
    ("ledger", "lena-brandt", 6, "2026-02-09"),
];

/// A responsibility: team, id, hours, who owns it, what is said of fits.
type Line = (&'static str, &'static str, u32, &'static [&'static str], &'static str);

const LINES: [Line; 23] = [
    ("settlement", "one_on_ones", 8, &["marta-quintero"], ""),
    ("settlement", "performance", 3, &["marta-quintero"], ""),
    ("settlement", "careers", 3, &["marta-quintero"], ""),
    ("settlement", "hiring", 5, &["marta-quintero"], ""),
    ("settlement", "delivery_planning", 5, &["marta-quintero"], "lena-brandt = \"shared\""),
    ("settlement", "architecture", 5, &["ines-halvorsen"], "hana-sato = \"shared\""),
    ("settlement", "code_review", 5, &["ines-halvorsen"], "hana-sato = \"shared\""),
    ("settlement", "escalation_point", 2, &["ines-halvorsen"], ""),
    ("settlement", "service_levels", 2, &["hana-sato"], "hana-sato = \"fits\""),
    ("settlement", "technical_mentoring", 3, &["hana-sato"], "hana-sato = \"fits\""),
    ("settlement", "system_roadmap", 4, &["ines-halvorsen", "marta-quintero"], ""),
    ("ledger", "one_on_ones", 4, &["caleb-osei"], ""),
    ("ledger", "performance", 2, &["caleb-osei"], ""),
    ("ledger", "careers", 2, &["caleb-osei"], ""),
    ("ledger", "hiring", 3, &["caleb-osei"], ""),
    (
        "ledger",
        "delivery_planning",
        4,
        &["caleb-osei"],
        "lena-brandt = \"stretch\", wren-castellano = \"never\", hana-sato = \"never\"",
    ),
    ("ledger", "architecture", 4, &["caleb-osei", "hana-sato"], "hana-sato = \"fits\""),
    ("ledger", "code_review", 5, &["caleb-osei"], "wren-castellano = \"fits\", hana-sato = \"shared\""),
    ("ledger", "service_levels", 2, &[], "wren-castellano = \"fits\", hana-sato = \"shared\""),
    ("ledger", "escalation_point", 3, &["wren-castellano"], "wren-castellano = \"fits\", hana-sato = \"shared\""),
    ("ledger", "technical_mentoring", 2, &["hana-sato"], "hana-sato = \"fits\", wren-castellano = \"shared\""),
    (
        "ledger",
        "lead_alignment",
        2,
        &["caleb-osei"],
        "hana-sato = \"shared\", wren-castellano = \"stretch\", lena-brandt = \"stretch\"",
    ),
    ("ledger", "system_roadmap", 3, &["caleb-osei"], ""),
];

/// What the teams call them.
const NAMES: [(&str, &str); 12] = [
    ("one_on_ones", "1:1s"),
    ("performance", "Objectives, performance, feedback"),
    ("careers", "Career planning and coaching"),
    ("hiring", "Headcount and hiring"),
    ("delivery_planning", "Team planning and delivery"),
    ("architecture", "Architecture and integration"),
    ("code_review", "Code reviews"),
    ("escalation_point", "Production escalation"),
    ("service_levels", "SLAs, metrics, monitoring"),
    ("technical_mentoring", "Technical mentoring"),
    ("system_roadmap", "System roadmap"),
    ("lead_alignment", "Alignment with other leads"),
];

/// The tables `[[responsibility]]`, `[[capacity]]` and `[[ownership]]`.
pub(super) fn responsibilities() -> String {
    let mut text = String::new();
    for (team, person, hours, since) in CAPACITIES {
        text.push_str(&format!(
            "\n[[capacity]]\nperson = \"{person}\"\nteam = \"{team}\"\nhours = {hours}\nfrom = {since}\n"
        ));
    }
    for (team, id, hours, owners, fits) in LINES {
        text.push_str(&format!("\n[[responsibility]]\nteam = \"{team}\"\nid = \"{id}\"\n"));
        if let Some((_, name)) = NAMES.iter().find(|(own, _)| *own == id) {
            text.push_str(&format!("name = \"{name}\"\n"));
        }
        text.push_str(&format!("hours = {hours}\n"));
        if !fits.is_empty() {
            text.push_str(&format!("fit = {{ {fits} }}\n"));
        }
        let since = if team == "ledger" { "2026-02-09" } else { "2026-01-12" };
        for owner in owners {
            text.push_str(&format!(
                "\n[[ownership]]\nperson = \"{owner}\"\nteam = \"{team}\"\nresponsibility = \"{id}\"\nfrom = {since}\n"
            ));
        }
    }
    text
}
