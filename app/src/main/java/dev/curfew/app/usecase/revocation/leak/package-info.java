/// Something leaked: whose it is, and what there is to prove its end with.
@NullMarked
package dev.curfew.app.usecase.revocation.leak;

import org.jspecify.annotations.NullMarked;
