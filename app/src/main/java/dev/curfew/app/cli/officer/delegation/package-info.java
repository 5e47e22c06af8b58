/// Officers who speak for others for a time.
@NullMarked
package dev.curfew.app.cli.officer.delegation;

import org.jspecify.annotations.NullMarked;
