/// What `kubectl get … -o json` printed, as a source.
@NullMarked
package dev.curfew.connector.kubernetes.file;

import org.jspecify.annotations.NullMarked;
