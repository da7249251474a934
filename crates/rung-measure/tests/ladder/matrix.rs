//! The levels of Engineering Ladders as a framework: 18 positions, five axes.

use std::collections::BTreeMap;

use rung_model::framework::{
    Dimension, DimensionKind, Duty, Framework, HandsOn, Position, Role, Scale, ScaleLevel, SplitClaim,
};

/// Numbers of github.com/jorgef/engineeringladders (Apache-2.0), commit 6055355a8817dd360587fb25b15f5cddb3b2c6c9, in
/// the order of [`AXES`].
const LEVELS: [(&str, [u32; 5]); 18] = [
    ("D1", [1, 1, 1, 1, 1]),
    ("D2", [1, 2, 2, 2, 1]),
    ("D3", [2, 2, 2, 3, 2]),
    ("D4", [3, 3, 3, 3, 2]),
    ("D5", [4, 4, 3, 4, 3]),
    ("D6", [5, 5, 3, 4, 4]),
    ("D7", [5, 5, 3, 4, 5]),
    ("TL4", [2, 3, 4, 4, 1]),
    ("TL5", [3, 4, 4, 5, 2]),
    ("TL6", [4, 5, 4, 5, 3]),
    ("TL7", [4, 5, 4, 5, 4]),
    ("TPM4", [2, 2, 4, 4, 3]),
    ("TPM5", [2, 2, 4, 5, 3]),
    ("TPM6", [2, 3, 5, 5, 4]),
    ("TPM7", [2, 4, 5, 5, 5]),
    ("EM5", [3, 3, 5, 4, 2]),
    ("EM6", [3, 4, 5, 5, 2]),
    ("EM7", [3, 4, 5, 5, 3]),
];

const AXES: [&str; 5] = ["technology", "system", "people", "process", "influence"];

/// The four roles: 30/10/60 and 30/50/20 of the week for tech lead and manager, 11 duties each and 3 together.
pub(crate) fn ladders() -> Framework {
    let mut framework = Framework { id: "ladders".to_owned(), ..Framework::default() };
    for (id, short, shares) in [
        ("developer", "D", None),
        ("tech_lead", "TL", Some([0.3, 0.1, 0.6])),
        ("tpm", "TPM", None),
        ("em", "EM", Some([0.3, 0.5, 0.2])),
        ("pm", "PM", Some([0.8, 0.1, 0.1])),
    ] {
        framework.roles.push(Role { id: id.to_owned(), short: short.to_owned(), ..Role::default() });
        framework.splits.extend(shares.map(|shares| SplitClaim::exact(id, shares).expect("shares of a week")));
    }
    for (id, min, max) in [("tech_lead", 0.3, 0.7), ("em", 0.0, 0.3)] {
        framework.hands_on.push(HandsOn { role: id.to_owned(), min, max, ..HandsOn::default() });
    }
    for n in 0..25 {
        let owners: &[&str] = match n {
            0..11 => &["tech_lead"],
            11..22 => &["em"],
            _ => &["tech_lead", "em"],
        };
        let owners = owners.iter().map(|id| (*id).to_owned()).collect();
        framework.duties.push(Duty { id: format!("duty-{n}"), owners, ..Duty::default() });
    }
    let level = |n: u32| ScaleLevel { n, name: format!("step {n}"), ..ScaleLevel::default() };
    for axis in AXES {
        let levels = (1..=5).map(level).collect();
        framework.scales.push(Scale { id: axis.to_owned(), levels, ..Scale::default() });
        framework.dimensions.push(Dimension {
            id: axis.to_owned(),
            name: axis.to_owned(),
            scale: Some(axis.to_owned()),
            kind: DimensionKind::Axis,
            ..Dimension::default()
        });
    }
    for (id, levels) in LEVELS {
        let letters = id.trim_end_matches(|c: char| c.is_ascii_digit());
        let role =
            framework.roles.iter().find(|role| role.short == letters).expect("a role of those letters").id.clone();
        let requires: BTreeMap<String, u32> = AXES.map(str::to_owned).into_iter().zip(levels).collect();
        let rank = id.strip_prefix(letters).and_then(|digits| digits.parse().ok()).expect("letters and a number");
        framework.positions.push(Position { id: id.to_owned(), role, rank, requires, ..Position::default() });
    }
    framework
}
