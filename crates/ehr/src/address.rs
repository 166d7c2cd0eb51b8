// SPDX-License-Identifier: Apache-2.0
//! Addresses that may be spoken to.

use crate::SendError;
use crate::error::line;
use url::{Host, Url};

/// Reads an address: over HTTPS, or this machine's own; without a name and passphrase, query or fragment.
pub(crate) fn checked(text: &str) -> Result<Url, SendError> {
    let not = || SendError::Address(line(text));
    let mut url = Url::parse(text.trim()).map_err(|_| not())?;
    let is_plain = url.username().is_empty() && url.password().is_none();
    if !is_plain || url.query().is_some() || url.fragment().is_some() || url.host().is_none() {
        return Err(not());
    }
    match url.scheme() {
        "https" => {}
        "http" if is_loopback(&url) => {}
        "http" => return Err(SendError::NotSecret(line(text))),
        _ => return Err(not()),
    }
    let path = url.path().trim_end_matches('/').to_owned();
    url.set_path(&path);
    Ok(url)
}

/// Whether it is this machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

/// An address below another.
pub(crate) fn below(base: &Url, path: &str) -> Url {
    let mut url = base.clone();
    url.set_path(&format!("{}/{path}", base.path().trim_end_matches('/')));
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_or_this_machine_is_spoken_to() {
        for good in [
            "https://a.example/fhir",
            "http://127.0.0.1:8080/fhir/",
            "http://[::1]/",
            "http://localhost:1",
        ] {
            assert!(checked(good).is_ok(), "{good}");
        }
        let bad = [
            "",
            "a.example",
            "ftp://a.example",
            "http://a.example",
            "http://localhost.example",
            "http://127.0.0.1.example",
            "https://u:p@a.example",
            "https://a.example/?x",
            "https://a.example/#x",
            "http://10.0.0.1/fhir",
            "file:///etc/passwd",
            "javascript:1",
        ];
        for bad in bad {
            assert!(checked(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_path_goes_below_the_address_with_or_without_a_slash() {
        for base in ["https://a.example/fhir", "https://a.example/fhir/"] {
            let url = below(&checked(base).expect("an address"), "metadata");
            assert_eq!(url.as_str(), "https://a.example/fhir/metadata");
        }
    }
}
