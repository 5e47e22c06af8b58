package dev.curfew.app.usecase.officer;

import dev.curfew.model.connection.Secret;

/// An officer about to sign.
///
/// @param passphrase of their key; neither kept nor closed by what it is given to
public record OfficerLogin(String name, Secret passphrase) {}
