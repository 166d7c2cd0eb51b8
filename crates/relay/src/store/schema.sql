-- SPDX-License-Identifier: Apache-2.0
-- The relay's tables, the same in SQLite and PostgreSQL. Every key begins with the vault, or with what takes
-- its place (a door's locator, a mailbox's name): so a distributed PostgreSQL spreads them. No foreign keys,
-- sequences or triggers. Days count from 1970-01-01.
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value BYTES NOT NULL);
CREATE TABLE IF NOT EXISTS invite (code BYTES PRIMARY KEY, uses BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS vault (
    vault BYTES PRIMARY KEY, version BIGINT NOT NULL, account BYTES NOT NULL, devices BYTES NOT NULL,
    used BIGINT NOT NULL, made BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS access (
    vault BYTES NOT NULL, id BYTES NOT NULL, role BIGINT NOT NULL, public BYTES NOT NULL, until BIGINT NOT NULL,
    inbox BYTES, version BIGINT NOT NULL, sealed BYTES NOT NULL, scope BYTES NOT NULL,
    PRIMARY KEY (vault, id));
CREATE TABLE IF NOT EXISTS door (locator BYTES PRIMARY KEY, vault BYTES NOT NULL);
CREATE INDEX IF NOT EXISTS door_vault ON door (vault);
CREATE TABLE IF NOT EXISTS lane (
    vault BYTES NOT NULL, stream BYTES NOT NULL, device BYTES NOT NULL, next BIGINT NOT NULL,
    hash BYTES NOT NULL, epoch BIGINT NOT NULL, tail BIGINT NOT NULL, tail_bytes BIGINT NOT NULL,
    PRIMARY KEY (vault, stream, device));
CREATE TABLE IF NOT EXISTS head (
    vault BYTES NOT NULL, device BYTES NOT NULL, counter BYTES NOT NULL, head BYTES NOT NULL,
    PRIMARY KEY (vault, device));
CREATE TABLE IF NOT EXISTS segment (
    vault BYTES NOT NULL, stream BYTES NOT NULL, device BYTES NOT NULL, first BIGINT NOT NULL,
    epoch BIGINT NOT NULL, bytes BYTES NOT NULL,
    PRIMARY KEY (vault, stream, device, first));
-- What readers left under an article: apart from any vault. Small, and the same everywhere, as invites are.
CREATE TABLE IF NOT EXISTS question (
    id BYTES PRIMARY KEY, page TEXT NOT NULL, name TEXT NOT NULL, words TEXT NOT NULL, answer TEXT NOT NULL,
    shown BIGINT NOT NULL, day BIGINT NOT NULL);
CREATE INDEX IF NOT EXISTS question_page ON question (page);
CREATE TABLE IF NOT EXISTS mailbox (id BYTES PRIMARY KEY, message BYTES NOT NULL, day BIGINT NOT NULL);
