/// Owners' word, by files: what is asked goes out, what was answered comes back.
@NullMarked
package dev.curfew.app.console.screen.inventory.attest;

import org.jspecify.annotations.NullMarked;
