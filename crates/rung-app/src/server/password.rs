//! Passwords: Argon2id, two at a time, and a comparison also where there is nothing to compare with.

use std::sync::{Condvar, Mutex, PoisonError};

use argon2::{Algorithm, Argon2, Params, Version};

use super::refused::Refused;
use crate::dice::{Dice, hex};

/// KiB of memory, passes and lanes (OWASP's minimum for Argon2id).
const COST: (u32, u32, u32) = (19_456, 2, 1);
/// Hashes worked out at once: each takes a core and 19 MiB.
const AT_ONCE: usize = 2;
/// Those that may wait for their turn; more are told to come again.
const MAY_WAIT: usize = 8;
/// Shortest password.
const SHORTEST: usize = 12;
/// Longest, bytes.
const LONGEST: usize = 256;

/// Works out hashes, a few at a time.
#[derive(Debug, Default)]
pub(crate) struct Hashing {
    running: Mutex<(usize, usize)>,
    ended: Condvar,
}

impl Hashing {
    fn one_of_few<T>(&self, work: impl FnOnce() -> T) -> Result<T, Refused> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if running.1 >= MAY_WAIT {
            return Err(Refused::Wait { seconds: 2 });
        }
        running.1 += 1;
        while running.0 >= AT_ONCE {
            running = self.ended.wait(running).unwrap_or_else(PoisonError::into_inner);
        }
        running.1 -= 1;
        running.0 += 1;
        drop(running);
        let done = work();
        self.running.lock().unwrap_or_else(PoisonError::into_inner).0 -= 1;
        self.ended.notify_one();
        Ok(done)
    }

    /// The hash of a new password.
    ///
    /// # Errors
    /// [`Refused::Field`] for one that is too short, too long, or the login itself.
    pub(crate) fn hash(&self, password: &str, login: &str, dice: &Dice) -> Result<String, Refused> {
        check(password, login)?;
        let salt = hex(&dice.bytes()[..16]);
        let hash = self.one_of_few(|| derive(password, &salt))??;
        Ok(format!("argon2id${}${}${}${salt}${hash}", COST.0, COST.1, COST.2))
    }

    /// Whether a password is the one of a hash. Takes as long where there is no hash.
    pub(crate) fn verify(&self, password: &str, stored: Option<&str>) -> Result<bool, Refused> {
        let parts: Vec<&str> = stored.unwrap_or_default().split('$').collect();
        let (salt, wanted) = match parts.as_slice() {
            ["argon2id", _, _, _, salt, hash] => (*salt, *hash),
            _ => ("00000000000000000000000000000000", ""),
        };
        let password = if password.len() > LONGEST { "" } else { password };
        let got = self.one_of_few(|| derive(password, salt))??;
        Ok(same(&got, wanted) && stored.is_some())
    }
}

fn check(password: &str, login: &str) -> Result<(), Refused> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Refused::field(
            "password",
            format!("it needs {SHORTEST} characters; a sentence is easiest to keep"),
        ));
    }
    if password.len() > LONGEST {
        return Err(Refused::field("password", format!("it has at most {LONGEST} bytes")));
    }
    let name = login.split('@').next().unwrap_or_default();
    if password.eq_ignore_ascii_case(login) || name.len() > 3 && password.to_lowercase().matches(name).count() > 1 {
        return Err(Refused::field("password", "it is made of your login; choose another"));
    }
    let unlike: std::collections::BTreeSet<char> = password.chars().collect();
    if unlike.len() < 5 {
        return Err(Refused::field("password", "it is a few characters over and over; choose another"));
    }
    Ok(())
}

fn derive(password: &str, salt: &str) -> Result<String, Refused> {
    let failed = |why: argon2::Error| Refused::field("password", format!("it cannot be hashed: {why}"));
    let params = Params::new(COST.0, COST.1, COST.2, Some(32)).map_err(failed)?;
    let mut out = [0; 32];
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into(password.as_bytes(), salt.as_bytes(), &mut out).map_err(failed)?;
    Ok(hex(&out))
}

/// Whether two texts are the same, in a time that does not tell where they differ.
pub(crate) fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_known_again_and_no_other_is() {
        let hashing = Hashing::default();
        let hash = hashing.hash("ein langer Satz", "ines@halden.example", &Dice::new([1; 32])).unwrap();
        assert!(hash.starts_with("argon2id$19456$2$1$"));
        assert!(!hash.contains("langer"));
        assert!(hashing.verify("ein langer Satz", Some(&hash)).unwrap());
        assert!(!hashing.verify("ein langer satz", Some(&hash)).unwrap());
        assert!(!hashing.verify("", None).unwrap());
    }

    #[test]
    fn passwords_that_are_easily_guessed_are_refused() {
        let hashing = Hashing::default();
        for bad in ["short", "aaaaaaaaaaaaaaaa", "ines@halden.example", "inesines.ines"] {
            assert!(hashing.hash(bad, "ines@halden.example", &Dice::new([1; 32])).is_err(), "{bad}");
        }
    }
}
