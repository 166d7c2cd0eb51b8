// SPDX-License-Identifier: Apache-2.0
//! Going from the form for young people to the one for adults: YP-CORE (11 to 16) to CORE-10 (17 and over).
//!
//! Nothing is converted. Ten items of 0 to 4 each and a sum of 0 to 40 make the two look alike; they were validated
//! apart, on other people, with other items and other cut-offs. So a course is drawn as two lines with a break
//! between them, each on its own scale, and change is never computed from one to the other
//! ([`Handover::comparable`]).

/// From one form to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handover {
    /// The key of the form before.
    pub from: &'static str,
    /// The key of the form after.
    pub to: &'static str,
    /// The age from which on the form after is meant, in years.
    pub age: u8,
    /// Items that ask about the same thing. For reading the two side by side, never for counting.
    pub alike: &'static [Alike],
    /// Numbers of items of the form before that have no fellow.
    pub only_before: &'static [u8],
    /// Numbers of items of the form after that have no fellow.
    pub only_after: &'static [u8],
    /// Whether somebody has checked the table above against both forms.
    pub checked: bool,
}

/// Two items, by their numbers alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alike {
    /// What both are about.
    pub domain: Domain,
    /// The item's number in the form before.
    pub before: u8,
    /// The item's number in the form after.
    pub after: u8,
    /// They ask about neighbouring things: an answer to one tells little about the other.
    pub loosely: bool,
}

/// What an item is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Domain {
    /// Tension.
    Anxiety,
    /// Having somebody.
    Support,
    /// Managing.
    Coping,
    /// Being with others.
    Closeness,
    /// Hurting oneself in the one, dying in the other: never held against each other.
    Harm,
    /// Sleep.
    Sleep,
    /// Low mood.
    Mood,
}

const YP_CORE_TO_CORE_10: Handover = Handover {
    from: "yp-core",
    to: "core-10",
    age: 17,
    alike: &[
        alike(Domain::Anxiety, 1, 1, false),
        alike(Domain::Closeness, 2, 4, true),
        alike(Domain::Coping, 3, 3, false),
        alike(Domain::Harm, 4, 6, true),
        alike(Domain::Support, 5, 2, false),
        alike(Domain::Sleep, 8, 7, false),
        alike(Domain::Mood, 9, 9, false),
    ],
    only_before: &[6, 7, 10],
    only_after: &[5, 8, 10],
    checked: false,
};

const fn alike(domain: Domain, before: u8, after: u8, loosely: bool) -> Alike {
    Alike {
        domain,
        before,
        after,
        loosely,
    }
}

impl Handover {
    /// What is known about going from one form to another, by their keys; none when nothing is.
    #[must_use]
    pub fn between(from: &str, to: &str) -> Option<Self> {
        let known = YP_CORE_TO_CORE_10;
        (known.from == from && known.to == to).then_some(known)
    }

    /// Whether scores of two forms may be held against each other: only when they are one and the same.
    #[must_use]
    pub fn comparable(from: &str, to: &str) -> bool {
        from == to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_of_both_forms_is_named_once() {
        let handover = Handover::between("yp-core", "core-10").expect("the one that is known");
        let mut before: Vec<u8> = handover.alike.iter().map(|a| a.before).collect();
        let mut after: Vec<u8> = handover.alike.iter().map(|a| a.after).collect();
        before.extend(handover.only_before);
        after.extend(handover.only_after);
        before.sort_unstable();
        after.sort_unstable();
        let all: Vec<u8> = (1..=10).collect();
        assert_eq!((before, after), (all.clone(), all));
        assert!(!handover.checked);
    }

    #[test]
    fn nothing_goes_back_and_no_two_forms_are_comparable() {
        assert_eq!(Handover::between("core-10", "yp-core"), None);
        assert_eq!(Handover::between("phq-9", "core-10"), None);
        assert!(!Handover::comparable("yp-core", "core-10"));
        assert!(Handover::comparable("core-10", "core-10"));
    }
}
