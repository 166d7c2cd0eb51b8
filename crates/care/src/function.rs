// SPDX-License-Identifier: Apache-2.0
use serde::{Deserialize, Serialize};

/// What self-injury would do for the person right now.
///
/// Functions co-exist and change from day to day, so a moment carries any number of them. The
/// thirteen functions of the ISAS map onto these six (Klonsky & Glenn 2009; `clinical.md`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Function {
    /// "To get the feeling down": the threat system is at full.
    RegulateDown,
    /// "To feel something": numb, far away.
    FeelSomething,
    /// "I deserve it": the critic, then thoughts of deserving it, then the urge (Lear 2019).
    PunishSelf,
    /// "So someone sees" or "to be let be": rises after rejection.
    ReachOthers,
    /// "To hold off something worse": keeps thoughts of dying away. The plan and people come
    /// first and nothing is ever varied.
    HoldOff,
    /// "It's part of who I am": belonging, identity, autonomy.
    Belong,
}

impl Function {
    /// Every function, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::RegulateDown,
        Self::FeelSomething,
        Self::PunishSelf,
        Self::ReachOthers,
        Self::HoldOff,
        Self::Belong,
    ];

    /// The stable name used in content, strings and exports, for example `regulate-down`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::RegulateDown => "regulate-down",
            Self::FeelSomething => "feel-something",
            Self::PunishSelf => "punish-self",
            Self::ReachOthers => "reach-others",
            Self::HoldOff => "hold-off",
            Self::Belong => "belong",
        }
    }
}
