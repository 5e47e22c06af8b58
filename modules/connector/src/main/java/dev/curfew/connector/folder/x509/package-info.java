/// X.509 certificates and private keys, in PEM, DER and keystores. Of a private key only what is public is kept.
@NullMarked
package dev.curfew.connector.folder.x509;

import org.jspecify.annotations.NullMarked;
