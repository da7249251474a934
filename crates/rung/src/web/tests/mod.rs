//! The server asked as browsers and programs ask it, without a socket: every answer comes from the real router.

mod api;
mod door;
mod house;
mod permissions;
mod sentinels;
mod sources;
