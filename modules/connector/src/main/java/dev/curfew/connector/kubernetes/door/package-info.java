/// Kubernetes' break-glass accounts: service accounts that bind themselves to one role for a while, by their own
/// rights.
@NullMarked
package dev.curfew.connector.kubernetes.door;

import org.jspecify.annotations.NullMarked;
