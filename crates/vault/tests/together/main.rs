// SPDX-License-Identifier: Apache-2.0
//! Several devices and a relay between them: honest and lossy, restored, or hostile.

mod bytes;
mod hostile;
mod sharing;
mod simulation;
mod world;
