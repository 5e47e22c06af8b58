/// Kubernetes: reading, issuing, revoking, probing.
@NullMarked
package dev.curfew.connector.kubernetes;

import org.jspecify.annotations.NullMarked;
