/// Owners' word on what is theirs, by files.
@NullMarked
package dev.curfew.app.cli.attest;

import org.jspecify.annotations.NullMarked;
