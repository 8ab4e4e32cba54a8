//! Ctrl-C, and what systems send to end a program.

/// Ctrl-C, and what systems send to end a program.
pub(super) struct Signals {
    /// SIGINT and SIGTERM.
    #[cfg(unix)]
    heard: Option<(tokio::signal::unix::Signal, tokio::signal::unix::Signal)>,
}

impl Signals {
    /// Listens, from now on without a gap.
    pub(super) fn new() -> Self {
        #[cfg(unix)]
        let heard = || {
            use tokio::signal::unix::{SignalKind, signal};
            Some((signal(SignalKind::interrupt()).ok()?, signal(SignalKind::terminate()).ok()?))
        };
        Self {
            #[cfg(unix)]
            heard: heard(),
        }
    }

    pub(super) async fn next(&mut self) {
        #[cfg(unix)]
        if let Some((interrupt, terminate)) = &mut self.heard {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
        // Where signals can't be heard there are none.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
