/// AppRole logins: their roles, and the secret ids that programs log in with.
@NullMarked
package dev.curfew.connector.openbao.approle;

import org.jspecify.annotations.NullMarked;
