/// Who could make itself an administrator, how, and what would cut it.
@NullMarked
package dev.curfew.analysis.escalation;

import org.jspecify.annotations.NullMarked;
