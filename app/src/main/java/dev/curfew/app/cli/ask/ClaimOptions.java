package dev.curfew.app.cli.ask;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a requester says besides the reason, for the policies to ask for. Nobody verifies it; it is signed.
public final class ClaimOptions {
    @Option(names = "--ticket", paramLabel = "ID", descriptionKey = "claim.ticket")
    private @Nullable String ticket;

    @Option(names = "--repository", paramLabel = "NAME", descriptionKey = "claim.repository")
    private @Nullable String repository;

    @Option(names = "--workload", paramLabel = "NAME", descriptionKey = "claim.workload")
    private @Nullable String workload;

    @Option(names = "--destination", paramLabel = "NAME", descriptionKey = "claim.destination")
    private @Nullable String destination;

    public Map<String, String> map() {
        Map<String, String> claims = new HashMap<>();
        put(claims, "ticket", ticket);
        put(claims, "repository", repository);
        put(claims, "workload", workload);
        put(claims, "destination", destination);
        return claims;
    }

    private static void put(Map<String, String> claims, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            claims.put(name, value.strip());
        }
    }
}
