//! Identity: never two people made one (MEASURE section 6).

mod cases;
mod laws;
mod support;
