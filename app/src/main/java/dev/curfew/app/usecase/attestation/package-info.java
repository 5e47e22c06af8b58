/// Owners' word on what is theirs.
@NullMarked
package dev.curfew.app.usecase.attestation;

import org.jspecify.annotations.NullMarked;
