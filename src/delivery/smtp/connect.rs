//! From nothing to a connection that takes messages.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream};
use lettre::transport::smtp::commands::Auth;
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use rustls::pki_types::ServerName;
use secrecy::ExposeSecret;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::offers::Offers;
use super::session::Session;
use super::stream::{Gathering, Watch};
use super::{ConnectError, Login, Relay, Security};
use crate::delivery::reply::{Phase, Reply, masked, plain};
use crate::delivery::verdict::{Class, Why};
use crate::model::is_loopback;

/// The longest answer before TLS, in bytes.
const LONGEST: usize = 16 * 1024;

/// Connects, makes the connection private, and says who we are.
pub async fn connect(relay: &Relay) -> Result<Session, ConnectError> {
    if relay.security == Security::Plain && !is_loopback(&relay.host) {
        return Err(ConnectError::Stop(format!(
            "`{}` is not this machine, and a connection without TLS would show everything to everybody: set `security: tls` or `starttls`",
            relay.host
        )));
    }
    let (socket, peer) = dial(relay).await?;
    // A name is what the machine's tables say; the address is what is spoken to.
    if relay.security == Security::Plain && !peer.ip().is_loopback() {
        return Err(ConnectError::Stop(format!(
            "`{}` is {} here, which is not this machine: a connection without TLS would show everything to everybody: set `security: tls` or `starttls`",
            relay.host,
            peer.ip()
        )));
    }
    let local = socket.local_addr().map_err(|error| later(relay, &error))?;
    let hello = match local {
        SocketAddr::V4(address) => ClientId::Ipv4(*address.ip()),
        SocketAddr::V6(address) => ClientId::Ipv6(*address.ip()),
    };
    let (stream, watch): (Box<dyn AsyncTokioStream>, Arc<Watch>) = match relay.security {
        Security::Plain => boxed(Gathering::new(socket, peer, vec![])),
        Security::Tls => boxed(Gathering::new(secure(relay, socket).await?, peer, vec![])),
        Security::Starttls => {
            let (socket, greeting) = upgrade(relay, socket, &hello).await?;
            boxed(Gathering::new(secure(relay, socket).await?, peer, greeting))
        }
    };
    watch.listen();
    let connected = AsyncSmtpConnection::connect_with_transport(stream, &hello);
    let connection = match timeout(relay.limits.command, connected).await {
        Err(_) => return Err(ConnectError::Later(format!("{} does not greet", relay.host))),
        Ok(Err(error)) => return Err(refused_greeting(relay, &error)),
        Ok(Ok(connection)) => connection,
    };
    let mut session = Session::new(connection, Offers::parse(&watch.heard()), watch);
    if let Some(login) = &relay.login {
        sign_in(&mut session, relay, login).await?;
    }
    Ok(session)
}

/// A stream with what is known of it.
fn boxed<S>(stream: Gathering<S>) -> (Box<dyn AsyncTokioStream>, Arc<Watch>)
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Send + Sync + Unpin + 'static,
{
    let watch = stream.watch();
    (Box::new(stream), watch)
}

/// A failure that may pass.
fn later(relay: &Relay, error: &dyn std::fmt::Display) -> ConnectError {
    ConnectError::Later(format!("{} can't be reached: {}", relay.host, plain(&error.to_string())))
}

/// Opens the connection, without the delay that gathers small writes (RFC 896): ours are gathered.
async fn dial(relay: &Relay) -> Result<(TcpStream, SocketAddr), ConnectError> {
    let host = relay.host.trim_matches(['[', ']']);
    let found = match timeout(relay.limits.connect, lookup_host((host, relay.port))).await {
        Err(_) => return Err(later(relay, &"its name is not found in time")),
        Ok(Err(error)) => return Err(later(relay, &error)),
        Ok(Ok(found)) => found,
    };
    // Each address has its own time: one that does not answer must not use up the others'.
    let mut why = "its name has no address".to_string();
    let mut socket = None;
    for address in found {
        match timeout(relay.limits.connect / 2, TcpStream::connect(address)).await {
            Err(_) => why = "no answer".to_string(),
            Ok(Err(error)) => why = error.to_string(),
            Ok(Ok(open)) => {
                socket = Some(open);
                break;
            }
        }
    }
    let Some(socket) = socket else { return Err(later(relay, &why)) };
    socket.set_nodelay(true).map_err(|error| later(relay, &error))?;
    let peer = socket.peer_addr().map_err(|error| later(relay, &error))?;
    Ok((socket, peer))
}

