package dev.curfew.app.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/// The machine's name, as it calls itself.
public final class HostName {
    private static final String NAMELESS = "localhost";

    private HostName() {}

    /// @param environment the process's variables, which know it without asking a network
    public static String of(Map<String, String> environment) {
        String named = environment.getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", ""));
        return named.isEmpty() ? asked() : named;
    }

    private static String asked() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return NAMELESS;
        }
    }
}
