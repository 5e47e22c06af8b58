package dev.curfew.governance.custody.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShamirTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void theFieldIsThatOfAes() {
        // FIPS 197, section 4.2 and 4.2.1
        assertThat(Gf256.times(0x57, 0x83)).isEqualTo(0xc1);
        assertThat(Gf256.times(0x57, 0x13)).isEqualTo(0xfe);
        assertThat(Gf256.times(0x53, 0xca)).isEqualTo(1);
    }

    @Test
    void everyElementButZeroHasOneInverse() {
        Set<Integer> inverses = new HashSet<>();
        for (int a = 1; a < 256; a++) {
            assertThat(Gf256.times(a, Gf256.inverse(a))).isEqualTo(1);
            inverses.add(Gf256.inverse(a));
        }
        assertThat(inverses).hasSize(255).doesNotContain(0);
    }

    @Test
    void timesIsThatOfPolynomials() {
        for (int a = 0; a < 256; a++) {
            for (int b = 0; b < 256; b++) {
                assertThat(Gf256.times(a, b)).isEqualTo(slowly(a, b));
            }
        }
    }

    /// Long multiplication and division, as on paper.
    private static int slowly(int a, int b) {
        BigInteger product = BigInteger.ZERO;
        for (int bit = 0; bit < 8; bit++) {
            if ((b >> bit & 1) == 1) {
                product = product.xor(BigInteger.valueOf(a).shiftLeft(bit));
            }
        }
        while (product.bitLength() > 8) {
            product = product.xor(BigInteger.valueOf(0x11b).shiftLeft(product.bitLength() - 9));
        }
        return product.intValue();
    }

    @Test
    void sharesThatWereReckonedByHandJoin() {
        // f(x) = 0x2a + 3x: f(1) = 0x29, f(2) = 0x2c, f(3) = 0x2f
        assertThat(Shamir.join(List.of(share(1, 0x29), share(2, 0x2c)))).containsExactly(0x2a);
        assertThat(Shamir.join(List.of(share(3, 0x2f), share(1, 0x29)))).containsExactly(0x2a);
        assertThat(Shamir.join(List.of(share(2, 0x2c), share(3, 0x2f)))).containsExactly(0x2a);
    }

    private static Share share(int number, int value) {
        return new Share(number, new byte[] {(byte) value});
    }

    @Test
    void everySetOfEnoughSharesGivesTheSecretBack() {
        for (int count = 1; count <= 6; count++) {
            for (int threshold = 1; threshold <= count; threshold++) {
                byte[] secret = new byte[32];
                random.nextBytes(secret);
                List<Share> shares = Shamir.split(secret, threshold, count, random);
                for (List<Share> chosen : subsets(shares)) {
                    if (chosen.size() >= threshold) {
                        assertThat(Shamir.join(chosen)).isEqualTo(secret);
                    }
                }
            }
        }
    }

    @Test
    void tooFewSharesFitEverySecret() {
        // Whatever the secret's byte were, some second share would give it: the first says nothing.
        Share first = Shamir.split(new byte[] {77}, 2, 2, random).getFirst();
        Set<Byte> possible = new HashSet<>();
        for (int value = 0; value < 256; value++) {
            possible.add(Shamir.join(List.of(first, share(2, value)))[0]);
        }
        assertThat(possible).hasSize(256);
    }

    @Test
    void oneShareFewerIsSomethingElse() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        List<Share> shares = Shamir.split(secret, 3, 5, random);
        assertThat(Shamir.join(shares.subList(0, 2))).isNotEqualTo(secret);
    }

    @Test
    void upTo255Shares() {
        byte[] secret = {1, 2, 3};
        List<Share> shares = Shamir.split(secret, 255, 255, random);
        assertThat(Shamir.join(shares)).isEqualTo(secret);
    }

    @Test
    void whatCannotBeSharedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shamir.split(new byte[1], 3, 2, random));
        assertThatIllegalArgumentException().isThrownBy(() -> Shamir.split(new byte[1], 0, 2, random));
        assertThatIllegalArgumentException().isThrownBy(() -> Shamir.split(new byte[1], 2, 256, random));
        assertThatIllegalArgumentException().isThrownBy(() -> Shamir.join(List.of(share(1, 1), share(1, 2))));
    }

    private static List<List<Share>> subsets(List<Share> shares) {
        List<List<Share>> subsets = new ArrayList<>();
        for (int mask = 1; mask < 1 << shares.size(); mask++) {
            List<Share> chosen = new ArrayList<>();
            for (int i = 0; i < shares.size(); i++) {
                if ((mask >> i & 1) == 1) {
                    chosen.add(shares.get(i));
                }
            }
            subsets.add(chosen);
        }
        return subsets;
    }
}
