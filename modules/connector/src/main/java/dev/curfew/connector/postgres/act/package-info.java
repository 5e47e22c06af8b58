/// One login of a cluster: how it stands, its end, whether it still works, and a new one for a while.
@NullMarked
package dev.curfew.connector.postgres.act;

import org.jspecify.annotations.NullMarked;
