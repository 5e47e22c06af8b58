/// The policies that decide requests: shown, tested, replayed, put in force.
@NullMarked
package dev.curfew.app.usecase.policy;

import org.jspecify.annotations.NullMarked;
