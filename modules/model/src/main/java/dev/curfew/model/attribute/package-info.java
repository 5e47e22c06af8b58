/// What is said about a fact: owner, expiry, use, sensitivity, each able to say that it is unknown.
@NullMarked
package dev.curfew.model.attribute;

import org.jspecify.annotations.NullMarked;
