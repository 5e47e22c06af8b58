package dev.curfew.connector.folder.x509;

import java.security.cert.X509Certificate;

/// A certificate where it stands.
///
/// @param place the file, and where in it if it is one of several
/// @param withKey whether the keystore has its private key too
public record FoundCertificate(X509Certificate certificate, String place, boolean withKey) {}
