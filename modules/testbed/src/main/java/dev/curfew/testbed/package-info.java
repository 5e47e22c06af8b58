/// Real servers for tests: each is installed once per user, started once per JVM, and stopped with it.
@NullMarked
package dev.curfew.testbed;

import org.jspecify.annotations.NullMarked;
