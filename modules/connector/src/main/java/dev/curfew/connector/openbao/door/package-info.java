/// OpenBao's break-glass accounts: users with a password, by their own rights alone.
@NullMarked
package dev.curfew.connector.openbao.door;

import org.jspecify.annotations.NullMarked;
