//! The statistics of reading: the figures of MEASURE sections 7 to 11, and the laws they keep.

mod findings;
mod reading;
mod roles;
mod section_11;
mod section_8;
mod section_9;
mod support;
mod truth;
