/// Certificates that OpenBao's PKI engines issued: which are good, and how they are revoked.
@NullMarked
package dev.curfew.connector.openbao.pki;

import org.jspecify.annotations.NullMarked;
