/// What the roster lays down for those who approve.
@NullMarked
package dev.curfew.app.cli.officer.duty;

import org.jspecify.annotations.NullMarked;
