//! The front door of Rung.

fn main() {}
