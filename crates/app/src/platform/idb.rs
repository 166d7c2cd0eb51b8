// SPDX-License-Identifier: Apache-2.0
//! IndexedDB, just as much as is needed: open, transactions that are strictly durable, requests as
//! futures. A shim of our own because the widely used wrappers cannot ask for strict durability.

use super::window;
use futures_channel::oneshot;
use js_sys::{Array, Function, Object, Reflect};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
};

/// What the browser's store answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum IdbError {
    /// There is no store here, or this window may not use it.
    #[error("the browser offers no store here")]
    Unavailable,
    /// The device or the browser's share of it is full.
    #[error("the browser's store is full")]
    Full,
    /// A newer version of the app has changed the store.
    #[error("the store was made by a newer version")]
    Newer,
    /// Anything else, by the browser's own name for it.
    #[error("the browser's store failed: {0}")]
    Failed(String),
}

impl From<JsValue> for IdbError {
    fn from(value: JsValue) -> Self {
        let name = Reflect::get(&value, &"name".into())
            .ok()
            .and_then(|n| n.as_string());
        match name.as_deref() {
            Some("QuotaExceededError") => Self::Full,
            Some("VersionError") => Self::Newer,
            Some("SecurityError") => Self::Unavailable,
            Some(name) => Self::Failed(name.to_owned()),
            None => Self::Failed("unknown".into()),
        }
    }
}

/// An open database. Another window that must upgrade or erase it is let through at once.
pub(crate) struct Db {
    db: IdbDatabase,
    _let_through: Closure<dyn FnMut()>,
}

