//! The windows of Rung: data in, markup out.
