// SPDX-License-Identifier: Apache-2.0

/// Bytes taken off one after the other; zeros when there are none left.
pub(crate) struct Pieces<'a>(pub(crate) &'a [u8]);

impl Pieces<'_> {
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn byte(&mut self) -> u8 {
        self.array::<1>()[0]
    }

    pub(crate) fn array<const N: usize>(&mut self) -> [u8; N] {
        let mut out = [0; N];
        for (to, from) in out.iter_mut().zip(self.take(N)) {
            *to = *from;
        }
        out
    }

    /// At most `most` bytes.
    pub(crate) fn take(&mut self, most: usize) -> &[u8] {
        let (taken, rest) = self.0.split_at(most.min(self.0.len()));
        self.0 = rest;
        taken
    }

    /// A length of up to 255, then so many bytes as text.
    pub(crate) fn text(&mut self) -> String {
        let many = usize::from(self.byte());
        String::from_utf8_lossy(self.take(many)).into_owned()
    }

    /// Whatever number eight bytes are, also none.
    pub(crate) fn number(&mut self) -> f64 {
        f64::from_le_bytes(self.array())
    }

    pub(crate) fn whole(&mut self) -> i64 {
        i64::from_le_bytes(self.array())
    }

    /// So many things, less than `most`.
    pub(crate) fn several<T>(&mut self, most: u8, each: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.byte() % most).map(|_| each(self)).collect()
    }
}

/// Fixed bytes in place of chance, so that a law gives the same twice.
pub(crate) fn fixed(bytes: &mut [u8]) {
    bytes.fill(7);
}
