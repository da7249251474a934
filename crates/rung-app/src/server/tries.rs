//! How often somebody tried to log in: counted by login and by address, and refused before anything is worked out.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use super::refused::Refused;

/// Tries of one login, or from one address, until it has to wait.
const BY_LOGIN: u32 = 10;
const BY_ADDRESS: u32 = 30;
/// How long tries are remembered, seconds.
const REMEMBERED: i64 = 15 * 60;
/// Most that is remembered: an attack must not fill the memory.
const MOST: usize = 20_000;

/// Failed tries, in memory: a restart forgets them.
#[derive(Debug, Default)]
pub(crate) struct Tries(Mutex<BTreeMap<String, (u32, i64)>>);

impl Tries {
    /// Refuses where there were too many.
    pub(crate) fn allow(&self, login: &str, address: &str, now: i64) -> Result<(), Refused> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (key, most) in [(format!("l {login}"), BY_LOGIN), (format!("a {address}"), BY_ADDRESS)] {
            if let Some((count, since)) = known.get(&key)
                && *count >= most
                && now < since + REMEMBERED
            {
                return Err(Refused::Wait { seconds: since + REMEMBERED - now });
            }
        }
        Ok(())
    }

    /// Counts a failed one.
    pub(crate) fn failed(&self, login: &str, address: &str, now: i64) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() > MOST {
            known.retain(|_, (_, since)| now < *since + REMEMBERED);
            if known.len() > MOST {
                known.clear();
            }
        }
        for key in [format!("l {login}"), format!("a {address}")] {
            let tries = known.entry(key).or_insert((0, now));
            if now >= tries.1 + REMEMBERED {
                *tries = (0, now);
            }
            tries.0 += 1;
        }
    }

    /// Forgets those of a login that succeeded.
    pub(crate) fn succeeded(&self, login: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&format!("l {login}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_tries_of_a_login_are_enough_and_a_quarter_of_an_hour_later_it_may_try_again() {
        let tries = Tries::default();
        for try_at in 0..10 {
            assert!(tries.allow("ines", "::1", try_at).is_ok());
            tries.failed("ines", "::1", try_at);
        }
        assert!(matches!(tries.allow("ines", "::2", 10), Err(Refused::Wait { seconds: 890 })));
        assert!(tries.allow("boris", "::1", 10).is_ok());
        assert!(tries.allow("ines", "::2", 900).is_ok());
    }

    #[test]
    fn one_address_cannot_go_through_all_logins() {
        let tries = Tries::default();
        for login in 0..30 {
            tries.failed(&format!("person-{login}"), "::1", 5);
        }
        assert!(tries.allow("somebody", "::1", 6).is_err());
        assert!(tries.allow("somebody", "::2", 6).is_ok());
    }
}
