//! Our own stream under lettre's connection. What is written is gathered and goes out when an
//! answer is read: a message and its final dot in one go, with no wait between them (the
//! measurements are in docs/performance.md). It knows whether the dot has left, which decides
//! whether a message may be tried again.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// How much is gathered before it goes out, in bytes.
const GATHERED: usize = 64 * 1024;

/// The most that is remembered of a server's first answers, in bytes.
const GREETING: usize = 64 * 1024;

/// The least of an answer's line: a code and a separator.
const CODE: usize = 4;

/// What is known of a stream from outside while lettre's connection holds it.
#[derive(Debug, Default)]
pub struct Watch {
    /// Bytes gathered and not yet handed to the system.
    pending: AtomicU64,
    /// Bytes handed to the system so far.
    written: AtomicU64,
    /// Whether answers are looked at and kept.
    greeting: AtomicBool,
    /// The server's first answers.
    heard: Mutex<Vec<u8>>,
}

impl Watch {
    /// Whether everything that was written has been handed to the system.
    pub fn is_flushed(&self) -> bool {
        self.pending.load(Ordering::Acquire) == 0
    }

    /// How many bytes have been handed to the system.
    pub fn written(&self) -> u64 {
        self.written.load(Ordering::Acquire)
    }

    /// Begins to keep answers.
    pub fn listen(&self) {
        self.greeting.store(true, Ordering::Release);
    }

    /// Ends it, and gives what was heard.
    pub fn heard(&self) -> String {
        self.greeting.store(false, Ordering::Release);
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&std::mem::take(&mut *heard)).into_owned()
    }
}

/// A stream that gathers what is written.
pub struct Gathering<S> {
    /// The connection below.
    inner: S,
    /// The other end.
    peer: SocketAddr,
    /// What was read before TLS and is to be read once more.
    before: Vec<u8>,
    /// What is to be written.
    out: Vec<u8>,
    /// How much of it has been.
    sent: usize,
    /// What is known outside.
    watch: Arc<Watch>,
    /// The line of an answer that is being read.
    line: Vec<u8>,
}

impl<S> Gathering<S> {
    /// A stream over a connection. `before` is read first.
    pub fn new(inner: S, peer: SocketAddr, before: Vec<u8>) -> Self {
        let watch = Arc::new(Watch::default());
        Self { inner, peer, before, out: Vec::new(), sent: 0, watch, line: Vec::new() }
    }

    /// What is known of it outside.
    pub fn watch(&self) -> Arc<Watch> {
        Arc::clone(&self.watch)
    }

    /// Keeps what is read while the server greets. A line of an EHLO answer with blanks alone makes
    /// lettre 0.11.23 panic (RUSTSEC-2026-0562): it is refused here.
    fn hear(&mut self, read: &[u8]) -> io::Result<()> {
        if !self.watch.greeting.load(Ordering::Acquire) {
            return Ok(());
        }
        let mut heard = self.watch.heard.lock().unwrap_or_else(PoisonError::into_inner);
        if heard.len() + read.len() > GREETING {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the server's greeting does not end"));
        }
        heard.extend_from_slice(read);
        drop(heard);
        for byte in read {
            match byte {
                b'\n' => {
                    let line = std::mem::take(&mut self.line);
                    let line = line.strip_suffix(b"\r").unwrap_or(&line);
                    let words = String::from_utf8_lossy(line.get(CODE..).unwrap_or_default());
                    if !words.is_empty() && words.trim().is_empty() {
                        return Err(io::Error::new(
                            io::ErrorKind::InvalidData,
                            "the server's answer holds a blank line",
                        ));
                    }
                }
                other => self.line.push(*other),
            }
        }
        Ok(())
    }
}

impl<S: AsyncWrite + Unpin> Gathering<S> {
    /// Writes what was gathered; `last` if that is the end of a message or command.
    fn drain(&mut self, cx: &mut Context<'_>, last: bool) -> Poll<io::Result<()>> {
        while self.sent < self.out.len() {
            let n = ready!(Pin::new(&mut self.inner).poll_write(cx, &self.out[self.sent..]))?;
            if n == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.sent += n;
            self.watch.written.fetch_add(n as u64, Ordering::AcqRel);
        }
        // TLS may hold it still, and part of it may have left: from here on it counts as gone.
        if last {
            self.watch.pending.store(0, Ordering::Release);
        }
        ready!(Pin::new(&mut self.inner).poll_flush(cx))?;
        self.out.clear();
        self.sent = 0;
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Gathering<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if !self.before.is_empty() {
            let n = self.before.len().min(buf.remaining());
            let first: Vec<u8> = self.before.drain(..n).collect();
            buf.put_slice(&first);
            return Poll::Ready(self.hear(&first));
        }
        if !self.out.is_empty() {
            ready!(self.drain(cx, true))?;
        }
        let before = buf.filled().len();
        ready!(Pin::new(&mut self.inner).poll_read(cx, buf))?;
        let read = buf.filled()[before..].to_vec();
        Poll::Ready(self.hear(&read))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Gathering<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if self.out.len() >= GATHERED {
            ready!(self.drain(cx, false))?;
        }
        // Never more than fits: the end of a message stays here until all of it before has left.
        let n = bytes.len().min(GATHERED);
        self.out.extend_from_slice(&bytes[..n]);
        self.watch.pending.store((self.out.len() - self.sent) as u64, Ordering::Release);
        Poll::Ready(Ok(n))
    }

    /// What is gathered goes out when an answer is read.
    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.drain(cx, true))?;
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}

impl<S> fmt::Debug for Gathering<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Gathering")
    }
}

impl<S: AsyncRead + AsyncWrite + Send + Sync + Unpin> AsyncTokioStream for Gathering<S> {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.peer)
    }
}
