// SPDX-License-Identifier: Apache-2.0

/// Why there is no PDF. Printing the page is the other way in each case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PdfError {
    /// There are signs that the typeface of every PDF reader lacks; the first of them, each once. Nothing was left out
    /// in silence: nothing was made. The signs are for the screen, so they stand in no log.
    #[error("there are signs that this PDF cannot show; print the page instead")]
    Signs(Vec<char>),
    /// It would be longer than anybody files.
    #[error("this is too long for one PDF; choose a shorter time, or print the page instead")]
    Long,
}
