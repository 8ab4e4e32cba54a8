//! Places at which a test ends the program as a loss of power would. Without the feature `failpoints` there
//! are none.

/// The places, in the order in which a message passes them.
pub const PLACES: [&str; 8] = [
    "after-claim",
    "after-354",
    "after-intent",
    "mid-body",
    "before-dot",
    "after-dot",
    "before-outcome",
    "after-outcome",
];

/// Whether a place is chosen: `BULLETIN_TEST_KILL=after-354:17` for the 17th time that one is
/// passed.
#[cfg(feature = "failpoints")]
fn chosen() -> Option<&'static (String, u64)> {
    use std::sync::OnceLock;
    static CHOSEN: OnceLock<Option<(String, u64)>> = OnceLock::new();
    CHOSEN
        .get_or_init(|| {
            let text = std::env::var("BULLETIN_TEST_KILL").ok()?;
            let (place, count) = text.split_once(':')?;
            Some((place.to_string(), count.parse().ok()?))
        })
        .as_ref()
}

/// Whether a place is chosen at all.
pub fn is_armed() -> bool {
    #[cfg(feature = "failpoints")]
    return chosen().is_some();
    #[cfg(not(feature = "failpoints"))]
    false
}

/// Passes a place; a chosen one ends the program at once, with nothing cleaned up.
pub fn hit(place: &str) {
    debug_assert!(PLACES.contains(&place));
    #[cfg(feature = "failpoints")]
    if let Some((chosen, count)) = chosen()
        && chosen == place
    {
        use std::sync::atomic::{AtomicU64, Ordering};
        static PASSED: AtomicU64 = AtomicU64::new(0);
        if PASSED.fetch_add(1, Ordering::SeqCst) + 1 == *count {
            std::process::abort();
        }
    }
    let _ = place;
}
