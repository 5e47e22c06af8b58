package dev.curfew.connector.signin;

import java.net.URI;

/// What a person does on another device.
///
/// @param address to open there
/// @param code to enter there
/// @param whole the address with the code in it; the same as the address where the issuer names none
public record DevicePrompt(URI address, String code, URI whole) {}
