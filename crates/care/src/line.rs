// SPDX-License-Identifier: Apache-2.0
use serde::{Deserialize, Serialize};

/// A service that one can call, text or write to. Facts only; the words about it come from the
/// strings, so that every language says the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// A stable name, lower-case with hyphens, unique in its country.
    pub id: String,
    /// What it calls itself.
    pub name: String,
    /// What kind of service it is.
    pub kind: LineKind,
    /// Ways in. At least one.
    pub channels: Vec<Channel>,
    /// Youngest age it is for, where the provider says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_from: Option<u8>,
    /// Oldest age it is for, where the provider says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_to: Option<u8>,
    /// Languages it is given in, as BCP 47 tags; empty when not known.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Where the facts were read: the provider's own page.
    pub source: String,
    /// When they were last looked at there, `YYYY-MM-DD`; empty when nobody has.
    #[serde(default)]
    pub checked_on: String,
    /// Who looked. `none` until a named person has, and the page says so.
    pub checked_by: String,
}

/// Kinds of services. Each has one sentence in the strings on what happens when one gets in touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    /// Ambulance, police, fire.
    Emergency,
    /// Trained people who listen in a crisis.
    Crisis,
    /// A mental-health service that can also send help.
    Clinical,
    /// For children and young people.
    Young,
    /// Medical advice that is not an emergency.
    Medical,
    /// A directory that lists lines in other countries.
    Directory,
}

/// One way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "by", deny_unknown_fields)]
pub enum Channel {
    /// A call.
    Phone {
        /// Exactly as the provider prints it.
        number: String,
        /// When it is open; absent when not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hours: Option<Hours>,
        /// The provider says it costs nothing; absent when not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        free: Option<bool>,
    },
    /// A text message.
    Text {
        /// Exactly as the provider prints it.
        number: String,
        /// A word to send first, where the provider asks for one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        say: Option<String>,
        /// When it is open; absent when not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hours: Option<Hours>,
        /// The provider says it costs nothing; absent when not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        free: Option<bool>,
    },
    /// A chat or a page in the browser. It leaves Kindhold, and the link says so.
    Web {
        /// The provider's own address, `https` only.
        url: String,
        /// When it is open; absent when not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hours: Option<Hours>,
    },
}

/// When a service is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", untagged)]
pub enum Hours {
    /// The single word `always`.
    Always(Always),
    /// Openings in the week, in the country's own time.
    Openings(Vec<Opening>),
}

/// Marker for "day and night, every day".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Always {
    /// Day and night, every day.
    Always,
}

/// Open on these days from one time to another. `to` before `from` reaches into the next day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// On which days.
    pub days: Vec<Weekday>,
    /// `HH:MM`, local time.
    pub from: String,
    /// `HH:MM`, local time; `24:00` for midnight at the end of the day.
    pub to: String,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}
