/// Windows: opened on an approval, ended by the clock, by hand or for cause.
@NullMarked
package dev.curfew.governance.issue;

import org.jspecify.annotations.NullMarked;
