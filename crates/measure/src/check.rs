// SPDX-License-Identifier: Apache-2.0
//! What is to be said of a file before anybody is asked with it: `kindhold instrument check FILE`.

use crate::key::Key;
use crate::pack::{PackError, open};
use crate::questionnaire::{Finding, Severity};
use crate::score::Scale;
use std::fmt;

/// Everything that is known of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What it is called; empty where it cannot be read.
    pub title: String,
    /// Its canonical URL.
    pub url: String,
    /// Its version.
    pub version: String,
    /// Its checksum.
    pub checksum: String,
    /// Under which terms it may be used.
    pub licence: String,
    /// Its copyright line.
    pub copyright: String,
    /// Questions that are asked.
    pub asked: usize,
    /// Those that speak of death or of harming oneself, by their `linkId`: people and the plan come at once there.
    pub speaking: Vec<String>,
    /// The built-in key.
    pub key: Option<&'static Key>,
    /// Its scales.
    pub scales: Vec<Scale>,
    /// What should be known.
    pub findings: Vec<Finding>,
    /// Why it cannot be read at all.
    pub error: Option<PackError>,
}

/// Looks at a pack or a bare `Questionnaire`.
#[must_use]
pub fn check(text: &str) -> Report {
    match open(text).and_then(|opened| Ok((opened.read("")?, opened))) {
        Ok((reading, opened)) => {
            let instrument = reading.instrument;
            let speaking = instrument.items.iter().filter(|item| item.speaks_of_death);
            Report {
                speaking: speaking.map(|item| item.link_id.clone()).collect(),
                asked: instrument.items.iter().filter(|item| item.asks()).count(),
                scales: instrument.scales(),
                key: instrument.key.and_then(Key::named),
                title: instrument.title,
                url: instrument.url,
                version: instrument.version,
                checksum: opened.checksum,
                licence: instrument.licence,
                copyright: instrument.copyright,
                findings: reading.findings,
                error: None,
            }
        }
        Err(error) => Report {
            title: String::new(),
            url: String::new(),
            version: String::new(),
            checksum: String::new(),
            licence: String::new(),
            copyright: String::new(),
            asked: 0,
            speaking: Vec::new(),
            key: None,
            scales: Vec::new(),
            findings: Vec::new(),
            error: Some(error),
        },
    }
}

impl Report {
    /// Whether it can be used.
    #[must_use]
    pub fn usable(&self) -> bool {
        let wrong = |finding: &Finding| finding.severity() == Severity::Wrong;
        self.error.is_none() && !self.findings.iter().any(wrong)
    }

    /// Its findings of one severity, in the order of the file.
    pub fn of(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        let all = self.findings.iter();
        all.filter(move |finding| finding.severity() == severity)
    }
}

/// Plain lines, as the command shows them.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(error) = &self.error {
            return writeln!(f, "{error}");
        }
        let or = |text: &str, none: &str| if text.is_empty() { none } else { text }.to_owned();
        writeln!(f, "{}", or(&self.title, "(no title)"))?;
        writeln!(f, "  {} {}", self.url, self.version)?;
        let questions = if self.asked == 1 {
            "question"
        } else {
            "questions"
        };
        writeln!(f, "  {} {questions}", self.asked)?;
        if !self.speaking.is_empty() {
            let items = self.speaking.join(", ");
            writeln!(f, "  people and the plan come at once at: {items}")?;
        }
        writeln!(f, "  terms: {}", or(&self.licence, "not said"))?;
        writeln!(f, "  ©: {}", or(&self.copyright, "not said"))?;
        match self.key {
            Some(key) => writeln!(
                f,
                "  scored as {} ({}); made for ages: {}; its terms: {}",
                key.name, key.source, key.ages, key.terms
            )?,
            None if self.scales.is_empty() => writeln!(f, "  no score")?,
            None => writeln!(f, "  scored by what it calculates itself")?,
        }
        for scale in &self.scales {
            let (name, items) = (&scale.name, scale.items.len());
            let (least, most) = (scale.least, scale.most);
            writeln!(f, "  {name}: {items} items, {least} to {most}")?;
        }
        for severity in [Severity::Wrong, Severity::Missing, Severity::Note] {
            for finding in self.of(severity) {
                writeln!(f, "{severity}: {finding}")?;
            }
        }
        let end = if self.usable() {
            "It can be used."
        } else {
            "It cannot be used like this."
        };
        writeln!(f, "{end}")
    }
}
