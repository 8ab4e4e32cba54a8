//! A scripted mail server: it does what a script tells it at every phase of every message, and notes
//! what it accepted before it says so. What it noted is the truth that tests count.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// Where a conversation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    Greeting,
    Ehlo,
    StartTls,
    Auth,
    Mail,
    Rcpt,
    Data,
    Body,
    Dot,
}

/// What the server does instead of the usual.
#[derive(Debug, Clone)]
pub enum Act {
    /// The usual.
    Usual,
    /// Says this.
    Say(Vec<u8>),
    /// Says this and hangs up.
    SayAndDrop(Vec<u8>),
    /// Hangs up.
    Drop,
    /// Breaks the connection (RST).
    Reset,
    /// Says nothing for so long, then hangs up.
    Hang(Duration),
    /// Waits, then does the usual.
    Slow(Duration),
}

impl Act {
    /// Says a line.
    pub fn say(line: &str) -> Self {
        Self::Say(format!("{line}\r\n").into_bytes())
    }

    /// Whether it says no.
    fn refuses(&self) -> bool {
        matches!(self, Self::Say(bytes) | Self::SayAndDrop(bytes) if matches!(bytes.first(), Some(b'4' | b'5')))
    }
}

/// What a script is asked with.
#[derive(Debug)]
pub struct At<'a> {
    pub phase: Phase,
    /// The recipient, from `RCPT` on.
    pub rcpt: &'a str,
    /// How often this phase was reached for this recipient before.
    pub before: usize,
    /// The number of the connection.
    pub connection: usize,
}

/// A message that was accepted.
#[derive(Debug, Clone)]
pub struct Accepted {
    pub from: String,
    pub rcpt: String,
    pub message: Vec<u8>,
}

