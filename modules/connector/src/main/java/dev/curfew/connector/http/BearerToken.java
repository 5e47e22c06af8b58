package dev.curfew.connector.http;

import dev.curfew.model.connection.Secret;

/// What goes into a header as it is.
public final class BearerToken {
    private BearerToken() {}

    /// Whether it is one word of printable ASCII characters.
    public static boolean mayBe(Secret text) {
        return text.use(BearerToken::isPrintable);
    }

    private static boolean isPrintable(char[] value) {
        boolean printable = value.length > 0;
        for (char character : value) {
            printable &= character > ' ' && character <= '~';
        }
        return printable;
    }
}
