//! The script: who is who, who meets whom, who does what at the desk, who is away when.

pub(crate) mod away;
pub(crate) mod cast;
pub(crate) mod chance;
pub(crate) mod desk;
pub(crate) mod meetings;
pub(crate) mod series;
