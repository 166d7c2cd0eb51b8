// SPDX-License-Identifier: Apache-2.0
use crate::Send;
use kindhold_measure::fhir::Keyed;
use std::fmt;
use url::Url;

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receipt {
    /// It was taken in.
    Sent {
        /// Resources that are new there.
        made: usize,
        /// Resources that were there already and are up to date now.
        kept: usize,
    },
    /// Nothing was sent.
    Dry {
        /// To where it would go.
        to: String,
        /// What would be sent, as JSON.
        bundle: String,
    },
}

pub(crate) fn dry(base: &Url, options: &Send) -> Receipt {
    let bundle = (options.bundle)(Keyed::Identifier);
    Receipt::Dry {
        to: base.to_string(),
        bundle: serde_json::to_string_pretty(&bundle).unwrap_or_default(),
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sent { made, kept } => {
                write!(f, "Taken in: {made} new, {kept} that were there already.")
            }
            Self::Dry { to, bundle } => {
                write!(f, "Nothing was sent. This would go to {to}:\n{bundle}")
            }
        }
    }
}
