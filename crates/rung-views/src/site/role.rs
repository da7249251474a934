//! A role: what it is, its week, its duties, its levels side by side, its skills and where it leads.

use maud::{Markup, html};
use rung_model::framework::{Duty, EdgeKind, Holding};

use super::{
    Page,
    bits::{link, part, said_by, week},
    book::{Book, RoleEntry, name},
    index::matrix,
    paths::duration,
    shell::Sheet,
};
use crate::words;

const UP: &str = "../";

pub(super) fn page(book: &Book<'_>, entry: &RoleEntry<'_>) -> Page {
    let role = entry.role;
    let skills: Vec<_> =
        book.framework.skills.iter().filter_map(|skill| Some((skill, skill.levels.get(&role.id)?))).collect();
    let main = html! {
        (time(book, &role.id))
        @if !entry.positions.is_empty() {
            (part("levels", "Its levels side by side", "", &html! {
                ul.rungs { @for number in &entry.positions {
                    @if let (Some(position), Some(slug)) = (book.at(*number), book.levels.get(*number)) {
                        li { a href={ (UP) "level/" (slug) ".html" } { (position.title()) } }
                    }
                } }
                (matrix(book, entry, UP))
            }))
        }
        (duties(book, &role.id, role.no_duties.as_deref()))
        @if !skills.is_empty() {
            (part("skills", "Skills", "Expected level, from 0 none to 4 expert.", &html! {
                table { caption { "Skills and their expected level" }
                    thead { tr { th scope="col" { "Skill" } th scope="col" { "Expected" } th scope="col" { "Serves" } } }
                    tbody { @for (skill, level) in skills {
                        tr { th scope="row" { (skill.name) } td { (level.name()) " (" (level.0) ")" } td { (skill.bucket.name()) } }
                    } }
                }
            }))
        }
        (next(book, &role.id))
    };
    let path = format!("role/{}.html", entry.slug);
    Sheet { path, kicker: "Role", title: name(role), lede: &role.definition }.draw(book, &main)
}

fn time(book: &Book<'_>, role: &str) -> Markup {
    let splits: Vec<_> = book.framework.splits.iter().filter(|claim| claim.role == role).collect();
    let hands_on: Vec<_> = book.framework.hands_on.iter().filter(|claim| claim.role == role).collect();
    html! {
        @if !splits.is_empty() || !hands_on.is_empty() {
            (part("week", "The week", "Claims that differ stand side by side; nothing is averaged.", &html! {
                div.stack {
                    @for claim in splits {
                        (week(claim.split.parts(), &said_by(claim.basis, claim.source.as_deref(), claim.note.as_deref())))
                    }
                    @if !hands_on.is_empty() {
                        h3 { "Hands-on coding" }
                        ul.plain { @for claim in hands_on {
                            li { b { (words::range(claim.min, claim.max)) } " of the week, " (said_by(claim.basis, claim.source.as_deref(), claim.note.as_deref())) }
                        } }
                    }
                }
            }))
        }
    }
}

fn duties(book: &Book<'_>, role: &str, none: Option<&str>) -> Markup {
    let holds = |list: &[String]| list.iter().any(|id| id == role);
    let (mut alone, mut shared, mut partner): (Vec<&Duty>, Vec<&Duty>, Vec<&Duty>) = Default::default();
    for duty in &book.framework.duties {
        if holds(&duty.owners) {
            let together = duty.holding == Holding::Shared || duty.owners.len() > 1;
            if together { shared.push(duty) } else { alone.push(duty) }
        } else if holds(&duty.partners) {
            partner.push(duty);
        }
    }
    let groups = [("Owned", alone), ("Shared", shared), ("Takes part", partner)];
    let any = groups.iter().any(|(_, of)| !of.is_empty());
    html! {
        @if any || none.is_some() {
            (part("duties", "Duties", none.unwrap_or_default(), &html! {
                div.cols.c-2 { @for (what, of) in groups { @if !of.is_empty() {
                    div.stack { h3 { (what) ": " (of.len()) } ul.plain { @for duty in of {
                        li { (duty.name) span.pair {
                            (duty.bucket.map_or("not sorted", |bucket| bucket.name()))
                            @if duty.owners.len() > 1 { "; with " (words::list(&others(book, duty, role))) }
                        } }
                    } } }
                } } }
            }))
        }
    }
}

fn others(book: &Book<'_>, duty: &Duty, role: &str) -> Vec<String> {
    duty.owners.iter().filter(|id| *id != role).map(|id| book.named(id).0).collect()
}

fn next(book: &Book<'_>, role: &str) -> Markup {
    let of = |id: &str| id == role || book.position.get(id).and_then(|n| book.at(*n)).is_some_and(|p| p.role == role);
    let edges: Vec<_> = book.framework.edges.iter().filter(|edge| of(&edge.from)).collect();
    html! {
        @if !edges.is_empty() {
            (part("next", "Where it leads", "", &html! {
                ul.plain { @for edge in edges { li {
                    @if edge.kind == EdgeKind::ReportsTo { "Reports to " (link(UP, book.named(&edge.to))) }
                    @else { (link(UP, book.named(&edge.to))) ": " (duration(edge)) }
                    @if let Some(note) = &edge.note { span.pair { (note) } }
                } } }
            }))
        }
    }
}
