-- The X25519 public key to which a device's channel keys are sealed, base64url, as the device itself told and signed it
-- when it was enrolled. Null for those enrolled before devices told.
alter table enrolments add column wrapping text collate "C" check (wrapping ~ '^[A-Za-z0-9_-]{43}$');
