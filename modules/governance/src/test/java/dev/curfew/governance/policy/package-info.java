@NullMarked
package dev.curfew.governance.policy;

import org.jspecify.annotations.NullMarked;
