// SPDX-License-Identifier: Apache-2.0
use super::extension;
use super::finding::{Finding, Severity};
use super::items::{TooMany, Walk};
use super::json::{checksum, list, text};
use super::language::{Wanted, same};
use crate::instrument::{Instrument, Item};
use crate::key::{apply, is_risk, own, recognise};
use serde_json::Value;

/// A file longer than this is not read, in bytes.
pub const MOST_BYTES: usize = 1_000_000;

/// Why a file is no questionnaire that can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Over [`MOST_BYTES`].
    #[error("The file is over one megabyte. Take pictures and translations out of it.")]
    TooLong,
    /// Not JSON, or nested too deeply.
    #[error(
        "The file is not whole JSON (line {line}, column {column}). Ask for it again, or save it anew."
    )]
    NotJson {
        /// Where reading stopped.
        line: usize,
        /// Where reading stopped.
        column: usize,
    },
    /// Another resource.
    #[error(
        "The file is a {0}, not a Questionnaire. Take the Questionnaire out of it, or export that alone."
    )]
    Other(String),
    /// JSON, but no FHIR.
    #[error(
        "The file is JSON, but no FHIR Questionnaire. Export the questionnaire as FHIR R4 (JSON)."
    )]
    NotFhir,
    /// A later FHIR.
    #[error("The file is a Questionnaire of a later FHIR (“{0}”). Export it as FHIR R4.")]
    LaterFhir(&'static str),
    /// Nothing in it.
    #[error("The questionnaire has no items.")]
    Empty,
    /// More than is read.
    #[error(
        "The questionnaire has over 1,000 items, over 20,000 choices or over 15 groups within each other. Divide it."
    )]
    TooMany,
}

/// A questionnaire, and what should be known about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The questionnaire.
    pub instrument: Instrument,
    /// What should be known, in the order of the file.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// Whether nothing stands against using it.
    #[must_use]
    pub fn usable(&self) -> bool {
        self.wrong().is_none()
    }

    /// The first finding that stands against using it.
    #[must_use]
    pub fn wrong(&self) -> Option<&Finding> {
        self.findings
            .iter()
            .find(|finding| finding.severity() == Severity::Wrong)
    }
}

/// What a pack says beside the questionnaire.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Beside<'a> {
    pub(crate) licence: &'a str,
    pub(crate) copyright: &'a str,
    pub(crate) key: Option<&'a str>,
}

impl Instrument {
    /// Reads a FHIR R4 `Questionnaire` from JSON, with its words in `language` (BCP 47) where it has them, else in
    /// its own.
    ///
    /// # Errors
    /// [`ReadError`] where there is no questionnaire at all. What is wrong within one is a [`Finding`].
    pub fn read(json: &str, language: &str) -> Result<Reading, ReadError> {
        read(&value(json)?, language, Beside::default())
    }
}

/// JSON of a bounded length; its nesting is bounded by the parser.
pub(crate) fn value(json: &str) -> Result<Value, ReadError> {
    if json.len() > MOST_BYTES {
        return Err(ReadError::TooLong);
    }
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    serde_json::from_str(json).map_err(|error| ReadError::NotJson {
        line: error.line(),
        column: error.column(),
    })
}

pub(crate) fn read(
    questionnaire: &Value,
    language: &str,
    beside: Beside<'_>,
) -> Result<Reading, ReadError> {
    match text(questionnaire, "resourceType") {
        "Questionnaire" => {}
        "" => return Err(ReadError::NotFhir),
        other => return Err(ReadError::Other(other.chars().take(40).collect())),
    }
    if list(questionnaire, "item").is_empty() {
        return Err(ReadError::Empty);
    }
    later(questionnaire, list(questionnaire, "item"))?;
    let wanted = Wanted {
        tag: language,
        written: text(questionnaire, "language"),
    };
    let mut walk = Walk::new(questionnaire, wanted);
    let top = extension::read(questionnaire, "", &mut walk.findings);
    if !text(questionnaire, "implicitRules").is_empty() {
        walk.findings.push(Finding::Modifier {
            link_id: String::new(),
            what: "implicitRules".to_owned(),
        });
    }
    walk.all().map_err(|TooMany| ReadError::TooMany)?;
    let mut form = walk.form;
    form.variables = top.variables;
    form.questionnaire = questionnaire.clone();
    let sum = checksum(questionnaire);
    let url = text(questionnaire, "url").split('|').next().unwrap_or("");
    let copyright = wanted.words(questionnaire, "copyright");
    let mut instrument = Instrument {
        url: if url.is_empty() {
            named_by(&sum)
        } else {
            url.to_owned()
        },
        version: text(questionnaire, "version").to_owned(),
        title: title(questionnaire, wanted),
        copyright: if beside.copyright.is_empty() {
            copyright
        } else {
            beside.copyright.to_owned()
        },
        licence: beside.licence.to_owned(),
        key: None,
        items: walk.items,
        form,
        checksum: sum,
    };
    let mut findings = walk.findings;
    terms(&instrument, questionnaire, &mut findings);
    said_language(&instrument, wanted, &mut findings);
    if !instrument.items.iter().any(Item::asks) {
        findings.push(Finding::NothingAsked);
    }
    score(&mut instrument, beside.key, &mut findings);
    Ok(Reading {
        instrument,
        findings,
    })
}

