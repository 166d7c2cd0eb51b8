// SPDX-License-Identifier: Apache-2.0
use kindhold_care::{Channel, LineKind};

/// The keys of the strings that say what happens when one gets in touch with a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happens {
    /// The question, by way in: `lines-happens-summary-phone`.
    pub question: String,
    /// The answer, by kind of service and way in: `lines-happens-crisis-phone`.
    pub answer: String,
}

impl Happens {
    /// The keys for one way into one kind of service.
    #[must_use]
    pub fn of(service: LineKind, channel: &Channel) -> Self {
        let way = match channel {
            Channel::Phone { .. } => "phone",
            Channel::Text { .. } => "text",
            Channel::Web { .. } => "web",
        };
        let service = match service {
            LineKind::Emergency => "emergency",
            LineKind::Crisis => "crisis",
            LineKind::Clinical => "clinical",
            LineKind::Young => "young",
            LineKind::Medical => "medical",
            LineKind::Directory => "directory",
        };
        Self {
            question: format!("lines-happens-summary-{way}"),
            answer: format!("lines-happens-{service}-{way}"),
        }
    }
}
