//! The petals of a position: required levels where there are more of them than a radar shows, or where they are skills.
//!
//! ```text
//!   \ | /     a petal a dimension, as long as the level asked; the level the next position asks is outlined;
//!  --( )--    none longer than the longest scale
//!   / | \
//! ```

use std::f64::consts::TAU;

use maud::{Markup, html};
use rung_measure::ladder::requirements::Requirement;

use super::{
    book::Book,
    drawing::file,
    radar::{cut, most_of},
};
use crate::plot::mark::num;

const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 420.0;
/// Where a petal begins, and where the longest ends.
const REACH: (f64, f64) = (18.0, 132.0);
/// Middle of the figure.
const MIDDLE: (f64, f64) = (WIDTH / 2.0, 206.0);
/// Fewest petals, and most that can be told apart.
const PETALS: std::ops::RangeInclusive<usize> = 3..=24;
/// Share of its angle that a petal fills.
const FILLED: f64 = 0.82;

/// One petal.
struct Petal<'b> {
    name: &'b str,
    level: u32,
    next: Option<u32>,
    most: u32,
}

/// The required levels of a position as petals, those of `next` outlined; `None` where too few or too many are stated.
pub(super) fn petals(book: &Book<'_>, number: usize, next: Option<usize>) -> Option<Markup> {
    let petals: Vec<Petal<'_>> = book.asks.get(number)?.iter().filter_map(|ask| petal(book, ask, next)).collect();
    if !PETALS.contains(&petals.len()) || petals.iter().all(|petal| petal.level == 0) {
        return None;
    }
    let most = petals.iter().map(|petal| petal.most).max().unwrap_or(1).max(1);
    let wide = TAU / petals.len() as f64;
    let told: Vec<String> = petals.iter().map(|one| format!("{} {} of {}", one.name, one.level, one.most)).collect();
    let marks = html! {
        @for step in 1..=most.min(6) {
            @let share = f64::from(step) / f64::from(most.min(6));
            circle.d-g cx=(num(MIDDLE.0)) cy=(num(MIDDLE.1)) r=(num(radius(share))) {}
        }
        @for (n, one) in petals.iter().enumerate() {
            @let turn = wide * n as f64;
            @let share = |level: u32| f64::from(level) / f64::from(most);
            @if one.level > 0 { path.d-a d=(sector(turn, wide, share(one.level))) {} }
            @if let Some(next) = one.next.filter(|next| *next > one.level) { path.d-n d=(sector(turn, wide, share(next))) {} }
            @let (x, y) = at(turn, REACH.1 + 14.0);
            @let aside = x - MIDDLE.0;
            // One line each: two would run into those of the neighbours.
            @let y = if aside.abs() < 12.0 && y < MIDDLE.1 { y - 14.0 } else if y < MIDDLE.1 { y } else { y + 8.0 };
            text.d-t.d-m[aside.abs() < 12.0].d-e[aside <= -12.0] x=(num(x)) y=(num(y)) { tspan.d-k { (cut(one.name)) } " " (one.level) "/" (one.most) }
        }
    };
    Some(file("Required levels", &told.join("; "), WIDTH, HEIGHT, &marks))
}

fn petal<'b>(book: &'b Book<'_>, ask: &'b Requirement, next: Option<usize>) -> Option<Petal<'b>> {
    let level = ask.level?;
    let next = next.and_then(|next| book.ask(next, &ask.dimension)).and_then(|ask| ask.level);
    let most = most_of(book, &ask.dimension).max(level).max(next.unwrap_or(0)).max(1);
    Some(Petal { name: &ask.name, level, next, most })
}

fn radius(share: f64) -> f64 {
    REACH.0 + (REACH.1 - REACH.0) * share
}

/// A point by its turn from the top, clockwise, and its distance.
fn at(turn: f64, distance: f64) -> (f64, f64) {
    (MIDDLE.0 + distance * turn.sin(), MIDDLE.1 - distance * turn.cos())
}

/// A ring's sector around `turn`, from where petals begin to `share` of their reach.
fn sector(turn: f64, wide: f64, share: f64) -> String {
    let half = wide * FILLED / 2.0;
    let (near, far) = (REACH.0, radius(share));
    let point = |turn: f64, distance: f64| {
        let (x, y) = at(turn, distance);
        format!("{} {}", num(x), num(y))
    };
    format!(
        "M{} A{} {} 0 0 1 {} L{} A{} {} 0 0 0 {} Z",
        point(turn - half, far),
        num(far),
        num(far),
        point(turn + half, far),
        point(turn + half, near),
        num(near),
        num(near),
        point(turn - half, near)
    )
}

#[cfg(test)]
mod tests {
    use rung_model::framework::{Dimension, Framework, Position, Role};

    use super::*;

    fn framework(dimensions: usize) -> Framework {
        let id = |n: usize| format!("d{n:02}");
        let named = |n: usize| Dimension { id: id(n), name: format!("Skill {n}"), ..Dimension::default() };
        let requires = (0..dimensions).map(|n| (id(n), u32::try_from(n % 4).unwrap())).collect();
        Framework {
            roles: vec![Role { id: "baker".into(), name: "Baker".into(), ..Role::default() }],
            dimensions: (0..dimensions).map(named).collect(),
            positions: vec![Position {
                id: "b1".into(),
                role: "baker".into(),
                rank: 1,
                requires,
                ..Position::default()
            }],
            ..Framework::default()
        }
    }

    #[test]
    fn a_petal_stands_for_every_level_that_is_asked() {
        let twelve = framework(12);
        let drawn = petals(&Book::of(&twelve), 0, None).unwrap().into_string();
        assert_eq!(drawn.matches("<path class=\"d-a\"").count(), 9, "three of twelve ask for nothing");
        assert_eq!(drawn.matches("<tspan").count(), 12);
        assert!(drawn.contains("Skill 7 3 of 5"), "told in words too: {drawn}");
    }

    #[test]
    fn too_few_and_too_many_are_not_drawn() {
        for (dimensions, is_drawn) in [(2, false), (3, true), (24, true), (25, false)] {
            let made = framework(dimensions);
            assert_eq!(petals(&Book::of(&made), 0, None).is_some(), is_drawn, "{dimensions}");
        }
    }
}
