/// Decisions on plans.
@NullMarked
package dev.curfew.revocation.approval;

import org.jspecify.annotations.NullMarked;
