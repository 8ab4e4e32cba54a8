//! Rows, and the changes to them.

use super::super::{Change, ERASED, Outcome, Planned, Row, State};
use crate::value::Millis;
use rusqlite::{Transaction, params};

/// The columns of a [`Planned`], behind `delivery.`.
pub(super) const PLANNED: &str = "d.address, d.normal, d.edition, d.message_id, d.token, d.reviewer";

/// A row's recipient.
pub(super) fn planned(row: &rusqlite::Row<'_>, from: usize) -> rusqlite::Result<Planned> {
    Ok(Planned {
        address: row.get(from)?,
        normal: row.get(from + 1)?,
        edition: row.get(from + 2)?,
        message_id: row.get(from + 3)?,
        token: row.get(from + 4)?,
        reviewer: row.get(from + 5)?,
    })
}

/// A row as it is shown.
pub(super) fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    let state: String = row.get(8)?;
    Ok(Row {
        id: row.get(0)?,
        run: row.get(1)?,
        recipient: planned(row, 2)?,
        state: State::parse(&state).unwrap_or(State::Uncertain),
        attempts: row.get(9)?,
        next_at: row.get(10)?,
        intent_at: row.get(11)?,
        outcome_at: row.get(12)?,
        reply: row.get(13)?,
    })
}

/// What [`row`] reads.
pub(super) fn select(condition: &str) -> String {
    format!(
        "SELECT d.id, run.name, {PLANNED}, d.state, d.attempts, d.next_at, d.intent_at, d.outcome_at, d.reply \
         FROM delivery d JOIN run ON run.id = d.run WHERE {condition} ORDER BY d.id"
    )
}

/// A list of states as SQL has it; their names are ours.
pub(super) fn listed(states: &[State]) -> String {
    states.iter().map(|state| format!("'{state}'")).collect::<Vec<_>>().join(", ")
}

/// Makes one change to a row; whether it was possible.
pub(super) fn apply(transaction: &Transaction<'_>, change: &Change) -> rusqlite::Result<bool> {
    let changed = match change {
        Change::Intent { id, at } => transaction
            .prepare_cached(
                "UPDATE delivery SET state = 'intent', intent_at = ?2 WHERE id = ?1 AND state = 'claimed' \
                 AND normal NOT IN (SELECT normal FROM suppression)",
            )?
            .execute(params![id, at])?,
        Change::Outcome { id, at, outcome } => {
            let changed = note(transaction, *id, *at, outcome)?;
            if let Some(reason) = outcome.suppress {
                transaction
                    .prepare_cached(
                        "INSERT OR IGNORE INTO suppression SELECT normal, ?2, ?3 FROM delivery WHERE id = ?1",
                    )?
                    .execute(params![id, reason, at])?;
            }
            changed
        }
        Change::Release { id } => transaction
            .prepare_cached(
                "UPDATE delivery SET state = CASE WHEN next_at IS NULL THEN 'planned' ELSE 'deferred' END \
                 WHERE id = ?1 AND state = 'claimed'",
            )?
            .execute([id])?,
        Change::Retry { id } => transaction
            .prepare_cached("UPDATE delivery SET state = 'claimed' WHERE id = ?1 AND state = 'deferred'")?
            .execute([id])?,
    };
    Ok(changed == 1)
}

/// Notes what became of an attempt, in its row and as an event.
pub(super) fn note(
    transaction: &Transaction<'_>,
    id: i64,
    at: Millis,
    outcome: &Outcome,
) -> rusqlite::Result<usize> {
    let state = outcome.state.as_str();
    let changed = transaction
        .prepare_cached(
            "UPDATE delivery SET state = ?2, outcome_at = ?3, reply = ?4, next_at = ?5, attempts = attempts + ?6 \
             WHERE id = ?1",
        )?
        .execute(params![id, state, at, outcome.reply, outcome.next_at, i64::from(outcome.spent)])?;
    transaction
        .prepare_cached("INSERT INTO event(delivery, at, state, attempt, reply) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![id, at, state, i64::from(outcome.attempted), outcome.reply])?;
    Ok(changed)
}

/// Puts a name that says nothing in a person's place, in every run. The domain is one that never is
/// (RFC 6761, section 6.4), and the name is never to be mailed.
pub(super) fn erase(transaction: &Transaction<'_>, normal: &str, now: Millis) -> rusqlite::Result<()> {
    let mut query = transaction.prepare(&select("d.run IN (SELECT id FROM run) AND d.normal = ?1"))?;
    let rows: Vec<Row> = query.query_map([normal], row)?.collect::<Result<_, _>>()?;
    for one in &rows {
        let is_open = [State::Planned, State::Claimed, State::Deferred, State::Blocked].contains(&one.state);
        if is_open {
            note(transaction, one.id, now, &Outcome { reply: String::new(), ..Outcome::left() })?;
        }
        let name = format!("erased-{}{ERASED}", one.id);
        transaction.execute(
            "UPDATE delivery SET address = ?2, normal = ?2, token = ?2, reply = '' WHERE id = ?1",
            params![one.id, name],
        )?;
        transaction.execute("UPDATE event SET reply = '' WHERE delivery = ?1", [one.id])?;
        transaction
            .execute("INSERT OR IGNORE INTO suppression VALUES (?1, 'erased', ?2)", params![name, now])?;
    }
    transaction.execute("DELETE FROM suppression WHERE normal = ?1", [normal])?;
    Ok(())
}
