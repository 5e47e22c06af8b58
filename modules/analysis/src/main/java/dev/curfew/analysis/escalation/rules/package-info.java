/// Ways that are told by what has to be allowed, and whose rights that gives.
@NullMarked
package dev.curfew.analysis.escalation.rules;

import org.jspecify.annotations.NullMarked;