type Script = dyn Fn(&At<'_>) -> Act + Send + Sync;

/// What the server knows.
#[derive(Default)]
pub struct Truth {
    pub accepted: Mutex<Vec<Accepted>>,
    /// Every recipient that was named, with the moment.
    pub named: Mutex<Vec<(String, Instant)>>,
    /// Every line that was heard.
    pub heard: Mutex<Vec<String>>,
    /// Connections, and how many stood at the same time.
    pub connections: AtomicUsize,
    pub now: AtomicUsize,
    pub most: AtomicUsize,
    seen: Mutex<BTreeMap<(Phase, String), usize>>,
}

/// How the server is set up.
#[derive(Clone, Default)]
pub struct Setup {
    pub pipelining: bool,
    /// What it offers beside that: `AUTH PLAIN LOGIN`.
    pub offers: Vec<String>,
    pub tls: Option<Arc<ServerConfig>>,
    /// TLS from the first byte.
    pub implicit: bool,
    /// The password that it takes; any if none.
    pub password: Option<String>,
}

pub struct Server {
    pub port: u16,
    pub truth: Arc<Truth>,
    stop: Arc<AtomicBool>,
}

impl Server {
    /// A server that does the usual.
    pub fn plain() -> Self {
        Self::scripted(|_| Act::Usual)
    }

    /// A server with a script, that takes commands in one go.
    pub fn scripted(script: impl Fn(&At<'_>) -> Act + Send + Sync + 'static) -> Self {
        Self::new(Setup { pipelining: true, ..Setup::default() }, script)
    }

    pub fn new(setup: Setup, script: impl Fn(&At<'_>) -> Act + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let truth = Arc::new(Truth::default());
        let stop = Arc::new(AtomicBool::new(false));
        let script: Arc<Script> = Arc::new(script);
        let (known, stopped) = (Arc::clone(&truth), Arc::clone(&stop));
        thread::spawn(move || {
            for stream in listener.incoming() {
                if stopped.load(Ordering::SeqCst) {
                    break;
                }
                let Ok(stream) = stream else { continue };
                let number = known.connections.fetch_add(1, Ordering::SeqCst);
                let now = known.now.fetch_add(1, Ordering::SeqCst) + 1;
                known.most.fetch_max(now, Ordering::SeqCst);
                let (truth, script, setup) = (Arc::clone(&known), Arc::clone(&script), setup.clone());
                thread::spawn(move || {
                    // Whoever says goodbye is counted out before the answer.
                    let ended = serve(stream, number, &setup, &truth, &*script);
                    if !ended.is_err_and(|error| error.kind() == io::ErrorKind::ConnectionAborted) {
                        truth.now.fetch_sub(1, Ordering::SeqCst);
                    }
                });
            }
        });
        Self { port, truth, stop }
    }

    /// How many copies each recipient got.
    pub fn copies(&self) -> BTreeMap<String, usize> {
        let mut copies = BTreeMap::new();
        for one in self.truth.accepted.lock().expect("a lock").iter() {
            *copies.entry(one.rcpt.clone()).or_default() += 1;
        }
        copies
    }

    /// Everything accepted.
    pub fn accepted(&self) -> Vec<Accepted> {
        self.truth.accepted.lock().expect("a lock").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

/// A stream of either kind.
trait Wire: Read + Write {}
impl<T: Read + Write> Wire for T {}

/// Speaks with one client.
fn serve(socket: TcpStream, number: usize, setup: &Setup, truth: &Truth, script: &Script) -> io::Result<()> {
    socket.set_nodelay(true)?;
    let raw = socket.try_clone()?;
    let mut wire: BufReader<Box<dyn Wire>> = match (&setup.tls, setup.implicit) {
        (Some(config), true) => BufReader::new(secured(config, socket)?),
        _ => BufReader::new(Box::new(socket)),
    };
    let mut talk =
        Talk { number, truth, script, raw, rcpt: String::new(), refused: false, from: String::new() };
    if !talk.step(&mut wire, Phase::Greeting, b"220 test ready\r\n")? {
        return Ok(());
    }
    let mut secret = false;
    loop {
        let mut line = Vec::new();
        if wire.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        let line = String::from_utf8_lossy(&line).trim_end().to_string();
        truth.heard.lock().expect("a lock").push(line.clone());
        let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let going = match word.as_str() {
            "EHLO" => {
                let offers = offers(setup, secret);
                talk.step(&mut wire, Phase::Ehlo, offers.as_bytes())?
            }
            "STARTTLS" => {
                let going = talk.step(&mut wire, Phase::StartTls, b"220 go on\r\n")?;
                let (Some(config), true) = (&setup.tls, going) else { return Ok(()) };
                wire = BufReader::new(secured(config, talk.raw.try_clone()?)?);
                secret = true;
                true
            }
            "AUTH" => talk.auth(&mut wire, &line, setup)?,
            "MAIL" => {
                talk.rcpt.clear();
                talk.from = within(&line);
                talk.step(&mut wire, Phase::Mail, b"250 2.1.0 sender fine\r\n")?
            }
            "RCPT" => {
                talk.rcpt = within(&line);
                truth.named.lock().expect("a lock").push((talk.rcpt.clone(), Instant::now()));
                let act = talk.ask(Phase::Rcpt);
                talk.refused = act.refuses();
                talk.perform(&mut wire, act, b"250 2.1.5 recipient fine\r\n")?
            }
            "DATA" => talk.data(&mut wire)?,
            "RSET" | "NOOP" => {
                talk.say(&mut wire, b"250 2.0.0 fine\r\n")?;
                true
            }
            "QUIT" => {
                truth.now.fetch_sub(1, Ordering::SeqCst);
                talk.say(&mut wire, b"221 2.0.0 bye\r\n")?;
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
            _ => {
                talk.say(&mut wire, b"502 5.5.2 what?\r\n")?;
                true
            }
        };
        if !going {
            return Ok(());
        }
    }
}

/// What `EHLO` is answered with.
fn offers(setup: &Setup, secret: bool) -> String {
    let mut words = vec!["test".to_string()];
    words.extend(setup.pipelining.then(|| "PIPELINING".to_string()));
    words.extend((setup.tls.is_some() && !setup.implicit && !secret).then(|| "STARTTLS".to_string()));
    words.extend(setup.offers.iter().cloned());
    words.push("8BITMIME".into());
    let last = words.len() - 1;
    words
        .iter()
        .enumerate()
        .map(|(i, word)| format!("250{}{word}\r\n", if i == last { ' ' } else { '-' }))
        .collect()
}

/// TLS from here on.
fn secured(config: &Arc<ServerConfig>, socket: TcpStream) -> io::Result<Box<dyn Wire>> {
    let connection = ServerConnection::new(Arc::clone(config)).map_err(io::Error::other)?;
    Ok(Box::new(StreamOwned::new(connection, socket)))
}

/// What stands between `<` and `>`.
fn within(line: &str) -> String {
    line.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or("", |(inner, _)| inner).to_string()
}

/// One conversation.
struct Talk<'a> {
    number: usize,
    truth: &'a Truth,
    script: &'a Script,
    raw: TcpStream,
    rcpt: String,
    refused: bool,
    from: String,
}

impl Talk<'_> {
    fn say(&self, wire: &mut BufReader<Box<dyn Wire>>, bytes: &[u8]) -> io::Result<()> {
        wire.get_mut().write_all(bytes)?;
        wire.get_mut().flush()
    }

    /// What the script says here.
    fn ask(&self, phase: Phase) -> Act {
        let before = {
            let mut seen = self.truth.seen.lock().expect("a lock");
            let count = seen.entry((phase, self.rcpt.clone())).or_default();
            *count += 1;
            *count - 1
        };
        (self.script)(&At { phase, rcpt: &self.rcpt, before, connection: self.number })
    }

    /// Does what the script says, or the usual; whether the conversation goes on.
    fn step(&self, wire: &mut BufReader<Box<dyn Wire>>, phase: Phase, usual: &[u8]) -> io::Result<bool> {
        let act = self.ask(phase);
        self.perform(wire, act, usual)
    }

    fn perform(&self, wire: &mut BufReader<Box<dyn Wire>>, act: Act, usual: &[u8]) -> io::Result<bool> {
        match act {
            Act::Usual => self.say(wire, usual)?,
            Act::Say(bytes) => self.say(wire, &bytes)?,
            Act::SayAndDrop(bytes) => {
                self.say(wire, &bytes)?;
                return Ok(false);
            }
            Act::Drop => {
                let _ = self.raw.shutdown(std::net::Shutdown::Both);
                return Ok(false);
            }
            Act::Reset => {
                socket2::SockRef::from(&self.raw).set_linger(Some(Duration::ZERO))?;
                return Ok(false);
            }
            Act::Hang(time) => {
                thread::sleep(time);
                return Ok(false);
            }
            Act::Slow(time) => {
                thread::sleep(time);
                self.say(wire, usual)?;
            }
        }
        Ok(true)
    }

    fn auth(&self, wire: &mut BufReader<Box<dyn Wire>>, line: &str, setup: &Setup) -> io::Result<bool> {
        let mut words = line.split(' ').skip(1);
        let mechanism = words.next().unwrap_or_default().to_uppercase();
        let mut secret = String::new();
        if mechanism == "LOGIN" {
            for question in ["VXNlcm5hbWU6", "UGFzc3dvcmQ6"] {
                self.say(wire, format!("334 {question}\r\n").as_bytes())?;
                secret.clear();
                wire.read_line(&mut secret)?;
            }
        } else {
            secret.push_str(words.next().unwrap_or_default());
        }
        let decoded = base64_decode(secret.trim());
        let right = setup.password.as_ref().is_none_or(|password| decoded.contains(password.as_str()));
        let usual: &[u8] =
            if right { b"235 2.7.0 welcome\r\n" } else { b"535 5.7.8 authentication failed\r\n" };
        self.step(wire, Phase::Auth, usual)
    }

    /// Takes a message.
    fn data(&self, wire: &mut BufReader<Box<dyn Wire>>) -> io::Result<bool> {
        if self.rcpt.is_empty() || self.refused {
            // Both are found in the wild: a clear word, and a 354 all the same (RFC 2920, section 3.1).
            if self.number.is_multiple_of(2) {
                self.say(wire, b"503 5.5.1 no recipient\r\n")?;
                return Ok(true);
            }
            self.say(wire, b"354 go ahead\r\n")?;
            let mut line = String::new();
            wire.read_line(&mut line)?;
            assert_eq!(line, ".\r\n", "a message without a recipient");
            self.say(wire, b"554 5.5.1 no valid recipients\r\n")?;
            return Ok(true);
        }
        match self.ask(Phase::Data) {
            Act::Usual => self.say(wire, b"354 go ahead\r\n")?,
            Act::Say(bytes) if bytes.starts_with(b"354") => self.say(wire, &bytes)?,
            act @ Act::Slow(_) => {
                self.perform(wire, act, b"354 go ahead\r\n")?;
            }
            act => return self.perform(wire, act, b""),
        }
        match self.ask(Phase::Body) {
            Act::Usual => {}
            Act::Slow(time) => thread::sleep(time),
            act => {
                // A part of it has come.
                let mut part = [0; 512];
                let _ = wire.read(&mut part)?;
                return self.perform(wire, act, b"");
            }
        }
        let mut message = Vec::new();
        loop {
            let mut line = Vec::new();
            if wire.read_until(b'\n', &mut line)? == 0 {
                return Ok(false);
            }
            if line == b".\r\n" {
                break;
            }
            message.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        }
        let act = self.ask(Phase::Dot);
        // Whoever says no accepts nothing; all other faults come after it was accepted.
        if !act.refuses() {
            let accepted = Accepted { from: self.from.clone(), rcpt: self.rcpt.clone(), message };
            self.truth.accepted.lock().expect("a lock").push(accepted);
        }
        self.perform(wire, act, b"250 2.0.0 queued as T1\r\n")
    }
}

/// Base64 as text, for a login.
fn base64_decode(text: &str) -> String {
    use base64::Engine;
    let bytes = base64::engine::general_purpose::STANDARD.decode(text).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}
