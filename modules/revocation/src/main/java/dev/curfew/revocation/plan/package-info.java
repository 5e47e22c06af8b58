/// What is to be revoked, in what order, and what that will and will not end.
@NullMarked
package dev.curfew.revocation.plan;

import org.jspecify.annotations.NullMarked;
