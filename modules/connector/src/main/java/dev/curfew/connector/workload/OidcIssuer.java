package dev.curfew.connector.workload;

import dev.curfew.connector.http.Trust;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// An issuer of tokens, and for whom they have to be.
///
/// @param issuer as tokens and its own configuration name it, to the letter
/// @param audience that has to be among a token's
/// @param trust null where its server is trusted by the platform's authorities
/// @param privateAllowed whether an address inside a network is dialled
public record OidcIssuer(
        URI issuer, String audience, @Nullable Trust trust, boolean privateAllowed) {}
