// SPDX-License-Identifier: Apache-2.0
use std::fmt;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The questionnaire cannot be used like this.
    Wrong,
    /// It can be used, but something of it will not be as its author meant.
    Missing,
    /// Worth knowing.
    Note,
}

/// Something that whoever brings a questionnaire should know. Each is a sentence that names the item by its `linkId`
/// and says what to do.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Finding {
    /// `modifierExtension` or `implicitRules`: FHIR forbids to use what is not understood.
    #[error("{} carries “{what}”, which changes its meaning and is not understood here. Take it out, or leave this questionnaire out.", place(.link_id))]
    Modifier {
        /// Where; empty for the questionnaire itself.
        link_id: String,
        /// What.
        what: String,
    },
    /// It needs a server to ask its next question, or is a part of another.
    #[error(
        "It is put together by a server while it is answered ({what}). Ask for the whole questionnaire as one file."
    )]
    NotWhole {
        /// The extension.
        what: &'static str,
    },
    /// Two items of one name.
    #[error("Two items are called “{link_id}”. Give each a linkId of its own.")]
    DuplicateLinkId {
        /// The name.
        link_id: String,
    },
    /// An item without a name.
    #[error("An item in {} has no linkId. Give it one.", place(.above))]
    NoLinkId {
        /// What it stands in.
        above: String,
    },
    /// Nothing in it can be answered.
    #[error("Nothing in it can be answered here.")]
    NothingAsked,
    /// Whether an item shows depends on itself.
    #[error("Whether “{link_id}” shows depends on its own answer. Mend its enableWhen.")]
    Cycle {
        /// The item.
        link_id: String,
    },
    /// A kind of answer that is not asked for here.
    #[error("“{link_id}” asks for “{kind}”. It is left out.")]
    NotAsked {
        /// The item.
        link_id: String,
        /// Its type.
        kind: String,
    },
    /// Choices that are not in the file.
    #[error(
        "The choices of “{link_id}” are not in the file ({set}). Put the value set into “contained”, or its choices into answerOption; until then the question is left out."
    )]
    ChoicesElsewhere {
        /// The item.
        link_id: String,
        /// The value set.
        set: String,
    },
    /// A choice without choices.
    #[error(
        "“{link_id}” is a choice without choices. Give it answerOption; until then it is left out."
    )]
    NoChoices {
        /// The item.
        link_id: String,
    },
    /// A value set with a part that is not read.
    #[error(
        "A part of the choices of “{link_id}” is given by a rule or in another file. Write all of them out."
    )]
    ChoicesPartial {
        /// The item.
        link_id: String,
    },
    /// A choice that has words alone.
    #[error(
        "The choice “{display}” of “{link_id}” has no code; its words are kept in place of one. Give it a code."
    )]
    OptionWithoutCode {
        /// The item.
        link_id: String,
        /// Its words.
        display: String,
    },
    /// Two choices of one code.
    #[error("Two choices of “{link_id}” have the code “{code}”. Give each its own.")]
    OptionTwice {
        /// The item.
        link_id: String,
        /// The code.
        code: String,
    },
    /// Codes that differ by capitals between the two halves of a value set.
    #[error(
        "The value set of “{link_id}” writes “{code}” in two ways. They were taken for one; write them alike."
    )]
    CodesDiffer {
        /// The item.
        link_id: String,
        /// The code.
        code: String,
    },
    /// Some choices count, others do not say what.
    #[error(
        "Some choices of “{link_id}” say what they count and others do not. Give each its ordinalValue."
    )]
    ValuesMissing {
        /// The item.
        link_id: String,
    },
    /// `enableWhen` names something that is not there.
    #[error(
        "“{link_id}” shows by the answer to “{question}”, which is not there. It never shows until its enableWhen is mended."
    )]
    EnableUnknown {
        /// The item.
        link_id: String,
        /// What it names.
        question: String,
    },
    /// `enableWhen` looks forward.
    #[error(
        "“{link_id}” shows by the answer to “{question}”, which comes after it. Move it behind that."
    )]
    EnableLater {
        /// The item.
        link_id: String,
        /// What it names.
        question: String,
    },
    /// An `enableWhen` that cannot be read.
    #[error("An enableWhen of “{link_id}” cannot be read. It never holds until it is mended.")]
    EnableUnreadable {
        /// The item.
        link_id: String,
    },
    /// An extension that would change what is asked, and is not followed.
    #[error("{} has “{what}”, which is not followed here: {then}.", place(.link_id))]
    NotFollowed {
        /// The item; empty for the questionnaire itself.
        link_id: String,
        /// The extension, by the end of its URL.
        what: String,
        /// What happens in its place.
        then: &'static str,
    },
    /// Something that may be answered several times is asked once.
    #[error("“{link_id}” may be answered several times. Here it is asked once.")]
    AskedOnce {
        /// The item.
        link_id: String,
    },
    /// An item without words.
    #[error("“{link_id}” has no words. Give it a text.")]
    NoText {
        /// The item.
        link_id: String,
    },
    /// A calculation that fails.
    #[error("The calculation of “{link_id}” fails: {why}. It gives no score until it is mended.")]
    ExpressionFails {
        /// The item.
        link_id: String,
        /// The evaluator's sentence.
        why: String,
    },
    /// A calculation that finds nothing though everything is answered.
    #[error("The calculation of “{link_id}” finds nothing even when everything is answered{}.", how_deep(*.deeper))]
    NeverFinds {
        /// The item.
        link_id: String,
        /// It looks at the top level, and the items lie deeper.
        deeper: bool,
    },
    /// A calculation whose result is words.
    #[error(
        "The calculation of “{link_id}” gives words, not a number. It is not shown: no person is put into a class here."
    )]
    NotANumber {
        /// The item.
        link_id: String,
    },
    /// A calculation of risk.
    #[error(
        "“{link_id}” calculates a risk. It is not calculated here: such numbers do not foretell what somebody will do."
    )]
    Risk {
        /// The item.
        link_id: String,
    },
    /// A calculation in another language than FHIRPath.
    #[error(
        "The calculation of “{link_id}” is written in “{language}”. Only FHIRPath is read here."
    )]
    OtherLanguage {
        /// The item.
        link_id: String,
        /// The language.
        language: String,
    },
    /// A known questionnaire, in a shape that does not agree.
    #[error(
        "It says that it is {key}, but {why}. It is not scored; bring a whole one, or take that name away."
    )]
    KeyShape {
        /// The key's name.
        key: &'static str,
        /// What does not agree.
        why: String,
    },
    /// The file counts a choice otherwise than the published scoring.
    #[error(
        "“{link_id}” counts a choice as {own} where {key} has {known}. The published scoring is used: {known}."
    )]
    KeyValues {
        /// The item.
        link_id: String,
        /// The key's name.
        key: &'static str,
        /// What the file says.
        own: f64,
        /// What the key says.
        known: f64,
    },
    /// The file gives no values and the key's are used.
    #[error(
        "The choices of {key} say nothing of what they count in this file. The published values are used, by their LOINC codes."
    )]
    KeyGivesValues {
        /// The key's name.
        key: &'static str,
    },
    /// The file's calculation and the published scoring differ.
    #[error(
        "The file's calculation of “{link_id}” gives {own} where the published scoring of {key} gives {known}. The published scoring is used."
    )]
    KeyDisagrees {
        /// The item.
        link_id: String,
        /// The key's name.
        key: &'static str,
        /// What the file calculates.
        own: f64,
        /// What the key says.
        known: f64,
    },
    /// The file cannot calculate itself and the key does.
    #[error(
        "The file's own calculation cannot be used. It is scored by the published scoring of {key}."
    )]
    KeyInstead {
        /// The key's name.
        key: &'static str,
    },
    /// The file has turned its values already.
    #[error("“{link_id}” has its values turned round already. They are not turned again.")]
    TurnedAlready {
        /// The item.
        link_id: String,
    },
    /// It cannot be told whether the file has turned the values.
    #[error(
        "It cannot be told whether the values of “{link_id}” are turned round already. Give its choices the words of the other items; until then there is no score."
    )]
    TurnedUnclear {
        /// The item.
        link_id: String,
    },
    /// A built-in fact that nobody has checked against the paper.
    #[error("{what} of {key} was not checked against its source. Check it before you rely on it.")]
    Unchecked {
        /// The key's name.
        key: &'static str,
        /// Which fact.
        what: &'static str,
    },
    /// A key that a pack names and nobody knows.
    #[error(
        "The pack says that it is scored as “{key}”, which is not known here. Take that away, or write it as one of those that are."
    )]
    KeyUnknown {
        /// The name.
        key: String,
    },
    /// Nothing says how it is scored.
    #[error("Nothing says how it is scored. It can be asked and kept; there is no score.")]
    NotScored,
    /// No terms.
    #[error(
        "It does not say under which terms it may be used. Ask whoever owns it, and put that into the pack."
    )]
    NoLicence,
    /// No copyright line.
    #[error("It has no copyright line. Put one into “copyright”, so that it shows with it.")]
    NoCopyright,
    /// No version.
    #[error("It has no version. Give it one, so that a later wording is told from this one.")]
    NoVersion,
    /// No URL.
    #[error(
        "It has no url. It is known by its checksum here; give it a url, so that it is the same for others."
    )]
    NoUrl,
    /// No title.
    #[error("It has no title. Give it one.")]
    NoTitle,
    /// Words in another language.
    #[error("It is not in the language that was asked for ({wanted}). It shows in its own{}.", in_brackets(.written))]
    Language {
        /// What was asked for.
        wanted: String,
        /// What it says of itself; may be empty.
        written: String,
    },
    /// It is not in use any more.
    #[error("It says of itself that it is “{status}”.")]
    Status {
        /// `draft`, `retired` or `unknown`.
        status: String,
    },
}

