/// The logins of an OpenBao: whom their roles let in, and with which policies.
@NullMarked
package dev.curfew.connector.openbao.observe.login;

import org.jspecify.annotations.NullMarked;
