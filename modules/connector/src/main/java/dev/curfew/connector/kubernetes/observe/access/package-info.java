/// Who there is, and who may what.
@NullMarked
package dev.curfew.connector.kubernetes.observe.access;

import org.jspecify.annotations.NullMarked;
