// SPDX-License-Identifier: Apache-2.0
#![no_main]

// The first form makes pages, patterns and a database. That takes seconds, which no input is charged with.
libfuzzer_sys::fuzz_target!(
    init: {
        kindhold_fuzzed::questions(b"\0words=How+long+does+it+take%3F&terms=yes");
    },
    |bytes: &[u8]| {
        kindhold_fuzzed::questions(bytes);
    }
);
