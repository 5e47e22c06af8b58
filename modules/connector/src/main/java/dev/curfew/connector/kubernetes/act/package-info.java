/// Acts on a cluster: issues tokens, and ends them.
@NullMarked
package dev.curfew.connector.kubernetes.act;

import org.jspecify.annotations.NullMarked;