/// How it is scored, if anything says so.
fn score(instrument: &mut Instrument, named: Option<&str>, findings: &mut Vec<Finding>) {
    without_risk(instrument, findings);
    let key = recognise(instrument, named, findings);
    let mut scales = Vec::new();
    if let Some(key) = key {
        scales = apply(key, instrument, findings);
        if scales.is_empty() {
            return;
        }
        instrument.key = Some(key.id);
        let unchecked = key.unchecked.iter().map(|what| Finding::Unchecked {
            key: key.name,
            what,
        });
        findings.extend(unchecked);
    }
    own::add(instrument, key.map(|key| key.name), &mut scales, findings);
    if scales.is_empty() && !findings.contains(&Finding::NothingAsked) {
        findings.push(Finding::NotScored);
    }
    instrument.form.scoring = scales;
}

/// Takes away what calculates a risk: by the words of the item or of the whole.
fn without_risk(instrument: &mut Instrument, findings: &mut Vec<Finding>) {
    let whole = is_risk(&instrument.title);
    for node in &mut instrument.form.nodes {
        if node.calculated.is_none() {
            continue;
        }
        let words = instrument.form.names.get(&node.link_id);
        let named = words.is_some_and(|words| is_risk(words));
        let coded = node.codes.iter().any(|code| is_risk(&code.display));
        if whole || named || coded || is_risk(&node.link_id) {
            node.calculated = None;
            let link_id = node.link_id.clone();
            findings.push(Finding::Risk { link_id });
        }
    }
}

fn terms(instrument: &Instrument, questionnaire: &Value, findings: &mut Vec<Finding>) {
    if text(questionnaire, "title").is_empty() {
        findings.push(Finding::NoTitle);
    }
    if text(questionnaire, "url").is_empty() {
        findings.push(Finding::NoUrl);
    }
    if instrument.version.is_empty() {
        findings.push(Finding::NoVersion);
    }
    if instrument.copyright.is_empty() {
        findings.push(Finding::NoCopyright);
    }
    if instrument.licence.is_empty() {
        findings.push(Finding::NoLicence);
    }
    let status = text(questionnaire, "status");
    if matches!(status, "draft" | "retired" | "unknown") {
        let status = status.to_owned();
        findings.push(Finding::Status { status });
    }
}

fn said_language(instrument: &Instrument, wanted: Wanted<'_>, findings: &mut Vec<Finding>) {
    if wanted.tag.is_empty() || wanted.written.is_empty() || same(wanted.tag, wanted.written) {
        return;
    }
    let nodes = instrument.form.nodes.iter();
    let translated = nodes.filter(|node| node.item.is_some()).any(|node| {
        let item = super::choices::find(
            list(&instrument.form.questionnaire, "item"),
            &node.link_id,
            0,
        );
        item.is_some_and(|item| wanted.words(item, "text") != text(item, "text"))
    });
    if !translated {
        findings.push(Finding::Language {
            wanted: wanted.tag.to_owned(),
            written: wanted.written.to_owned(),
        });
    }
}

fn title(questionnaire: &Value, wanted: Wanted<'_>) -> String {
    let title = wanted.words(questionnaire, "title");
    if title.is_empty() {
        text(questionnaire, "name").to_owned()
    } else {
        title
    }
}

/// A name for a questionnaire without one: a UUID from its checksum (version 8, RFC 9562), so that the same file has
/// the same everywhere.
fn named_by(checksum: &str) -> String {
    let part = |from: usize, to: usize| checksum.get(from..to).unwrap_or("");
    format!(
        "urn:uuid:{}-{}-8{}-8{}-{}",
        part(0, 8),
        part(8, 12),
        part(13, 16),
        part(17, 20),
        part(20, 32)
    )
}

/// Types and elements that only a later FHIR has. The nesting is that of the parser.
fn later(element: &Value, items: &[Value]) -> Result<(), ReadError> {
    if element.get("versionAlgorithmString").is_some() || element.get("copyrightLabel").is_some() {
        return Err(ReadError::LaterFhir("versionAlgorithm"));
    }
    for item in items {
        if text(item, "type") == "coding" {
            return Err(ReadError::LaterFhir("coding"));
        }
        if item.get("answerConstraint").is_some() {
            return Err(ReadError::LaterFhir("answerConstraint"));
        }
        if item.get("disabledDisplay").is_some() {
            return Err(ReadError::LaterFhir("disabledDisplay"));
        }
        later(&Value::Null, list(item, "item"))?;
    }
    Ok(())
}
