// SPDX-License-Identifier: Apache-2.0
//! Whose seat this page is. Each has its own address and its own vault: somebody may be a person on one
//! page and a friend's supporter on another, and neither knows of the other.

/// Whose seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seat {
    /// The person's own.
    Person,
    /// A counsellor's.
    #[cfg(feature = "together")]
    Counsellor,
    /// A supporter's.
    #[cfg(feature = "together")]
    Supporter,
}

#[cfg(not(feature = "together"))]
impl Seat {
    /// This page's.
    pub(crate) const fn here() -> Self {
        Self::Person
    }
}

#[cfg(feature = "together")]
impl Seat {
    /// This page's.
    pub(crate) fn here() -> Self {
        let path = crate::platform::window().location().pathname();
        match path.as_deref() {
            Ok("/counsellor/") => Self::Counsellor,
            Ok("/supporter/") => Self::Supporter,
            _ => Self::Person,
        }
    }

    /// The seat as the vault calls it; `None` for the person's own.
    pub(crate) const fn shown(self) -> Option<kindhold_vault::together::Seat> {
        match self {
            Self::Person => None,
            Self::Counsellor => Some(kindhold_vault::together::Seat::Counsellor),
            Self::Supporter => Some(kindhold_vault::together::Seat::Supporter),
        }
    }
}

impl Seat {
    /// Its address.
    pub(crate) const fn path(self) -> &'static str {
        match self {
            Self::Person => "/app/",
            #[cfg(feature = "together")]
            Self::Counsellor => "/counsellor/",
            #[cfg(feature = "together")]
            Self::Supporter => "/supporter/",
        }
    }

    /// Under which name it is remembered that its first screens have been seen.
    pub(crate) const fn welcomed(self) -> &'static str {
        match self {
            Self::Person => "welcomed",
            #[cfg(feature = "together")]
            Self::Counsellor => "welcomed-counsellor",
            #[cfg(feature = "together")]
            Self::Supporter => "welcomed-supporter",
        }
    }

    /// The name of its store on this device.
    pub(crate) const fn store(self) -> &'static str {
        match self {
            Self::Person => "kindhold",
            #[cfg(feature = "together")]
            Self::Counsellor => "kindhold-counsellor",
            #[cfg(feature = "together")]
            Self::Supporter => "kindhold-supporter",
        }
    }
}