/// TLS over a connection.
async fn secure(relay: &Relay, socket: TcpStream) -> Result<TlsStream<TcpStream>, ConnectError> {
    let name = ServerName::try_from(relay.host.trim_matches(['[', ']']).to_string())
        .map_err(|_| ConnectError::Stop(format!("`{}` is no server's name", relay.host)))?;
    let connecting = TlsConnector::from(Arc::clone(&relay.tls)).connect(name, socket);
    match timeout(relay.limits.connect, connecting).await {
        Err(_) => Err(later(relay, &"TLS does not begin")),
        Ok(Ok(stream)) => Ok(stream),
        Ok(Err(error)) => Err(tls_failed(relay, &error)),
    }
}

/// What a failed TLS handshake means: a certificate does not mend itself, a broken line may.
fn tls_failed(relay: &Relay, error: &io::Error) -> ConnectError {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match inner {
        Some(rustls::Error::InvalidCertificate(why)) => ConnectError::Stop(format!(
            "{} shows a certificate that is not to be trusted: {}. Nobody was mailed",
            relay.host,
            super::tls::explained(why)
        )),
        Some(why) => ConnectError::Stop(format!(
            "TLS to {}:{} fails ({why}): is it `security: tls` (port 465) or `security: starttls` (port 587)?",
            relay.host, relay.port
        )),
        None => later(relay, error),
    }
}

/// What a refused greeting means.
fn refused_greeting(relay: &Relay, error: &lettre::transport::smtp::Error) -> ConnectError {
    match Reply::of_error(error) {
        Some(reply) if reply.code / 100 == 5 => {
            ConnectError::Stop(format!("{} turns us away: {}", relay.host, reply))
        }
        Some(reply) => ConnectError::Later(format!("{} is busy: {}", relay.host, reply)),
        None => later(relay, error),
    }
}

/// Speaks plainly up to the answer to `STARTTLS`, and gives the greeting, which lettre wants to read
/// again. Whatever a server says behind that answer and before TLS was put there by somebody else
/// (CVE-2011-0411): the connection is given up.
async fn upgrade(
    relay: &Relay,
    mut socket: TcpStream,
    hello: &ClientId,
) -> Result<(TcpStream, Vec<u8>), ConnectError> {
    let limit = relay.limits.command;
    let mut behind = Vec::new();
    let greeting = answer(&mut socket, &mut behind, limit).await.map_err(|error| later(relay, &error))?;
    expect(relay, &greeting, "220")?;
    let say = async |socket: &mut TcpStream, behind: &mut Vec<u8>, command: String| {
        socket.write_all(command.as_bytes()).await.map_err(|error| later(relay, &error))?;
        answer(socket, behind, limit).await.map_err(|error| later(relay, &error))
    };
    let offers = say(&mut socket, &mut behind, format!("EHLO {hello}\r\n")).await?;
    expect(relay, &offers, "250")?;
    if !Offers::parse(&String::from_utf8_lossy(&offers)).starttls {
        return Err(ConnectError::Stop(format!(
            "{} offers no TLS here, so nothing was said to it: somebody may be in between, or it is `security: tls` (port 465)",
            relay.host
        )));
    }
    let ready = say(&mut socket, &mut behind, "STARTTLS\r\n".into()).await?;
    expect(relay, &ready, "220")?;
    if !behind.is_empty() {
        return Err(ConnectError::Stop(format!(
            "{} said more than its answer before TLS began: somebody in between puts words into its mouth. Nothing was sent; try another network, and tell whoever runs the server",
            relay.host
        )));
    }
    Ok((socket, greeting))
}

/// Refuses an answer that does not begin as it must.
fn expect(relay: &Relay, answer: &[u8], code: &str) -> Result<(), ConnectError> {
    if answer.starts_with(code.as_bytes()) {
        return Ok(());
    }
    let said = plain(&String::from_utf8_lossy(answer));
    match answer.first() {
        Some(b'5') => Err(ConnectError::Stop(format!("{} turns us away: {said}", relay.host))),
        _ => Err(ConnectError::Later(format!("{} is busy: {said}", relay.host))),
    }
}

