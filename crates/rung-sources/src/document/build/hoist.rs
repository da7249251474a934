//! Lists that hold headings or tables are layout: what they hold becomes blocks of the page.

use super::{
    Builder,
    frame::{OpenList, What},
    rich_text::Source,
};
use crate::document::Item;

impl Builder<'_> {
    /// Ends all open lists as they are; what follows within them stands outside of them.
    pub(super) fn hoist(&mut self) {
        let mut below: Vec<Item> = Vec::new();
        let mut line = None;
        let source = Source { text: self.source, hrefs: &self.hrefs };
        for frame in self.stack.iter_mut().rev() {
            match &mut frame.what {
                What::Item(item) => {
                    let mut open = std::mem::take(item);
                    open.children.append(&mut below);
                    let item = open.close(source);
                    if !(item.text.text.is_empty() && item.children.is_empty()) {
                        below.push(item);
                    }
                    frame.what = What::Plain;
                }
                What::List(list) => {
                    line = Some(list.line);
                    let mut items = std::mem::take(&mut list.items);
                    items.append(&mut below);
                    below = items;
                    if !list.implied {
                        frame.what = What::Plain;
                    }
                }
                _ => {}
            }
        }
        self.stack.retain(|frame| !matches!(frame.what, What::List(_)));
        self.hand_on(OpenList { line: line.unwrap_or(1), items: below, ..OpenList::default() });
    }
}
