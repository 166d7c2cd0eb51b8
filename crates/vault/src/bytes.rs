// SPDX-License-Identifier: Apache-2.0
//! Reading fixed-width bytes without ever panicking.

/// Takes bytes off the front.
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    /// The next `n` bytes; `None` when there are fewer.
    pub(crate) fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(n)?;
        self.0 = tail;
        Some(head)
    }

    /// The next `N` bytes as an array.
    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    /// One byte.
    pub(crate) fn u8(&mut self) -> Option<u8> {
        self.array::<1>().map(|[b]| b)
    }

    /// Four bytes, the most significant first.
    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_be_bytes)
    }

    /// Eight bytes with a sign, the most significant first.
    pub(crate) fn i64(&mut self) -> Option<i64> {
        self.array().map(i64::from_be_bytes)
    }

    /// Eight bytes, the most significant first.
    pub(crate) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_be_bytes)
    }
}

/// At most so many things in any list.
pub(crate) const MOST: u32 = 65_536;

/// Length in four bytes, then the bytes.
pub(crate) fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    let len = u32::try_from(bytes.len()).expect("no message holds 4 GiB");
    out.extend_from_slice(&len.to_be_bytes());
    out.extend_from_slice(bytes);
}

pub(crate) fn take_bytes<'a>(r: &mut Reader<'a>) -> Option<&'a [u8]> {
    let len = r.u32()? as usize;
    r.take(len)
}

/// Number in four bytes, then one after the other.
pub(crate) fn put_list<T>(out: &mut Vec<u8>, list: &[T], put: impl Fn(&mut Vec<u8>, &T)) {
    let len = u32::try_from(list.len()).expect("no list is that long");
    out.extend_from_slice(&len.to_be_bytes());
    for item in list {
        put(out, item);
    }
}

pub(crate) fn take_list<T>(
    r: &mut Reader<'_>,
    take: impl Fn(&mut Reader<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let len = r.u32()?;
    if len > MOST {
        return None;
    }
    (0..len).map(|_| take(r)).collect()
}

/// Text as bytes.
pub(crate) fn put_text(out: &mut Vec<u8>, text: &str) {
    put_bytes(out, text.as_bytes());
}

pub(crate) fn take_text(r: &mut Reader<'_>) -> Option<String> {
    core::str::from_utf8(take_bytes(r)?).ok().map(str::to_owned)
}

/// Reads all of it, or nothing.
pub(crate) fn whole<T>(bytes: &[u8], read: impl FnOnce(&mut Reader<'_>) -> Option<T>) -> Option<T> {
    let mut r = Reader(bytes);
    let read = read(&mut r)?;
    r.0.is_empty().then_some(read)
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use core::fmt::Write;
    let mut out = String::with_capacity(2 * bytes.len());
    for b in bytes {
        let _ = write!(out, "{b:02x}");
    }
    out
}
