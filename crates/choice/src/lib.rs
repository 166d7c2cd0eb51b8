// SPDX-License-Identifier: Apache-2.0
//! Which three practices to offer.
