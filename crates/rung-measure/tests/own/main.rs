//! Responsibilities: the worked example of LEAD, the optimiser against brute force, and bounds that are true.

mod brute;
mod laws;
mod worked;
