//! Topics of a page that calls itself generic, taken over by pages that have topics of the same name.

use rung_model::framework::{Extends, Provenance};

use super::super::{
    draft::Draft,
    naming::{plain, title_of},
    page::Page,
};

/// Words by which a page says that it holds for all.
const GENERIC: [&str; 10] =
    ["generic", "common", "shared", "base", "general", "core", "allgemein", "générique", "genérico", "generico"];

/// A page with its role and topics.
#[derive(Debug)]
pub(super) struct Heir<'p> {
    pub(super) page: &'p Page,
    pub(super) role: String,
    /// Full names with ids of dimensions.
    pub(super) topics: Vec<(String, String)>,
}

impl Heir<'_> {
    fn is_base(&self) -> bool {
        let says = |text: &str| plain(text).split(' ').any(|word| GENERIC.contains(&word));
        says(&title_of(self.page).0) || says(self.page.stem())
    }
}

/// Makes each page that repeats a topic of a generic page its heir.
pub(super) fn inherit(heirs: &[Heir<'_>], draft: &mut Draft) {
    for base in heirs.iter().filter(|heir| heir.is_base()) {
        for heir in heirs.iter().filter(|heir| !heir.is_base() && heir.role != base.role) {
            let mut dimensions = Vec::new();
            for (name, id) in &heir.topics {
                if base.topics.iter().any(|(own, of)| own == name && of == id) && !dimensions.contains(id) {
                    dimensions.push(id.clone());
                }
            }
            if !dimensions.is_empty() {
                let from = Provenance::at(heir.page.file.as_str(), 1);
                draft.framework.extends.push(Extends {
                    role: heir.role.clone(),
                    base: base.role.clone(),
                    dimensions,
                    from,
                });
                let what = format!("topics that `{}` has too are taken over from it", title_of(base.page).0.trim());
                draft.guess(&heir.page.file, 1, what, "remove the `extends` entry if this role takes nothing over");
            }
        }
    }
}
