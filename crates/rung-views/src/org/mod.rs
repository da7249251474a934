//! The organisation as pages: tree, roll-up, a page a team, a contract to print; each stands alone and loads nothing.
//!
//! | file | what it holds |
//! |---|---|
//! | `shell`, `glyphs` | the frame of a page; the shapes that states are told by |
//! | `tree`, `rollup`, `team`, `contract` | one page each |
//! | `matrix`, `split`, `mix` | parts of a team's page |
//! | `drawing` | the matrix as one SVG file |

mod contract;
mod drawing;
pub(crate) mod glyphs;
mod matrix;
mod mix;
mod rollup;
mod shell;
mod split;
mod team;
mod tree;

use rung_app::{
    org::Opened,
    wire::v1::{
        org::Rollup,
        team::{Contract, Map},
    },
};
use rung_measure::org::view::View;

use crate::{frame::Body, site::Page};

/// Every page of the organisation as of a view, `index.html` first.
pub fn site(opened: &Opened, view: &View<'_>) -> Vec<Page> {
    let names = shell::paths(view);
    let mut pages = vec![tree::page(opened, view, &names), rollup::page(&Rollup::of(opened, view, None), &names)];
    pages.extend((0..view.teams.len()).map(|team| team::page(opened, view, team, Some(&names), None)));
    pages
}

/// The tree alone: the page one opens first.
pub fn tree_page(opened: &Opened, view: &View<'_>) -> String {
    tree::page(opened, view, &shell::paths(view)).html()
}

/// A team's page that stands alone, with the map as it is given.
pub fn team_page(opened: &Opened, view: &View<'_>, team: usize, map: &Map) -> String {
    team::page(opened, view, team, None, Some(map)).html()
}

/// The tree as a page of the server.
pub fn tree_body(opened: &Opened, view: &View<'_>) -> Body {
    alone(tree::page(opened, view, &shell::served(view)).body)
}

/// The roll-up as a page of the server.
pub fn rollup_body(rollup: &Rollup, view: &View<'_>) -> Body {
    alone(rollup::page(rollup, &shell::served(view)).body)
}

/// A team as a page of the server, with the map as it is given.
pub fn team_body(opened: &Opened, view: &View<'_>, team: usize, map: Option<&Map>) -> Body {
    alone(team::page(opened, view, team, Some(&shell::served(view)), map).body)
}

/// A contract as a page of the server.
pub fn contract_body(contract: &Contract, organisation: Option<&str>) -> Body {
    contract::page(contract, organisation)
}

/// Without links to the other files of a site.
fn alone(body: Body) -> Body {
    Body { links: Default::default(), ..body }
}

/// A contract to print and sign.
pub fn contract_page(contract: &Contract, organisation: Option<&str>) -> String {
    contract::page(contract, organisation).file()
}

/// The matrix as an SVG file.
pub fn matrix_svg(map: &Map) -> String {
    drawing::matrix(map)
}
