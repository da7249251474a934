//! Where each end of a page stands: role, group, dimension and level.

use std::collections::{HashMap, HashSet};

use super::{
    super::{
        draft::Draft,
        fields::{ROLE, is_one_of},
        naming::{plain, role_of, title_of},
        page::Page,
    },
    branch::Branch,
    layers::is_container,
};

/// A filled or empty place of the matrix.
#[derive(Debug)]
pub(super) struct Place<'a, 'p> {
    pub(super) role: String,
    pub(super) role_line: usize,
    pub(super) group: Option<String>,
    /// None where the page as a whole is the dimension.
    pub(super) dimension: Option<&'a Branch<'p>>,
    /// What the page is called.
    pub(super) page_name: String,
    pub(super) level: &'a Branch<'p>,
    pub(super) end: &'a Branch<'p>,
    /// All branches above the end.
    pub(super) path: Vec<&'a Branch<'p>>,
}

/// The path to one end, with the key each branch hangs under.
struct Path<'a, 'p> {
    steps: Vec<&'a Branch<'p>>,
    /// Branches that are neither levels nor containers, from the top.
    others: Vec<(&'a Branch<'p>, String)>,
}

/// All places of a page, in its order.
pub(super) fn places<'a, 'p>(
    page: &Page,
    alone: bool,
    root: &'a Branch<'p>,
    level: usize,
    draft: &Draft,
) -> Vec<Place<'a, 'p>> {
    let mut paths = Vec::new();
    walk(root, &mut Vec::new(), level, root, &mut paths);
    let (page_role, page_line) = role_of(page);
    let (page_name, _) = title_of(page);
    let by_role = seconds_are_roles(&paths);
    let whole = draft.framework.id.replace(['-', '_'], " ");
    paths
        .into_iter()
        .filter_map(|mut path| {
            let level = *path.steps.get(level - 1)?;
            let end = *path.steps.last()?;
            let dimension = path.others.pop().map(|(branch, _)| branch);
            let mut role = if dimension.is_none() && !alone { whole.clone() } else { page_role.clone() };
            let (mut role_line, mut group) = (page_line, None);
            if let Some((second, under)) = path.others.pop() {
                if by_role || is_one_of(&under, ROLE) {
                    (role, role_line) = (second.label(), second.line());
                } else {
                    group = Some(second.label());
                    if let Some((third, _)) = path.others.pop() {
                        (role, role_line) = (third.label(), third.line());
                    }
                }
            }
            Some(Place {
                role,
                role_line,
                group,
                dimension,
                page_name: page_name.clone(),
                level,
                end,
                path: path.steps,
            })
        })
        .collect()
}

fn walk<'a, 'p>(
    branch: &'a Branch<'p>,
    steps: &mut Vec<&'a Branch<'p>>,
    level: usize,
    root: &'a Branch<'p>,
    paths: &mut Vec<Path<'a, 'p>>,
) {
    if branch.kids.is_empty() {
        if steps.len() >= level {
            paths.push(path(steps, level, root));
        }
        return;
    }
    for kid in &branch.kids {
        steps.push(kid);
        walk(kid, steps, level, root, paths);
        steps.pop();
    }
}

fn path<'a, 'p>(steps: &[&'a Branch<'p>], level: usize, root: &'a Branch<'p>) -> Path<'a, 'p> {
    let mut others = Vec::new();
    let mut under = root.holds.map(|key| key.text.clone()).unwrap_or_default();
    for (depth, step) in (1..).zip(steps) {
        let label = step.label();
        let container = step.name.is_none() && !step.kids.is_empty() && is_container(&label);
        if depth != level && !container {
            others.push((*step, under));
        }
        under = if container { label } else { step.holds.map(|key| key.text.clone()).unwrap_or_default() };
    }
    Path { steps: steps.to_vec(), others }
}

/// Whether the layer above the dimensions are roles: the same dimensions stand under several of them.
fn seconds_are_roles(paths: &[Path<'_, '_>]) -> bool {
    let mut under: HashMap<String, HashSet<String>> = HashMap::new();
    for path in paths {
        if let [.., (second, _), (dimension, _)] = &path.others[..] {
            under.entry(plain(&dimension.label())).or_default().insert(plain(&second.label()));
        }
    }
    let repeated = under.values().filter(|seconds| seconds.len() > 1).count();
    repeated > 0 && repeated * 2 >= under.len()
}