/// Reads one answer of one or more lines (RFC 5321, section 4.2.1); what comes behind it stays in
/// `behind`.
async fn answer(socket: &mut TcpStream, behind: &mut Vec<u8>, limit: Duration) -> io::Result<Vec<u8>> {
    loop {
        if let Some(end) = end_of_answer(behind) {
            let rest = behind.split_off(end);
            return Ok(std::mem::replace(behind, rest));
        }
        if behind.len() > LONGEST {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "its answer does not end"));
        }
        let mut part = [0; 1024];
        let read = timeout(limit, socket.read(&mut part)).await.map_err(|_| io::ErrorKind::TimedOut)??;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        behind.extend_from_slice(&part[..read]);
    }
}

/// Where the first whole answer ends.
fn end_of_answer(bytes: &[u8]) -> Option<usize> {
    let mut start = 0;
    while let Some(end) = bytes[start..].iter().position(|byte| *byte == b'\n').map(|at| start + at + 1) {
        if bytes.get(start + 3) != Some(&b'-') {
            return Some(end);
        }
        start = end;
    }
    None
}

/// Says who we are.
async fn sign_in(session: &mut Session, relay: &Relay, login: &Login) -> Result<(), ConnectError> {
    let offered = |name: &str| session.offers().auth.iter().any(|offer| offer == name);
    let mechanism = match login {
        Login::Token(..) => offered("XOAUTH2").then_some(Mechanism::Xoauth2),
        Login::Password(..) if offered("PLAIN") => Some(Mechanism::Plain),
        Login::Password(..) => offered("LOGIN").then_some(Mechanism::Login),
    };
    let Some(mechanism) = mechanism else {
        let offered = session.offers().auth.join(", ");
        let wanted =
            if matches!(login, Login::Token(..)) { "with a token (XOAUTH2)" } else { "with a password" };
        return Err(ConnectError::Stop(format!(
            "{} takes no login {wanted}{}: the organisation has switched it off, or this is another kind of server. Ask its administrator to allow authenticated SMTP for this mailbox, or for the login that it takes",
            relay.host,
            if offered.is_empty() { String::new() } else { format!(", only {}", plain(&offered)) }
        )));
    };
    let (user, secret) = match login {
        // A token may have run out since the last connection.
        Login::Token(user, source) => {
            // The command that gives it may take its time: the other connections go on meanwhile.
            let source = Arc::clone(source);
            let token = tokio::task::spawn_blocking(move || source()).await;
            let token =
                token.map_err(|_| ConnectError::Stop("the command that gives the token broke off".into()))?;
            (user, token.map_err(|error| ConnectError::Stop(error.to_string()))?)
        }
        Login::Password(user, password) => (user, password.clone()),
    };
    let credentials = Credentials::new(user.clone(), secret.expose_secret().to_string());
    let said = timeout(relay.limits.command, converse(session.connection(), mechanism, credentials)).await;
    match said {
        Err(_) => Err(later(relay, &"no answer to the login")),
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(login_failed(relay, login, &error)),
    }
}

/// The conversation of a login.
async fn converse(
    connection: &mut AsyncSmtpConnection,
    mechanism: Mechanism,
    credentials: Credentials,
) -> Result<Response, lettre::transport::smtp::Error> {
    let mut response = connection.command(Auth::new(mechanism, credentials.clone(), None)?).await?;
    for _ in 0..3 {
        if !response.has_code(334) {
            break;
        }
        response = match mechanism {
            // The challenge is an error in JSON; an empty line asks for the code that goes with it.
            Mechanism::Xoauth2 => connection.command("\r\n").await?,
            _ => {
                connection
                    .command(Auth::new_from_response(mechanism, credentials.clone(), &response)?)
                    .await?
            }
        };
    }
    Ok(response)
}

/// What a refused login means.
fn login_failed(relay: &Relay, login: &Login, error: &lettre::transport::smtp::Error) -> ConnectError {
    let Some(reply) = Reply::of_error(error) else { return later(relay, error) };
    let said = masked(&reply.to_string());
    if reply.code / 100 == 4 {
        return ConnectError::Later(format!("{} does not take the login now: {said}", relay.host));
    }
    if matches!(login, Login::Token(..)) {
        return ConnectError::Stop(format!(
            "{} does not take the token ({said}): has it run out, or is it for another mailbox? Check what `smtp: token_command` or `token_env` gives; nobody was mailed, nobody is marked",
            relay.host
        ));
    }
    ConnectError::Stop(match reply.class(Phase::Auth) {
        Class::Stop(why) => why.explained(&relay.host, &said),
        _ => Why::WrongLogin.explained(&relay.host, &said),
    })
}
