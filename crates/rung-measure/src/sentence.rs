//! The verdict in one plain sentence: "time looks like", never "is".

use rung_model::framework::{Family, Framework};

use crate::{
    fit::{RoleFit, Shortfall, Verdict},
    words,
};

/// The verdict of `fit` in one sentence without full stop. `held` is the id of the role held.
pub fn verdict(fit: &RoleFit, framework: &Framework, held: Option<&str>) -> String {
    match &fit.verdict {
        Verdict::LooksLike { family, role, as_held, .. } => {
            looks_like(*family, role.as_deref(), *as_held, framework, held)
        }
        Verdict::Between(families) => between(families, framework),
        Verdict::NotEnough(short) => not_enough(short),
    }
}

/// The one source that would help most with what is short; `None` where only time helps.
pub fn helps_most(short: &[Shortfall]) -> Option<&'static str> {
    let has = |wanted: fn(&Shortfall) -> bool| short.iter().any(wanted);
    if has(|s| matches!(s, Shortfall::NoCalendar)) {
        Some("a calendar")
    } else if has(|s| matches!(s, Shortfall::Sources { .. })) {
        Some("a git history")
    } else if has(|s| matches!(s, Shortfall::Coverage { .. } | Shortfall::Hours { .. })) {
        Some("days logged by hand")
    } else {
        None
    }
}

fn looks_like(family: Family, role: Option<&str>, as_held: bool, framework: &Framework, held: Option<&str>) -> String {
    let like = role.and_then(|id| framework.role(id)).map_or_else(|| family.phrase().to_owned(), words::a_role);
    let held = held.filter(|id| framework.split_of(id).is_some()).and_then(|id| framework.role(id));
    match held {
        None => format!("Time looks like {}", words::of(&like)),
        Some(held) if as_held && role.is_none_or(|id| id == held.id) => {
            format!("Time looks like {}, as expected of {}", words::of(&like), words::a_role(held))
        }
        Some(held) if as_held => {
            format!("Time looks like {}, close to {}", words::of(&like), words::of(&words::a_role(held)))
        }
        Some(held) => {
            format!("Time looks like {}, not {}", words::of(&like), words::of(&words::a_role(held)))
        }
    }
}

/// Two families are named by the roles that stand for them; with more, nothing can be said.
fn between(families: &[Family], framework: &Framework) -> String {
    let phrases: Vec<String> = families.iter().map(|family| stand_in(*family, framework)).collect();
    match phrases.as_slice() {
        [one, other] => format!("Time looks like something between {} and {}", words::of(one), words::of(other)),
        [] => "Not enough to say: the framework names no role to compare with".to_owned(),
        all => format!(
            "Not enough to say: the ranges still allow the week of {}; days logged by hand would narrow them most",
            words::list(all)
        ),
    }
}

fn stand_in(family: Family, framework: &Framework) -> String {
    let role = framework.roles.iter().find(|role| role.stands_for_family && role.family == Some(family));
    role.map_or_else(|| family.phrase().to_owned(), words::a_role)
}

fn not_enough(short: &[Shortfall]) -> String {
    if short.is_empty() {
        return "Not enough to say: nothing was seen that could be compared".to_owned();
    }
    let missing: Vec<String> = short.iter().map(shortfall).collect();
    let help = helps_most(short).map_or(String::new(), |source| format!("; {source} would help most"));
    format!("Not enough to say: {}{help}", missing.join(", "))
}

fn shortfall(short: &Shortfall) -> String {
    match short {
        Shortfall::Weeks { have, need } => format!("{have} of {need} weeks"),
        Shortfall::Hours { have, need } => format!("{:.0} of {need:.0} hours seen", have.floor()),
        Shortfall::Coverage { have, need } => {
            let percent = words::percent((have * 100.0).floor() / 100.0);
            format!("{percent} of working time seen where {} is needed", words::percent(*need))
        }
        Shortfall::Sources { have, need } => format!("{have} of {need} kinds of source"),
        Shortfall::NoCalendar => "no calendar".to_owned(),
    }
}
