// SPDX-License-Identifier: Apache-2.0

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $status:literal, $code:literal;)*) => {
        /// Why a relay does not do something. Nothing of what was asked has happened.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Refusal {
            $($(#[$doc])* $name,)*
        }

        impl Refusal {
            /// Every one there is.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The HTTP status it travels with.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status,)* }
            }

            /// Its name in the header `kindhold-refusal`.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The one of that name.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)* _ => None }
            }
        }

        impl core::fmt::Display for Refusal {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

refusals! {
    /// The bytes are not a message of that route.
    Malformed = 400, "malformed";
    /// No token, or one that no longer holds: sign in again.
    SignIn = 401, "sign-in";
    /// The key, the signature or the challenge is not right, or access was taken back.
    NotYou = 403, "not-you";
    /// This one may not do that.
    NotAllowed = 403, "not-allowed";
    /// An invite code is needed, or this one is used up.
    Invite = 403, "invite";
    /// There is nothing of that name.
    NotThere = 404, "not-there";
    /// What has that name cannot be asked for in this way.
    Method = 405, "method";
    /// Something else is there already.
    Taken = 409, "taken";
    /// The account was changed by another device meanwhile: read it, then try again.
    Moved = 409, "moved";
    /// Records before these are not there: push them first.
    Gap = 409, "gap";
    /// Another record is in that place already.
    Fork = 409, "fork";
    /// More than the relay takes at once.
    TooLarge = 413, "too-large";
    /// Too much at a time: wait as long as `retry-after` says.
    Slower = 429, "slower";
    /// The relay failed. The same again later is safe.
    Broken = 500, "broken";
    /// The relay is busy or stopping. The same again later is safe.
    Busy = 503, "busy";
    /// This vault holds as much as the relay allows.
    Full = 507, "full";
}

impl core::error::Error for Refusal {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_is_known_by_its_code() {
        for refusal in Refusal::ALL {
            assert_eq!(Refusal::from_code(refusal.code()), Some(*refusal));
        }
    }
}
