// SPDX-License-Identifier: Apache-2.0
//! What a hostile relay can try, and what answers it. None of it is believed, and none of it loses what is
//! on a device. The same table stands in `docs/threats.md`.
