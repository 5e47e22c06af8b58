/// Officers, and the roster that they change by quorum.
@NullMarked
package dev.curfew.app.cli.officer;

import org.jspecify.annotations.NullMarked;
