// SPDX-License-Identifier: Apache-2.0
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

/// Plural categories (CLDR) of one language, for pages rendered outside a browser.
pub struct Plurals(Option<PluralRules>);

impl Plurals {
    /// The rules of a language; for a language without known rules every number is `other`.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let rules = language
            .parse::<LanguageIdentifier>()
            .ok()
            .and_then(|tag| PluralRules::create(tag, PluralRuleType::CARDINAL).ok());
        Self(rules)
    }

    /// The category of a number, as `Intl.PluralRules` names it.
    #[must_use]
    pub fn category(&self, number: f64) -> &'static str {
        match self.0.as_ref().map(|rules| rules.select(number)) {
            Some(Ok(PluralCategory::ZERO)) => "zero",
            Some(Ok(PluralCategory::ONE)) => "one",
            Some(Ok(PluralCategory::TWO)) => "two",
            Some(Ok(PluralCategory::FEW)) => "few",
            Some(Ok(PluralCategory::MANY)) => "many",
            _ => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_count_in_their_own_way() {
        let english = Plurals::of("en");
        assert_eq!(english.category(1.0), "one");
        assert_eq!(english.category(2.0), "other");
        let polish = Plurals::of("pl");
        assert_eq!(polish.category(3.0), "few");
        assert_eq!(polish.category(5.0), "many");
    }

    #[test]
    fn an_unknown_language_has_one_form() {
        assert_eq!(Plurals::of("not a tag").category(1.0), "other");
    }
}
