package dev.curfew.governance.officer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// By the grammar of RFC 7512, as far as it is taken.
class TokenUriTest {
    @Test
    void whatIsEscapedIsBytesAndIsWrittenAgain() {
        TokenUri uri = TokenUri.read("pkcs11:token=The%20Software%20PKCS%2311;id=%69%01%ff;object=ada")
                .orElseThrow();
        assertThat(uri.get(TokenUri.TOKEN)).contains("The Software PKCS#11");
        assertThat(uri.get(TokenUri.ID)).contains("i\u0001\u00ff");
        assertThat(uri.get(TokenUri.SERIAL)).isEmpty();
        assertThat(uri).hasToString("pkcs11:id=i%01%FF;object=ada;token=The%20Software%20PKCS%2311");
        assertThat(TokenUri.read(uri.toString())).contains(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pkcs11:",
                "pkcs11:token",
                "PKCS11:token=a",
                "pkcs11:token=a;token=b",
                "pkcs11:token=a;",
                "pkcs11:token=a?module-path=/tmp/theirs.so",
                "pkcs11:module-path=/tmp/theirs.so",
                "pkcs11:token=a&b",
                "pkcs11:token=%2",
                "pkcs11:token=\u00e9",
                "pkcs11:pin-value=1234"
            })
    void anythingElseIsNone(String text) {
        assertThat(TokenUri.read(text)).isEmpty();
    }
}
