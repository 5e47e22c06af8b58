/// Commands that read sources.
@NullMarked
package dev.curfew.app.cli.read;

import org.jspecify.annotations.NullMarked;
