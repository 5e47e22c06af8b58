package dev.curfew.connector.folder.x509;

/// A private key where it stands, without its private part.
///
/// @param id by what it is known: the hash of its public key, or a keyed fingerprint
/// @param spki the SHA-256 of its public key, in hexadecimal; empty where it does not hold one
/// @param fingerprint keyed, of the text as it stands there; empty in a keystore
/// @param form `PKCS #8`, `OpenSSH`
/// @param encrypted whether a password is needed to use it
/// @param place the file, and where in it
public record FoundKey(String id, String spki, String fingerprint, String form, boolean encrypted, String place) {}
