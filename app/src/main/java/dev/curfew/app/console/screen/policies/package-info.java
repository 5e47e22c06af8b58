/// The policies that decide requests: read, written, tried, saved, taken back.
@NullMarked
package dev.curfew.app.console.screen.policies;

import org.jspecify.annotations.NullMarked;