impl Db {
    /// Opens a database and makes the object stores that are not there yet. Without any, a database that
    /// is not there is not made.
    ///
    /// # Errors
    /// [`IdbError`].
    pub(crate) async fn open(name: &str, version: u32, stores: &[&str]) -> Result<Self, IdbError> {
        let request: IdbOpenDbRequest = factory()?.open_with_u32(name, version)?;
        let wanted: Vec<String> = stores.iter().map(|s| (*s).to_owned()).collect();
        let opening = request.clone();
        let upgrade = Closure::<dyn FnMut()>::new(move || {
            let Ok(db) = opening.result().map(JsCast::unchecked_into::<IdbDatabase>) else {
                return;
            };
            // Not there, and nothing is to be made of it: then it stays so.
            if wanted.is_empty() {
                let _ = opening.transaction().map(|tx| tx.abort());
                return;
            }
            let there = db.object_store_names();
            for name in wanted.iter().filter(|n| !there.contains(n)) {
                let _ = db.create_object_store(name);
            }
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let db: IdbDatabase = answer(&request).await?.unchecked_into();
        let held = db.clone();
        let let_through = Closure::<dyn FnMut()>::new(move || held.close());
        db.set_onversionchange(Some(let_through.as_ref().unchecked_ref()));
        Ok(Self {
            db,
            _let_through: let_through,
        })
    }

    /// Begins a transaction over some object stores. Writing ones are strictly durable: when they
    /// are done, the data has been flushed to the disk.
    ///
    /// # Errors
    /// [`IdbError`].
    pub(crate) fn begin(&self, stores: &[&str], write: bool) -> Result<Tx, IdbError> {
        let names: Array = stores.iter().map(|s| JsValue::from_str(s)).collect();
        let mode = if write { "readwrite" } else { "readonly" };
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let begin: Function = Reflect::get(&self.db, &"transaction".into())?.unchecked_into();
        let tx: IdbTransaction = begin
            .call3(&self.db, &names, &mode.into(), &options)?
            .unchecked_into();
        Ok(Tx::new(tx))
    }

    /// Closes it, so that it can be deleted.
    pub(crate) fn close(&self) {
        self.db.close();
    }
}

/// Asks for a database to be deleted; it happens once its last window has let go of it.
///
/// # Errors
/// [`IdbError`].
pub(crate) fn delete(name: &str) -> Result<(), IdbError> {
    factory()?.delete_database(name)?;
    Ok(())
}

fn factory() -> Result<IdbFactory, IdbError> {
    let factory = window().indexed_db().ok().flatten();
    factory.ok_or(IdbError::Unavailable)
}

/// A database that is made in order to be deleted.
const PAGE: &str = "kindhold-page";

/// Lets the browser begin a new file for what it writes from now on.
///
/// Chromium goes on in the file of the last time. Where that ends in the middle of a write (a battery that
/// ran out, a full disk), what comes behind the tear makes the file damaged, and Chromium throws all of it
/// away at the next start. When a database is deleted it moves what it has read to a new file (ADR 0030).
///
/// # Errors
/// [`IdbError`]: it goes on in the old one.
pub(crate) async fn turn_page() -> Result<(), IdbError> {
    Db::open(PAGE, 1, &[PAGE]).await?.close();
    delete(PAGE)
}

type Ending = Result<(), IdbError>;

/// A transaction. It ends by itself when nothing more is asked of it.
pub(crate) struct Tx {
    tx: IdbTransaction,
    ended: oneshot::Receiver<Ending>,
    _handlers: [Closure<dyn FnMut()>; 2],
}

impl Tx {
    fn new(tx: IdbTransaction) -> Self {
        let (sender, ended) = oneshot::channel();
        let sender = Rc::new(RefCell::new(Some(sender)));
        let on = |result: fn(&IdbTransaction) -> Ending| {
            let (sender, tx) = (sender.clone(), tx.clone());
            Closure::<dyn FnMut()>::new(move || {
                if let Some(sender) = sender.borrow_mut().take() {
                    let _ = sender.send(result(&tx));
                }
            })
        };
        let complete = on(|_| Ok(()));
        let abort = on(|tx| {
            Err(tx.error().map_or_else(
                || IdbError::Failed("abort".into()),
                |e| JsValue::from(e).into(),
            ))
        });
        tx.set_oncomplete(Some(complete.as_ref().unchecked_ref()));
        tx.set_onabort(Some(abort.as_ref().unchecked_ref()));
        Self {
            tx,
            ended,
            _handlers: [complete, abort],
        }
    }

    /// One object store of the transaction.
    ///
    /// # Errors
    /// [`IdbError`].
    pub(crate) fn store(&self, name: &str) -> Result<IdbObjectStore, IdbError> {
        Ok(self.tx.object_store(name)?)
    }

    /// Takes everything back.
    pub(crate) fn abort(&self) {
        let _ = self.tx.abort();
    }

    /// Waits until it is done, and for a writing one until it is on the disk.
    ///
    /// # Errors
    /// [`IdbError`]: nothing of it was written.
    pub(crate) async fn done(mut self) -> Result<(), IdbError> {
        (&mut self.ended)
            .await
            .unwrap_or_else(|_| Err(IdbError::Failed("gone".into())))
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        self.tx.set_oncomplete(None);
        self.tx.set_onabort(None);
    }
}

impl Drop for Db {
    fn drop(&mut self) {
        self.db.set_onversionchange(None);
        self.db.close();
    }
}

/// Lets go of a request before its listeners are gone.
struct Listening {
    request: IdbRequest,
    _handlers: [Closure<dyn FnMut()>; 2],
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.request.set_onsuccess(None);
        self.request.set_onerror(None);
    }
}

/// The answer to a request. It is listened for from now on, whenever it is waited for.
///
/// # Errors
/// [`IdbError`].
pub(crate) fn answer(
    request: &IdbRequest,
) -> impl Future<Output = Result<JsValue, IdbError>> + use<> {
    let (sender, receiver) = oneshot::channel();
    let sender = Rc::new(RefCell::new(Some(sender)));
    let on = |ok: bool| {
        let (sender, request) = (sender.clone(), request.clone());
        Closure::<dyn FnMut()>::new(move || {
            let result = if ok {
                request.result().map_err(IdbError::from)
            } else {
                let error = request.error().ok().flatten();
                Err(error.map_or_else(
                    || IdbError::Failed("unknown".into()),
                    |e| JsValue::from(e).into(),
                ))
            };
            if let Some(sender) = sender.borrow_mut().take() {
                let _ = sender.send(result);
            }
        })
    };
    let (success, error) = (on(true), on(false));
    request.set_onsuccess(Some(success.as_ref().unchecked_ref()));
    request.set_onerror(Some(error.as_ref().unchecked_ref()));
    let listening = Listening {
        request: request.clone(),
        _handlers: [success, error],
    };
    async move {
        let _listening = listening;
        receiver
            .await
            .unwrap_or_else(|_| Err(IdbError::Failed("gone".into())))
    }
}
