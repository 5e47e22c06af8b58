package dev.curfew.governance.custody.share;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Shamir's scheme (Communications of the ACM 22/11, 1979), byte by byte over GF(256): each byte is the constant of a
/// random polynomial, and a share is that polynomial's value at its number.
public final class Shamir {

    private Shamir() {}

    /// @param threshold so many shares give the secret back, and fewer nothing
    public static List<Share> split(byte[] secret, int threshold, int count, SecureRandom random) {
        if (threshold < 1 || threshold > count || count > Share.NUMBER_MAX) {
            throw new IllegalArgumentException("no " + threshold + " of " + count + " shares");
        }
        byte[][] values = new byte[count][secret.length];
        byte[] coefficients = new byte[threshold];
        for (int i = 0; i < secret.length; i++) {
            random.nextBytes(coefficients);
            coefficients[0] = secret[i];
            for (int share = 0; share < count; share++) {
                values[share][i] = (byte) at(coefficients, share + 1);
            }
        }
        Arrays.fill(coefficients, (byte) 0);
        List<Share> shares = new ArrayList<>();
        for (int share = 0; share < count; share++) {
            shares.add(new Share(share + 1, values[share]));
        }
        return shares;
    }

    private static int at(byte[] coefficients, int x) {
        int value = 0;
        for (int power = coefficients.length - 1; power >= 0; power--) {
            value = Gf256.times(value, x) ^ (coefficients[power] & 0xff);
        }
        return value;
    }

    /// Whatever the shares are, something comes out: only what it opens says whether it was the secret.
    ///
    /// @param shares of different numbers and equal length, at least one
    public static byte[] join(List<Share> shares) {
        if (shares.stream().map(Share::number).distinct().count() != shares.size()
                || shares.stream().map(share -> share.bytes().length).distinct().count() != 1) {
            throw new IllegalArgumentException("shares of one secret have different numbers and one length");
        }
        byte[] secret = new byte[shares.getFirst().bytes().length];
        for (Share share : shares) {
            int weight = weight(share, shares);
            for (int i = 0; i < secret.length; i++) {
                secret[i] ^= (byte) Gf256.times(share.bytes()[i] & 0xff, weight);
            }
        }
        return secret;
    }

    /// The share's Lagrange polynomial at 0.
    private static int weight(Share share, List<Share> shares) {
        int weight = 1;
        for (Share other : shares) {
            if (other.number() != share.number()) {
                int distance = other.number() ^ share.number();
                weight = Gf256.times(weight, Gf256.times(other.number(), Gf256.inverse(distance)));
            }
        }
        return weight;
    }
}
