//! Ladders: the acceptance figures of published frameworks, and the laws of differences between levels and versions.

mod inheritance;
mod laws;
mod level_diff;
mod matrix;
mod overlaps;
mod points;
mod random;
mod versions;
mod weighted;
