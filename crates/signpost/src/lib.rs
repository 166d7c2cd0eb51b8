// SPDX-License-Identifier: Apache-2.0
//! Words that ask for help.
