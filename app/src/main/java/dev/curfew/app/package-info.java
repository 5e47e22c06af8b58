@NullMarked
package dev.curfew.app;

import org.jspecify.annotations.NullMarked;
