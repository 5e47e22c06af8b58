/// Decisions on plans by officers on other machines, between which only files pass.
@NullMarked
package dev.curfew.revocation.exchange;

import org.jspecify.annotations.NullMarked;
