// SPDX-License-Identifier: Apache-2.0
use super::PathError;
use std::cmp::Ordering;
use std::fmt;

/// A number in tens, so that 0.1 + 0.2 is 0.3: a whole number of up to 38 digits and where its point stands. Sums,
/// differences and products are exact up to 16 places; quotients and roots are cut or rounded there.
#[derive(Debug, Clone, Copy)]
pub struct Decimal {
    digits: i128,
    places: u32,
}

/// Places after the point that are kept.
const MOST_PLACES: u32 = 16;

impl Decimal {
    /// None at all.
    pub const ZERO: Self = Self::whole(0);

    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self {
            digits: number as i128,
            places: 0,
        }
    }

    fn of(mut digits: i128, mut places: u32) -> Self {
        while places > MOST_PLACES {
            digits /= 10;
            places -= 1;
        }
        while places > 0 && digits % 10 == 0 {
            digits /= 10;
            places -= 1;
        }
        Self { digits, places }
    }

    /// Reads `-12.50`, and the `1.5e3` that JSON may have.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (text, exponent) = match text.split_once(['e', 'E']) {
            Some((text, exponent)) => (text, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (minus, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        if whole.is_empty() || text.ends_with('.') || !(-60..=60).contains(&exponent) {
            return None;
        }
        let mut digits: i128 = 0;
        let mut places: i32 = -exponent;
        for digit in whole.bytes() {
            digits = push(digits, digit)?;
        }
        for digit in part.bytes() {
            digit.is_ascii_digit().then_some(())?;
            if let Some(more) = push(digits, digit) {
                digits = more;
                places += 1;
            }
        }
        while places < 0 {
            digits = digits.checked_mul(10)?;
            places += 1;
        }
        let digits = if minus { -digits } else { digits };
        Some(Self::of(digits, places.unsigned_abs()))
    }

    /// The nearest to a binary number, by its shortest decimal; `None` if it is not finite or too large.
    #[must_use]
    pub fn from_f64(number: f64) -> Option<Self> {
        number
            .is_finite()
            .then(|| Self::read(&format!("{number:e}")))
            .flatten()
    }

    /// The nearest binary number.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.to_string().parse().unwrap_or(f64::NAN)
    }

    /// The whole number, if it is one and fits.
    #[must_use]
    pub fn to_i64(self) -> Option<i64> {
        (self.places == 0).then(|| i64::try_from(self.digits).ok())?
    }

    fn level(self, other: Self) -> Result<(i128, i128, u32), PathError> {
        let places = self.places.max(other.places);
        let lift = |d: Self| {
            10_i128
                .checked_pow(places - d.places)
                .and_then(|by| d.digits.checked_mul(by))
                .ok_or(PathError::TooLarge)
        };
        Ok((lift(self)?, lift(other)?, places))
    }

    /// The sum.
    ///
    /// # Errors
    /// [`PathError::TooLarge`] beyond 38 digits; the same for the other calculations.
    pub fn plus(self, other: Self) -> Result<Self, PathError> {
        let (a, b, places) = self.level(other)?;
        Ok(Self::of(
            a.checked_add(b).ok_or(PathError::TooLarge)?,
            places,
        ))
    }

    /// The difference.
    ///
    /// # Errors
    /// As for [`Self::plus`].
    pub fn minus(self, other: Self) -> Result<Self, PathError> {
        self.plus(other.negative()?)
    }

    /// The product.
    ///
    /// # Errors
    /// As for [`Self::plus`].
    pub fn times(self, other: Self) -> Result<Self, PathError> {
        match self.digits.checked_mul(other.digits) {
            Some(digits) => Ok(Self::of(digits, self.places + other.places)),
            None => Self::from_f64(self.to_f64() * other.to_f64()).ok_or(PathError::TooLarge),
        }
    }

    /// The quotient, rounded at the sixteenth place; `None` when divided by nothing.
    ///
    /// # Errors
    /// As for [`Self::plus`].
    pub fn over(self, other: Self) -> Result<Option<Self>, PathError> {
        if other.digits == 0 {
            return Ok(None);
        }
        let lift = MOST_PLACES + other.places - self.places.min(MOST_PLACES + other.places);
        let lifted = 10_i128
            .checked_pow(lift)
            .and_then(|by| self.digits.checked_mul(by))
            .and_then(|lifted| lifted.checked_mul(2));
        let places = self.places + lift - other.places;
        match lifted {
            Some(twice) => {
                let doubled = twice / other.digits;
                let digits = (doubled + doubled.signum()) / 2;
                Ok(Some(Self::of(digits, places)))
            }
            None => Self::from_f64(self.to_f64() / other.to_f64())
                .map(Some)
                .ok_or(PathError::TooLarge),
        }
    }

    /// The whole part of the quotient (`div`) and what is left (`mod`); `None` when divided by nothing.
    ///
    /// # Errors
    /// As for [`Self::plus`].
    pub fn parted(self, other: Self) -> Result<Option<(Self, Self)>, PathError> {
        let (a, b, places) = self.level(other)?;
        Ok((b != 0).then(|| (Self::of(a / b, 0), Self::of(a % b, places))))
    }

    /// With the other sign.
    ///
    /// # Errors
    /// As for [`Self::plus`].
    pub fn negative(self) -> Result<Self, PathError> {
        let digits = self.digits.checked_neg().ok_or(PathError::TooLarge)?;
        Ok(Self { digits, ..self })
    }

    /// Rounded at a place, halves away from zero.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        if self.places <= places {
            return self;
        }
        let by = 10_i128.pow((self.places - places).min(38));
        let half = by / 2 * self.digits.signum();
        Self::of(self.digits.saturating_add(half) / by, places)
    }

    /// Whether two are the same as far as the one with fewer places goes.
    #[must_use]
    pub fn nearly(self, other: Self) -> bool {
        let places = self.places.min(other.places);
        self.rounded(places) == other.rounded(places)
    }

    /// The whole number towards zero, below and above.
    #[must_use]
    pub fn steps(self) -> (Self, Self, Self) {
        let by = 10_i128.pow(self.places.min(38));
        let cut = self.digits / by;
        let part = self.digits % by;
        let floor = if part < 0 { cut - 1 } else { cut };
        let ceiling = if part > 0 { cut + 1 } else { cut };
        (Self::of(cut, 0), Self::of(floor, 0), Self::of(ceiling, 0))
    }
}

