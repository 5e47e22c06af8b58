package dev.curfew.analysis.reach.federation;

import java.util.HashMap;
import java.util.Map;

/// What the subject of a GitHub job's token says of its other claims. Only the forms that nobody has customised are
/// read.
///
/// <https://docs.github.com/en/actions/reference/security/oidc>
public final class GitHubClaims {
    public static final String ISSUER = "token.actions.githubusercontent.com";

    private static final String REPOSITORY = "repo:";
    private static final int PARTS = 3;

    private GitHubClaims() {}

    static Map<String, String> of(String issuer, String subject) {
        if (!issuer.equals(ISSUER) || !subject.startsWith(REPOSITORY)) {
            return Map.of();
        }
        String[] parts = subject.split(":", PARTS + 1);
        Map<String, String> claims = new HashMap<>();
        claims.put("repository", parts[1]);
        claims.put("repository_owner", parts[1].substring(0, Math.max(0, parts[1].indexOf('/'))));
        if (parts.length == PARTS + 1 && parts[2].equals("ref")) {
            claims.put("ref", parts[PARTS]);
        }
        if (parts.length == PARTS + 1 && parts[2].equals("environment")) {
            claims.put("environment", parts[PARTS]);
        }
        return claims;
    }
}
