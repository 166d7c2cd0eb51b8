// SPDX-License-Identifier: Apache-2.0
//! Where what this device knows of others lies, beside its records.

use super::Member;
use crate::{
    Batch, Keyring, Place, Random, Store, StoreError, Vault, VaultError,
    bytes::Reader,
    vault::{KEYRING, MEMBER, PURGES},
};

impl<S: Store> Vault<S> {
    pub(crate) async fn read_member(&mut self) -> Result<(), VaultError> {
        let member = self.store.meta(MEMBER).await?;
        if member != self.metas.member {
            let open = |sealed: &Vec<u8>| Member::open(sealed, &self.amk);
            self.member = member.as_ref().map(open).transpose()?;
            self.metas.member = member;
        }
        Ok(())
    }

    /// What this device knows of the person's other devices and of those who were shown something;
    /// `None` before the vault was ever brought to a relay.
    #[must_use]
    pub const fn member(&self) -> Option<&Member> {
        self.member.as_ref()
    }

    /// Writes a batch together with a changed member, and the keyring where it changed with it. `false`
    /// when another window was quicker; everything has been read again then.
    pub(crate) async fn settle(
        &mut self,
        mut batch: Batch,
        member: Member,
        keyring: Option<Keyring>,
        random: &mut impl Random,
    ) -> Result<bool, VaultError> {
        let sealed = member.seal(&self.amk, random);
        batch
            .expect_meta
            .push((MEMBER.into(), self.metas.member.clone()));
        batch.meta.push((MEMBER.into(), Some(sealed)));
        if let Some(keyring) = &keyring {
            let sealed = keyring.seal(&self.amk, random);
            batch
                .expect_meta
                .push((KEYRING.into(), self.metas.keyring.clone()));
            batch.meta.push((KEYRING.into(), Some(sealed)));
        }
        match self.store.commit(&batch).await {
            Ok(()) => {
                self.news.clear();
                let new = self.catch_up().await?;
                self.news = new;
                Ok(true)
            }
            Err(StoreError::Conflict) => self.read().await.map(|_| false),
            Err(e) => Err(e.into()),
        }
    }

    /// Places that were emptied here and perhaps not yet at the relay.
    pub(super) async fn purges(&self) -> Result<Vec<Place>, VaultError> {
        let held = self.store.meta(PURGES).await?.unwrap_or_default();
        let mut r = Reader(&held);
        Ok(core::iter::from_fn(|| Place::read(&mut r)).collect())
    }

    /// These have been emptied at the relay.
    pub(super) async fn forget_purges(&self, done: &[Place]) -> Result<(), VaultError> {
        for _ in 0..4 {
            let held = self.store.meta(PURGES).await?;
            let left = self.purges().await?.into_iter();
            let left: Vec<u8> = left
                .filter(|place| !done.contains(place))
                .flat_map(|place| place.to_bytes())
                .collect();
            let batch = Batch {
                expect_meta: vec![(PURGES.into(), held)],
                meta: vec![(PURGES.into(), Some(left).filter(|l| !l.is_empty()))],
                ..Batch::default()
            };
            match self.store.commit(&batch).await {
                Err(StoreError::Conflict) => {}
                done => return Ok(done?),
            }
        }
        Ok(())
    }
}
