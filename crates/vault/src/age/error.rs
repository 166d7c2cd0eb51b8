// SPDX-License-Identifier: Apache-2.0

/// Why an age file does not open or cannot be made. Nothing of what is inside is ever told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AgeError {
    /// Another kind of file altogether.
    #[error("this is not an age file")]
    NotAge,
    /// A later version of age than the one written here.
    #[error("this age file is of a version that is not known here")]
    Version,
    /// It begins like an age file, but its header breaks the format's rules.
    #[error("the header of the age file is not as the format says")]
    Header,
    /// The text form (ASCII armor) has missing, added or changed characters.
    #[error("the text form of the age file is not whole")]
    Armor,
    /// It ends before its end: the rest was lost on the way.
    #[error("the age file is cut short")]
    Cut,
    /// The key fits, but the header or a part of the content was changed.
    #[error("the age file was changed or damaged")]
    Damaged,
    /// Another passphrase or another key opens it.
    #[error("that does not open the age file")]
    NoMatch,
    /// It opens with a key, and a passphrase was given.
    #[error("the age file opens with a key, not with a passphrase")]
    WantsKey,
    /// It opens with a passphrase, and a key was given.
    #[error("the age file opens with a passphrase, not with a key")]
    WantsPassphrase,
    /// Its passphrase asks for 2 to the power of this much work; [`MOST_WORK`] is the most done here.
    ///
    /// [`MOST_WORK`]: super::MOST_WORK
    #[error("the age file asks for 2^{0} of work, more than is done here")]
    TooHard(u8),
    /// The device has not enough memory for the passphrase's work.
    #[error("there is not enough memory to check the passphrase")]
    Memory,
    /// A file that nobody could open, or that anybody could: no recipient, an empty passphrase, or no
    /// work at all.
    #[error("an age file needs a passphrase and some work, or a recipient")]
    Unprotected,
    /// The text is not a key of age, of the kind that was asked for.
    #[error("this is not a key of age")]
    Key,
}
