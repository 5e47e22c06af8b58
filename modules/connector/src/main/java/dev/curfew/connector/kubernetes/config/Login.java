package dev.curfew.connector.kubernetes.config;

/// A credential, and whom it trusts.
///
/// @param authorities certificates in PEM; empty where the text of the credential names none
public record Login(KubeCredential credential, String authorities) {}
