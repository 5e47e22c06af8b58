/// Officers' keys that never leave a token: a smart card, a USB key, an HSM, by PKCS #11.
@NullMarked
package dev.curfew.governance.officer.token;

import org.jspecify.annotations.NullMarked;
