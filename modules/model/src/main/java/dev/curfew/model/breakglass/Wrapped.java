package dev.curfew.model.breakglass;

import dev.curfew.model.connection.Secret;
import java.time.Instant;

/// A session in a wrapping of its source's: whoever opens it first has the session, and nobody after.
///
/// @param token opens it once; closed by whoever has this
/// @param accessor names the wrapping, and opens nothing
/// @param madeBy the call that made it, as the source tells whoever asks about the token
/// @param until after that it cannot be opened
public record Wrapped(Secret token, String accessor, String madeBy, Instant madeAt, Instant until) {}
