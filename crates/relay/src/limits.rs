// SPDX-License-Identifier: Apache-2.0
use std::time::Duration;

/// What the relay takes from one client or keeps of one vault.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of one push.
    pub push: usize,
    /// About so many bytes of records in one answer.
    pub pull: usize,
    /// Bytes of an account, with its list of devices and its grants.
    pub account: usize,
    /// Bytes of a message in a mailbox.
    pub mailbox: usize,
    /// Bytes that one vault may hold.
    pub vault: u64,
    /// Bytes that one vault may hold beside its records: who may sign in, and signed heads.
    pub beside: u64,
    /// Days for which a mailbox keeps its message.
    pub mailbox_days: u32,
    /// Mailboxes at a time.
    pub mailboxes: u64,
    /// For sending a whole request.
    pub body: Duration,
    /// For anything but waiting for news.
    pub work: Duration,
    /// Requests that one address may send in a moment, and how many more each second.
    pub burst: u32,
    /// Requests each second for one address, on average.
    pub rate: u32,
    /// Vaults that one address may make in an hour.
    pub vaults_an_hour: u32,
    /// Questions that one address may leave in an hour.
    pub questions_an_hour: u32,
    /// Questions that may wait for a moderator at a time.
    pub questions: u64,
    /// Days for which a question waits before it is thrown away.
    pub question_days: u32,
}

impl Limits {
    /// The usual ones, but nobody is turned away for asking often.
    #[must_use]
    pub fn without_rates() -> Self {
        Self {
            burst: u32::MAX,
            rate: u32::MAX,
            vaults_an_hour: u32::MAX,
            questions_an_hour: u32::MAX,
            ..Self::default()
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            push: 4 << 20,
            pull: 8 << 20,
            account: 1 << 20,
            mailbox: 8 << 10,
            vault: 256 << 20,
            beside: 32 << 20,
            mailbox_days: 14,
            mailboxes: 1_000_000,
            body: Duration::from_secs(60),
            work: Duration::from_secs(30),
            burst: 600,
            rate: 20,
            vaults_an_hour: 30,
            questions_an_hour: 4,
            questions: 500,
            question_days: 90,
        }
    }
}
