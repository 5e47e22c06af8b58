/// Ways to become an administrator.
@NullMarked
package dev.curfew.app.usecase.escalation;

import org.jspecify.annotations.NullMarked;
