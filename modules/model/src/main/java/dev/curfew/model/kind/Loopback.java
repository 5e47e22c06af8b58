package dev.curfew.model.kind;

import java.util.regex.Pattern;

/// Hosts that are this machine: RFC 6761 (localhost), RFC 1122 (127/8), RFC 4291 (::1).
public final class Loopback {
    private static final Pattern NAMES = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private Loopback() {}

    /// @param host as in `URI.getHost`
    public static boolean is(String host) {
        return NAMES.matcher(host).matches();
    }
}
