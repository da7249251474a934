//! Checks that hold the house in order.

fn main() {}
