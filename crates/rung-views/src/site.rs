//! Placeholder until the pages are merged.
use rung_model::framework::Framework;
/// Page.
pub struct Page {
    /// P
    pub path: String,
    /// H
    pub html: String,
}
/// S
pub fn site(_: &Framework) -> Vec<Page> {
    Vec::new()
}
/// M
pub fn markdown(_: &Framework) -> String {
    String::new()
}
/// C
pub fn csv(_: &Framework) -> String {
    String::new()
}
/// V
pub fn svg(_: &Framework, _: &str) -> Option<String> {
    None
}