impl Finding {
    /// How much it matters.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Modifier { .. }
            | Self::NotWhole { .. }
            | Self::DuplicateLinkId { .. }
            | Self::NoLinkId { .. }
            | Self::NothingAsked
            | Self::OptionTwice { .. }
            | Self::Cycle { .. } => Severity::Wrong,
            Self::TurnedAlready { .. }
            | Self::Unchecked { .. }
            | Self::KeyGivesValues { .. }
            | Self::NotANumber { .. }
            | Self::Risk { .. }
            | Self::NoVersion
            | Self::Language { .. }
            | Self::Status { .. } => Severity::Note,
            _ => Severity::Missing,
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Wrong => "wrong",
            Self::Missing => "missing",
            Self::Note => "note",
        })
    }
}

fn place(link_id: &str) -> String {
    if link_id.is_empty() {
        "The questionnaire".to_owned()
    } else {
        format!("“{link_id}”")
    }
}

const fn how_deep(deeper: bool) -> &'static str {
    if deeper {
        ": it looks for items at the top, and they lie deeper. Write %resource.repeat(item) or descendants()"
    } else {
        ". Compare the linkIds and codes in it with those of the items"
    }
}

fn in_brackets(language: &str) -> String {
    if language.is_empty() {
        String::new()
    } else {
        format!(" ({language})")
    }
}
