// SPDX-License-Identifier: Apache-2.0
//! Questions and comments that readers leave under an article, where the operator wants that. They belong
//! to no vault, to no account and to no address: whoever has the code can take one back, and that is all that
//! is known of whoever wrote it. Nothing is shown before a moderator has put it up.

use crate::{
    Fault, Relay,
    rate::Peer,
    store::{Done, Op},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use kindhold_vault::wire::{Day, Refusal};
use sha2::{Digest, Sha256};

/// The most characters of a question.
pub const WORDS_CHARS: usize = 1500;
/// The most characters of a name.
pub const NAME_CHARS: usize = 40;

/// The name of a question in the database: the hash of the code that takes it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct QuestionId(pub [u8; 16]);

impl QuestionId {
    /// The question that a code takes back.
    #[must_use]
    pub fn of_code(code: &str) -> Self {
        let letters = code.chars().filter(char::is_ascii_alphanumeric);
        let plain: String = letters.map(|c| c.to_ascii_lowercase()).collect();
        let hash = Sha256::digest(plain.as_bytes());
        let mut id = [0; 16];
        id.copy_from_slice(&hash[..16]);
        Self(id)
    }

    /// As an operator writes it: 32 hexadecimal digits. `None` for anything else.
    #[must_use]
    pub fn parse(hex: &str) -> Option<Self> {
        let is_hex = hex.len() == 32 && hex.bytes().all(|b| b.is_ascii_hexdigit());
        let mut id = [0; 16];
        for (n, byte) in id.iter_mut().enumerate() {
            *byte = u8::from_str_radix(hex.get(2 * n..2 * n + 2)?, 16).ok()?;
        }
        is_hex.then_some(Self(id))
    }
}

impl std::fmt::Display for QuestionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A question, as it lies in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its name.
    pub id: QuestionId,
    /// The article it stands under, as the end of its address: `en/library/why-it-hides`.
    pub page: String,
    /// What the writer wants to be called; may be empty.
    pub name: String,
    /// What they wrote.
    pub words: String,
    /// What the operator answered; may be empty.
    pub answer: String,
    /// Whether a moderator has put it up.
    pub shown: bool,
    /// When it was written, in days since 1970-01-01.
    pub day: Day,
}

/// What a reader hands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuestion {
    /// The article, as in [`Question::page`].
    pub page: String,
    /// A name, or nothing.
    pub name: String,
    /// What they wrote.
    pub words: String,
}

impl Relay {
    /// Whether readers may leave questions here.
    #[must_use]
    pub fn takes_questions(&self) -> bool {
        self.0.setup.questions
    }

    /// Keeps a question until a moderator has looked at it. Answers with the code that takes it back; the
    /// relay keeps its hash alone.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`] where questions are off, [`Refusal::Malformed`] when it is too long or empty,
    /// [`Refusal::Slower`] for too many from one address in an hour, [`Refusal::Busy`] when too many wait.
    pub async fn ask(&self, peer: Option<Peer>, new: NewQuestion) -> Result<String, Fault> {
        if !self.takes_questions() {
            return Err(Refusal::NotAllowed.into());
        }
        let (words, name) = (new.words.trim(), new.name.trim());
        let is_fit = (1..=WORDS_CHARS).contains(&words.chars().count())
            && name.chars().count() <= NAME_CHARS
            && new.page.len() <= 200;
        if !is_fit {
            return Err(Refusal::Malformed.into());
        }
        if !self.0.rate.may_write(peer, self.now()) {
            return Err(Refusal::Slower.into());
        }
        let code = crate::invite::make();
        let question = Question {
            id: QuestionId::of_code(&code),
            page: new.page,
            name: name.to_owned(),
            words: words.to_owned(),
            answer: String::new(),
            shown: false,
            day: self.today(),
        };
        self.0.store.apply(Op::Ask { question }).await?;
        Ok(code)
    }

    /// What has been put up under an article, oldest first.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn questions_of(&self, page: &str) -> Result<Vec<Question>, Fault> {
        self.0.store.questions(Some(page)).await
    }

    /// Everything, what waits for a moderator first.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn all_questions(&self) -> Result<Vec<Question>, Fault> {
        self.0.store.questions(None).await
    }

    /// Puts a question up, with an answer or without.
    ///
    /// # Errors
    /// [`Refusal::NotThere`], or [`Fault::Database`].
    pub async fn show_question(&self, id: QuestionId, answer: &str) -> Result<(), Fault> {
        let answer = answer.trim().to_owned();
        self.did(Op::Show { id, answer }).await
    }

    /// Takes a question out of the database: nothing of it is left.
    ///
    /// # Errors
    /// [`Refusal::NotThere`], or [`Fault::Database`].
    pub async fn forget_question(&self, id: QuestionId) -> Result<(), Fault> {
        self.did(Op::Forget { id }).await
    }

    async fn did(&self, op: Op) -> Result<(), Fault> {
        match self.0.store.apply(op).await? {
            Done::Made => Ok(()),
            Done::Already => Err(Refusal::NotThere.into()),
        }
    }

    /// A mark for a form: when it was drawn, in a way that only this relay can write.
    #[must_use]
    pub fn stamp(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.0.mint.stamp(self.now()))
    }

    /// How many seconds ago a form with this mark was drawn; `None` when the mark is none of ours.
    #[must_use]
    pub fn age_of(&self, stamp: &str) -> Option<u64> {
        let stamp = BASE64_URL_SAFE_NO_PAD.decode(stamp).ok()?;
        self.0.mint.stamped(&stamp, self.now())
    }
}