fn push(digits: i128, digit: u8) -> Option<i128> {
    let digit = digit.is_ascii_digit().then(|| i128::from(digit - b'0'))?;
    digits.checked_mul(10)?.checked_add(digit)
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match self.level(*other) {
            Ok((a, b, _)) => a.cmp(&b),
            Err(_) => self.to_f64().total_cmp(&other.to_f64()),
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits.unsigned_abs().to_string();
        let places = self.places as usize;
        let minus = if self.digits < 0 { "-" } else { "" };
        if places == 0 {
            return write!(f, "{minus}{digits}");
        }
        let digits = format!("{digits:0>width$}", width = places + 1);
        let (whole, part) = digits.split_at(digits.len() - places);
        write!(f, "{minus}{whole}.{part}")
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;
    use proptest::prelude::*;

    fn number(text: &str) -> Decimal {
        Decimal::read(text).expect("a number")
    }

    #[test]
    fn tenths_add_up_as_on_paper() {
        let sum = number("0.1").plus(number("0.2")).expect("small");
        assert_eq!(sum.to_string(), "0.3");
        assert_eq!(
            number("12")
                .over(number("10"))
                .expect("small")
                .expect("ten")
                .to_string(),
            "1.2"
        );
        assert_eq!(number("-2.5").rounded(0).to_string(), "-3");
        assert_eq!(number("1.5e3").to_string(), "1500");
    }

    proptest! {
        #[test]
        fn writing_and_reading_gives_the_same(digits in any::<i64>(), places in 0_u32..16) {
            let one = Decimal::of(i128::from(digits), places);
            prop_assert_eq!(number(&one.to_string()), one);
        }

        #[test]
        fn calculations_are_those_of_whole_numbers(a in -1_000_000_i64..1_000_000, b in -1_000_000_i64..1_000_000) {
            let (x, y) = (Decimal::whole(a), Decimal::whole(b));
            prop_assert_eq!(x.plus(y).expect("small").to_i64(), Some(a + b));
            prop_assert_eq!(x.minus(y).expect("small").to_i64(), Some(a - b));
            prop_assert_eq!(x.times(y).expect("small").to_i64(), Some(a * b));
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
            if b != 0 {
                let close = x.over(y).expect("small").expect("not nought").to_f64();
                prop_assert!((close - a as f64 / b as f64).abs() < 1e-9);
                let (div, rest) = x.parted(y).expect("small").expect("not nought");
                prop_assert_eq!((div.to_i64(), rest.to_i64()), (Some(a / b), Some(a % b)));
            }
        }

        #[test]
        fn no_text_and_no_number_breaks_it(text in "[-+0-9.eE]{0,60}", number in any::<f64>()) {
            if let Some(read) = Decimal::read(&text) {
                let _ = read.times(read).and_then(|square| square.plus(read));
                let _ = read.over(read);
                let _ = (read.rounded(3), read.steps(), read.to_string());
            }
            let _ = Decimal::from_f64(number);
        }
    }
}
