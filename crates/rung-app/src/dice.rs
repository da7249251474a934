//! Randomness as an argument: drawn from a seed the edge reads once a request.

use std::cell::Cell;

use sha2::{Digest, Sha256};

/// A source of bytes nobody can guess, where its seed is one.
#[derive(Debug)]
pub struct Dice {
    seed: [u8; 32],
    drawn: Cell<u64>,
}

impl Dice {
    /// Dice of a seed.
    pub const fn new(seed: [u8; 32]) -> Self {
        Self { seed, drawn: Cell::new(0) }
    }

    /// 32 bytes, others each time.
    pub fn bytes(&self) -> [u8; 32] {
        let number = self.drawn.get();
        self.drawn.set(number + 1);
        let mut sum = Sha256::new();
        sum.update(b"rung dice");
        sum.update(self.seed);
        sum.update(number.to_le_bytes());
        sum.finalize().into()
    }

    /// An id of 32 hexadecimal digits.
    pub fn id(&self) -> String {
        hex(&self.bytes()[..16])
    }

    /// A secret of 256 bits, as 64 hexadecimal digits.
    pub fn secret(&self) -> String {
        hex(&self.bytes())
    }
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The sum a secret is kept as.
pub fn sum_of(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dice_of_one_seed_fall_the_same_and_never_twice_alike() {
        let (a, b) = (Dice::new([7; 32]), Dice::new([7; 32]));
        let drawn: Vec<String> = (0..100).map(|_| a.secret()).collect();
        assert_eq!(drawn, (0..100).map(|_| b.secret()).collect::<Vec<_>>());
        let unlike: std::collections::BTreeSet<&String> = drawn.iter().collect();
        assert_eq!(unlike.len(), 100);
        assert_ne!(Dice::new([8; 32]).secret(), drawn[0]);
    }
}
