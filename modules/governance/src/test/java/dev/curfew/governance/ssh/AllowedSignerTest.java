package dev.curfew.governance.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Lines as ssh-keygen(1) has them.
class AllowedSignerTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

    private static AllowedSigner one(String line) {
        assertThat(AllowedSigner.of(line)).hasSize(1);
        return AllowedSigner.of(line).getFirst();
    }

    @Test
    void remarksAndEmptyLinesAreNoneAndTheOthersKeepTheirNumber() {
        assertThat(AllowedSigner.of("# team\n\n  grace@example.org " + KEY + " grace's laptop\r\n#\n"))
                .singleElement()
                .satisfies(signer -> {
                    assertThat(signer.line()).isEqualTo(3);
                    assertThat(signer.principals()).containsExactly("grace@example.org");
                    assertThat(signer.options()).isEmpty();
                    assertThat(signer.key()).extracting(SshKey::line).isEqualTo(KEY);
                });
    }

    @Test
    void optionsStandBeforeTheKeyAndMayHoldBlanksAndCommasInQuotes() {
        AllowedSigner signer = one("\"grace@example.org,ada@example.org\""
                + " Namespaces=\"file, attestation@curfew.dev\",valid-before=\"20270101\" " + KEY);
        assertThat(signer.principals()).containsExactly("grace@example.org", "ada@example.org");
        assertThat(signer.key()).isNotNull();
        assertThat(signer.isFor("attestation@curfew.dev")).isTrue();
        assertThat(signer.isFor("git")).isFalse();
        assertThat(signer.has("valid-before")).isTrue();
        assertThat(signer.has("valid-after")).isFalse();
        assertThat(signer.has("cert-authority")).isFalse();
        assertThat(one("*@example.org cert-authority " + KEY).has("cert-authority"))
                .isTrue();
        assertThat(one("grace " + KEY).isFor("anything")).isTrue();
        assertThat(one("grace namespaces=\"*\" " + KEY).isFor("anything")).isTrue();
        assertThat(one("grace namespaces=\"*,!git\" " + KEY).isFor("git")).isFalse();
        assertThat(signer.hasOnly("namespaces")).isFalse();
        assertThat(one("grace namespaces=\"git\" " + KEY).hasOnly("namespaces")).isTrue();
        assertThat(one("grace " + KEY).hasOnly("namespaces")).isTrue();
    }

    @Test
    void aLineOfAnyLengthIsRead() {
        String longest = "a".repeat(AllowedSigner.BYTES_MAX / 2);
        assertThat(one(longest + " " + KEY).principals()).containsExactly(longest);
        assertThat(one("\"\"".repeat(longest.length() / 2) + "a " + KEY).principals())
                .containsExactly("a");
    }

    @Test
    void whatIsNoLineOfItHasNoKey() {
        for (String line : new String[] {
            "grace",
            KEY,
            "grace sk-ssh-ed25519@openssh.com AAAA",
            "grace ssh-ed25519 AAAA",
            "\"grace " + KEY,
            "\"\" x y"
        }) {
            assertThat(one(line).key()).as(line).isNull();
        }
    }
}
