// SPDX-License-Identifier: Apache-2.0
//! The key that signs: from a PEM file (PKCS #8, or PKCS #1 for RSA) or a JSON Web Key (RFC 7517), alone or in a
//! set.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::rand::SystemRandom;
use ring::rsa::{KeyPair as RsaKeyPair, KeyPairComponents, PublicKeyComponents};
use ring::signature::{
    ECDSA_P384_SHA384_FIXED_SIGNING as ES384, EcdsaKeyPair, RSA_PKCS1_SHA384 as RS384,
};
use serde_json::Value;
use std::fmt;
use ureq::tls::{PemItem, parse_pem};

/// A private key of a kind that SMART servers have to take.
pub struct Key {
    pair: Pair,
    id: String,
}

enum Pair {
    Rsa(Box<RsaKeyPair>),
    Ec(Box<EcdsaKeyPair>),
}

/// Why a file is no key that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// Neither PEM nor JSON Web Key.
    #[error(
        "This file holds no private key. It has to be a PEM file (-----BEGIN PRIVATE KEY-----) or a JSON Web Key with its private part."
    )]
    NoKey,
    /// In a form that is not read here.
    #[error(
        "This key is in a form that is not read here. Turn it into PKCS #8: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key8.pem"
    )]
    Form,
    /// Another kind, too short, or damaged.
    #[error(
        "This key cannot be used: it has to be RSA of 2,048 to 4,096 bits or an elliptic curve P-384, and whole."
    )]
    Kind,
    /// No id.
    #[error("This key has no id. Say the id under which the clinic knows it (kid).")]
    NoId,
}

impl Key {
    /// Reads a key. An id that is given goes before the one in the file.
    ///
    /// # Errors
    /// [`KeyError`] says what to do.
    pub fn read(file: &[u8], id: Option<&str>) -> Result<Self, KeyError> {
        let (pair, own_id) = match serde_json::from_slice::<Value>(file) {
            Ok(jwk) => of_jwk(&jwk)?,
            Err(_) => (of_pem(file)?, None),
        };
        let id = id.map(str::to_owned).or(own_id).filter(|id| !id.is_empty());
        let id = id.ok_or(KeyError::NoId)?;
        Ok(Self { pair, id })
    }

    /// The id under which the clinic knows it.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// `RS384` or `ES384` (RFC 7518).
    #[must_use]
    pub const fn algorithm(&self) -> &'static str {
        match self.pair {
            Pair::Rsa(_) => "RS384",
            Pair::Ec(_) => "ES384",
        }
    }

    /// Signs. None when the system has no randomness to give.
    pub(crate) fn sign(&self, text: &[u8]) -> Option<Vec<u8>> {
        let random = SystemRandom::new();
        match &self.pair {
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                pair.sign(&RS384, &random, text, &mut signature).ok()?;
                Some(signature)
            }
            Pair::Ec(pair) => Some(pair.sign(&random, text).ok()?.as_ref().to_vec()),
        }
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", self.algorithm())
    }
}

fn of_pem(file: &[u8]) -> Result<Pair, KeyError> {
    if file
        .windows(21)
        .any(|w| w == b"BEGIN EC PRIVATE KEY-" || w == b"BEGIN ENCRYPTED PRIVA")
    {
        return Err(KeyError::Form);
    }
    let keys = parse_pem(file).filter_map(|item| match item {
        Ok(PemItem::PrivateKey(key)) => Some(key),
        _ => None,
    });
    let key = keys.into_iter().next().ok_or(KeyError::NoKey)?;
    let der = key.der();
    let rsa = RsaKeyPair::from_pkcs8(der).or_else(|_| RsaKeyPair::from_der(der));
    if let Ok(pair) = rsa {
        return Ok(Pair::Rsa(Box::new(pair)));
    }
    let pair = EcdsaKeyPair::from_pkcs8(&ES384, der, &SystemRandom::new());
    pair.map(|pair| Pair::Ec(Box::new(pair)))
        .map_err(|_| KeyError::Kind)
}

fn of_jwk(jwk: &Value) -> Result<(Pair, Option<String>), KeyError> {
    if let Some(set) = jwk.get("keys").and_then(Value::as_array) {
        let first = set.iter().map(of_one).find(Result::is_ok);
        return first.unwrap_or(Err(KeyError::NoKey));
    }
    of_one(jwk)
}

fn of_one(jwk: &Value) -> Result<(Pair, Option<String>), KeyError> {
    let number = |name: &str| {
        let text = jwk
            .get(name)
            .and_then(Value::as_str)
            .ok_or(KeyError::NoKey)?;
        URL_SAFE_NO_PAD.decode(text).map_err(|_| KeyError::Kind)
    };
    let text = |name: &str| jwk.get(name).and_then(Value::as_str);
    let pair = match (text("kty"), text("crv")) {
        (Some("RSA"), _) => {
            let public_key = PublicKeyComponents {
                n: number("n")?,
                e: number("e")?,
            };
            let parts = KeyPairComponents {
                public_key,
                d: number("d")?,
                p: number("p")?,
                q: number("q")?,
                dP: number("dp")?,
                dQ: number("dq")?,
                qInv: number("qi")?,
            };
            let pair = RsaKeyPair::from_components(&parts).map_err(|_| KeyError::Kind)?;
            Pair::Rsa(Box::new(pair))
        }
        (Some("EC"), Some("P-384")) => {
            let public = [vec![4], number("x")?, number("y")?].concat();
            let random = SystemRandom::new();
            let private = number("d")?;
            let pair =
                EcdsaKeyPair::from_private_key_and_public_key(&ES384, &private, &public, &random);
            Pair::Ec(Box::new(pair.map_err(|_| KeyError::Kind)?))
        }
        (Some(_), _) => return Err(KeyError::Kind),
        (None, _) => return Err(KeyError::NoKey),
    };
    Ok((pair, text("kid").map(str::to_owned)))
}
