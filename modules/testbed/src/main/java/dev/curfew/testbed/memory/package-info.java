/// The ports in memory, for tests of what is decided over them: they roll back, and crash where they are told to.
@NullMarked
package dev.curfew.testbed.memory;

import org.jspecify.annotations.NullMarked;
