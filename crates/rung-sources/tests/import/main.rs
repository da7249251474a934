//! Published frameworks of every shape: small invented ones always, the samples where they are at hand.

mod bad_input;
mod corpus;
mod figures;
mod matrices;
mod round_trip;
mod support;
