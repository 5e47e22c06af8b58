/// Who the people are that own identities and decide about them, as lists tell.
@NullMarked
package dev.curfew.model.people;

import org.jspecify.annotations.NullMarked;
