/// Puts pinned servers into a cache folder of the user's.
@NullMarked
package dev.curfew.testbed.install;

import org.jspecify.annotations.NullMarked;
