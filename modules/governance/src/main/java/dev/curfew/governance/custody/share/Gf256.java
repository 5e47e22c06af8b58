package dev.curfew.governance.custody.share;

/// The field of 256 elements with the polynomial of AES, x^8 + x^4 + x^3 + x + 1 (FIPS 197, section 4.2). No table is
/// looked up and no branch taken by a value, so that neither time nor cache tells of one.
final class Gf256 {
    private static final int POLYNOMIAL = 0x11b;
    private static final int BITS = 8;

    private Gf256() {}

    static int times(int a, int b) {
        int product = 0;
        int factor = a;
        for (int bit = 0; bit < BITS; bit++) {
            product ^= factor & -((b >> bit) & 1);
            factor = (factor << 1) ^ (POLYNOMIAL & -(factor >> (BITS - 1)));
        }
        return product;
    }

    /// @param a not 0
    static int inverse(int a) {
        // a^254: by Fermat, a^255 is 1
        int power = a;
        int result = 1;
        for (int bit = 1; bit < BITS; bit++) {
            power = times(power, power);
            result = times(result, power);
        }
        return result;
    }
}
